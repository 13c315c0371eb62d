package desk

import (
	"slices"
	"sync"
)

// A recall remembers the last answers to questions that the ledger alone
// answers, and forgets all when anything was entered. Answers are shared and
// are not to be changed. It may be used by many at once; who is answered
// changes nothing of it.
type recall[K comparable, V any] struct {
	most  int         // how much it remembers, as weigh weighs it
	weigh func(V) int // what an answer costs of that

	mu    sync.Mutex
	head  Head
	all   []recalled[K, V] // asked for last, last
	holds int              // what they weigh
}

type recalled[K comparable, V any] struct {
	question K
	answer   V
}

// one weighs every answer alike.
func one[V any](V) int { return 1 }

// answer returns what find finds of a question, or found of the same state of
// the register.
func (r *recall[K, V]) answer(view Snapshot, question K, find func() (V, error)) (V, error) {
	head, err := headOf(view)
	if err != nil {
		var none V
		return none, err
	}
	if v, ok := r.known(head, question); ok {
		return v, nil
	}
	v, err := find()
	if err == nil {
		r.keep(head, question, v)
	}
	return v, err
}

func (r *recall[K, V]) at(question K) int {
	return slices.IndexFunc(r.all, func(x recalled[K, V]) bool { return x.question == question })
}

func (r *recall[K, V]) known(head Head, question K) (v V, ok bool) {
	r.mu.Lock()
	defer r.mu.Unlock()
	i := r.at(question)
	if r.head != head || i < 0 {
		return v, false
	}
	x := r.all[i]
	r.all = append(slices.Delete(r.all, i, i+1), x)
	return x.answer, true
}

func (r *recall[K, V]) keep(head Head, question K, v V) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.head != head {
		r.head, r.all, r.holds = head, nil, 0
	}
	if r.at(question) >= 0 || r.weigh(v) > r.most {
		return
	}
	r.all = append(r.all, recalled[K, V]{question, v})
	for r.holds += r.weigh(v); r.holds > r.most; r.all = slices.Delete(r.all, 0, 1) {
		r.holds -= r.weigh(r.all[0].answer)
	}
}
