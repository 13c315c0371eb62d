package desk

import (
	"context"
	"errors"
	"io"
	"time"

	"entente"
	"entente/edtf"
	"entente/identity"
	"entente/lang"
	"entente/ledger"
	"entente/projection"
	"entente/search"
)

// A Snapshot reads one state of a register; a Tx also writes it.
type (
	Snapshot = interface {
		ledger.Reader
		projection.View
		search.Index
	}
	Tx = interface {
		ledger.Tx
		projection.Tx
		search.Tx
	}
)

// A Store keeps a register. What it must do is what internal/storetest
// checks.
type Store interface {
	// Update calls f with a transaction that no other writer shares. What f
	// wrote stands, safe from a crash, once Update returns nil; with an error
	// nothing does.
	Update(ctx context.Context, f func(Tx) error) error
	// View calls f with one consistent state, whatever is written meanwhile.
	View(ctx context.Context, f func(Snapshot) error) error
}

// A DocumentReader reads documents; Reader is one.
type DocumentReader interface {
	Read(name string, from io.Reader, language string) (entente.Document, entente.Reading, error)
	Reading(doc *entente.Document) entente.Reading
}

// RegisterConfig configures a Register. Only Store is required.
type RegisterConfig struct {
	Store  Store
	Reader DocumentReader   // reads what is received; without one nothing can be
	Packs  *lang.Packs      // the languages of queries, and the packs that a reading is noted to be made with
	Now    func() time.Time // stamps entries; nil means time.Now

	// Renewing is told that the views of so many entries are made again, as
	// another version of Entente made those that are there; nil tells nobody.
	Renewing func(entries int)

	// Dates reads a date in words of any language, for queries; nil reads
	// EDTF alone.
	Dates func(text string) (edtf.Date, bool)
}

// A Register is the desk's work on one register. It may be used by many at
// once.
type Register struct {
	store  Store
	reader DocumentReader
	packs  *lang.Packs
	words  *search.Analyzer
	now    func() time.Time
	dates  func(text string) (edtf.Date, bool)

	outcomes *outcomes
	due      *recall[dueAsked, []DueItem]
	standing *recall[statusAsked, Status]
	answers  *recall[findAsked, answered]
	matcher  func() *identity.Matcher // nil without packs
}

// NewRegister returns a Register over a store. Views that another version of
// Entente made in a form of its own are made again first; a ledger that is
// corrupt is left for Verify to name.
func NewRegister(c RegisterConfig) (*Register, error) {
	if c.Store == nil {
		return nil, errors.New("desk: a register needs a store")
	}
	if c.Now == nil {
		c.Now = time.Now
	}
	r := &Register{store: c.Store, reader: c.Reader, packs: c.Packs, words: search.New(c.Packs), now: c.Now, dates: c.Dates,
		outcomes: &outcomes{},
		due:      &recall[dueAsked, []DueItem]{most: mostDue, weigh: one[[]DueItem]},
		standing: &recall[statusAsked, Status]{most: mostStanding, weigh: Status.weight},
		answers:  &recall[findAsked, answered]{most: mostAnswered, weigh: answered.weight},
	}
	r.matcher = lazyMatcher(r)
	if err := r.renew(context.Background(), c.Renewing); err != nil && !errors.Is(err, entente.ErrCorrupt) {
		return nil, err
	}
	return r, nil
}

// enter appends bodies to the ledger and folds what is new into every view,
// all in one transaction.
func (r *Register) enter(tx Tx, hand ledger.Hand, bodies ...entente.Body) ([]entente.Entry, error) {
	entries, err := ledger.Append(tx, hand, bodies...)
	if err != nil {
		return nil, err
	}
	if len(entries) > 0 && entries[0].Seq == 1 {
		if err := projection.SetForm(tx); err != nil {
			return nil, err
		}
	}
	return entries, fold(tx, r.words, entries)
}

// fold takes entries into every view.
func fold(tx Tx, words *search.Analyzer, entries []entente.Entry) error {
	changed, err := projection.Apply(tx, entries...)
	if err != nil {
		return err
	}
	if err := putDates(tx, changed.Matters); err != nil {
		return err
	}
	if err := putCourses(tx, changed.Matters); err != nil {
		return err
	}
	return takeIn(tx, words, changed)
}
