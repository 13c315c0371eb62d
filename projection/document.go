package projection

import (
	"strings"

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
// that it is a matter of all and not of two. Without any, the two that the
// reader concluded stand in.
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
	if len(found) > 0 || len(r.Between) != 2 {
		return found
	}
	a, okA := country(r.Between[0].Value)
	b, okB := country(r.Between[1].Value)
	if okA && okB {
		var why []string
		for _, v := range r.Between {
			if v.Inferred && v.Why != "" {
				why = append(why, v.Why)
			}
		}
		add(a, b, strings.Join(why, "; "))
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
