package dates

import (
	"slices"
	"strings"

	"entente"
)

// unglue parts the tokens that hold a month and numbers, as in "15Sep",
// "Oct-2" or a stamp's "03JUIL2009", in the view; their items keep the token.
func (s *search) unglue() {
	for i := 0; i < len(s.view); i++ {
		parts := s.glued(s.view[i].Norm)
		if i+1 < len(s.view) && timed(s.view[i].Norm) && s.tongue.months[s.view[i+1].Norm] {
			parts = []string{s.view[i].Norm[:2]}
		}
		if parts == nil {
			continue
		}
		s.own()
		t, at := s.view[i], s.items[i].first
		view, items := make([]entente.Token, len(parts)), make([]item, len(parts))
		for k, norm := range parts {
			view[k], items[k] = t, s.item(at, norm)
			view[k].Norm, view[k].POS = norm, ""
		}
		s.view, s.items = slices.Replace(s.view, i, i+1, view...), slices.Replace(s.items, i, i+1, items...)
		i += len(parts) - 1
	}
}

// timed reports whether norm is the day and time of a telegram, before its
// month: "141530Z".
func timed(norm string) bool {
	digits := strings.TrimRight(norm, "abcdefghijklmnopqrstuvwxyz")
	return len(digits) == 6 && len(norm) <= 7 && strings.Trim(digits, "0123456789") == "" &&
		"01" <= digits[:2] && digits[:2] <= "31" && digits[2:4] < "24" && digits[4:] < "60"
}

// glued returns the parts of a token that is a month, with a day or a year or
// both and marks between, or two months; nil for all others.
func (s *search) glued(norm string) []string {
	if len(norm) < 4 || len(norm) > 20 {
		return nil
	}
	var parts []string
	months := 0
	for at := 0; at < len(norm); {
		end := at + 1
		kind := kindOf(norm[at])
		for end < len(norm) && kind != 0 && kindOf(norm[end]) == kind {
			end++
		}
		part := norm[at:end]
		at = end
		switch {
		case kind == 'a':
			if months++; months > 2 || !s.tongue.months[part] {
				return nil
			}
		case kind == '0':
			if len(part) == 3 || len(part) > 4 {
				return nil
			}
		case part == ".":
			continue
		case part != "-" && part != "/":
			return nil
		}
		parts = append(parts, part)
	}
	if months == 0 || len(parts) < 2 || len(parts) > 5 {
		return nil
	}
	return parts
}

// kindOf tells letters and digits apart from marks.
func kindOf(b byte) byte {
	switch {
	case '0' <= b && b <= '9':
		return '0'
	case 'a' <= b && b <= 'z' || b >= 0x80:
		return 'a'
	}
	return 0
}
