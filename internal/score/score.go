// Package score counts how much of what people labelled was read. It
// compares the JSON that `entente read --json` prints with gold files of the
// same form (see examples): only what a gold file labels is counted.
//
// What counts as right:
//
//	envelope  a labelled value of form, date, place, sender, recipient, parties is read
//	mentions  same kind and, without articles and marks at the edges, the same words; a date also has the same value
//	claims    same kind; the spans share half of the shorter, and the longer is no longer than three times the shorter
//	          and 24 bytes; one to one, by the pairing with the most overlap and equal fields
//	fields    the values of paired claims; those of an unpaired claim are all missed or all wrong
//	force     of paired claims
//
// It is for our own tests: nothing of the program imports it.
package score

import (
	"encoding/json"
	"slices"
)

// A Document is a gold file, or what a reader printed. Only what is scored
// is decoded; a part that is nil was not labelled.
type Document struct {
	Document struct {
		Name, Language string

		// Of labels without words: which bytes of which public document.
		Folder string
		Bytes  int
		SHA    string `json:"text_sha256"`
	}
	Envelope map[string]Values
	Mentions *[]Mention
	Claims   *[]Claim
}

// A Mention is words that name something. Value is a pointer since a gold
// file may leave it out.
type Mention struct {
	Value
	Kind     string
	Optional bool
}

// A Claim is a claim as the JSON has it.
type Claim struct {
	Kind, Force, Quote string
	Start, End         int
	Optional           bool
	Unlabelled         []string
	Fields             map[string]Values
}

// A Value is one value of a field: a word, a name, a date.
type Value struct {
	Value, Name, Ref *string
	Same             []string
	Key              string
	Quote            string
	Start, End       int
}

// Values is a list of values. In JSON it is a list of objects, one object,
// or plain text.
type Values []Value

// UnmarshalJSON takes a list of objects or strings, an object, a string, or
// null; an empty object or string is no value.
func (vs *Values) UnmarshalJSON(data []byte) error {
	*vs = nil
	var items []json.RawMessage
	single := json.Unmarshal(data, &items) != nil
	if single {
		items = []json.RawMessage{data}
	}
	for _, item := range items {
		var v Value
		var word string
		if json.Unmarshal(item, &word) == nil {
			v.Value = &word
			if single && word == "" {
				return nil
			}
		} else if err := json.Unmarshal(item, &v); err != nil {
			return err
		}
		if single && v.empty() {
			return nil
		}
		*vs = append(*vs, v)
	}
	return nil
}

func (v Value) empty() bool {
	return v.Value == nil && v.Name == nil && v.Ref == nil && v.Same == nil && v.Quote == "" && v.Start >= v.End
}

// A Count is how much was labelled, how much was read, and how much of it
// was right.
type Count struct{ Right, Gold, Read int }

// Add returns the sum of two counts.
func (c Count) Add(d Count) Count {
	return Count{c.Right + d.Right, c.Gold + d.Gold, c.Read + d.Read}
}

// P is precision: 1 where nothing was labelled and nothing read.
func (c Count) P() float64 {
	switch {
	case c.Read > 0:
		return float64(c.Right) / float64(c.Read)
	case c.Gold == 0:
		return 1
	}
	return 0
}

// R is recall.
func (c Count) R() float64 {
	if c.Gold == 0 {
		return 1
	}
	return float64(c.Right) / float64(c.Gold)
}

// F is the harmonic mean of P and R.
func (c Count) F() float64 {
	p, r := c.P(), c.R()
	if p+r == 0 {
		return 0
	}
	return 2 * p * r / (p + r)
}

// Counts are counts by measure: "claims", "fields.date".
type Counts map[string]Count

func (cs Counts) add(c Count, measures ...string) {
	for _, m := range measures {
		cs[m] = cs[m].Add(c)
	}
}

// Add adds all of other to cs.
func (cs Counts) Add(other Counts) {
	for m, c := range other {
		cs.add(c, m)
	}
}

var envelope = []string{"form", "date", "place", "sender", "recipient", "parties"}

// Of returns the counts of one document.
func Of(gold, read Document) Counts {
	cs := Counts{}
	for _, field := range envelope {
		if want, ok := gold.Envelope[field]; ok {
			cs.add(values(field, want, read.Envelope[field]), "envelope", "envelope."+field)
		}
	}
	if gold.Mentions != nil {
		mentions(cs, *gold.Mentions, list(read.Mentions))
	}
	if gold.Claims != nil {
		claims(cs, *gold.Claims, list(read.Claims))
	}
	return cs
}

