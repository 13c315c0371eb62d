package storetest

import (
	"errors"
	"reflect"
	"slices"
	"testing"

	"entente"
	"entente/edtf"
	"entente/search"
)

func index(t *testing.T, s Store) {
	doc := func(id, words, from, form, date string) search.Item {
		i := search.Item{Kind: search.Documents, ID: id, Words: words, From: from, To: "lind xs"}
		i.Describe(search.Subject{Form: form, Relations: []entente.Relation{entente.Between("XS", "XA")}, Date: date})
		return i
	}
	claim := func(id, words string, kind entente.Kind, date string) search.Item {
		i := search.Item{Kind: search.Claims, ID: id, Words: words, From: "osk xa", To: "lind xs"}
		i.Describe(search.Subject{Kind: kind, Form: "letter", Date: date})
		return i
	}
	update(t, s, func(tx Tx) error {
		return errors.Join(
			tx.Index(doc("d1", "le tramway du port", "osk xa", "letter", "2031-03-03")),
			tx.Index(doc("d2", "tramway", "osk xa", "letter", "2031")),
			tx.Index(doc("d2", "visite 12_045", "velm xb", "communique", "2030-12-31")), // in place of the former
			tx.Index(claim("c1", "tramway du port", entente.Undertaking, "2031-03-03")),
			tx.Index(claim("c2", "port", entente.Contact, "")),
			tx.Index(claim("c3", "port", entente.Contact, "2029-02")),
			tx.Unindex(search.Claims, "c2"),
			tx.Unindex(search.Claims, "none"))
	})
	term := func(words ...string) search.Term { return search.Term{In: search.InWords, Any: [][]string{words}} }
	in := func(c search.Column, not bool, any ...string) search.Term {
		t := search.Term{In: c, Not: not}
		for _, s := range any {
			t.Any = append(t.Any, []string{s})
		}
		return t
	}
	not, prefix := term("visite"), term("tram")
	not.Not, prefix.Prefix = true, true
	view(t, s, func(v Snapshot) error {
		for _, c := range []struct {
			name  string
			kind  search.Kind
			q     []search.Term
			among []string
			want  []string
		}{
			{"word", search.Documents, []search.Term{term("tramway")}, nil, []string{"d1"}},
			{"claims apart", search.Claims, []search.Term{term("tramway")}, nil, []string{"c1"}},
			{"taken away", search.Claims, []search.Term{term("port")}, nil, []string{"c1", "c3"}},
			{"phrase", search.Documents, []search.Term{term("du", "port")}, nil, []string{"d1"}},
			{"no phrase", search.Documents, []search.Term{term("port", "du")}, nil, nil},
			{"reference", search.Documents, []search.Term{term("12_045")}, nil, []string{"d2"}},
			{"either", search.Documents, []search.Term{in(search.InWords, false, "visite", "port")}, nil, []string{"d1", "d2"}},
			{"but not", search.Documents, []search.Term{in(search.InWords, false, "visite", "port"), not}, nil, []string{"d1"}},
			{"only not", search.Documents, []search.Term{not}, nil, []string{"d1"}},
			{"start", search.Documents, []search.Term{prefix}, nil, []string{"d1"}},
			{"sender", search.Documents, []search.Term{in(search.InFrom, false, "velm")}, nil, []string{"d2"}},
			{"a sender is no word", search.Documents, []search.Term{term("velm")}, nil, nil},
			{"recipient", search.Claims, []search.Term{in(search.InTo, false, "xs")}, nil, []string{"c1", "c3"}},
			{"filters alone, the latest first", search.Documents, []search.Term{search.Anything()}, nil, []string{"d1", "d2"}},
			{"facet", search.Claims, []search.Term{in(search.InFacets, false, "kind_contact")}, nil, []string{"c3"}},
			{"without a facet", search.Claims, []search.Term{in(search.InFacets, true, "kind_contact")}, nil, []string{"c1"}},
			{"a day in time", search.Documents, []search.Term{in(search.InFacets, false, "y2031", "m2030_12")}, nil, []string{"d1", "d2"}},
			{"a time of no days", search.Documents, []search.Term{in(search.InFacets, false)}, nil, nil},
			{"not in a time of no days", search.Documents, []search.Term{in(search.InFacets, true)}, nil, []string{"d1", "d2"}},
			{"among", search.Claims, []search.Term{search.Anything()}, []string{"c3", "c9"}, []string{"c3"}},
			{"among none", search.Claims, []search.Term{search.Anything()}, []string{}, nil},
			{"nothing asked", search.Claims, nil, nil, nil},
		} {
			found, err := v.Answers(c.kind, search.Query{Terms: c.q, Among: c.among})
			var got []string
			for _, h := range found.Hits {
				got = append(got, h.ID)
			}
			if len(c.q) > 0 && c.q[0].In == search.InWords {
				slices.Sort(got) // how well words fit is the index's own
			}
			if err != nil || !slices.Equal(got, c.want) || found.More {
				t.Errorf("%s: Answers = %v, %v, %v; want %v", c.name, got, found.More, err, c.want)
			}
			if c.among == nil {
				continue
			}
			kept, err := v.Answers(c.kind, search.Query{Terms: c.q, Keep: func(id string) bool { return slices.Contains(c.among, id) }})
			if err != nil || !reflect.DeepEqual(kept, found) {
				t.Errorf("%s: Answers = %v, %v where they are kept; want %v", c.name, kept, err, found)
			}
		}
		found, err := v.Answers(search.Claims, search.Query{Terms: []search.Term{term("tramway")}})
		want := []search.Facet{{Operator: search.OfKind, Value: "undertaking"}, {Operator: search.OfKind, Value: "letter"}, {Operator: search.On, Value: "2031"}}
		if err != nil || len(found.Hits) != 1 || !slices.Equal(found.Hits[0].Facets, want) {
			t.Errorf("facets of a claim: %+v, %v; want %v", found, err, want)
		}
		days := search.Query{Terms: []search.Term{in(search.InFacets, false, "y2031")}, Days: &search.Days{First: edtf.DayOf(2031, 2, 1), Last: edtf.DayOf(2031, 3, 3)}}
		if found, err := v.Answers(search.Documents, days); err != nil || len(found.Hits) != 1 || found.Hits[0].ID != "d1" {
			t.Errorf("within days: %+v, %v", found, err)
		}
		days.Days.Last--
		if found, err := v.Answers(search.Documents, days); err != nil || len(found.Hits) != 0 {
			t.Errorf("a day too early: %+v, %v", found, err)
		}
		if is, err := v.Indexed(); !is || err != nil {
			t.Errorf("Indexed = %v, %v; want true", is, err)
		}
		return nil
	})
	update(t, s, Tx.ClearIndex)
	view(t, s, func(v Snapshot) error {
		if got, err := v.Answers(search.Documents, search.Query{Terms: []search.Term{search.Anything()}}); len(got.Hits) != 0 || err != nil {
			t.Errorf("Answers after ClearIndex = %v, %v", got, err)
		}
		return nil
	})
}
