package main

import (
	"bytes"
	"slices"

	"entente"
	"entente/desk"
	"entente/internal/score"
	"entente/reading/claims"
)

// A choice is one field of a claim that a person labelled, and the phrases
// that were weighed for it.
type choice struct {
	field   entente.Field
	gold    score.Values
	options []judged
}

// choices reads one document and returns, for each claim that was labelled
// and read, the choices that its fields were.
func choices(gold score.Document, name string, text []byte, reader *desk.Reader, frames *claims.Reader) ([]choice, error) {
	doc, read, err := reader.Read(name, bytes.NewReader(text), "")
	if err != nil {
		return nil, err
	}
	parts, sentences := reader.Stages(&doc)
	found, roles := frames.Roles(&doc, parts, sentences, read.Envelope, read.Mentions)
	var all []score.Claim
	for _, c := range found {
		s := score.Claim{Kind: string(c.Kind), Force: string(c.Force), Quote: c.Quote, Start: c.Start, End: c.End, Fields: map[string]score.Values{}}
		for f, vs := range c.Fields {
			s.Fields[string(f)] = scored(vs)
		}
		all = append(all, s)
	}
	var out []choice
	pairs := score.Pairs(*gold.Claims, all)
	for i := range *gold.Claims {
		n, read := pairs[i]
		if !read {
			continue
		}
		label := (*gold.Claims)[i]
		of := map[entente.Field]*choice{}
		for _, role := range roles[n] {
			if _, said := label.Fields[string(role.Field)]; !said && (label.Optional || slices.Contains(label.Unlabelled, string(role.Field))) {
				continue // nobody says that there is none
			}
			c := of[role.Field]
			if c == nil {
				c = &choice{field: role.Field, gold: label.Fields[string(role.Field)]}
				of[role.Field] = c
			}
			vs := scored(role.Values)
			right := len(vs) == len(c.gold) && rightOf(string(role.Field), c.gold, vs) == len(vs)
			c.options = append(c.options, judged{found[n].Kind, role.Evidence, right})
		}
		for _, c := range of {
			out = append(out, *c)
		}
	}
	return out, nil
}

func scored(vs []entente.Value) score.Values {
	var out score.Values
	for _, v := range vs {
		s := score.Value{Value: &v.Value, Start: v.Start, End: v.End}
		if v.Name != "" {
			s.Name = &v.Name
		}
		out = append(out, s)
	}
	return out
}

// rightOf counts the labels that were read: what is worth the same, or stands
// where the label does. Labels without words know a party by its pronoun
// alone.
func rightOf(field string, gold, read score.Values) int {
	n := 0
	left := append(score.Values{}, read...)
	for _, g := range gold {
		for i, r := range left {
			if score.Equal(field, g, r) || g.End > g.Start && g.Start == r.Start && g.End == r.End {
				left, n = append(left[:i:i], left[i+1:]...), n+1
				break
			}
		}
	}
	return n
}
