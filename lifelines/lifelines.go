// Package lifelines draws the picture of a relation: one horizontal line for
// each agreement and undertaking, from its first words to its last, and a
// vertical mark for each contact across all of them.
//
// A line grows stronger with its stage, has a dot for each document that
// speaks of it, fades where nobody does, and ends in a sign where it was kept
// or dropped. Stages differ in weight and dashes as well as in colour, so the
// picture reads in black and white. It is SVG with presentation attributes
// only (a page may forbid inline styles), with a title and a description, and
// Table gives the same as rows of words.
package lifelines

import (
	"entente/edtf"
)

// A Picture is what is drawn.
type Picture struct {
	Title    string
	Desc     string // for those who do not see the picture
	AsOf     edtf.Day
	Horizon  int // months without a mention after which a line is silent; 0 is 24
	Contacts []Contact
	Groups   []Group
	Words    Words
}

// A Group is lines under one heading.
type Group struct {
	Title string
	Lines []Line
}

// A Line is one agreement or undertaking.
type Line struct {
	Title   string
	Href    string // "" for none
	Outcome string // in the reader's language
	End     End
	Points  []Point // in the order of time
}

// A Point is one document that speaks of a line, at the date that it was
// written or that it tells of. First and Last differ where the date is not
// known to the day.
type Point struct {
	First, Last edtf.Day
	Step        Step   // how far the thing has come, by this document
	Label       string // date and words, for the tip
	Href        string
}

// A Contact is a visit, a meeting or a call.
type Contact struct {
	First, Last edtf.Day
	Mode        string // visit, summit, meeting, commission, call
	Held        bool
	Label       string
	Short       string // beside the mark, where there is room
	Href        string
}

// A Step is how far a line has come; it sets the weight of the stroke.
type Step int

// The steps, weakest first. Halted is a line that is said to stand still.
const (
	Wished Step = iota // idea, proposed
	Agreed             // negotiating, initialled, to be signed, agreed
	Signed             // signed, ratified
	Moving             // under way, in force
	Halted             // stalled
)

// An End is how a line ends.
type End int

// The ends. Open is none yet.
const (
	Open End = iota
	Kept
	Dropped
	Stalled
	Silent
)

// Words are the words of the picture in one language.
type Words struct {
	Line, Outcome, First, Last, Mentions   string // heads of the table
	Wished, Agreed, Signed, Moving, Halted string // steps, for the legend
	Kept, Dropped, Silent                  string // ends, for the legend
	Contact                                string
}

// Table returns the picture as rows of words under a head: one row a line
// with its outcome, first and last mention and their number.
func (p Picture) Table() (head []string, rows [][]string) {
	head = []string{p.Words.Line, p.Words.Outcome, p.Words.First, p.Words.Last, p.Words.Mentions}
	for _, g := range p.Groups {
		for _, l := range g.Lines {
			row := []string{l.Title, l.Outcome, "", "", "0"}
			if n := len(l.Points); n > 0 {
				row[2], row[3], row[4] = l.Points[0].First.Date().String(), l.Points[n-1].Last.Date().String(), itoa(n)
			}
			rows = append(rows, row)
		}
	}
	return head, rows
}

// span returns the first and the last day that the picture shows: whole
// years around all points, contacts and the day it is seen from.
func (p Picture) span() (first, last edtf.Day) {
	first, last = p.AsOf, p.AsOf
	see := func(a, b edtf.Day) {
		if a > edtf.Earliest {
			first = min(first, a)
		}
		if b < edtf.Latest {
			last = max(last, b)
		}
	}
	for _, c := range p.Contacts {
		see(c.First, c.Last)
	}
	for _, g := range p.Groups {
		for _, l := range g.Lines {
			for _, pt := range l.Points {
				see(pt.First, pt.Last)
			}
		}
	}
	y, _, _ := first.Civil()
	z, _, _ := last.Civil()
	return edtf.DayOf(y, 1, 1), edtf.DayOf(z+1, 1, 1)
}
