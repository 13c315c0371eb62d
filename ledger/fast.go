package ledger

import (
	"time"
	"unicode/utf8"

	"entente"
)

// A fast decoder of the entries that there are most of: documents received,
// readings and judgements. It reads only what encode writes, its keys in
// their order and no blanks between, and gives up on anything else, which
// then goes the plain way; FuzzDecode holds the two to the same results.

// decodeFast returns the entry that data holds and whether it could tell.
func decodeFast(data []byte) (e entente.Entry, ok bool) {
	if !utf8.Valid(data) {
		return e, false
	}
	p := parser{in: string(data)}
	kind, recorded, v := "", "", 0
	p.object(entryKeys, func(key int) {
		switch key {
		case 0:
			v = p.number()
		case 1:
			e.Seq = entente.Seq(p.number())
		case 2:
			e.ID = entente.EntryID(p.text())
		case 3:
			recorded = p.text()
		case 4:
			e.By = p.text()
		case 5:
			e.Mark = entente.Mark(p.text())
		case 6:
			kind = p.text()
		case 7:
			e.Body = p.body(kind)
		}
	})
	at, err := time.Parse(time.RFC3339Nano, recorded)
	e.Recorded = at
	return e, !p.bad && p.at == len(p.in) && err == nil && e.Body != nil && v == versionOf(kind)
}

var (
	entryKeys     = []string{"v", "seq", "id", "recorded", "by", "mark", "kind", "body"}
	receivedKeys  = []string{"document", "name", "media_type", "bytes", "direction", "year", "n", "on", "unread"}
	readKeys      = []string{"document", "name", "media_type", "bytes", "charset", "language", "text_sha256", "pages", "packs", "envelope", "between", "mentions", "claims", "remarks"}
	judgementKeys = []string{"verdict", "subject", "other", "claim", "text_sha256", "outcome", "reason", "follows"}
	envelopeKeys  = []string{"form", "date", "place", "sender", "recipient", "parties", "salutation", "close", "signature", "annotations", "references"}
	personKeys    = []string{"name", "honorific", "office", "state"}
	valueKeys     = []string{"span", "quote", "value", "name", "inferred", "why"}
	mentionKeys   = []string{"span", "quote", "kind", "value"}
	remarkKeys    = []string{"span", "quote", "text"}
	claimKeys     = []string{"id", "kind", "force", "about", "span", "quote", "fields", "trace"}
)

func (p *parser) body(kind string) entente.Body {
	switch kind {
	case "received":
		return p.received()
	case "read":
		return p.read()
	case "judgement":
		return p.judgement()
	}
	p.bad = true
	return nil
}

func (p *parser) received() (r entente.Received) {
	p.object(receivedKeys, func(key int) {
		switch key {
		case 0:
			r.Document.ID = entente.DocumentID(p.text())
		case 1:
			r.Document.Name = p.text()
		case 2:
			r.Document.MediaType = p.text()
		case 3:
			r.Document.Bytes = p.number()
		case 4:
			r.Number.Direction = entente.Direction(p.text())
		case 5:
			r.Number.Year = p.number()
		case 6:
			r.Number.N = p.number()
		case 7:
			r.On = p.text()
		case 8:
			r.Unread = p.text()
		}
	})
	return r
}

func (p *parser) read() (r entente.Read) {
	d := &r.Document
	p.object(readKeys, func(key int) {
		switch key {
		case 0:
			d.ID = entente.DocumentID(p.text())
		case 1:
			d.Name = p.text()
		case 2:
			d.MediaType = p.text()
		case 3:
			d.Bytes = p.number()
		case 4:
			d.Charset = p.text()
		case 5:
			d.Language = p.text()
		case 6:
			d.TextSHA256 = p.text()
		case 7:
			d.Pages = many(p, p.span)
		case 8:
			r.Packs = many(p, p.text)
		case 9:
			r.Reading.Envelope = p.envelope()
		case 10:
			r.Reading.Between = many(p, p.value)
		case 11:
			r.Reading.Mentions = many(p, p.mention)
		case 12:
			r.Reading.Claims = many(p, p.claim)
		case 13:
			r.Reading.Remarks = many(p, p.remark)
		}
	})
	return r
}

