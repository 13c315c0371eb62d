package mill

import (
	"fmt"

	"entente"
	"entente/ledger"
)

// together is how many documents are entered in one transaction.
const together = 500

// Fill enters the documents from one number on and before another in a
// ledger, and nothing in its views. Relations take turns, as letters of a
// ministry come in.
func (m *Mill) Fill(update func(func(ledger.Tx) error) error, hand ledger.Hand, from, to int) error {
	for ; from < to; from += together {
		err := update(func(tx ledger.Tx) error {
			var bodies []entente.Body
			for i := from; i < min(from+together, to); i++ {
				read := m.Read(i%len(m.Things), i/len(m.Things))
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
