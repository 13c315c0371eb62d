package main

import (
	"fmt"
	"strings"

	"entente/edtf"
)

var months = []string{"January", "February", "March", "April", "May", "June", "July", "August",
	"September", "October", "November", "December"}

// parts are the sub-year codes of EDTF that have a name.
var parts = map[string]string{
	"21": "spring %s", "22": "summer %s", "23": "autumn %s", "24": "winter %s",
	"33": "first quarter of %s", "34": "second quarter of %s", "35": "third quarter of %s", "36": "fourth quarter of %s",
	"37": "first third of %s", "38": "second third of %s", "39": "last third of %s",
	"40": "first half of %s", "41": "second half of %s",
}

// when says a date of EDTF in words: "5 to 6 October 2009". What has no
// plain words stays as it is.
func when(text string) string {
	d, err := edtf.Parse(text)
	if err != nil || strings.HasPrefix(text, "{") {
		return text
	}
	if d.IsSet() {
		var words []string
		for _, m := range d.Members() {
			words = append(words, when(m.String()))
		}
		return strings.Join(words, " or ")
	}
	if from, to, ok := strings.Cut(text, "/"); ok {
		return interval(from, to)
	}
	return qualified(text)
}

func interval(from, to string) string {
	switch {
	case (to == ".." || to == "") && (from == ".." || from == ""):
		return "any time"
	case to == ".." || to == "":
		return "from " + qualified(from)
	case from == ".." || from == "":
		return "until " + qualified(to)
	}
	a, b := strings.Split(from, "-"), strings.Split(to, "-")
	first, last := qualified(from), qualified(to)
	// What both ends share is said once.
	if len(a) == len(b) && a[0] == b[0] && len(a) > 1 && !strings.ContainsAny(from+to, "?~%X") {
		switch {
		case len(a) == 3 && a[1] == b[1]:
			first, _, _ = strings.Cut(first, " ")
		default:
			first = strings.TrimSuffix(first, " "+a[0])
		}
	}
	return first + " to " + last
}

func qualified(text string) string {
	bare := strings.TrimRight(text, "?~%")
	words := day(bare)
	if words == bare && strings.ContainsAny(bare, "-?~%X") {
		return text
	}
	switch text[len(bare):] {
	case "":
		return words
	case "~":
		return "about " + words
	case "?":
		return words + " (uncertain)"
	case "%":
		return "about " + words + " (uncertain)"
	}
	return text
}

func day(text string) string {
	c := strings.Split(text, "-")
	if strings.ContainsAny(text, "?~%XYES") || len(c) > 3 || len(c[0]) != 4 {
		return text
	}
	if len(c) == 1 {
		return text
	}
	if form, ok := parts[c[1]]; ok && len(c) == 2 {
		return fmt.Sprintf(form, c[0])
	}
	m := 0
	if _, err := fmt.Sscanf(c[1], "%02d", &m); err != nil || m < 1 || m > 12 {
		return text
	}
	if len(c) == 2 {
		return months[m-1] + " " + c[0]
	}
	return strings.TrimPrefix(c[2], "0") + " " + months[m-1] + " " + c[0]
}
