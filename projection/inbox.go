package projection

import (
	"fmt"
	"strings"

	"entente"
)

// A State is how far a document has come with us.
type State string

const (
	StateNew    State = "new"    // nobody has looked at a claim of it
	StateReview State = "review" // some claims were judged, some wait
	StateDone   State = "done"   // no claim waits
	StateUnread State = "unread" // it could not be read
)

// State returns how far a document has come.
func (d *Document) State() State {
	switch {
	case d.Unread != "":
		return StateUnread
	case d.Waiting == 0:
		return StateDone
	case d.Judged == 0:
		return StateNew
	}
	return StateReview
}

// A Summary counts the documents of a register.
type Summary struct {
	Documents int
	ByState   map[State]int
	ByReader  map[string]int // those that were read, by ReaderOf
}

// ReaderOf names what read a document: its language and the packs.
func ReaderOf(language string, packs []string) string {
	return language + ": " + strings.Join(packs, ", ")
}

func (s *Summary) count(f filing, step int) {
	s.Documents += step
	counted(&s.ByState, f.state, step)
	if f.reader != "" {
		counted(&s.ByReader, f.reader, step)
	}
}

func counted[K comparable](counts *map[K]int, key K, step int) {
	if *counts == nil {
		*counts = map[K]int{}
	}
	if (*counts)[key] += step; (*counts)[key] == 0 {
		delete(*counts, key)
	}
}

const summaryKey = "summary"

func inboxKey(of entente.Relation, state State) string {
	return "inbox/" + of.String() + "/" + string(state) + "/"
}

// SummaryOf counts the documents.
func SummaryOf(v View) (Summary, error) {
	s, err := summaryOf(v)
	if err != nil {
		return Summary{}, err
	}
	return *s, nil
}

func summaryOf(v View) (*Summary, error) {
	s, err := load(v, summaryKey, summaryRow)
	if s == nil {
		s = &Summary{}
	}
	return s, err
}

// Inbox returns at most limit documents in a state, or in any for "", after
// the first skip of them: latest received first, then by date and number.
func Inbox(v View, state State, skip, limit int) ([]*Document, error) {
	var keys []string
	for row, err := range v.Scan(inboxKey(entente.Relation{}, state), "") {
		if err != nil {
			return nil, err
		}
		if skip > 0 {
			skip--
			continue
		}
		if len(keys) == limit {
			break
		}
		keys = append(keys, "document/"+string(row.Value))
	}
	return many(v, keys, documentRow)
}

// Newest returns the document of a relation, or of all for the zero Relation,
// that bears the latest date; entente.ErrNotFound if there is none.
func Newest(v View, of entente.Relation) (*Document, error) {
	row, err := v.Tail("dated/" + of.String() + "/document/")
	if err != nil {
		return nil, err
	}
	if row.Key == "" {
		return nil, fmt.Errorf("documents of %s: %w", of, entente.ErrNotFound)
	}
	return need(v, datedDocument(row), row.Key, documentRow)
}
