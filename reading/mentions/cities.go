package mentions

import "strings"

// openCities reads the cities of all packs: a line is a country's code, "?"
// if the name is more often something else, a tab and the names, parted by "|".
func openCities(data string) *lexicon {
	x := &lexicon{phrases: newPhrases(40000)}
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
			x.phrases.set(h, entry{class: c, value: code})
			x.phrases.begin(first, n)
		}
	}
	x.phrases.done()
	return x
}
