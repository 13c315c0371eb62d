package desk

import (
	"errors"

	"entente"
	"entente/edtf"
	"entente/projection"
)

// forget drops the outcomes that new entries, or a new day, may have changed.
func (r *Register) forget(view Snapshot) error {
	o, today := r.outcomes, r.day(edtf.Date{})
	last, err := view.Last()
	if err != nil {
		return err
	}
	if o.of == nil || o.day != today || last < o.until || last-o.until > tooMany {
		o.reset()
		o.day, o.until = today, last
		return nil
	}
	var docs []entente.DocumentID
	for entry, err := range decoded(view.Records(o.until)) {
		if err != nil {
			return err
		}
		if b, ok := entry.Body.(entente.Watched); ok {
			o.drop(b.Relation)
		}
		some, again, err := touched(view, entry)
		if err != nil {
			return err
		}
		if again {
			o.reset()
		}
		docs = append(docs, some...)
	}
	for _, id := range once(docs) {
		if err := o.dropOf(view, id); err != nil {
			return err
		}
	}
	o.until = last
	return nil
}

// reset forgets all.
func (o *outcomes) reset() {
	o.of, o.all = map[entente.Relation]map[entente.ClaimID]entente.Outcome{}, nil
	o.was = map[entente.Relation]map[entente.ClaimID]entente.Outcome{}
}

// drop forgets what became of the matters of a relation.
func (o *outcomes) drop(rel entente.Relation) {
	if of := o.of[rel]; of != nil && o.was[rel] == nil {
		o.was[rel] = of
	}
	delete(o.of, rel)
}

// dropOf drops the relations of a document, and all others in which its
// claims are, or were, about a matter.
func (o *outcomes) dropOf(view Snapshot, id entente.DocumentID) error {
	d, err := projection.DocumentOf(view, id)
	if err != nil {
		return err
	}
	for _, r := range d.Relations {
		o.drop(r.Relation)
	}
	claims, err := projection.ClaimsOf(view, id)
	if err != nil {
		return err
	}
	var matters []entente.ClaimID
	for _, c := range claims {
		for rel, of := range o.of {
			if _, was := of[c.ID]; was {
				o.drop(rel)
			}
		}
		if c.Matter != "" {
			matters = append(matters, c.Matter)
		}
	}
	are, err := projection.SomeMatters(view, once(matters))
	for _, m := range are {
		for _, rel := range m.Relations {
			o.drop(rel)
		}
	}
	return err
}

// touched returns the documents an entry is about whose claims it may move to
// another matter, or change; again says that it may be any: a document was
// read again, and claims of it may be gone.
func touched(view Snapshot, e entente.Entry) (docs []entente.DocumentID, again bool, err error) {
	switch b := e.Body.(type) {
	case entente.Read:
		d, err := projection.DocumentOf(view, b.Document.ID)
		if err != nil {
			return nil, false, err
		}
		return []entente.DocumentID{d.ID}, d.Read != e.Seq || e.Seq != d.Entered+1, nil
	case entente.Claimed:
		return []entente.DocumentID{b.Document}, false, nil
	case entente.Judgement:
		for _, id := range []entente.ClaimID{b.Subject, b.Other} {
			row, err := projection.ClaimOf(view, id)
			if errors.Is(err, entente.ErrNotFound) {
				continue // there is none, or a reading that is an entry of its own dropped it
			}
			if err != nil {
				return nil, false, err
			}
			docs = append(docs, row.Document)
		}
	}
	return docs, false, nil
}