func list[T any](p *[]T) []T {
	if p == nil {
		return nil
	}
	return *p
}

func values(field string, gold, read []Value) Count {
	c := Count{Gold: len(gold), Read: len(read)}
	left := slices.Clone(read)
	for _, g := range gold {
		if i := slices.IndexFunc(left, func(r Value) bool { return Equal(field, g, r) }); i >= 0 {
			left = slices.Delete(left, i, i+1)
			c.Right++
		}
	}
	return c
}

func mentions(cs Counts, gold, read []Mention) {
	touches := func(m Mention, others []Mention, optional bool) bool {
		return slices.ContainsFunc(others, func(o Mention) bool {
			return o.Optional == optional && o.Kind == m.Kind && overlap(m.Start, m.End, o.Start, o.End) > 0
		})
	}
	want, got := map[string][]Mention{}, map[string][]Mention{}
	kinds := map[string]bool{}
	for _, m := range gold {
		if !m.Optional {
			want[m.Kind] = append(want[m.Kind], m)
			kinds[m.Kind] = true
		}
	}
	for _, m := range read {
		if touches(m, gold, true) && !touches(m, gold, false) {
			continue
		}
		got[m.Kind] = append(got[m.Kind], m)
		kinds[m.Kind] = true
	}
	for kind := range kinds {
		c := Count{Gold: len(want[kind]), Read: len(got[kind])}
		left := got[kind]
		for _, m := range want[kind] {
			i := slices.IndexFunc(left, func(r Mention) bool {
				return overlap(m.Start, m.End, r.Start, r.End) > 0 && core(m.Quote) == core(r.Quote) &&
					(kind != "date" || Equal("date", m.Value, r.Value))
			})
			if i >= 0 {
				left = slices.Delete(left, i, i+1)
				c.Right++
			}
		}
		cs.add(c, "mentions", "mentions."+kind)
	}
}

// Pairs returns which claim that was read is which that was labelled, index of
// gold to index of read.
func Pairs(gold, read []Claim) map[int]int {
	weights := map[[2]int]float64{}
	for i, w := range gold {
		for j, r := range read {
			if share, ok := near(w, r); ok {
				equal := 0
				for f, v := range w.Fields {
					equal += values(f, v, r.Fields[f]).Right
				}
				weights[[2]int{i, j}] = share + float64(equal)
			}
		}
	}
	return assign(weights, len(gold), len(read))
}

func claims(cs Counts, gold, read []Claim) {
	pairOf := Pairs(gold, read)
	goldOf := map[int]int{}
	for i, j := range pairOf {
		goldOf[j] = i
	}
	for i, w := range gold {
		if w.Optional {
			continue
		}
		kind := "claims." + w.Kind
		cs.add(Count{Gold: 1}, "claims", kind)
		j, paired := pairOf[i]
		var r Claim
		if paired {
			r = read[j]
			cs.add(Count{Right: 1}, "claims", kind)
			right := 0
			if w.Force == r.Force {
				right = 1
			}
			cs.add(Count{right, 1, 1}, "force")
			for f, v := range r.Fields {
				if _, labelled := w.Fields[f]; !labelled && !slices.Contains(w.Unlabelled, f) {
					cs.add(Count{Read: len(v)}, "fields", "fields."+f)
				}
			}
		}
		for f, v := range w.Fields {
			cs.add(values(f, v, r.Fields[f]), "fields", "fields."+f)
		}
	}
	for j, r := range read {
		i, paired := goldOf[j]
		if paired && gold[i].Optional {
			continue
		}
		cs.add(Count{Read: 1}, "claims", "claims."+r.Kind)
		if !paired {
			for f, v := range r.Fields {
				cs.add(Count{Read: len(v)}, "fields", "fields."+f)
			}
		}
	}
}

// near reports whether two claims may be paired, and the share of their
// spans that is common.
func near(w, r Claim) (float64, bool) {
	shared := overlap(w.Start, w.End, r.Start, r.End)
	shorter, longer := min(w.End-w.Start, r.End-r.Start), max(w.End-w.Start, r.End-r.Start)
	if w.Kind != r.Kind || shorter <= 0 || shared*2 < shorter || longer > 3*shorter+24 {
		return 0, false
	}
	return float64(shared) / float64(max(w.End, r.End)-min(w.Start, r.Start)), true
}

func overlap(aStart, aEnd, bStart, bEnd int) int {
	return max(0, min(aEnd, bEnd)-max(aStart, bStart))
}
