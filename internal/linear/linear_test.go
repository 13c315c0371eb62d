package linear

import (
	"bytes"
	"math/rand/v2"
	"slices"
	"testing"
)

// slots are few, so that features come in each other's way.
const slots = 64

// learn teaches a learner that the class of an example is that of its first
// feature, among others that say nothing.
func learn(examples int, settle bool) *Learner {
	l := NewLearner([]string{"a", "b", "c"})
	r := rand.New(rand.NewPCG(1, 2))
	for n := range examples {
		truth := int(r.Uint64() % 3)
		features := []uint64{Mix(1, uint64(truth)), Mix(2, r.Uint64()%50), Mix(3, r.Uint64()%50)}
		scores := make([]int32, 3)
		l.Score(scores, features)
		l.Learn(features, truth, highest(scores))
		if settle && n%100 == 0 {
			l.Settle()
		}
	}
	return l
}

func highest(scores []int32) int {
	best := 0
	for c := range scores {
		if scores[c] > scores[best] {
			best = c
		}
	}
	return best
}

func TestLearnt(t *testing.T) {
	data := learn(2000, false).Model(1)
	if !bytes.Equal(data, learn(2000, true).Model(1)) {
		t.Error("settling changes the model")
	}
	m, rest, err := Open(string(data) + "rest")
	if err != nil || rest != "rest" {
		t.Fatalf("rest %q, error %v", rest, err)
	}
	for truth := range 3 {
		scores := NewCommittee(m).NewScorer(slots).Score([]uint64{Mix(1, uint64(truth)), Mix(9, 9)}) // the second was never seen
		if highest(scores) != truth {
			t.Errorf("class %d: scores %v", truth, scores)
		}
	}
}

func TestCommittee(t *testing.T) {
	m, _, err := Open(string(learn(500, false).Model(1)))
	if err != nil {
		t.Fatal(err)
	}
	other := *m
	other.Classes = []string{"c", "x", "a"} // what it calls x does not count
	feature := []uint64{Mix(1, 0)}
	apart := slices.Clone(NewCommittee(m).NewScorer(slots).Score(feature))
	got := NewCommittee(m, &other).NewScorer(slots).Score(feature)
	for i, want := range []int32{apart[0] + apart[2], apart[1], apart[2] + apart[0]} {
		if got[i] != want {
			t.Errorf("score %d is %d, want %d", i, got[i], want)
		}
	}
}

// TestScorer: what a scorer remembers does not change what it says, also of
// features that share a place and of more than add up at once.
func TestScorer(t *testing.T) {
	m, _, err := Open(string(learn(500, false).Model(1)))
	if err != nil {
		t.Fatal(err)
	}
	c := NewCommittee(m, m, m)
	all := []uint64{0, slots, 5 * slots}
	for i := range uint64(50) {
		all = append(all, Mix(1, i%3), Mix(2, i), Mix(3, i), Mix(1, i%3)+slots)
	}
	kept := c.NewScorer(slots)
	for range 2 {
		want := make([]int32, len(c.Classes))
		for _, f := range all {
			one := slices.Clone(c.NewScorer(slots).Score([]uint64{f}))
			for i, n := range one {
				want[i] += n
			}
			if got := kept.Score([]uint64{f}); !slices.Equal(got, one) {
				t.Errorf("feature %x: %v, and %v of a new scorer", f, got, one)
			}
		}
		if got := kept.Score(all); !slices.Equal(got, want) {
			t.Errorf("all at once %v, one by one %v", got, want)
		}
	}
}

// FuzzOpen: bytes that are no model give an error, and those that open can be
// asked anything.
func FuzzOpen(f *testing.F) {
	data := learn(50, false).Model(1)
	f.Add(data)
	f.Add(data[:len(data)-3])
	f.Fuzz(func(t *testing.T, data []byte) {
		m, _, err := Open(string(data))
		if err != nil {
			return
		}
		scorer := NewCommittee(m, m).NewScorer(slots)
		for i := range uint64(100) {
			scorer.Score([]uint64{Mix(i, i)})
		}
	})
}