func (p *parser) judgement() (j entente.Judgement) {
	p.object(judgementKeys, func(key int) {
		switch key {
		case 0:
			j.Verdict = entente.Verdict(p.text())
		case 1:
			j.Subject = entente.ClaimID(p.text())
		case 2:
			j.Other = entente.ClaimID(p.text())
		case 3:
			c := p.claim()
			j.Claim = &c
		case 4:
			j.TextSHA256 = p.text()
		case 5:
			j.Outcome = entente.Outcome(p.text())
		case 6:
			j.Reason = p.text()
		case 7:
			j.Follows = entente.EntryID(p.text())
		}
	})
	return j
}

func (p *parser) envelope() (e entente.Envelope) {
	single := []*entente.Value{0: &e.Form, 1: &e.Date, 2: &e.Place, 6: &e.Salutation, 7: &e.Close, 8: &e.Signature}
	p.object(envelopeKeys, func(key int) {
		switch key {
		case 3:
			e.Sender = many(p, p.person)
		case 4:
			e.Recipient = many(p, p.person)
		case 5:
			e.Parties = many(p, p.person)
		case 9:
			e.Annotations = many(p, p.value)
		case 10:
			e.References = many(p, p.value)
		default:
			*single[key] = p.value()
		}
	})
	return e
}

func (p *parser) person() (c entente.Correspondent) {
	parts := [...]*entente.Value{&c.Name, &c.Honorific, &c.Office, &c.State}
	p.object(personKeys, func(key int) { *parts[key] = p.value() })
	return c
}

func (p *parser) value() (v entente.Value) {
	said := false
	p.object(valueKeys, func(key int) {
		switch key {
		case 0:
			v.Span, said = p.span(), true
		case 1:
			v.Quote = p.text()
		case 2:
			v.Value = p.text()
		case 3:
			v.Name = p.text()
		case 4:
			v.Inferred = p.flag()
		case 5:
			v.Why = p.text()
		}
	})
	if !said {
		v.Quote = ""
	}
	return v
}

func (p *parser) mention() (m entente.Mention) {
	said := false
	p.object(mentionKeys, func(key int) {
		switch key {
		case 0:
			m.Span, said = p.span(), true
		case 1:
			m.Quote = p.text()
		case 2:
			m.Kind = entente.MentionKind(p.text())
		case 3:
			m.Value = p.text()
		}
	})
	if !said {
		m.Quote = ""
	}
	return m
}

func (p *parser) remark() (r entente.Remark) {
	said := false
	p.object(remarkKeys, func(key int) {
		switch key {
		case 0:
			r.Span, said = p.span(), true
		case 1:
			r.Quote = p.text()
		case 2:
			r.Text = p.text()
		}
	})
	if !said {
		r.Quote = ""
	}
	return r
}

func (p *parser) claim() (c entente.Claim) {
	said := false
	p.object(claimKeys, func(key int) {
		switch key {
		case 0:
			c.ID = p.text()
		case 1:
			c.Kind = entente.Kind(p.text())
		case 2:
			c.Force = entente.Force(p.text())
		case 3:
			c.About = p.text()
		case 4:
			c.Span, said = p.span(), true
		case 5:
			c.Quote = p.text()
		case 6:
			c.Fields = p.fields()
		case 7:
			c.Trace = many(p, p.text)
		}
	})
	if !said {
		c.Quote = ""
	}
	return c
}

// fields reads a map whose keys are sorted.
func (p *parser) fields() map[entente.Field][]entente.Value {
	fields := map[entente.Field][]entente.Value{}
	last := ""
	for more := p.open('{', '}'); more; more = p.more('}') {
		key := p.text()
		p.want(':')
		p.bad = p.bad || key <= last
		last = key
		fields[entente.Field(key)] = many(p, p.value)
	}
	return fields
}
