package mill

import (
	"fmt"

	"entente"
	"entente/ledger"
)

// together is how many documents are entered in one transaction.
const together = 500

// Next makes the next document. Relations take turns, as letters of a ministry
// come in.
func (m *Mill) Next() entente.Read {
	i := len(m.entered)
	read := m.Read(i%len(m.Things), i/len(m.Things))
	var claims []claim
	for _, c := range read.Reading.Claims {
		claims = append(claims, claim{ledger.ClaimID(read.Document.TextSHA256, c), c.Kind})
	}
	m.entered = append(m.entered, claims)
	return read
}

// Fill enters the next n documents in a ledger, and nothing in its views.
func (m *Mill) Fill(update func(func(ledger.Tx) error) error, hand ledger.Hand, n int) error {
	for from, to := len(m.entered), len(m.entered)+n; from < to; from += together {
		err := update(func(tx ledger.Tx) error {
			var bodies []entente.Body
			for i := from; i < min(from+together, to); i++ {
				read := m.Next()
				bodies = append(bodies, entente.Received{Document: read.Document, On: "2051-01-01", Number: entente.Number{Direction: entente.In, Year: 2051}}, read)
			}
			_, err := ledger.Append(tx, hand, bodies...)
			return err
		})
		if err != nil {
			return fmt.Errorf("fill from document %d: %w", from, err)
		}
	}
	return nil
}

// People enters what people hold of the documents made so far.
func (m *Mill) People(update func(func(ledger.Tx) error) error, hand ledger.Hand) error {
	for from := 0; from < len(m.entered); from += together {
		err := update(func(tx ledger.Tx) error {
			var bodies []entente.Body
			for i := from; i < min(from+together, len(m.entered)); i++ {
				bodies = append(bodies, m.Held(i)...)
			}
			_, err := ledger.Append(tx, hand, bodies...)
			return err
		})
		if err != nil {
			return fmt.Errorf("people from document %d: %w", from, err)
		}
	}
	return nil
}

// Held returns what people hold of document i, judgements and notes: of every
// tenth all claims are confirmed, of a few one is confirmed or rejected; here
// and there a matter is starred, its outcome is judged, or it is doubted
// whether two claims are about one.
func (m *Mill) Held(i int) []entente.Body {
	var bodies []entente.Body
	claims := m.entered[i]
	for n, c := range claims {
		held := entente.Judgement{Subject: c.id}
		switch {
		case i%10 == 3, n == 0 && i%17 == 0:
			held.Verdict = entente.Confirmed
		case n == 1 && i%40 == 0:
			held.Verdict = entente.Rejected
		case n == 2 && i%150 == 0 && c.kind != entente.Contact:
			held.Verdict, held.Outcome = entente.Concluded, entente.Kept
		case n == 3 && i%25 == 0:
			other := m.alike(c.kind, i-len(m.Things))
			if other == "" {
				continue
			}
			held.Verdict, held.Other, held.Reason = entente.Unsure, other, "much alike"
		case n == 4 && i%400 == 0:
			bodies = append(bodies, entente.Noted{Subject: c.id, Starred: true, Owner: "Ada", Next: "ask", Due: day(i%240, 1)})
			continue
		default:
			continue
		}
		bodies = append(bodies, held)
	}
	return bodies
}

// alike returns a claim of a kind in document i, "" for none.
func (m *Mill) alike(kind entente.Kind, i int) entente.ClaimID {
	if i < 0 {
		return ""
	}
	for _, c := range m.entered[i] {
		if c.kind == kind {
			return c.id
		}
	}
	return ""
}
