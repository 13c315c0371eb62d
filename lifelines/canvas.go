package lifelines

import (
	"bufio"
	"encoding/xml"
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"entente/edtf"
)

// A canvas writes SVG and keeps the scale of time.
type canvas struct {
	sheet
	w           *bufio.Writer
	first, last edtf.Day
	gradients   int
}

// x returns where a day stands.
func (c *canvas) x(d edtf.Day) float64 {
	d = max(c.first, min(d, c.last))
	return c.left + (c.width-c.left-c.right)*float64(d-c.first)/float64(c.last-c.first)
}

func (c *canvas) f(format string, args ...any) { fmt.Fprintf(c.w, format, args...) }

// at writes words and, behind them, where something stands, as f does %.1f at a
// third of the cost: a picture has thousands of dots.
func (c *canvas) at(words string, x float64) {
	c.w.WriteString(words)
	c.w.Write(strconv.AppendFloat(c.w.AvailableBuffer(), x, 'f', 1, 64))
}

// s writes words as they are.
func (c *canvas) s(words ...string) {
	for _, w := range words {
		c.w.WriteString(w)
	}
}

func (c *canvas) open(href string) {
	if href != "" {
		c.s(`<a href="`, esc(href), `">`)
	}
}

func (c *canvas) closeLink(href string) {
	if href != "" {
		c.s("</a>")
	}
}

// cut shortens s to n letters with an ellipsis.
func cut(s string, n int) string {
	if utf8.RuneCountInString(s) <= n {
		return s
	}
	r := []rune(s)
	return strings.TrimRight(string(r[:n-1]), " ,;:'’") + "…"
}

// esc makes s safe in SVG, in text and in attributes; what XML cannot hold
// becomes U+FFFD.
func esc(s string) string {
	if strings.IndexFunc(s, escapes) < 0 {
		return s
	}
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(s)) // a Builder does not fail
	return b.String()
}

// escapes reports whether XML does not hold a letter as it is.
func escapes(r rune) bool {
	return r < ' ' || strings.ContainsRune(`"'&<>`, r) || r == utf8.RuneError || r > 0xD7FF && r < 0xE000 || r == 0xFFFE || r == 0xFFFF
}

func itoa(n int) string { return strconv.Itoa(n) }
