package goldentest

import (
	"fmt"
	"strings"

	"entente"
)

// Lines returns, by stage, one line for each thing that was read.
func Lines(doc *entente.Document, parts []entente.Part, r entente.Reading) map[string][]string {
	lines := map[string][]string{}
	add := func(stage string, words ...string) {
		lines[stage] = append(lines[stage], plain(strings.Join(words, " ")))
	}
	for _, p := range parts {
		add("parts", part(doc.Text, parts, p)...)
	}
	add("envelope", "language", doc.Language)
	envelope(r.Envelope, func(words ...string) { add("envelope", words...) })
	for _, m := range r.Mentions {
		switch {
		case m.Kind == entente.MentionDate:
			add("dates", m.Value, quote(m.Quote))
		case m.Value == "" || m.Value == m.Quote:
			add("mentions", string(m.Kind), quote(m.Quote))
		default:
			add("mentions", string(m.Kind), word(m.Value), quote(m.Quote))
		}
	}
	for _, c := range r.Claims {
		add("claims", claim(c), quote(c.Quote))
	}
	return lines
}

// part shows the words of a short part whole, and the ends of a long one.
func part(text string, parts []entente.Part, p entente.Part) []string {
	words := []string{string(p.Kind)}
	if p.Number != "" {
		words = append(words, "number="+word(p.Number))
	}
	if p.Depth > 0 {
		words = append(words, fmt.Sprintf("depth=%d", p.Depth))
	}
	if p.Governor >= 0 && p.Governor < len(parts) {
		words = append(words, "under="+quote(short(parts[p.Governor].In(text), 0, 3)))
	}
	return append(words, quote(short(p.In(text), 5, 4)))
}

func short(text string, first, last int) string {
	words := strings.Fields(text)
	if len(words) <= first+last+2 {
		return strings.Join(words, " ")
	}
	return strings.TrimSpace(strings.Join(words[:first], " ") + " … " + strings.Join(words[len(words)-last:], " "))
}

func envelope(e entente.Envelope, add func(words ...string)) {
	one := func(key string, v entente.Value) {
		switch {
		case v.Zero():
		case v.Inferred || v.Empty():
			add(key, word(v.Value), "inferred")
		case v.Value == v.Quote || plain(v.Value) == plain(v.Quote):
			add(key, quote(v.Quote))
		default:
			add(key, word(v.Value), quote(v.Quote))
		}
	}
	many := func(key string, list []entente.Correspondent) {
		for _, c := range list {
			one(key, c.Name)
			one(key+".honorific", c.Honorific)
			one(key+".office", c.Office)
			one(key+".state", c.State)
		}
	}
	one("form", entente.Value{Value: e.Form.Value})
	one("date", e.Date)
	one("place", e.Place)
	many("sender", e.Sender)
	many("recipient", e.Recipient)
	many("party", e.Parties)
	one("salutation", e.Salutation)
	one("close", e.Close)
	one("signature", e.Signature)
	for _, v := range e.Annotations {
		one("annotation", v)
	}
	for _, v := range e.References {
		one("reference", v)
	}
}

// claim shows kind, force and fields, in the order of entente.FieldsOf.
func claim(c entente.Claim) string {
	words := []string{string(c.Kind), string(c.Force)}
	for _, rule := range entente.FieldsOf[c.Kind] {
		var values []string
		for _, v := range c.Fields[rule.Field] {
			values = append(values, word(v.Value))
		}
		if len(values) > 0 {
			words = append(words, string(rule.Field)+"="+strings.Join(values, ","))
		}
	}
	return strings.Join(words, " ")
}

func quote(s string) string { return `"` + plain(s) + `"` }

// word quotes a value only where it has more than one word.
func word(s string) string {
	if strings.ContainsAny(s, " \t\n,") && !strings.HasPrefix(s, "[") {
		return quote(s)
	}
	return s
}
