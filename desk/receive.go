package desk

import (
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"time"

	"entente"
	"entente/ledger"
	"entente/projection"
)

// maxDocument is the length in bytes above which a file is refused.
const maxDocument = 256 << 20

// maxBatch is how many documents at most are entered in one transaction.
const maxBatch = 64

// A Source is one file to receive.
type Source struct {
	Name string
	Open func() (io.ReadCloser, error)
}

// Receiving says how documents are entered.
type Receiving struct {
	By        string            // who enters them; required
	Direction entente.Direction // "" means In
	On        string            // day of receipt, "2026-11-23"; "" means today
	Mark      entente.Mark      // of each whole document
	Language  string            // BCP 47 tag that overrides the one recognised; "" for none
}

// A Receipt says what became of one source. It comes once the document is
// safe.
type Receipt struct {
	Name     string
	ID       entente.DocumentID
	Known    bool // the document was there before
	Read     bool // it was read just now; a known one was unread before
	Number   entente.Number
	Form     string
	Claims   int
	Relation string // of its first relation; "" for none
	Unread   error  // why it is kept unread
	Err      error  // why it was not entered
}

// Receive reads sources side by side, enters them in their order, and calls
// done for each once it is on disk. A file that cannot be read is kept,
// marked unread, and the rest goes on. It returns an error only where nothing
// more can be entered: the register fails, or ctx is done.
func (r *Register) Receive(ctx context.Context, how Receiving, sources []Source, done func(Receipt)) error {
	if r.reader == nil {
		return errors.New("desk: this register has no reader")
	}
	if how.Direction == "" {
		how.Direction = entente.In
	}
	if !slices.Contains(entente.Directions, how.Direction) {
		return &entente.InputError{Name: "direction", At: -1, Text: fmt.Sprintf("%q is none; say in, out or internal", how.Direction), Err: entente.ErrInvalid}
	}
	if how.On == "" {
		how.On = r.now().Format(time.DateOnly)
	}
	if _, err := time.Parse(time.DateOnly, how.On); err != nil {
		return &entente.InputError{Name: "day of receipt", At: -1, Text: fmt.Sprintf("%q is no day; write it as 2026-11-23", how.On), Err: entente.ErrInvalid}
	}
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	arrivals := batcher{queue: r.readAhead(ctx, how, sources)}
	var unjoined error
	waiting := 0 // documents that identity has not looked at
	for {
		batch, more := arrivals.batch(ctx)
		if len(batch) > 0 {
			if err := r.enterBatch(ctx, how, batch, done); err != nil {
				return err
			}
			waiting += len(batch)
		}
		if waiting >= identifyAfter || waiting > 0 && !more {
			waiting = 0
			if unjoined == nil {
				unjoined = r.Identify(ctx)
			}
		}
		if !more {
			return errors.Join(ctx.Err(), unjoined)
		}
	}
}

// identifyAfter is how many documents are entered before identity looks at
// them together: matters that many of them join are made again once, and no
// other writer waits long.
const identifyAfter = 400

// Identify lets identity look at what was entered since it last did. A document is safe without it,
// so it has its own transaction, and a fault of it takes nothing back; the
// next Receive looks again.
func (r *Register) Identify(ctx context.Context) (err error) {
	defer func() {
		if fault := recover(); fault != nil {
			err = fmt.Errorf("what was received is entered, but its matters were not compared with others: a fault of Entente (%v); please report it", fault)
		}
	}()
	if r.matcher() == nil {
		return nil
	}
	return r.store.Update(ctx, r.identify)
}

// enterBatch enters arrivals in one transaction. If one of them is refused,
// each gets its own, so that the others still stand.
func (r *Register) enterBatch(ctx context.Context, how Receiving, batch []arrival, done func(Receipt)) error {
	receipts := make([]Receipt, len(batch))
	err := r.store.Update(ctx, func(tx Tx) error {
		for i, a := range batch {
			var err error
			if receipts[i], err = r.enterOne(tx, how, a); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil && errors.Is(err, entente.ErrInvalid) && len(batch) > 1 {
		for _, a := range batch {
			if err := r.enterBatch(ctx, how, []arrival{a}, done); err != nil {
				return err
			}
		}
		return nil
	}
	if err != nil && errors.Is(err, entente.ErrInvalid) {
		receipts[0] = Receipt{Name: batch[0].source.Name, ID: batch[0].doc.ID, Err: err}
		err = nil
	}
	if err != nil {
		return err
	}
	for _, receipt := range receipts {
		done(receipt)
	}
	return nil
}

func (r *Register) enterOne(tx Tx, how Receiving, a arrival) (Receipt, error) {
	receipt := Receipt{Name: a.source.Name, ID: a.doc.ID, Known: a.known, Unread: a.unread, Err: a.err}
	if a.err != nil {
		return receipt, nil
	}
	if !a.known {
		hand := ledger.Hand{By: how.By, At: r.now(), Mark: how.Mark}
		received := entente.Received{Document: a.doc, On: how.On, Number: numberOf(how), Unread: reason(a.unread)}
		entries, err := r.enter(tx, hand, received)
		if err != nil {
			return receipt, err
		}
		receipt.Known = len(entries) == 0
	}
	row, err := projection.DocumentOf(tx, a.doc.ID)
	if err != nil {
		return receipt, err
	}
	if a.read != nil && row.Read == 0 {
		// The mark of the document covers its reading; the entry needs none.
		hand := ledger.Hand{By: how.By, At: r.now()}
		if _, err := r.enter(tx, hand, entente.Read{Document: a.doc, Packs: r.packsOf(a.doc.Language), Reading: *a.read}); err != nil {
			return receipt, err
		}
		if row, err = projection.DocumentOf(tx, a.doc.ID); err != nil {
			return receipt, err
		}
		receipt.Read = true
	}
	receipt.Number, receipt.Form, receipt.Claims = row.Number, row.Form, row.Claims
	if len(row.Relations) > 0 {
		receipt.Relation = row.Relations[0].Relation.String()
	}
	return receipt, nil
}

func numberOf(how Receiving) entente.Number {
	on, _ := time.Parse(time.DateOnly, how.On) // checked by Receive
	return entente.Number{Direction: how.Direction, Year: on.Year()}
}

// reason says why a document is unread, without its name.
func reason(err error) string {
	var input *entente.InputError
	switch {
	case err == nil:
		return ""
	case errors.As(err, &input):
		return input.Text
	}
	return err.Error()
}

// packsOf names the packs that read a language.
func (r *Register) packsOf(language string) []string {
	var names []string
	for _, tag := range []string{language, "mul"} {
		if r.packs == nil {
			break
		}
		if p := r.packs.Pack(tag); p != nil {
			names = append(names, tag+" "+p.Hash())
		}
	}
	return names
}
