package mentions

import "strings"

// openCities reads the cities of all packs: a line is a country's code, "?"
// if the name is more often something else, a tab and the names, parted by "|".
func openCities(data string) *lexicon {
	x := &lexicon{phrases: make(map[uint64]entry, 34000), longest: make(map[uint64]uint8, 30000)}
	for line := range strings.Lines(data) {
		code, names, _ := strings.Cut(strings.TrimSuffix(line, "\n"), "\t")
		c := city
		if cut, ok := strings.CutSuffix(code, "?"); ok {
			code, c = cut, city|doubtful
		}
		for name := range strings.SplitSeq(names, "|") {
			var h, first uint64
			n := 0
			for w := range strings.SplitSeq(name, " ") {
				if n == 0 {
					h = hashOf(w)
					first = h
				} else {
					h = then(h, hashOf(w))
				}
				n++
			}
			x.phrases[h] = entry{class: c, value: code}
			x.longest[first] = max(x.longest[first], uint8(n))
		}
	}
	return x
}
