package projection

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"entente"
)

// mentioned takes the mentions of a document's last reading out of the parties
// and puts in those of its new one. A party is a printed name; that two names
// are one party is a judgement and not made here.
func (f *fold) mentioned(d *Document, r entente.Reading) error {
	type named struct {
		Kind entente.MentionKind
		Name string
	}
	counts := map[named]int{}
	var order []named
	add := func(kind entente.MentionKind, name string) {
		n := named{kind, name}
		if Fold(name) == "" {
			return
		}
		if counts[n] == 0 {
			order = append(order, n)
		}
		counts[n]++
	}
	for _, m := range r.Mentions {
		if m.Kind == entente.MentionPerson || m.Kind == entente.MentionOrganisation {
			add(m.Kind, m.Value)
		}
	}
	var old *[]namedRow
	if d.Read > 0 {
		var err error
		if old, err = load(f.tx, namesKey(d.ID), namesRow); err != nil {
			return err
		}
	}
	fresh := []namedRow{}
	for _, n := range order {
		fresh = append(fresh, namedRow{n.Kind, n.Name, counts[n]})
	}
	if old != nil {
		if err := f.count(*old, -1); err != nil {
			return err
		}
	}
	if err := f.count(fresh, 1); err != nil {
		return err
	}
	return store(f.tx, namesKey(d.ID), &fresh, namesRow)
}

// A namedRow says how often a document mentions a printed name.
type namedRow struct {
	Kind entente.MentionKind
	Name string
	N    int
}

// count puts the names of one document in (sign 1) or takes them out (-1).
func (f *fold) count(names []namedRow, sign int) error {
	seen := map[string]bool{}
	for _, n := range names {
		key := "party/" + string(n.Kind) + "/" + Fold(n.Name)
		p, known := f.parties[key]
		if !known {
			var err error
			if p, err = load(f.tx, key, countsRow); err != nil {
				return err
			}
			if p == nil {
				p = &partyRow{}
			}
			if p.Printed == nil {
				p.Printed = map[string]int{}
			}
			f.parties[key] = p
		}
		if !seen[key] {
			seen[key] = true
			p.Documents += sign
		}
		if p.Printed[n.Name] += sign * n.N; p.Printed[n.Name] == 0 {
			delete(p.Printed, n.Name)
		}
	}
	return nil
}

// countParties writes the parties that were counted again.
func (f *fold) countParties() error {
	for key, p := range f.parties {
		var value []byte
		if len(p.Printed) > 0 {
			value = Encode(p, countsRow)
		}
		if err := f.tx.Set(key, value); err != nil {
			return err
		}
	}
	return nil
}

// A partyRow counts the mentions of a party by printed name.
type partyRow struct {
	Documents int
	Printed   map[string]int
}

func (p *partyRow) party(kind entente.MentionKind, key string) Party {
	all := Party{Kind: kind, Key: key, Documents: p.Documents}
	for name, n := range p.Printed {
		all.Names = append(all.Names, name)
		all.Mentions += n
	}
	slices.Sort(all.Names)
	return all
}

// Fold returns a name in small letters without accents and marks, its words
// with single blanks between them.
func Fold(name string) string {
	var b strings.Builder
	blank := false
	for _, r := range norm.NFKD.String(strings.ToLower(name)) {
		switch {
		case unicode.Is(unicode.Mn, r):
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			if blank && b.Len() > 0 {
				b.WriteByte(' ')
			}
			blank = false
			b.WriteRune(r)
		default:
			blank = true
		}
	}
	return b.String()
}
