package main

import (
	"strings"

	"github.com/rivo/uniseg"
)

// width returns the columns that s takes on a terminal.
func width(s string) int { return uniseg.StringWidth(s) }

// wrap breaks s into lines of at most columns, where Unicode allows a break
// and, in a word longer than a line, between letters. White space runs
// together; the result has at least one line.
func wrap(s string, columns int) []string {
	columns = max(columns, 1)
	s = strings.Join(strings.Fields(s), " ")
	var lines []string
	line, used := "", 0
	flush := func() {
		lines = append(lines, strings.TrimRight(line, " "))
		line, used = "", 0
	}
	state := -1
	for s != "" {
		var segment string
		segment, s, _, state = uniseg.FirstLineSegmentInString(s, state)
		if used > 0 && used+width(strings.TrimRight(segment, " ")) > columns {
			flush()
		}
		for width(strings.TrimRight(segment, " ")) > columns {
			var head string
			head, segment = split(segment, columns)
			lines = append(lines, head)
		}
		line += segment
		used += width(segment)
	}
	if line != "" || len(lines) == 0 {
		flush()
	}
	return lines
}

// split cuts s after as many letters as fit in columns, and at least one.
func split(s string, columns int) (head, tail string) {
	rest, state, used := s, -1, 0
	for rest != "" {
		cluster, after, w, next := uniseg.FirstGraphemeClusterInString(rest, state)
		if used > 0 && used+w > columns {
			break
		}
		used += max(w, 1)
		head, rest, state = head+cluster, after, next
	}
	return head, rest
}
