package web

import (
	"bytes"
	"fmt"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"entente/edtf"
)

// An icalendar writes RFC 5545: lines of at most 75 bytes that end in CR LF.
type icalendar struct {
	b   bytes.Buffer
	now time.Time
}

// An event is one date of the register.
type event struct {
	ID, Summary, Note, Place, Link string

	Date edtf.Date
	Due  bool // it falls on the last day of Date alone
}

func newICalendar(name string, now time.Time) *icalendar {
	c := &icalendar{now: now}
	c.line("BEGIN", "VCALENDAR")
	c.line("VERSION", "2.0")
	c.line("PRODID", "-//Entente//Register//EN")
	c.line("NAME", escape(name))
	c.line("X-WR-CALNAME", escape(name))
	return c
}

// event writes an event of whole days; a date without bounds has none.
func (c *icalendar) event(e event) {
	first, last := e.Date.Bounds()
	if first == edtf.Earliest || last == edtf.Latest {
		return
	}
	if e.Due {
		first = last
	}
	c.line("BEGIN", "VEVENT")
	c.line("UID", e.ID+"@entente.invalid")
	c.line("DTSTAMP", c.now.UTC().Format("20060102T150405Z"))
	c.line("DTSTART;VALUE=DATE", stamp(first))
	c.line("DTEND;VALUE=DATE", stamp(last+1)) // the day after
	c.line("SUMMARY", escape(e.Summary))
	c.line("DESCRIPTION", escape(e.Note))
	if e.Place != "" {
		c.line("LOCATION", escape(e.Place))
	}
	c.line("URL", e.Link)
	c.line("TRANSP", "TRANSPARENT")
	c.line("END", "VEVENT")
}

func (c *icalendar) bytes() []byte {
	c.line("END", "VCALENDAR")
	return c.b.Bytes()
}

// line writes one line, folded between letters.
func (c *icalendar) line(name, value string) {
	line := name + ":" + value
	for most := 75; len(line) > most; most = 74 { // the space that goes on counts
		end := most
		for end > most-utf8.UTFMax && !utf8.RuneStart(line[end]) {
			end--
		}
		c.b.WriteString(line[:end])
		c.b.WriteString("\r\n ")
		line = line[end:]
	}
	c.b.WriteString(line)
	c.b.WriteString("\r\n")
}

// escape makes a text of words; signs that no calendar shows are left out.
func escape(s string) string {
	s = strings.Map(func(r rune) rune {
		if unicode.IsControl(r) && r != '\n' {
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, "\uFFFD"))
	return escapes.Replace(s)
}

var escapes = strings.NewReplacer(`\`, `\\`, ";", `\;`, ",", `\,`, "\n", `\n`)

func stamp(d edtf.Day) string {
	y, m, day := d.Civil()
	return fmt.Sprintf("%04d%02d%02d", y, m, day)
}
