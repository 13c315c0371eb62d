package desk

import (
	"slices"
	"strings"

	"entente"
	"entente/edtf"
	"entente/followthrough"
	"entente/projection"
)

// The courses are a view of what concludes outcomes: one small row a matter
// and relation, with a step for each claim. Who asks what became of all
// matters of a relation, on whatever day, reads one stretch of rows and no
// claims.

const courseKey = "course/" // + a relation, "/", a kind, "/" and the place of a matter in its list

// A course is the row of a matter.
type course struct {
	Stage  string // as the matter gives it
	Judged *judgedOutcome
	Steps  []courseStep // one a claim, oldest document first
}

// A judgedOutcome is what a person holds of the outcome.
type judgedOutcome struct {
	Outcome entente.Outcome
	On      string // day it was entered
	Seq     entente.Seq
}

// A courseStep is what a claim says of how far a matter has come.
type courseStep struct {
	Claim entente.ClaimID
	First entente.Seq // the entry that read it first
	Dated edtf.Day    // of its document; edtf.Earliest without one
	Force entente.Force
	Stage string // as followthrough takes it; "" for none
	Says  string // the stage or status in words for a person; "" for none
	Due   string // EDTF
}

func courseRow(c *projection.Coder, r *course) {
	projection.Text(c, &r.Stage)
	projection.Some(c, &r.Judged, func(c *projection.Coder, j *judgedOutcome) {
		projection.Text(c, &j.Outcome)
		projection.Text(c, &j.On)
		projection.Number(c, &j.Seq)
	})
	projection.List(c, &r.Steps, func(c *projection.Coder, s *courseStep) {
		projection.ID(c, &s.Claim)
		projection.Number(c, &s.First)
		projection.Number(c, &s.Dated)
		projection.Text(c, &s.Force)
		projection.Text(c, &s.Stage)
		projection.Text(c, &s.Says)
		projection.Text(c, &s.Due)
	})
}

// putCourses takes matters that changed into the courses.
func putCourses(tx Tx, changed []projection.ChangedMatter) error {
	for _, m := range changed {
		rows := map[string][]byte{}
		if m.Was != nil {
			for _, rel := range m.Was.Relations {
				rows[courseOf(rel, m.Was)] = nil
			}
		}
		if m.Row != nil && len(m.Row.Relations) > 0 {
			c := newCourse(m.Row, m.Claims)
			value := projection.Encode(&c, courseRow)
			for _, rel := range m.Row.Relations {
				rows[courseOf(rel, m.Row)] = value
			}
		}
		for key, value := range rows {
			if err := tx.Set(key, value); err != nil {
				return err
			}
		}
	}
	return nil
}

func courseOf(rel entente.Relation, m *Matter) string {
	return courseKey + rel.String() + "/" + string(m.Kind) + "/" + projection.PlaceOf(m)
}

func newCourse(m *Matter, claims []*Claim) course {
	r := course{Stage: m.Stage}
	if o := m.Outcome; o != nil {
		r.Judged = &judgedOutcome{o.Outcome, o.On, o.Seq}
	}
	says := entente.FieldStage
	if m.Kind == entente.Contact {
		says = entente.FieldStatus
	}
	for _, c := range claims {
		stands := c.Stands()
		s := courseStep{Claim: c.ID, First: c.First, Dated: edtf.Earliest, Force: stands.Force, Stage: first(stands, entente.FieldStage), Due: first(stands, entente.FieldDue)}
		if on, ok := dayOf(c.Date); ok {
			s.Dated = on
		}
		if v := stands.Fields[says]; len(v) > 0 && v[0].Value != "" {
			s.Says = c.Name(v[0])
		}
		r.Steps = append(r.Steps, s)
	}
	return r
}

// courses calls f for the matters of a kind and relation, in the order of
// their list.
func courses(view Snapshot, rel entente.Relation, kind entente.Kind, f func(entente.ClaimID, *course) error) error {
	for row, err := range view.Scan(courseKey+rel.String()+"/"+string(kind)+"/", "") {
		if err != nil {
			return err
		}
		var c course
		if err := projection.Decode(row.Value, &c, courseRow); err != nil {
			return corruptRow(row.Key, err)
		}
		if err := f(entente.ClaimID(row.Key[strings.LastIndexByte(row.Key, '/')+1:]), &c); err != nil {
			return err
		}
	}
	return nil
}

// A known is what was known of a relation on a day, up to an entry.
type known struct {
	until   entente.Seq
	asOf    edtf.Day
	read    []followthrough.Read // by the day
	horizon int
	room    []followthrough.Step // for steps; it may be nil. One goroutine at a time uses it
}

// manySteps is how many claims few matters have more of.
const manySteps = 64

// stage returns the stage that was known of a matter, and whether anything
// was. now is of when all that is known counts.
func (c *course) stage(now, k known) (string, bool) {
	stage, steps := "", 0
	for _, s := range c.Steps {
		if s.counts(now) && s.First <= k.until {
			steps++
			if s.Says != "" {
				stage = s.Says
			}
		}
	}
	if steps == len(c.Steps) {
		stage = c.Stage
	}
	return stage, steps > 0
}

// counts reports whether a step was known by the day.
func (s courseStep) counts(k known) bool { return s.Dated != edtf.Earliest && s.Dated <= k.asOf }

// due reports whether a date was set by the day, of what was neither kept nor
// dropped. Whether it was, its steps alone tell.
func (c *course) due(now known, kind entente.Kind) bool {
	set := slices.ContainsFunc(c.Steps, func(s courseStep) bool {
		if s.Due == "" || !s.counts(now) {
			return false
		}
		d, err := edtf.Parse(s.Due)
		return err == nil && !d.IsZero()
	})
	if !set {
		return false
	}
	o := c.outcome(kind, now, now)
	return o != entente.Kept && o != entente.Dropped
}

// outcome returns what stood of an agreement or undertaking, "" where nothing
// was known.
func (c *course) outcome(kind entente.Kind, now, k known) entente.Outcome {
	steps := now.room[:0]
	newest := entente.Seq(0)
	for _, s := range c.Steps {
		if !s.counts(now) || s.First > k.until {
			continue
		}
		step := followthrough.Step{Claim: s.Claim, Dated: s.Dated, Force: s.Force, Stage: s.Stage}
		if s.Due != "" {
			if due, err := edtf.Parse(s.Due); err == nil && !due.IsZero() {
				step.Due = due
			}
		}
		steps = append(steps, step)
		newest = max(newest, s.First)
	}
	if len(steps) == 0 {
		return ""
	}
	if j := c.Judged; j != nil && j.Seq <= k.until && newest <= j.Seq {
		// What was judged after the day was not known on it.
		if on, ok := dayOf(j.On); ok && on <= now.asOf {
			return j.Outcome
		}
	}
	return followthrough.Outcome(kind, steps, k.read, k.asOf, k.horizon)
}
