package langid

import (
	"encoding/binary"
	"maps"
	"math"
	"slices"
)

// Train returns the model of the languages whose texts are given by their
// BCP 47 tags, with the keep most frequent groups of each. Equal texts give
// equal bytes.
func Train(texts map[string]string, keep int) []byte {
	tags := slices.Sorted(maps.Keys(texts))
	out := append([]byte(magic), uint8(len(tags)))
	weights := map[group][]weight{}
	for i, tag := range tags {
		counts, total := count(texts[tag])
		groups := slices.SortedFunc(maps.Keys(counts), func(a, b group) int {
			if counts[a] != counts[b] {
				return counts[b] - counts[a]
			}
			return compare(a, b)
		})
		// Half an occurrence stands for a group that was not seen.
		unseen := cost(0.5, total)
		for _, g := range groups[:min(keep, len(groups))] {
			weights[g] = append(weights[g], weight{uint8(i), cost(float64(counts[g]), total)})
		}
		out = append(out, uint8(len(tag)))
		out = append(out, tag...)
		out = append(out, unseen)
	}
	out = binary.AppendUvarint(out, uint64(len(weights)))
	var last group
	for _, g := range slices.Sorted(maps.Keys(weights)) {
		out = binary.AppendUvarint(out, uint64(g-last))
		out = append(out, uint8(len(weights[g])))
		for _, w := range weights[g] {
			out = append(out, w.language, w.cost)
		}
		last = g
	}
	return out
}

func compare(a, b group) int {
	if a < b {
		return -1
	}
	return 1
}

func cost(count float64, total int) uint8 {
	return uint8(min(255, math.Round(-math.Log(count/float64(total))*scale)))
}

// count returns the groups of text and how many there are of one length.
func count(text string) (counts map[group]int, total int) {
	counts = map[group]int{}
	word := []rune{}
	flush := func() {
		if len(word) == 0 {
			return
		}
		word = append(append([]rune{' '}, word...), ' ')
		total += len(word)
		for from := range word {
			for to := from + 1; to <= min(len(word), from+longest); to++ {
				g, _ := groupOf(word[from:to])
				counts[g]++
			}
		}
		word = word[:0]
	}
	for _, r := range text {
		if isLetter(r) {
			word = append(word, r)
		} else {
			flush()
		}
	}
	flush()
	return counts, total
}
