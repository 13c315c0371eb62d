package token

import "entente/lang"

// rules are the lists of a pack that tokens need, by Norm.
type rules struct {
	elisions   map[string]bool
	hyphenated map[string]bool
	abbreviate map[string]string // to "number" if only beside a number
	clitics    []string
	suffixes   []string
}

type rulesKey struct{}

func rulesOf(pack *lang.Pack) *rules {
	return pack.Made(rulesKey{}, func(p *lang.Pack) any {
		r := &rules{
			elisions:   map[string]bool{},
			hyphenated: map[string]bool{},
			abbreviate: map[string]string{},
			clitics:    p.List("clitics").Words(),
			suffixes:   p.List("suffixes").Words(),
		}
		for _, w := range p.List("elisions").Words() {
			r.elisions[w] = true
		}
		for _, w := range p.List("hyphenated").Words() {
			r.hyphenated[w] = true
		}
		for _, e := range p.List("abbreviations").Entries {
			r.abbreviate[e.Words] = e.Value
		}
		return r
	}).(*rules)
}
