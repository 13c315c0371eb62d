package web

import (
	"strconv"
	"strings"

	"entente/edtf"
)

// when says a date of EDTF in words: "5 to 6 October 2009". What has no
// plain words stays as it is.
func (c *catalog) when(text string) string {
	d, err := edtf.Parse(text)
	if err != nil || d.IsZero() || strings.HasPrefix(text, "{") {
		return text
	}
	if d.IsSet() {
		var words []string
		for _, m := range d.Members() {
			words = append(words, c.when(m.String()))
		}
		return strings.Join(words, " "+c.T("or")+" ")
	}
	if from, to, ok := strings.Cut(text, "/"); ok {
		return c.interval(from, to)
	}
	return c.qualified(text)
}

// day says a day of the calendar.
func (c *catalog) day(d edtf.Day) string { return c.when(d.Date().String()) }

func (c *catalog) interval(from, to string) string {
	open := func(s string) bool { return s == "" || s == ".." }
	key := "date.month" // months and years
	if max(strings.Count(from, "-"), strings.Count(to, "-")) > 1 {
		key = "date.day"
	}
	switch {
	case open(from) && open(to):
		return c.T("date.any")
	case open(to):
		return c.T(key+".from", c.qualified(from))
	case open(from):
		return c.T(key+".until", c.qualified(to))
	}
	a, b := strings.Split(from, "-"), strings.Split(to, "-")
	first, last := c.qualified(from), c.qualified(to)
	// What both ends share is said once.
	if len(a) == len(b) && len(a) > 1 && a[0] == b[0] && !strings.ContainsAny(from+to, "?~%X") {
		first = strings.TrimSuffix(first, " "+a[0])
		if len(a) == 3 && a[1] == b[1] {
			first, _, _ = strings.Cut(first, " ")
		}
	}
	return c.T(key+".between", first, last)
}

func (c *catalog) qualified(text string) string {
	bare := strings.TrimRight(text, "?~%")
	words := c.plain(bare)
	if words == bare && strings.ContainsAny(bare, "-?~%X") {
		return text
	}
	switch text[len(bare):] {
	case "":
		return words
	case "~":
		return c.T("date.about", words)
	case "?":
		return c.T("date.uncertain", words)
	case "%":
		return c.T("date.uncertain", c.T("date.about", words))
	}
	return text
}

// plain says a day, a month, a season or a year without any sign.
func (c *catalog) plain(text string) string {
	parts := strings.Split(text, "-")
	if strings.ContainsAny(text, "?~%XYES") || len(parts) < 2 || len(parts) > 3 || len(parts[0]) != 4 {
		return text
	}
	month := "month." + parts[1]
	if !c.Has(month) {
		return text
	}
	if len(parts) == 2 {
		return c.T(month, parts[0])
	}
	n, err := strconv.Atoi(parts[2])
	if err != nil {
		return text
	}
	day := strconv.Itoa(n)
	if n == 1 {
		day = c.T("date.first")
	}
	return day + " " + c.T(month, parts[0])
}
