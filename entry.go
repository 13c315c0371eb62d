package entente

import (
	"fmt"
	"strconv"
	"strings"
	"time"
)

// A Seq is the place of an entry in the ledger, counted from 1; 0 is before
// the first.
type Seq int64

// An EntryID names an entry by its content, in hexadecimal: what is entered
// twice has one id and stands once.
type EntryID string

// A ClaimID names a claim by its content: the text version, its kind, span,
// force and fields. Two readers that read the same claim give it one id, so a
// judgement on it outlives better packs.
type ClaimID string

// A Mark is a handling mark, as printed: "Diffusion restreinte". It may cover
// one passage only, and what derives from that passage inherits it.
type Mark string

// An Entry is one line of the ledger. It never changes; a correction is an
// entry about an entry.
type Entry struct {
	Seq      Seq
	ID       EntryID
	Recorded time.Time // when it was entered, in UTC
	By       string    // who entered it; never empty
	Mark     Mark      // covers all that the entry holds; "" for none
	Body     Body
}

// A Body is what an entry says: Received, Read, Marked, Judgement, Noted,
// Watched, Claimed or Saved.
type Body interface{ body() }

func (Received) body()  {}
func (Read) body()      {}
func (Marked) body()    {}
func (Judgement) body() {}

// Received says that a document reached us and has a register number. Its
// Document holds the original, be it read or not.
type Received struct {
	Document Document
	Number   Number // assigned by the ledger where N is 0
	On       string // day of receipt: "2026-11-23"
	Unread   string // why no decoder takes the bytes; "" if one does
}

// Read says what a reader found in one text version of a document. Several
// may stand for one document; the latest is its reading.
type Read struct {
	Document Document
	Packs    []string // the packs that read it, by tag and hash: "fr 9f86d0…"
	Reading  Reading
}

// Marked puts a handling mark on one passage of a text version.
type Marked struct {
	Document   DocumentID
	TextSHA256 string
	Passage    Anchor
	Mark       Mark
}

// A Direction says which way a document went.
type Direction string

const (
	In       Direction = "in"
	Out      Direction = "out"
	Internal Direction = "internal"
)

// Directions is the closed list of directions.
var Directions = []Direction{In, Out, Internal}

// A Number is a register number. Numbers of one year and direction follow
// each other from 1 without gaps.
type Number struct {
	Direction Direction
	Year      int
	N         int
}

// String returns "in 2026/12", or "" for none.
func (n Number) String() string {
	if n == (Number{}) {
		return ""
	}
	return fmt.Sprintf("%s %d/%d", n.Direction, n.Year, n.N)
}

// ParseNumber reads "in 2026/12" or "in/2026/12" and reports whether it is a
// register number.
func ParseNumber(s string) (Number, bool) {
	words := strings.FieldsFunc(s, func(r rune) bool { return r == ' ' || r == '/' })
	if len(words) != 3 {
		return Number{}, false
	}
	year, err := strconv.Atoi(words[1])
	n, err2 := strconv.Atoi(words[2])
	if err != nil || err2 != nil || year < 1 || n < 1 {
		return Number{}, false
	}
	for _, d := range Directions {
		if string(d) == words[0] {
			return Number{d, year, n}, true
		}
	}
	return Number{}, false
}
