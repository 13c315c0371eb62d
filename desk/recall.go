package desk

import "sync"

// A recall remembers the last answers to questions that the ledger alone
// answers, and forgets all when anything was entered. It may be used by many
// at once; who is answered changes nothing of it.
type recall[K comparable, V any] struct {
	mu   sync.Mutex
	head Head
	of   map[K]V
}

// mostRecalled is how many answers a recall holds: those about a large
// register take some megabytes each.
const mostRecalled = 4

// answer returns what find finds of a question, or found of the same state of
// the register.
func (r *recall[K, V]) answer(view Snapshot, question K, find func() (V, error)) (V, error) {
	head, err := headOf(view)
	if err != nil {
		var none V
		return none, err
	}
	r.mu.Lock()
	v, ok := r.of[question]
	ok = ok && r.head == head
	r.mu.Unlock()
	if ok {
		return v, nil
	}
	if v, err = find(); err != nil {
		return v, err
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.head != head || len(r.of) >= mostRecalled {
		r.head, r.of = head, map[K]V{}
	}
	r.of[question] = v
	return v, nil
}
