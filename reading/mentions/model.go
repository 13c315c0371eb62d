package mentions

import (
	"entente"
)

// The model says of words in capitals, which no rule claimed, what they are
// likely to name. It is a linear model over hashed features, Buckets rows of
// one signed byte for each of Kinds, and after them a set of bits, a Bloom
// filter of the words that are often written small. cmd/train makes it.
const (
	Buckets = 1 << 17
	kinds   = 4
	bits    = 1 << 20
)

// ModelSize is the length of a model in bytes.
const ModelSize = Buckets*kinds + bits/8

// Kinds are what the model tells apart; "" is no name at all.
var Kinds = [kinds]entente.MentionKind{"", entente.MentionPerson, entente.MentionOrganisation, entente.MentionPlace}

// A Candidate is words in capitals that may be a name, and the features the
// model sees of them, each below Buckets.
type Candidate struct {
	entente.Span
	Features []uint32
	first    int
	end      int
}

// Candidates returns the runs of capitals of doc, for training; of w only the
// set of small words counts.
func (r *Reader) Candidates(doc *entente.Document, w Weights) []Candidate {
	p := &page{doc: doc, lex: r.lexicon(doc.Language), cities: r.cities(), weights: w}
	p.atoms = atoms(doc, nil, nil)
	p.look()
	return p.candidates()
}

// candidates returns the runs of words in capitals that no mention has.
func (p *page) candidates() []Candidate {
	var out []Candidate
	for i := 0; i < len(p.atoms); i++ {
		if p.hyphen(i+1) && (p.atoms[i+2].is(digit) || p.atoms[i+2].is(single)) {
			continue // "CH-3003"
		}
		if p.atoms[i].is(caps) && p.class[i]&given == 0 {
			continue // acronyms have their own rule
		}
		if p.class[i]&(placeFirst|placeLast) != 0 && !(p.joined(i+1) && p.proper(i+1)) {
			continue
		}
		if p.owner[i] != 0 || !p.proper(i) || p.atoms[i].is(single) && p.text(i+1) != "." {
			continue
		}
		j, end := i, i
		for j < len(p.atoms) && (j == i || !p.atoms[j].hard) && p.owner[j] == 0 {
			switch {
			case p.proper(j):
				j++
				end = j
				if p.atoms[j-1].is(single) && p.text(j) == "." && !p.atoms[j].space {
					j++
				}
				continue
			case p.hyphen(j), p.apostrophe(j):
				j++
				continue
			}
			break
		}
		c := Candidate{Span: entente.Span{Start: p.atoms[i].Start, End: p.atoms[end-1].End}, first: i, end: end}
		c.Features = p.features(i, end, nil)
		out = append(out, c)
		i = end - 1
	}
	return out
}

// features returns the features of the run [i, end).
func (p *page) features(i, end int, out []uint32) []uint32 {
	add := func(name byte, h uint64) {
		h = (h ^ uint64(name)) * hashPrime
		out = append(out, uint32(h>>24)%Buckets)
	}
	words, small := uint64(0), uint64(0)
	for j := i; j < end; j++ {
		a := &p.atoms[j]
		if !a.is(word) {
			continue
		}
		words++
		if p.common(j) {
			small++
		}
		add('w', a.hash)
		add('c', code(p.class[j])*hashPrime)
		add('s', hashOf(tail(a.fold, 3)))
	}
	first, last := &p.atoms[i], &p.atoms[end-1]
	add('S', small*8+min(words, 5))
	add('f', first.hash)
	add('l', last.hash)
	add('2', hashOf(tail(last.fold, 2)))
	add('4', hashOf(tail(last.fold, 4)))
	add('n', min(words, 4)*7+uint64(first.shape)*64+uint64(last.shape)*4096)
	add('p', code(p.runs[i].placeClass)*hashPrime+min(words, 3))
	before, further := p.around(i, -1), p.around(i, -2)
	after, beyond := p.around(end-1, 1), p.around(end-1, 2)
	add('b', before)
	add('a', after)
	add('B', then(before, further))
	add('A', then(after, beyond))
	add('x', then(before, after))
	add('h', further)
	if i > 0 {
		add('k', code(p.class[i-1])*hashPrime)
		add('K', then(before, uint64(first.shape)+words<<8))
	}
	if first.start {
		add('t', words)
	}
	return out
}

// code is the classes that are features of the model. Its bits must not
// change without learning the model anew.
func code(c class) (bits uint64) {
	for i, k := range [...]class{country, city, doubtful, region, demonym, organisation, company, title, office, stop, link, orgHead,
		orgCue, mark, placePrep, placeHead, placeFirst, placeLast, noun, given, surname, agentPrep, placeSure, conjunction, trade, guess} {
		if c&k != 0 {
			bits |= 1 << i
		}
	}
	return bits
}

