package main

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"entente"
	"entente/desk"
	"entente/edtf"
)

// dateFields are the fields that hold dates, which may be given in words.
var dateFields = []entente.Field{entente.FieldDate, entente.FieldEarlierDate, entente.FieldDue}

// correct asks for each field of a claim and enters the claim as it should
// read. It reports whether anything was changed.
func (v *reviewer) correct(item int, c desk.ClaimFile, text string) (bool, error) {
	claim := c.Stands()
	err := v.say(func(l list) {
		l.line(margin, plain, dim, "", "Enter keeps a value, - takes it away; several are parted by ;")
	})
	if err != nil {
		return false, err
	}
	was := claim
	force, err := v.choose("force", string(claim.Force), texts(entente.Forces))
	if err != nil {
		return false, err
	}
	claim.Force = entente.Force(force)
	changed := claim.Force != was.Force
	for _, rule := range entente.FieldsOf[claim.Kind] {
		said := valuesOf(claim.Fields[rule.Field])
		value := said
		switch {
		case rule.Values != nil && !strings.Contains(said, ";"):
			value, err = v.choose(string(rule.Field), said, rule.Values)
		default:
			value, err = v.ask(string(rule.Field), said)
		}
		if err != nil {
			return false, err
		}
		if value == said {
			continue
		}
		var values []desk.Correction
		for word := range strings.SplitSeq(value, ";") {
			fix := desk.Correction{Value: strings.TrimSpace(word), Words: strings.TrimSpace(word)}
			if slices.Contains(dateFields, rule.Field) && fix.Value != "" {
				if fix.Value, err = v.date(c, rule.Field, fix.Value); err != nil {
					return false, err
				}
			}
			if fix.Value != "" {
				values = append(values, fix)
			}
		}
		claim = desk.Corrected(claim, text, rule.Field, values, "corrected by "+v.by)
		changed = true
	}
	if !changed {
		return false, v.say(func(l list) { l.line(margin, plain, dim, "", "nothing was changed") })
	}
	return true, v.judge(item, entente.Judgement{Verdict: entente.Corrected, Subject: c.ID, Claim: &claim})
}

// ask asks for words; what is entered empty stays.
func (v *reviewer) ask(field, said string) (string, error) {
	text, err := v.keys.line(fmt.Sprintf("%s [%s] ", words(field), clean(said)))
	switch {
	case err != nil || text == "":
		return said, err
	case text == "-":
		return "", nil
	}
	return text, nil
}

// choose asks for one of a closed list, by number, word or its start.
func (v *reviewer) choose(field, said string, closed []string) (string, error) {
	var offers []string
	for i, value := range closed {
		offers = append(offers, fmt.Sprintf("%d %s", i+1, words(value)))
	}
	if err := v.say(func(l list) { l.line(margin, plain, dim, "", strings.Join(offers, " · ")) }); err != nil {
		return said, err
	}
	for {
		text, err := v.ask(field, said)
		if err != nil || text == said || text == "" && field != "force" {
			return text, err
		}
		if n, err := strconv.Atoi(text); err == nil && n >= 1 && n <= len(closed) {
			return closed[n-1], nil
		}
		text = strings.ReplaceAll(strings.ToLower(text), " ", "_")
		for _, value := range closed {
			if text != "" && strings.HasPrefix(value, text) {
				return value, nil
			}
		}
		if err := v.say(func(l list) { l.line(margin, yellow, plain, "!", "none of the list") }); err != nil {
			return said, err
		}
	}
}

// date asks until words are a date, and shows what they are taken for.
func (v *reviewer) date(c desk.ClaimFile, field entente.Field, text string) (string, error) {
	reference, _ := edtf.Parse(c.Document.Date) // "" is none
	for {
		if value, ok := v.dateOf(text, c.Document.Language, reference); ok {
			return value, v.say(func(l list) { l.line(margin, plain, dim, "", value+", "+when(value)) })
		}
		if err := v.say(func(l list) {
			l.line(margin, yellow, plain, "!", "no date; write one such as 2012-01-01, or in the words of a letter; Enter leaves it out")
		}); err != nil {
			return "", err
		}
		var err error
		if text, err = v.keys.line(words(string(field)) + " [] "); err != nil || text == "" {
			return "", err
		}
	}
}

func valuesOf(list []entente.Value) string {
	var out []string
	for _, v := range list {
		out = append(out, v.Value)
	}
	return strings.Join(out, "; ")
}

func texts[T ~string](list []T) []string {
	var out []string
	for _, t := range list {
		out = append(out, string(t))
	}
	return out
}
