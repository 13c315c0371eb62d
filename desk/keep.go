package desk

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"entente"
	"entente/ledger"
	"entente/projection"
	"entente/search"
)

// A Report is what Verify looked at.
type Report = ledger.Report

// Verify checks the whole ledger: its hash chain, ids, register numbers and
// texts, and every anchor against its text version. A head that was noted
// before ("12:9f86…", from an earlier Report) must still be a head of it; ""
// asks for none. What is wrong comes back as an entente.ErrCorrupt that names
// the entry.
func (r *Register) Verify(ctx context.Context, head string) (Report, error) {
	var report Report
	err := r.store.View(ctx, func(view Snapshot) (err error) {
		if report, err = ledger.Verify(view); err != nil || head == "" {
			return err
		}
		return verifyHead(view, report, head)
	})
	return report, err
}

func verifyHead(view Snapshot, report Report, head string) error {
	size, hash, ok := strings.Cut(head, ":")
	n, err := strconv.ParseInt(size, 10, 64)
	if !ok || err != nil || n < 1 {
		return &entente.InputError{Name: "head", At: -1, Text: "no head; write it as entente verify printed it, 12:9f86…", Err: entente.ErrInvalid}
	}
	if entente.Seq(n) > report.Head.Size {
		return fmt.Errorf("the ledger holds %d entries, the head was noted after %d: %w", report.Head.Size, n, entente.ErrCorrupt)
	}
	was, err := ledger.HeadAt(view, entente.Seq(n))
	if err != nil {
		return err
	}
	if was.Hash != strings.ToLower(hash) {
		return fmt.Errorf("the first %d entries are not those of the head that was noted: %w", n, entente.ErrCorrupt)
	}
	return nil
}

// Rebuilt is what Rebuild did.
type Rebuilt struct {
	Entries int
	Rows    int  // of all views
	Same    bool // the views were, byte for byte, what the ledger gives
}

// Rebuild makes every view and the indexes of search and identity again from
// the ledger, to which it adds nothing.
func (r *Register) Rebuild(ctx context.Context) (Rebuilt, error) {
	var rebuilt Rebuilt
	err := r.store.Update(ctx, func(tx Tx) error {
		before, _, err := viewsHash(tx)
		if err != nil {
			return err
		}
		if rebuilt.Entries, err = r.remake(tx); err != nil {
			return err
		}
		after, rows, err := viewsHash(tx)
		rebuilt.Rows, rebuilt.Same = rows, before == after
		return err
	})
	return rebuilt, err
}

// remake makes every view and index again and returns how many entries the
// ledger holds.
func (r *Register) remake(tx Tx) (int, error) {
	until, err := indexed(tx)
	if err != nil {
		return 0, err
	}
	n, err := Refold(tx)
	if err != nil {
		return n, err
	}
	if m := r.matcher(); m != nil {
		err = r.index(tx, m, until)
	}
	return n, err
}

// refoldBatch is how many entries are folded together when all are: what they
// touch is held in memory, and read and written once.
const refoldBatch = 1024

// Refold makes the views of a transaction's ledger again and returns how many
// entries it holds.
func Refold(tx Tx) (int, error) {
	if err := tx.ClearViews(); err != nil {
		return 0, err
	}
	if err := tx.ClearIndex(); err != nil {
		return 0, err
	}
	words, n := search.New(nil), 0
	var entries []entente.Entry
	var rule entente.Seq
	for entry, err := range decoded(tx.Records(0)) {
		if err != nil {
			return n, err
		}
		if entry.By == ByRule {
			rule = entry.Seq
		}
		if entries = append(entries, entry); len(entries) == refoldBatch {
			if err := fold(tx, words, entries); err != nil {
				return n, err
			}
			entries = entries[:0]
		}
		n++
	}
	if err := fold(tx, words, entries); err != nil {
		return n, err
	}
	return n, errors.Join(setSeq(tx, nearRule, rule), projection.SetForm(tx))
}

// renew makes the views again if they have the form of another version of
// Entente. Meanwhile others see the old ones.
func (r *Register) renew(ctx context.Context, say func(entries int)) error {
	var last entente.Seq
	present := false
	err := r.store.View(ctx, func(view Snapshot) (err error) {
		if present, err = projection.Present(view); err != nil || present {
			return err
		}
		last, err = view.Last()
		return err
	})
	if err != nil || present || last == 0 {
		return err
	}
	if say != nil {
		say(int(last))
	}
	return r.store.Update(ctx, func(tx Tx) error {
		if there, err := projection.Present(tx); there || err != nil { // another program was faster
			return err
		}
		_, err := r.remake(tx)
		return err
	})
}

// Check verifies the ledger of one snapshot, such as a backup before it is
// restored.
func Check(view Snapshot) error {
	_, err := ledger.Verify(view)
	return err
}

// viewsHash returns a hash over every row of every view and their number. The
// index of identity is left out: like that of search it is not read by people,
// and what it holds depends on when it was made.
func viewsHash(view projection.View) (string, int, error) {
	hash, rows := sha256.New(), 0
	for row, err := range view.Scan("", "") {
		if err != nil {
			return "", 0, err
		}
		if strings.HasPrefix(row.Key, near) {
			continue
		}
		fmt.Fprintf(hash, "%d:%s%d:%s", len(row.Key), row.Key, len(row.Value), row.Value)
		rows++
	}
	return hex.EncodeToString(hash.Sum(nil)), rows, nil
}