// around returns the hash of the atom n further than i, and of a mark for the
// edge of the text.
func (p *page) around(i, n int) uint64 {
	j := i + n
	if j < 0 || j >= len(p.atoms) {
		return 1
	}
	if p.atoms[j].is(digit) {
		return 2
	}
	return p.atoms[j].hash
}

func tail(s string, n int) string {
	if len(s) > n {
		return s[len(s)-n:]
	}
	return s
}

// Weights is the bytes of a model.
type Weights string

// Small reports whether the word of a hash is often written small.
func (w Weights) Small(hash uint64) bool {
	return len(w) == ModelSize && w.bit(hash>>11) && w.bit(hash>>37)
}

// SetSmall notes in the bytes of a model that a word, in any letters, is
// often written small.
func SetSmall(model []byte, word string) {
	hash := hashOf(fold(word))
	for _, bit := range [2]uint64{hash >> 11 % bits, hash >> 37 % bits} {
		model[Buckets*kinds+int(bit/8)] |= 1 << (bit % 8)
	}
}

func (w Weights) bit(n uint64) bool {
	n %= bits
	return w[Buckets*kinds+int(n/8)]>>(n%8)&1 != 0
}

// common reports whether the word at i is often written small, so that its
// capital says little.
func (p *page) common(i int) bool { return p.weights.Small(p.atoms[i].hash) }

// Score returns the sum of the rows of features.
func (w Weights) Score(features []uint32) (s [kinds]int) {
	if len(w) != ModelSize {
		return s
	}
	for _, f := range features {
		row := w[f*kinds : f*kinds+kinds]
		for k := range s {
			s[k] += int(int8(row[k]))
		}
	}
	return s
}

// guessed claims the runs that the model is sure of. What a run is, all its
// occurrences in the document vote on.
func (p *page) guessed() {
	w := p.weights
	if len(w) == 0 {
		return
	}
	all := p.candidates()
	votes := map[uint64][kinds]int{}
	scores := make([][kinds]int, len(all))
	keys := make([]uint64, len(all))
	for n := range all {
		c := &all[n]
		if p.atoms[c.first].shout {
			continue
		}
		keys[n] = p.phrase(c.first, c.end)
		scores[n] = w.Score(c.Features)
		v := votes[keys[n]]
		for k := range v {
			v[k] += scores[n][k]
		}
		votes[keys[n]] = v
	}
	for n := range all {
		c := &all[n]
		if keys[n] == 0 {
			continue
		}
		v := votes[keys[n]]
		best := 0
		for k := range v {
			v[k] += scores[n][k]
			if v[k] > v[best] {
				best = k
			}
		}
		if Kinds[best] == entente.MentionOrganisation && v[best]-v[0] >= p.needBody(c.end) && p.bodied(c) {
			p.claim(entente.MentionOrganisation, c.first, c.end, "")
		}
		if Kinds[best] == "" || Kinds[best] == entente.MentionOrganisation {
			continue
		}
		if Kinds[best] == entente.MentionPlace && p.officer(c) {
			p.claim(entente.MentionPerson, c.first, c.end, "")
			continue
		}
		margin := v[best] - v[0]
		need := surePerson
		if i := c.first; Kinds[best] == entente.MentionPerson && p.joined(i) && !p.atoms[i-1].is(upper) && p.class[i-1]&(placeHead|orgHead|orgCue) != 0 {
			continue // "l'hôpital Calmette"
		}
		if c.end == c.first+1 && c.end < len(p.atoms) && p.joined(c.end) && p.class[c.end]&(office|title) != 0 && p.atoms[c.end].is(upper) {
			continue // "Esmari Minister of Health": a people
		}
		if p.runs[c.end-1].placeClass&region != 0 && p.common(c.first) {
			continue // "Blue Pacific"
		}
		if Kinds[best] == entente.MentionPlace {
			need = surePlace
			if p.afterPlace(c.first) {
				need = 0
			}
		}
		if p.atoms[c.first].start {
			need += atStart
		}
		for j := c.first; j < c.end; j++ {
			if p.common(j) && p.class[j]&(placeFirst|placeLast) == 0 {
				need += smallWord / (c.end - c.first)
			}
		}
		if margin < need {
			continue
		}
		p.claim(Kinds[best], c.first, c.end, "")
	}
}

// The margins over "no name" from which a run is claimed, fitted on the even
// half of the labelled corpus.
const (
	sureBody   = 250
	actingBody = 80
	surePerson = 200
	surePlace  = 60
	atStart    = 50   // more at the start of a sentence
	smallWord  = 1000 // more for words often written small, by their share
)

// afterPlace reports whether a word that often leads in a place stands before
// atom i.
func (p *page) afterPlace(i int) bool {
	k := i - 1
	if p.apostrophe(k) {
		k--
	}
	return k >= 0 && p.joined(i) && p.class[k]&placePrep != 0
}
