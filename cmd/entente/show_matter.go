package main

import (
	"fmt"
	"strings"

	"entente"
	"entente/desk"
)

// most is how many silent documents are named.
const most = 12

// history prints a matter: what is said and what is concluded side by side,
// then each document's words in the order of time.
func (l list) history(h *desk.History, past bool) {
	what := string(h.Kind) + " " + short(string(h.ID))
	if past {
		what += " · as of " + when(h.AsOf.Date().String())
	}
	l.apart(margin, bold, star(h.Matter)+capital(matterTitle(h.Matter)), dim, what)
	l.rule()
	l.field(margin, "Note", noted(h.Matter))
	l.field(margin, "Date", when(h.Date))
	l.field(margin, "Where", h.Place)
	l.field(margin, "Who", strings.Join(h.Parties, "; "))
	l.field(margin, "Between", relations(h.Relations))
	l.field(margin, "Marks", strings.Join(marks(h.Marks), " "))
	l.field(margin, "Stated", l.lastStated(h))
	l.outcome(h)
	for _, pair := range h.Disputed {
		l.line(margin, yellow, plain, "!", short(string(pair[0]))+" and "+short(string(pair[1]))+" were judged different, but other judgements join them.")
	}
	if len(h.Conflicts) > 0 {
		l.heading("Contradictions")
		for _, c := range h.Conflicts {
			l.conflict(c)
		}
	}
	if len(h.Questions) > 0 {
		l.heading("Open questions")
		for _, q := range h.Questions {
			l.question(q)
		}
	}
	l.heading("History")
	for _, c := range h.Claims {
		l.worded(c)
	}
	if len(h.Held) > 0 {
		l.heading("Judgements")
		for _, j := range h.Held {
			l.holding(j)
		}
	}
}

// lastStated is the stage that the documents give last, or without one how
// the last of them puts it, and when.
func (l list) lastStated(h *desk.History) string {
	for i := len(h.Claims) - 1; i >= 0; i-- {
		c := h.Claims[i].Stands()
		for _, field := range []entente.Field{entente.FieldStage, entente.FieldStatus} {
			if v := c.Fields[field]; len(v) > 0 && v[0].Value != "" {
				return l.value(v[0], words) + ", " + string(c.Force) + ", " + when(h.Claims[i].Document.Date)
			}
		}
	}
	if n := len(h.Claims); n > 0 {
		return string(h.Claims[n-1].Stands().Force) + ", " + when(h.Claims[n-1].Document.Date)
	}
	return ""
}

// outcome prints what is concluded, by a person or by rule, and what for.
func (l list) outcome(h *desk.History) {
	if h.Kind == entente.Contact || h.Concluded.Outcome == "" {
		return
	}
	l.field(margin, "Outcome", string(h.Outcome())+", "+concluded(h.Following))
	if h.Judged != nil && h.Concluded.Outcome != h.Outcome() {
		rule := *h.Following
		rule.Judged = nil
		l.field(margin, "By rule", string(rule.Outcome())+", "+concluded(&rule))
	}
	for _, id := range h.Concluded.Claims {
		for _, c := range h.Claims {
			if c.ID == id {
				l.field(margin, "For it", when(c.Document.Date)+", “"+c.Stands().Quote+"”")
			}
		}
	}
	for i, d := range h.SilentDocs {
		if i == most {
			l.line(margin+labels, plain, dim, "", fmt.Sprintf("and %d more", len(h.SilentDocs)-most))
			break
		}
		label := ""
		if i == 0 {
			label = "Silent"
		}
		l.field(margin, label, strings.Join(present(when(d.Date), words(or(d.Form, "document")), short(string(d.ID))), " · "))
	}
}

// worded prints one document's words on a matter, and what they say of it.
func (l list) worded(c desk.ClaimFile) {
	claim := c.Stands()
	label := l.id(string(c.ID))
	l.line(margin, dim, bold, label, strings.Join(present(when(c.Document.Date), words(or(c.Document.Form, "document")), between(c.Document), short(string(c.Document.ID))), " · "))
	indent := margin + len(label)
	l.line(indent, plain, italic, "", "“"+claim.Quote+"”")
	facts := present(string(claim.Force), l.facts(claim), held(c.Claim))
	for _, field := range []entente.Field{entente.FieldDate, entente.FieldEarlierDate, entente.FieldDue, entente.FieldAmount, entente.FieldTerms} {
		if text := l.values(claim.Fields[field]); text != "" {
			facts = append(facts, fieldLabels[field]+" "+text)
		}
	}
	l.line(indent, plain, dim, "", strings.Join(append(facts, marks(c.Marks)...), " · "))
}

// holding prints who judged what, and why.
func (l list) holding(j desk.Holding) {
	label := l.id(string(j.Claim.ID))
	what := string(j.Verdict)
	switch {
	case j.Outcome != "":
		what = "outcome: " + string(j.Outcome)
	case j.Other != nil:
		what += " as " + short(string(j.Other.ID))
	}
	if j.Verdict == entente.Different {
		what = "different from " + short(string(j.Other.ID))
	}
	l.line(margin, dim, plain, label, what+", "+j.By+reason(j.Reason))
}
