package mentions

import (
	"strings"
	"unicode"
)

// fold returns s in lower case without accents and with compatible letters
// written in ASCII: "Degrémont" → "degremont", "Łódź" → "lodz". Letters of
// other scripts are lowered and kept. Typographic apostrophes and hyphens
// become plain ones.
func fold(s string) string {
	for i := 0; i < len(s); i++ {
		if c := s[i]; c >= 0x80 || 'A' <= c && c <= 'Z' {
			return foldSlow(s, i)
		}
	}
	return s
}

func foldSlow(s string, plain int) string {
	var b strings.Builder
	b.Grow(len(s))
	b.WriteString(s[:plain])
	for _, r := range s[plain:] {
		switch {
		case r < 0x80:
			if 'A' <= r && r <= 'Z' {
				r += 'a' - 'A'
			}
			b.WriteByte(byte(r))
		case r == '’' || r == 'ʼ' || r == '‘':
			b.WriteByte('\'')
		case r == '‐' || r == '‑':
			b.WriteByte('-')
		case unicode.Is(unicode.Mn, r):
		case 0xC0 <= r && r < 0x250:
			b.WriteString(foldLetter(latin1, int(r-0xC0), r))
		case 0x1E00 <= r && r < 0x1F00:
			b.WriteString(foldLetter(latin2, int(r-0x1E00), r))
		default:
			b.WriteRune(unicode.ToLower(r))
		}
	}
	return b.String()
}

// cells of the tables are two bytes wide: "a ", "ae".
func foldLetter(table string, i int, r rune) string {
	cell := table[2*i : 2*i+2]
	switch {
	case cell[0] == '.':
		return string(unicode.ToLower(r))
	case cell[1] == ' ':
		return cell[:1]
	}
	return cell
}
