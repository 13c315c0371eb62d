package intake

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"entente"

	"golang.org/x/text/encoding/charmap"
)

var windows1252 = charmap.Windows1252

// charsets are the single-byte encodings that are tried, the commonest
// first: of two that fit equally well the first is taken.
var charsets = []struct {
	name string
	*charmap.Charmap
}{
	{"iso-8859-1", charmap.ISO8859_1},
	{"windows-1252", charmap.Windows1252},
	{"windows-1251", charmap.Windows1251},
	{"koi8-r", charmap.KOI8R},
	{"macintosh", charmap.Macintosh},
	{"iso-8859-15", charmap.ISO8859_15},
	{"windows-1250", charmap.Windows1250},
	{"iso-8859-2", charmap.ISO8859_2},
	{"windows-1254", charmap.Windows1254},
	{"windows-1253", charmap.Windows1253},
	{"windows-1255", charmap.Windows1255},
	{"windows-1256", charmap.Windows1256},
	{"ibm850", charmap.CodePage850},
	{"ibm437", charmap.CodePage437},
	{"ibm866", charmap.CodePage866},
	{"koi8-u", charmap.KOI8U},
	{"iso-8859-5", charmap.ISO8859_5},
	{"x-mac-cyrillic", charmap.MacintoshCyrillic},
}

const (
	// evidence is how many bytes beyond ASCII are weighed, at most.
	evidence = 200
	// enough is how many bytes tell the language.
	enough = 1000
	// sure is the lead, in nats, below which the choice of an encoding that
	// gives another text is remarked on.
	sure = 2
)

// decodeSingle reads data in the encoding in which its bytes beyond ASCII
// make the least strange letters.
func (in *Intake) decodeSingle(data []byte) (decoded, error) {
	passages := passages(data)
	best, least := -1, 0.0
	second, next := -1, 0.0
	var chosen string // what the best makes of the passages
	for i, c := range charsets {
		text := decodeAll(passages, c.Charmap)
		cost := in.strangeness(text)
		switch {
		case best < 0 || cost < least:
			if best >= 0 && text != chosen {
				second, next = best, least
			}
			best, least, chosen = i, cost, text
		case text != chosen && (second < 0 || cost < next):
			second, next = i, cost
		}
	}
	c := charsets[best]
	text := decodeAll([][]byte{data}, c.Charmap)
	if binary(text) || least > nonsense*float64(high(slices.Concat(passages...))) && high(data) > len(data)/10 {
		return decoded{}, errBinary
	}
	d := decoded{text: text, charset: c.name}
	if second >= 0 && next-least < sure {
		d.remarks = []entente.Remark{{Text: fmt.Sprintf(
			"read as %s, but it could also be %s: letters beyond a to z may be wrong", c.name, charsets[second].name)}}
	}
	return d, nil
}

// nonsense is the strangeness per byte, in nats, above which bytes are no
// text in any encoding if there are many of them.
const nonsense = 13

// high counts the bytes beyond ASCII.
func high(data []byte) int {
	n := 0
	for _, b := range data {
		if b >= 0x80 {
			n++
		}
	}
	return n
}

// passages returns the words around the bytes beyond ASCII, from the start
// of data, until there is evidence enough.
func passages(data []byte) [][]byte {
	var out [][]byte
	n, end := 0, 0
	for i := 0; i < len(data) && n < evidence; i++ {
		if data[i] < 0x80 {
			continue
		}
		n++
		if i < end {
			continue
		}
		from := max(end, i-40)
		end = min(len(data), i+40)
		out = append(out, data[from:end])
	}
	return out
}

func decodeAll(passages [][]byte, c *charmap.Charmap) string {
	var b strings.Builder
	for i, p := range passages {
		if i > 0 {
			b.WriteByte('\n')
		}
		for _, x := range p {
			b.WriteRune(c.DecodeByte(x))
		}
	}
	return b.String()
}

// The strangeness of what is no letter, in nats.
const (
	costMark    = 6  // a mark that letters do have: quotes, dashes, №, €
	costSymbol  = 14 // any other
	costControl = 40
	costCapital = 5 // added for a capital after a small letter
	costScript  = 8 // added for a letter after one of another script
)

// strangeness returns how strange the runes of text beyond ASCII are, all in
// all, in the language that the text is likeliest in.
func (in *Intake) strangeness(text string) float64 {
	language := in.likeliest(text[:min(len(text), enough)])
	runes := []rune(text)
	sum := 0.0
	for i, r := range runes {
		if r < 0x80 {
			continue
		}
		switch {
		case unicode.IsLetter(r) || unicode.IsMark(r):
			sum += in.model.Strangeness(runes, i, language)
			if i > 0 && unicode.IsUpper(r) && unicode.IsLower(runes[i-1]) {
				sum += costCapital
			}
			if i > 0 && unicode.IsLetter(runes[i-1]) && unicode.Is(unicode.Latin, r) != unicode.Is(unicode.Latin, runes[i-1]) {
				sum += costScript
			}
		case r == unicode.ReplacementChar || unicode.IsControl(r):
			sum += costControl
		case strings.ContainsRune(inner, r) || strings.ContainsRune(outer, r) && !within(runes, i):
			sum += costMark
		default:
			sum += costSymbol
		}
	}
	return sum
}

// The marks beyond ASCII that letters do have: inner ones may stand between
// two letters, outer ones at a word's edge.
const (
	inner = "\u00a0’–—…·"
	outer = "«»‘“”„‹›°§€£№•"
)

func within(runes []rune, i int) bool {
	return i > 0 && unicode.IsLetter(runes[i-1]) && i+1 < len(runes) && unicode.IsLetter(runes[i+1])
}

func (in *Intake) likeliest(text string) int {
	costs := make([]float64, len(in.model.Tags()))
	in.model.Costs(text, costs)
	best := 0
	for i, c := range costs {
		if in.read[i] {
			c -= headStart
			costs[i] = c
		}
		if c < costs[best] {
			best = i
		}
	}
	return best
}
