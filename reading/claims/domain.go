package claims

import (
	"maps"
	"sort"

	"entente"
)

// Domains are told when the whole document has been read: the words of the
// thing itself count most, then those of the claim, of its sentence, of what
// its paragraph is about and of the claims around it.

// A vote is what speaks for each domain, and the word that speaks loudest.
type vote struct {
	points map[string]int
	loud   map[string]*word
	best   string // the domain with the most points, the first in the alphabet of several
}

// sure reports whether a vote is worth something to the claims around.
func (v *vote) sure() bool { return v.points[v.best] >= inTitle/4 }

// aroundClaims is how many claims before and after one have a vote in its
// domain; the share of one further away in its paragraph would round to nought.
const aroundClaims = ofPart

// A word is a word of a domain, somewhere in the document.
type word struct {
	entente.Span
	domain   string
	strength int
}

// What a word counts by where it stands; a weak word a quarter of that.
const (
	inTitle    = 60
	atHead     = 20
	inQuote    = 28
	inSentence = 7
	inPart     = 5
	ofTopic    = 30
	ofMatter   = 25
	ofPart     = 20
	ofDocument = 14
	enough     = 9
)

// assignDomains gives each undertaking and agreement its domain.
func (r *run) assignDomains() {
	var words []word
	of := map[*sentence][2]int{}
	for _, s := range r.sentences {
		from := len(words)
		words = append(words, s.domainWords(r)...)
		of[s] = [2]int{from, len(words)}
	}
	total, all := map[string]int{}, 0
	for _, w := range words {
		total[w.domain] += w.strength
		all += w.strength
	}
	at := map[int]int{} // where a sentence stands among all, by its number
	for i, s := range r.sentences {
		at[s.index] = i
	}
	var drafts []*draft
	var own []vote
	heard := map[*matter]map[string]int{} // how many claims on a matter are of a domain by themselves
	for _, d := range r.drafts {
		if d.dropped || d.kind == entente.Contact {
			continue
		}
		v := r.ownVote(d, words, of[d.s])
		drafts, own = append(drafts, d), append(own, v)
		if d.matter != nil && v.sure() {
			if heard[d.matter] == nil {
				heard[d.matter] = map[string]int{}
			}
			heard[d.matter][v.best]++
		}
	}
	decided := make([]entente.Value, len(drafts))
	for n, d := range drafts {
		v := &own[n]
		sum := maps.Clone(v.points)
		if t, ok := r.topics[d.s.index]; ok {
			for _, w := range t.s.domainWords(r) {
				sum[w.domain] += ofTopic * w.strength / 4
			}
		}
		for i := at[d.s.index] - 1; i >= 0 && d.s.index-r.sentences[i].index <= 2; i-- {
			if s := r.sentences[i]; s.part == d.s.part {
				for _, w := range words[of[s][0]:of[s][1]] {
					sum[w.domain] += inPart * w.strength / 4
				}
			}
		}
		for domain, claims := range heard[d.matter] {
			if v.sure() && domain == v.best {
				claims-- // its own
			}
			sum[domain] += ofMatter * claims
		}
		for k := max(n-aroundClaims, 0); k < min(n+aroundClaims+1, len(drafts)); k++ {
			o := drafts[k]
			if o == d || !own[k].sure() || o.matter != nil && o.matter == d.matter {
				continue
			}
			switch near := n - k; {
			case o.s == d.s, o.s.part == d.s.part && near > 0 && d.s.index-o.s.index <= 1:
				sum[own[k].best] += ofPart
			case o.s.part == d.s.part:
				sum[own[k].best] += ofPart / (1 + abs(near))
			case near == 1 || near == -1:
				sum[own[k].best] += ofPart / 4
			}
		}
		for domain, p := range total {
			sum[domain] += ofDocument * p / max(all, 1)
		}
		best, p := loudest(sum)
		switch w := v.loud[best]; {
		case p < enough:
		case w != nil:
			decided[n] = entente.Said(best, r.doc.Text, w.Span)
		default:
			decided[n] = entente.Inferred(best, "what stands around is of that domain")
		}
	}
	for n, d := range drafts {
		delete(d.fields, entente.FieldDomain)
		d.set(entente.FieldDomain, decided[n])
	}
}

// ownVote counts the words of the claim, its thing and its sentence.
func (r *run) ownVote(d *draft, words []word, in [2]int) vote {
	v := vote{points: map[string]int{}, loud: map[string]*word{}}
	loudness := map[string]int{}
	hear := func(w *word, p int) {
		p = p * w.strength / 4
		v.points[w.domain] += p
		if p > loudness[w.domain] {
			loudness[w.domain], v.loud[w.domain] = p, w
		}
	}
	var thing entente.Span
	for _, f := range []entente.Field{entente.FieldTitle, entente.FieldSubject} {
		if vs := d.fields[f]; len(vs) > 0 && vs[0].End > vs[0].Start {
			thing = vs[0].Span
		}
	}
	head, from, to := -1, in[0], in[1]
	if !thing.Empty() { // it may stand in another sentence
		first := sort.Search(len(words), func(i int) bool { return words[i].End > thing.Start })
		last := sort.Search(len(words), func(i int) bool { return words[i].Start >= thing.End })
		from, to = min(from, first), max(to, last)
	}
	for i := from; i < to; i++ {
		w := &words[i]
		here := in[0] <= i && i < in[1]
		switch {
		case w.Span == thing: // "l'espace": a weak word too, where it is all that is said
			hear(&word{w.Span, w.domain, max(w.strength, 4)}, 2*inTitle)
		case !thing.Empty() && thing.Contains(w.Span):
			hear(w, inTitle)
			if head < 0 || r.lex.before {
				head = i
			}
		case here && d.span.Contains(w.Span):
			hear(w, inQuote)
		case here:
			hear(w, inSentence)
		}
	}
	if head >= 0 {
		hear(&words[head], atHead)
	}
	v.best, _ = loudest(v.points)
	return v
}

// loudest returns the domain with the most points, the first in the alphabet of
// several, and its points.
func loudest(points map[string]int) (string, int) {
	best, p := "", 0
	for domain, n := range points {
		if n > p || n == p && n > 0 && domain < best {
			best, p = domain, n
		}
	}
	return best, p
}

// domainWords returns the words of the sentence that belong to a domain, with
// their strength: 4, of several words 6, of a body's name half, a weak one 1.
func (s *sentence) domainWords(r *run) []word {
	var words []word
	end := 0
	for _, h := range s.domains {
		if h.end <= end {
			continue // within a longer one
		}
		end = h.end
		w := word{entente.Span{Start: s.tokens[h.start].Start, End: s.tokens[h.end-1].End}, h.set["domain"], 4}
		switch {
		case h.end-h.start > 1:
			w.strength = 6
		case s.lex.weak[s.tokens[h.start].Norm], w.domain == moneyDomain:
			w.strength = 1
		}
		if w.strength > 1 && s.mentionKind(h.start) == entente.MentionOrganisation {
			w.strength /= 2
		}
		words = append(words, w)
	}
	return words
}

// moneyDomain gives way to what the money is for.
const moneyDomain = "finance"
