package ledger

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"entente"
)

// admit checks that an entry holds together, gives it its register number and
// keeps its bytes.
func admit(tx Tx, entry *entente.Entry) error {
	switch b := entry.Body.(type) {
	case entente.Received:
		if err := admitReceived(tx, &b); err != nil {
			return err
		}
		entry.Body = b
		return nil
	case entente.Read:
		return admitRead(tx, b)
	case entente.Marked:
		text, err := tx.Blob(b.TextSHA256)
		if err != nil {
			return fmt.Errorf("mark a passage of text %s: %w", b.TextSHA256, err)
		}
		if b.Mark == "" || !b.Passage.Checks(string(text)) {
			return fmt.Errorf("mark a passage: the mark is empty or its words are not there: %w", entente.ErrInvalid)
		}
		return nil
	case entente.Judgement:
		return admitJudgement(tx, b)
	case entente.Noted:
		if b.Subject == "" {
			return fmt.Errorf("note: the claim it is about is missing: %w", entente.ErrInvalid)
		}
		return admitFollows(tx, "note", b.Follows)
	case entente.Watched:
		if rel := b.Relation; rel != entente.Between(rel.A, rel.B) || rel == (entente.Relation{}) || b.Months < 0 || b.Months > entente.LongestHorizon {
			return fmt.Errorf("watch %s for %d months: give two states and 0 to %d months: %w", rel, b.Months, entente.LongestHorizon, entente.ErrInvalid)
		}
		return admitFollows(tx, "watch", b.Follows)
	case entente.Claimed:
		return admitClaimed(tx, b)
	case entente.Saved:
		if !plain(b.Name, entente.LongestName) || b.Name == "" || !plain(b.Query, entente.LongestQuery) {
			return fmt.Errorf("save a search: its name is empty, or it or the query is too long or no plain text: %w", entente.ErrInvalid)
		}
		return admitFollows(tx, "save", b.Follows)
	}
	return fmt.Errorf("a body of type %T: %w", entry.Body, entente.ErrInvalid)
}

func admitReceived(tx Tx, b *entente.Received) error {
	original := Original(b.Document)
	if DocumentID(original) != b.Document.ID {
		return fmt.Errorf("receive %s: its bytes have another hash: %w", b.Document.ID, entente.ErrInvalid)
	}
	if _, err := time.Parse(time.DateOnly, b.On); err != nil {
		return fmt.Errorf("receive %s: the day of receipt %q is not of the form 2026-11-23: %w", b.Document.ID, b.On, entente.ErrInvalid)
	}
	if !slices.Contains(entente.Directions, b.Number.Direction) || b.Number.Year < 1 {
		return fmt.Errorf("receive %s: the register number %q has no direction or year: %w", b.Document.ID, b.Number, entente.ErrInvalid)
	}
	last, err := tx.LastNumber(b.Number.Direction, b.Number.Year)
	if err != nil {
		return err
	}
	if b.Number.N == 0 {
		b.Number.N = last + 1
	}
	if b.Number.N != last+1 {
		return fmt.Errorf("receive %s: register number %s does not follow %d: %w", b.Document.ID, b.Number, last, entente.ErrConflict)
	}
	return tx.PutBlob(SHA256(original), original)
}

// Original returns the bytes of a document as received.
func Original(doc entente.Document) []byte {
	if doc.Original != nil {
		return doc.Original
	}
	return []byte(doc.Text)
}

func admitRead(tx Tx, b entente.Read) error {
	seq, err := tx.Find(ReceivedID(b.Document.ID))
	if err != nil {
		return err
	}
	if seq == 0 {
		return fmt.Errorf("read %s: the document was not received: %w", b.Document.ID, entente.ErrNotFound)
	}
	text := []byte(b.Document.Text)
	if len(text) == 0 || SHA256(text) != b.Document.TextSHA256 {
		return fmt.Errorf("read %s: the text is empty or has another hash: %w", b.Document.ID, entente.ErrInvalid)
	}
	if err := CheckReading(b.Document.Text, b.Reading); err != nil {
		return fmt.Errorf("read %s: %w", b.Document.ID, err)
	}
	return tx.PutBlob(b.Document.TextSHA256, text)
}

// CheckReading reports, as an entente.ErrInvalid, the first anchor of a
// reading that is not exactly the words of text. It names places, never words.
func CheckReading(text string, r entente.Reading) error {
	for _, c := range r.Claims {
		if err := CheckClaim(text, c); err != nil {
			return err
		}
	}
	for _, m := range r.Mentions {
		if !m.Checks(text) {
			return wrongAnchor("mention", m.Anchor)
		}
	}
	for _, m := range r.Remarks {
		if m.Anchor != (entente.Anchor{}) && !m.Checks(text) {
			return wrongAnchor("remark", m.Anchor)
		}
	}
	var wrong error
	eachValue(r, func(v entente.Value) {
		if wrong == nil && v.Anchor != (entente.Anchor{}) && !v.Checks(text) {
			wrong = wrongAnchor("envelope", v.Anchor)
		}
	})
	return wrong
}

