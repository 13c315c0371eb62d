package desk

import (
	"cmp"
	"fmt"
	"slices"

	"entente"
	"entente/edtf"
	"entente/lifelines"
)

// PictureWords are the words of the picture of a relation in one language.
type PictureWords struct {
	lifelines.Words
	Title        string // of the picture; %s is the relation
	Agreements   string
	Undertakings string
	Desc         string // %d lines, %d documents, %s and %s the first and the last day
	Outcome      map[entente.Outcome]string
	Stage        func(string) string          // a stage or status in words
	Matter       func(*Matter) string         // a title for a matter that has none
	Date         func(string) string          // an EDTF date in words
	Href         func(entente.ClaimID) string // nil for no links
}

var steps = map[string]lifelines.Step{
	"negotiating": lifelines.Agreed, "initialled": lifelines.Agreed, "to_be_signed": lifelines.Agreed, "agreed": lifelines.Agreed,
	"signed": lifelines.Signed, "ratified": lifelines.Signed, "renewed": lifelines.Signed,
	"in_force": lifelines.Moving, "under_way": lifelines.Moving, "completed": lifelines.Moving,
	"stalled": lifelines.Halted,
}

var ends = map[entente.Outcome]lifelines.End{
	entente.Kept: lifelines.Kept, entente.Dropped: lifelines.Dropped, entente.Stalled: lifelines.Stalled, entente.Silent: lifelines.Silent,
}

// Picture draws a status: every agreement and undertaking as a line, every
// contact that is known to some weeks as a mark.
func (s *Status) Picture(w PictureWords) lifelines.Picture {
	p := lifelines.Picture{Title: fmt.Sprintf(w.Title, s.Relation), AsOf: s.AsOf, Horizon: s.Horizon, Words: w.Words}
	for _, m := range s.Contacts {
		d, err := edtf.Parse(m.Date)
		if err != nil || d.IsZero() || d.Open() || m.Mode == "correspondence" {
			continue
		}
		c := lifelines.Contact{Mode: m.Mode, Held: m.Stage == "held", Label: w.Matter(m) + ", " + w.Date(m.Date) + " · " + w.Stage(m.Stage)}
		if c.First, c.Last = d.Bounds(); c.Last-c.First > 100 || c.First > s.AsOf+400 {
			continue
		}
		if m.Mode == "visit" || m.Mode == "summit" || m.Mode == "commission" {
			c.Short = w.Matter(m)
		}
		if w.Href != nil {
			c.Href = w.Href(m.ID)
		}
		p.Contacts = append(p.Contacts, c)
	}
	slices.SortStableFunc(p.Contacts, func(a, b lifelines.Contact) int { return cmp.Compare(a.First, b.First) })
	for _, g := range []struct {
		title string
		list  []*Following
	}{{w.Agreements, s.Agreements}, {w.Undertakings, s.Undertakings}} {
		group := lifelines.Group{Title: g.title}
		for _, f := range g.list {
			group.Lines = append(group.Lines, f.line(w))
		}
		if len(group.Lines) > 0 {
			p.Groups = append(p.Groups, group)
		}
	}
	lines := len(s.Agreements) + len(s.Undertakings)
	var from, to string
	if n := len(s.Documents); n > 0 {
		from, to = w.Date(s.Documents[0].Date), w.Date(s.Documents[n-1].Date)
	}
	p.Desc = fmt.Sprintf(w.Desc, lines, len(s.Documents), from, to)
	return p
}

func (f *Following) line(w PictureWords) lifelines.Line {
	l := lifelines.Line{Title: w.Matter(f.Matter), Outcome: w.Outcome[f.Outcome()], End: ends[f.Outcome()]}
	if w.Href != nil {
		l.Href = w.Href(f.ID)
	}
	step := lifelines.Wished
	for _, c := range f.Claims {
		d, err := edtf.Parse(c.Claim.Date)
		if err != nil || d.IsZero() || d.Open() {
			continue
		}
		claim := c.Stands()
		stage := first(claim, entente.FieldStage)
		if known, ok := steps[stage]; ok {
			step = known
		} else if stage == "" && (claim.Force == entente.Agreed || claim.Force == entente.Promised) {
			step = max(step, lifelines.Agreed)
		}
		p := lifelines.Point{Step: step, Label: w.Date(c.Claim.Date) + " · " + claim.Quote}
		p.First, p.Last = d.Bounds()
		l.Points = append(l.Points, p)
	}
	return l
}
