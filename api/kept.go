package api

import (
	"slices"
	"sync"

	"entente"
	"entente/desk"
	"entente/edtf"
)

// mostKept is how many states of relations are kept.
const mostKept = 4

// kept are the states of relations that were asked for last, so that who
// walks the matters of one, or asks for its picture too, waits for them once.
// One holds as long as the ledger has the head it was made at.
type kept struct {
	mu   sync.Mutex
	list []keptStatus // the latest last
}

type keptStatus struct {
	head     string
	relation entente.Relation
	day      edtf.Date
	status   desk.Status
}

func (k *kept) find(head string, rel entente.Relation, day edtf.Date) (desk.Status, bool) {
	k.mu.Lock()
	defer k.mu.Unlock()
	for _, s := range k.list {
		if s.head == head && s.relation == rel && s.day == day {
			return s.status, true
		}
	}
	return desk.Status{}, false
}

func (k *kept) keep(s keptStatus) {
	k.mu.Lock()
	defer k.mu.Unlock()
	k.list = append(k.list, s)
	if len(k.list) > mostKept {
		k.list = slices.Delete(k.list, 0, 1)
	}
}

// status returns where a relation stands on a day. What it returns is shared
// and stays as it is.
func (c *call) status(rel entente.Relation, day edtf.Date) (desk.Status, error) {
	if c.head == "" { // a write: the head moved
		return c.register.Status(c.ctx, rel, day)
	}
	if s, ok := c.api.kept.find(c.head, rel, day); ok {
		return s, nil
	}
	s, err := c.register.Status(c.ctx, rel, day)
	if err == nil {
		c.api.kept.keep(keptStatus{c.head, rel, day, s})
	}
	return s, err
}