// CheckClaim reports, as an entente.ErrInvalid, what keeps a claim out of the
// ledger: no words that check, a value that is neither said nor inferred, or
// a kind or force that is not of the closed lists.
func CheckClaim(text string, c entente.Claim) error {
	if !c.Checks(text) {
		return wrongAnchor("claim "+c.ID, c.Anchor)
	}
	if _, ok := entente.FieldsOf[c.Kind]; !ok || !slices.Contains(entente.Forces, c.Force) {
		return fmt.Errorf("claim %s: kind %q or force %q is not known: %w", c.ID, c.Kind, c.Force, entente.ErrInvalid)
	}
	for field, values := range c.Fields {
		for _, v := range values {
			said := v.Anchor != (entente.Anchor{})
			if said && !v.Checks(text) {
				return wrongAnchor(fmt.Sprintf("claim %s, %s", c.ID, field), v.Anchor)
			}
			if !said && !v.Inferred {
				return fmt.Errorf("claim %s, %s: a value without words is not inferred: %w", c.ID, field, entente.ErrInvalid)
			}
		}
	}
	return nil
}

func wrongAnchor(what string, a entente.Anchor) error {
	return fmt.Errorf("%s: the words at %d-%d are not its quote: %w", what, a.Start, a.End, entente.ErrInvalid)
}

// eachValue calls f on every value of an envelope, and on those that say
// between whom it is.
func eachValue(r entente.Reading, f func(entente.Value)) {
	e := r.Envelope
	for _, v := range []entente.Value{e.Form, e.Date, e.Place, e.Salutation, e.Close, e.Signature} {
		f(v)
	}
	for _, list := range [][]entente.Correspondent{e.Sender, e.Recipient, e.Parties} {
		for _, c := range list {
			for _, v := range []entente.Value{c.Name, c.Honorific, c.Office, c.State} {
				f(v)
			}
		}
	}
	for _, list := range [][]entente.Value{e.Annotations, e.References, r.Between} {
		for _, v := range list {
			f(v)
		}
	}
}

// admitJudgement checks what a judgement needs by its verdict.
func admitJudgement(tx Tx, j entente.Judgement) error {
	pair := j.Other != "" && j.Other != j.Subject
	ok := j.Subject != ""
	switch j.Verdict {
	case entente.Confirmed, entente.Rejected:
		ok = ok && j.Other == ""
	case entente.Corrected:
		ok = ok && j.Other == "" && j.Claim != nil
	case entente.Superseded:
	case entente.Same, entente.Different, entente.Unsure:
		ok = ok && pair
	case entente.Concluded:
		ok = ok && (j.Outcome == "" || slices.Contains(entente.Outcomes, j.Outcome))
	default:
		ok = false
	}
	if !ok || (j.Claim != nil) != (j.Verdict == entente.Corrected) {
		return fmt.Errorf("judge %q: what it is about is missing or does not fit: %w", j.Verdict, entente.ErrInvalid)
	}
	if err := admitFollows(tx, "judge", j.Follows); err != nil || j.Claim == nil {
		return err
	}
	text, err := tx.Blob(j.TextSHA256)
	if err != nil {
		return fmt.Errorf("correct a claim in text %s: %w", j.TextSHA256, err)
	}
	return CheckClaim(string(text), *j.Claim)
}

// admitClaimed checks a claim made by hand as that of a reading would be.
func admitClaimed(tx Tx, b entente.Claimed) error {
	seq, err := tx.Find(ReceivedID(b.Document))
	if err != nil {
		return err
	}
	if seq == 0 {
		return fmt.Errorf("claim by hand in %s: the document was not received: %w", b.Document, entente.ErrNotFound)
	}
	text, err := tx.Blob(b.TextSHA256)
	if err != nil {
		return fmt.Errorf("claim by hand in text %s: %w", b.TextSHA256, err)
	}
	return CheckClaim(string(text), b.Claim)
}

// plain reports whether s is UTF-8 of one line, of at most longest bytes, with
// no sign that does not print.
func plain(s string, longest int) bool {
	return len(s) <= longest && utf8.ValidString(s) && !strings.ContainsFunc(s, func(r rune) bool {
		return unicode.IsControl(r) || unicode.Is(unicode.Cf, r) && r != '\u200c' && r != '\u200d' // the joiners of some scripts
	})
}

// admitFollows checks that the entry which another follows is there.
func admitFollows(tx Tx, what string, id entente.EntryID) error {
	if id == "" {
		return nil
	}
	if seq, err := tx.Find(id); err != nil || seq == 0 {
		return errors.Join(fmt.Errorf("%s: the entry it follows: %w", what, entente.ErrNotFound), err)
	}
	return nil
}
