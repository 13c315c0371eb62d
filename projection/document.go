package projection

import (
	"fmt"
	"slices"

	"entente"
)

// envelope fills the row of a document from its latest reading.
func envelope(d *Document, b entente.Read) {
	e := b.Reading.Envelope
	d.MediaType, d.Language, d.TextSHA256, d.Packs = b.Document.MediaType, b.Document.Language, b.Document.TextSHA256, b.Packs
	d.Unread, d.Remarks = "", b.Reading.Remarks
	d.Form, d.Date, d.Place = e.Form.Value, e.Date.Value, e.Place.Value
	d.Sender, d.Recipient, d.Parties = people(e.Sender), people(e.Recipient), people(e.Parties)
	d.References = nil
	for _, v := range e.References {
		d.References = append(d.References, v.Value)
	}
}

func people(list []entente.Correspondent) []Person {
	var all []Person
	for _, c := range list {
		all = append(all, Person{c.Name.Value, c.Office.Value, entente.Code(c.State.Value)})
	}
	return all
}

// relations returns the relations a reading belongs to. What the envelope
// makes certain comes without a Why: each sender's state with each
// recipient's, and each two states of a joint text, unless they are so many
// that it is a matter of all and not of two. Where it names one state
// or none, the country that the text mentions most stands in, if there is
// just one such.
func relations(r entente.Reading) []Related {
	senders, recipients, parties := states(r.Envelope.Sender), states(r.Envelope.Recipient), states(r.Envelope.Parties)
	var found []Related
	add := func(a, b entente.Code, why string) {
		if rel := entente.Between(a, b); rel != (entente.Relation{}) {
			found = addOnce(found, Related{rel, why})
		}
	}
	for _, a := range senders {
		for _, b := range recipients {
			add(a, b, "")
		}
	}
	if len(parties) > most {
		return found
	}
	for i, a := range parties {
		for _, b := range parties[i+1:] {
			add(a, b, "")
		}
	}
	if len(found) > 0 {
		return found
	}
	known := slices.Concat(senders, recipients, parties)
	ranked := mentioned(r.Mentions, known)
	switch {
	case len(known) > 0 && leads(ranked, 1):
		add(known[0], ranked[0].code, fmt.Sprintf("%s is the country mentioned most (%d times)", ranked[0].code, ranked[0].n))
	case len(known) == 0 && leads(ranked, 2):
		add(ranked[0].code, ranked[1].code, fmt.Sprintf("%s and %s are the countries mentioned most (%d and %d times)",
			ranked[0].code, ranked[1].code, ranked[0].n, ranked[1].n))
	}
	return found
}

// most is how many states a joint text may have and still be between two.
const most = 4

func states(list []entente.Correspondent) []entente.Code {
	var codes []entente.Code
	for _, c := range list {
		if code, ok := country(c.State.Value); ok {
			codes = addOnce(codes, code)
		}
	}
	return codes
}

// country reports whether a value is the code of a country.
func country(value string) (entente.Code, bool) {
	if len(value) != 2 || value[0] < 'A' || value[0] > 'Z' || value[1] < 'A' || value[1] > 'Z' {
		return "", false
	}
	return entente.Code(value), true
}

type count struct {
	code entente.Code
	n    int
}

// mentioned counts the countries that are mentioned, but for those known
// already, most frequent first.
func mentioned(mentions []entente.Mention, known []entente.Code) []count {
	var counts []count
	for _, m := range mentions {
		code, ok := country(m.Value)
		if m.Kind != entente.MentionPlace || !ok || slices.Contains(known, code) {
			continue
		}
		i := slices.IndexFunc(counts, func(c count) bool { return c.code == code })
		if i < 0 {
			counts = append(counts, count{code, 1})
		} else {
			counts[i].n++
		}
	}
	slices.SortStableFunc(counts, func(a, b count) int { return b.n - a.n })
	return counts
}

// leads reports whether the first n stand out from the rest.
func leads(ranked []count, n int) bool {
	return len(ranked) == n || len(ranked) > n && ranked[n-1].n > ranked[n].n
}
