package score

import (
	"hash/fnv"
	"math/rand/v2"
	"slices"
)

// Odd reports whether a document or line of that name belongs to the half
// that nobody tunes on.
func Odd(name string) bool {
	h := fnv.New32a()
	h.Write([]byte(name))
	return h.Sum32()>>8&1 == 1
}

// Interval returns the ends of the 95 % interval of a measure's F, by
// drawing as many documents as there are, with replacement, a thousand
// times. The draws have a fixed seed, so equal counts give equal intervals.
func Interval(documents []Counts, measure string) (low, high float64) {
	if len(documents) == 0 {
		return 0, 0
	}
	counts := make([]Count, len(documents))
	for i, d := range documents {
		counts[i] = d[measure]
	}
	const draws = 1000
	random := rand.New(rand.NewPCG(1, 2))
	fs := make([]float64, draws)
	for n := range fs {
		var sum Count
		for range counts {
			sum = sum.Add(counts[random.IntN(len(counts))])
		}
		fs[n] = sum.F()
	}
	slices.Sort(fs)
	return fs[draws*25/1000], fs[draws*975/1000-1]
}
