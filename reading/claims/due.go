package claims

import (
	"strings"

	"entente"
)

// undertakingDue takes the date by which or at which a thing is to be done:
// one after the document's, or any where it was to be done. A deadline counts
// before a date that is only named.
func (r *run) undertakingDue(c *view, d *draft, from, to int) {
	s := c.s
	best, rank := -1, 0
	was := d.has(entente.FieldStage) && d.fields[entente.FieldStage][0].Value == "stalled" && d.force == entente.Promised
	for _, i := range s.mentions(r, entente.MentionDate, from, to) {
		v := r.mentions[s.mention[i]].Value
		n := 1
		switch {
		case !was && !r.toCome(v):
			continue
		case s.heralded("deadline", i):
			n = 4
		case s.heralded("during", i), strings.Contains(v, "/") && s.prep(i-1) == "of": // "du 5 au 9 mai"
			n = 2
		case s.prep(i-1) == "of":
			continue
		}
		if c.cl.has(i) {
			n++
		}
		if n > rank {
			best, rank = i, n
		}
	}
	if best >= 0 {
		d.set(entente.FieldDue, r.value(s, r.mentions[s.mention[best]].Value, best, s.mentionEnd(best)))
	}
}

// heralded reports whether a function phrase of that class ends before token
// i, an article aside: "not later than the 4th of May".
func (s *sentence) heralded(class string, i int) bool {
	for _, p := range s.phrases {
		if p.file == "phrase" && p.set["class"] == class && (p.end == i || p.end == i-1 && s.class(i-1) == "det" || p.start <= i && i < p.end) {
			return true
		}
	}
	return false
}

// toCome reports whether an EDTF date ends after the document's: a season, a
// quarter or a half by its last month.
func (r *run) toCome(value string) bool {
	doc := r.env.Date.Value
	if i := strings.IndexByte(value, '/'); i >= 0 && i+1 < len(value) {
		value = value[i+1:]
	}
	value = strings.Trim(value, "[]~?")
	if len(doc) < 4 || len(value) < 4 || value[0] < '0' || value[0] > '9' {
		return false
	}
	if len(value) == 7 {
		if end := endings[value[5:]]; end != "" {
			value = value[:5] + end
		}
	}
	n := min(len(doc), len(value), 10)
	return value[:n] > doc[:n] || value[:n] == doc[:n] && len(value) < len(doc)
}

// endings are the last months of the seasons, quarters and halves of EDTF.
var endings = map[string]string{
	"21": "06", "22": "09", "23": "12", "24": "12", "33": "03", "34": "06", "35": "09", "36": "12",
	"37": "04", "38": "08", "39": "12", "40": "06", "41": "12",
}
