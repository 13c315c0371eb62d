package projection

import (
	"fmt"

	"entente"
)

// A State is how far a document has come with us.
type State string

const (
	StateNew    State = "new"    // nobody has looked at a claim of it
	StateReview State = "review" // some claims were judged, some wait
	StateDone   State = "done"   // no claim waits
	StateUnread State = "unread" // it could not be read
)

// State returns how far a document has come.
func (d *Document) State() State {
	switch {
	case d.Unread != "":
		return StateUnread
	case d.Waiting == 0:
		return StateDone
	case d.Judged == 0:
		return StateNew
	}
	return StateReview
}

// A Summary counts the documents of a register.
type Summary struct {
	Documents int
	ByState   map[State]int
}

func (s *Summary) count(state State, step int) {
	s.Documents += step
	if s.ByState == nil {
		s.ByState = map[State]int{}
	}
	if s.ByState[state] += step; s.ByState[state] == 0 {
		delete(s.ByState, state)
	}
}

const summaryKey = "summary"

func inboxKey(state State) string { return "inbox/" + string(state) + "/" }

// SummaryOf counts the documents.
func SummaryOf(v View) (Summary, error) {
	s, err := summaryOf(v)
	if err != nil {
		return Summary{}, err
	}
	return *s, nil
}

func summaryOf(v View) (*Summary, error) {
	s, err := load(v, summaryKey, summaryRow)
	if s == nil {
		s = &Summary{}
	}
	return s, err
}

// Inbox returns at most limit documents in a state, or in any for "", after
// the first skip of them: latest received first, then by date and number.
func Inbox(v View, state State, skip, limit int) ([]*Document, error) {
	var keys []string
	for row, err := range v.Scan(inboxKey(state), "") {
		if err != nil {
			return nil, err
		}
		if skip > 0 {
			skip--
			continue
		}
		if len(keys) == limit {
			break
		}
		keys = append(keys, "document/"+string(row.Value))
	}
	return many(v, keys, documentRow)
}

// Newest returns the document of a relation, or of all for the zero Relation,
// that bears the latest date; entente.ErrNotFound if there is none.
func Newest(v View, of entente.Relation) (*Document, error) {
	row, err := v.Tail("dated/" + of.String() + "/document/")
	if err != nil {
		return nil, err
	}
	if row.Key == "" {
		return nil, fmt.Errorf("documents of %s: %w", of, entente.ErrNotFound)
	}
	return need(v, "document/"+string(row.Value), row.Key, documentRow)
}
