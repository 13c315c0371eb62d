package desk

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode"

	"entente"
	"entente/ledger"
	"entente/projection"
)

// ByHand is why a value of a claim made by hand is believed though no words
// of the claim say it.
const ByHand = "entered by hand"

// A HandClaim is a claim that a person makes of words of a document.
type HandClaim struct {
	Document string // its register number, or the start of its id
	Quote    string // the words; white space may differ from the text's
	Near     int    // a byte of the text that they stand at or near to, where they stand several times; -1 for none
	Kind     entente.Kind
	Force    entente.Force
	Fields   map[entente.Field][]Correction
	About    entente.ClaimID // another claim of the document that is about the same; "" for none
}

// An AmbiguousError says that words stand several times in a text; the places
// are in its order.
type AmbiguousError struct {
	Quote  string
	Text   string
	Places []entente.Span
}

func (e *AmbiguousError) Error() string {
	return fmt.Sprintf("the words stand %d times in the text; say which is meant", len(e.Places))
}

func (e *AmbiguousError) Unwrap() error { return entente.ErrInvalid }

// ClaimByHand enters a claim that a person makes, and returns its id. It
// stands as if its maker had confirmed it. The error is an
// *entente.InputError for words that the text does not hold or a value that
// is not of its closed list, and an *AmbiguousError for words that it holds
// several times.
func (r *Register) ClaimByHand(ctx context.Context, by string, h HandClaim) (entente.ClaimID, error) {
	var id entente.ClaimID
	err := r.store.Update(ctx, func(tx Tx) error {
		a, err := askOne(tx, h.Document)
		if err != nil {
			return err
		}
		if a.Document == nil {
			return fmt.Errorf("document %s: %w", h.Document, entente.ErrNotFound)
		}
		doc := a.Document.Document
		data, err := tx.Blob(doc.TextSHA256)
		if err != nil {
			return err
		}
		claim, err := h.claim(string(data))
		if err != nil {
			return err
		}
		id = ledger.ClaimID(doc.TextSHA256, claim)
		bodies := []entente.Body{entente.Claimed{Document: doc.ID, TextSHA256: doc.TextSHA256, Claim: claim}}
		row, err := projection.ClaimOf(tx, id)
		switch {
		case err == nil && row.Verdict == entente.Confirmed:
			return nil // it stands already
		case err == nil: // the reader made it too, or it was taken back
			bodies = []entente.Body{entente.Judgement{Verdict: entente.Confirmed, Subject: id, Follows: row.Judgement}}
		case !errors.Is(err, entente.ErrNotFound):
			return err
		}
		if h.About != "" {
			if !slices.ContainsFunc(a.Document.Claims, func(c *Claim) bool { return c.ID == h.About && c.Claim.Kind == h.Kind }) {
				return &entente.InputError{Name: "about", At: -1, Text: "no claim of this kind in the document has that id", Err: entente.ErrInvalid}
			}
			bodies = append(bodies, entente.Judgement{Verdict: entente.Same, Subject: id, Other: h.About, Reason: ByHand})
		}
		_, err = r.enter(tx, ledger.Hand{By: by, At: r.now()}, bodies...)
		return err
	})
	return id, err
}

// claim makes the claim, its words found in the text.
func (h HandClaim) claim(text string) (entente.Claim, error) {
	rules, ok := entente.FieldsOf[h.Kind]
	if !ok || !slices.Contains(entente.Forces, h.Force) {
		return entente.Claim{}, &entente.InputError{Name: "kind", At: -1, Text: "give a kind and a force of the lists", Err: entente.ErrInvalid}
	}
	at, err := locate(text, h.Quote, h.Near)
	if err != nil {
		return entente.Claim{}, err
	}
	claim := entente.Claim{Anchor: entente.At(text, at), Kind: h.Kind, Force: h.Force}
	for _, rule := range rules {
		values := h.Fields[rule.Field]
		for _, v := range values {
			if rule.Values != nil && !slices.Contains(rule.Values, v.Value) {
				return claim, &entente.InputError{Name: string(rule.Field), At: -1, Text: fmt.Sprintf("%q is not of the list", v.Value), Err: entente.ErrInvalid}
			}
		}
		if len(values) > 0 {
			claim = Corrected(claim, text, rule.Field, values, ByHand)
		}
	}
	return claim, nil
}

// locate returns where words stand in a text, white space standing for any
// other; of several places the one nearest to a byte.
func locate(text, quote string, near int) (entente.Span, error) {
	words := strings.Fields(quote)
	if len(words) == 0 {
		return entente.Span{}, &entente.InputError{Name: "quote", At: -1, Text: "give the words of the text that make the claim", Err: entente.ErrInvalid}
	}
	places := placesOf(text, words)
	switch {
	case len(places) == 0:
		return entente.Span{}, &entente.InputError{Name: "quote", At: -1, Text: "these words do not stand in the text; they must be there exactly", Err: entente.ErrInvalid}
	case len(places) == 1:
		return places[0], nil
	case near < 0:
		return entente.Span{}, &AmbiguousError{quote, text, places}
	}
	return slices.MinFunc(places, func(a, b entente.Span) int { return distance(a.Start, near) - distance(b.Start, near) }), nil
}

func distance(a, b int) int { return max(a-b, b-a) }

// maxPlaces is how often words may stand in a text; what is more common is no
// claim.
const maxPlaces = 50

// placesOf returns where words follow each other with nothing but white space
// between them.
func placesOf(text string, words []string) []entente.Span {
	var places []entente.Span
	for from := 0; len(places) < maxPlaces; {
		at := strings.Index(text[from:], words[0])
		if at < 0 {
			break
		}
		start := from + at
		end, ok := start+len(words[0]), true
		for _, w := range words[1:] {
			next := strings.TrimLeftFunc(text[end:], unicode.IsSpace)
			if ok = len(next) < len(text)-end && strings.HasPrefix(next, w); !ok {
				break
			}
			end = len(text) - len(next) + len(w)
		}
		if ok {
			places = append(places, entente.Span{Start: start, End: end})
		}
		from = start + len(words[0])
	}
	return places
}
