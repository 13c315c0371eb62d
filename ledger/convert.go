package ledger

import "entente"

// Between the nouns and their form in the store.

func each[A, B any](list []A, f func(A) B) []B {
	if list == nil {
		return nil
	}
	out := make([]B, len(list))
	for i, a := range list {
		out[i] = f(a)
	}
	return out
}

func anchorOut(a entente.Anchor) wireAnchor {
	if a == (entente.Anchor{}) {
		return wireAnchor{}
	}
	return wireAnchor{&wireSpan{a.Start, a.End}, a.Quote}
}

func anchorIn(w wireAnchor) entente.Anchor {
	if w.Span == nil {
		return entente.Anchor{}
	}
	return entente.Anchor{Span: entente.Span{Start: w.Span[0], End: w.Span[1]}, Quote: w.Quote}
}

func valueOut(v entente.Value) wireValue {
	return wireValue{anchorOut(v.Anchor), v.Value, v.Name, v.Inferred, v.Why}
}

func valueIn(w wireValue) entente.Value {
	return entente.Value{Anchor: anchorIn(w.wireAnchor), Value: w.Value, Name: w.Name, Inferred: w.Inferred, Why: w.Why}
}

// optional leaves out a value that is nothing at all.
func optional(v entente.Value) *wireValue {
	if v == (entente.Value{}) {
		return nil
	}
	w := valueOut(v)
	return &w
}

func required(w *wireValue) entente.Value {
	if w == nil {
		return entente.Value{}
	}
	return valueIn(*w)
}

func correspondentOut(c entente.Correspondent) wireCorrespondent {
	return wireCorrespondent{optional(c.Name), optional(c.Honorific), optional(c.Office), optional(c.State)}
}

func correspondentIn(w wireCorrespondent) entente.Correspondent {
	return entente.Correspondent{Name: required(w.Name), Honorific: required(w.Honorific), Office: required(w.Office), State: required(w.State)}
}

func envelopeOut(e entente.Envelope) wireEnvelope {
	return wireEnvelope{
		Form: optional(e.Form), Date: optional(e.Date), Place: optional(e.Place),
		Sender: each(e.Sender, correspondentOut), Recipient: each(e.Recipient, correspondentOut), Parties: each(e.Parties, correspondentOut),
		Salutation: optional(e.Salutation), Close: optional(e.Close), Signature: optional(e.Signature),
		Annotations: each(e.Annotations, valueOut), References: each(e.References, valueOut),
	}
}

func envelopeIn(w wireEnvelope) entente.Envelope {
	return entente.Envelope{
		Form: required(w.Form), Date: required(w.Date), Place: required(w.Place),
		Sender: each(w.Sender, correspondentIn), Recipient: each(w.Recipient, correspondentIn), Parties: each(w.Parties, correspondentIn),
		Salutation: required(w.Salutation), Close: required(w.Close), Signature: required(w.Signature),
		Annotations: each(w.Annotations, valueIn), References: each(w.References, valueIn),
	}
}

func mentionOut(m entente.Mention) wireMention {
	return wireMention{anchorOut(m.Anchor), m.Kind, m.Value}
}

func mentionIn(w wireMention) entente.Mention {
	return entente.Mention{Anchor: anchorIn(w.wireAnchor), Kind: w.Kind, Value: w.Value}
}

func remarkOut(r entente.Remark) wireRemark { return wireRemark{anchorOut(r.Anchor), r.Text} }

func remarkIn(w wireRemark) entente.Remark {
	return entente.Remark{Anchor: anchorIn(w.wireAnchor), Text: w.Text}
}

func claimOut(c entente.Claim) wireClaim {
	w := wireClaim{ID: c.ID, Kind: c.Kind, Force: c.Force, About: c.About, wireAnchor: anchorOut(c.Anchor), Trace: c.Trace}
	if c.Fields != nil {
		w.Fields = make(map[entente.Field][]wireValue, len(c.Fields))
		for f, values := range c.Fields {
			w.Fields[f] = each(values, valueOut)
		}
	}
	return w
}

func claimIn(w wireClaim) entente.Claim {
	c := entente.Claim{Anchor: anchorIn(w.wireAnchor), ID: w.ID, Kind: w.Kind, Force: w.Force, About: w.About, Trace: w.Trace}
	if w.Fields != nil {
		c.Fields = make(map[entente.Field][]entente.Value, len(w.Fields))
		for f, values := range w.Fields {
			c.Fields[f] = each(values, valueIn)
		}
	}
	return c
}
