package identity_test

import (
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"sort"
	"strings"
	"testing"

	"entente"
	"entente/edtf"
	"entente/identity"
	"entente/lang"
)

var update = flag.Bool("update", false, "write the golden files anew")

const dossier = "../examples/arcadia-sylvania"

func matcher(t testing.TB) *identity.Matcher {
	t.Helper()
	packs, err := lang.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	return identity.New(packs)
}

type value struct {
	Value, Name, Quote string
	Start, End         int
	Inferred           bool
}

func (v value) anchored() entente.Value {
	return entente.Value{Anchor: entente.Anchor{Span: entente.Span{Start: v.Start, End: v.End}, Quote: v.Quote}, Value: v.Value, Inferred: v.Inferred}
}

// labelled returns what the labels of the dossier say, one Local for each
// thing a document speaks of.
func labelled(t testing.TB) []identity.Local {
	t.Helper()
	files, err := filepath.Glob(dossier + "/gold/*.gold.json")
	if err != nil || len(files) == 0 {
		t.Fatal("no labels in the dossier", err)
	}
	var locals []identity.Local
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		var gold struct {
			Document struct{ Name string }
			Envelope struct {
				Sender, Recipient []struct {
					Name  string
					State value
				}
				Date value
			}
			Mentions []struct {
				value
				Kind string
			}
			Claims []struct {
				Kind, Force, About, Quote string
				Start, End                int
				Fields                    map[string][]value
			}
		}
		if err := json.Unmarshal(data, &gold); err != nil {
			t.Fatal(file, err)
		}
		names := map[string]string{}
		for at, people := range map[string][]struct {
			Name  string
			State value
		}{"@sender": gold.Envelope.Sender, "@recipient": gold.Envelope.Recipient} {
			if len(people) == 1 {
				names[at], names[at+"_state"] = people[0].Name, people[0].State.Value
			}
		}
		dated, _ := edtf.Parse(filepath.Base(file)[:10])
		doc := strings.TrimSuffix(filepath.Base(file), ".gold.json")
		at := map[string]int{}
		for i, c := range gold.Claims {
			claim := entente.Claim{Anchor: entente.Anchor{Span: entente.Span{Start: c.Start, End: c.End}, Quote: c.Quote}, Kind: entente.Kind(c.Kind), Force: entente.Force(c.Force), About: c.About, Fields: map[entente.Field][]entente.Value{}}
			for f, values := range c.Fields {
				for _, v := range values {
					claim.Fields[entente.Field(f)] = append(claim.Fields[entente.Field(f)], v.anchored())
				}
			}
			with := identity.Claim{Claim: claim, Names: names}
			for _, m := range gold.Mentions {
				if c.Start <= m.Start && m.End <= c.End {
					v := m.anchored()
					if v.Value == "" {
						v.Value = m.Quote
					}
					with.Mentions = append(with.Mentions, entente.Mention{Anchor: v.Anchor, Kind: entente.MentionKind(m.Kind), Value: v.Value})
				}
			}
			key := c.Kind + c.About
			if n, ok := at[key]; ok && c.About != "" {
				locals[n].Claims = append(locals[n].Claims, with)
				continue
			}
			at[key] = len(locals)
			locals = append(locals, identity.Local{ID: entente.ClaimID(fmt.Sprintf("%s#%03d", doc, i)), Document: entente.DocumentID(doc),
				Relations: []entente.Relation{entente.Between("XA", "XS")}, Kind: claim.Kind, Dated: dated, Claims: []identity.Claim{with}})
		}
	}
	return locals
}

// truth returns, for each Local, the matter that the hand-made table gives.
func truth(t testing.TB, locals []identity.Local) map[entente.ClaimID]string {
	t.Helper()
	data, err := os.ReadFile(dossier + "/truth.json")
	if err != nil {
		t.Fatal(err)
	}
	var table struct {
		Matters []struct {
			ID, Kind string
			Spoken   []struct{ Document, Quote string }
		}
	}
	if err := json.Unmarshal(data, &table); err != nil {
		t.Fatal(err)
	}
	flat := func(s string) string { return strings.Join(strings.Fields(s), " ") }
	of := map[entente.ClaimID]string{}
	for _, l := range locals {
		closest := -1 // one quote may hold another: the closest in length counts
		for _, m := range table.Matters {
			for _, s := range m.Spoken {
				if m.Kind != string(l.Kind) || strings.TrimSuffix(s.Document, ".txt") != string(l.Document) {
					continue
				}
				for _, c := range l.Claims {
					a, b := flat(c.Quote), flat(s.Quote)
					off := max(len(a)-len(b), len(b)-len(a))
					if (strings.Contains(a, b) || strings.Contains(b, a)) && (closest < 0 || off < closest) {
						of[l.ID], closest = m.ID, off
					}
				}
			}
		}
	}
	return of
}

func proposals(m *identity.Matcher, locals []identity.Local) []identity.Proposal {
	x := identity.NewIndex(m)
	var all []identity.Proposal
	for _, l := range locals {
		all = append(all, x.Add(l)...)
	}
	sort.Slice(all, func(i, j int) bool { return all[i].String() < all[j].String() })
	return all
}

// closure returns the matters that the Same proposals make.
func closure(locals []identity.Local, all []identity.Proposal) map[entente.ClaimID]entente.ClaimID {
	root := map[entente.ClaimID]entente.ClaimID{}
	for _, l := range locals {
		root[l.ID] = l.ID
	}
	var find func(entente.ClaimID) entente.ClaimID
	find = func(id entente.ClaimID) entente.ClaimID {
		if root[id] != id {
			root[id] = find(root[id])
		}
		return root[id]
	}
	for _, p := range all {
		if p.Verdict == entente.Same {
			a, b := find(p.A), find(p.B)
			root[max(a, b)] = min(a, b)
		}
	}
	for id := range root {
		root[id] = find(id)
	}
	return root
}

// TestDossier joins the labelled dossier and compares with the truth made by
// hand. The golden file holds the counts, every joining missed and every one
// that waits for a person; a false one fails at once.
func TestDossier(t *testing.T) {
	locals := labelled(t)
	of := truth(t, locals)
	all := proposals(matcher(t), locals)
	matter := closure(locals, all)
	var out strings.Builder
	found, missed := 0, 0
	for i, a := range locals {
		for _, b := range locals[i+1:] {
			if of[a.ID] == "" || of[b.ID] == "" || a.Kind != b.Kind || a.Document == b.Document {
				continue
			}
			joined := matter[a.ID] == matter[b.ID]
			switch same := of[a.ID] == of[b.ID]; {
			case joined && !same:
				t.Errorf("joined %s (%s) and %s (%s)", a.ID, of[a.ID], b.ID, of[b.ID])
			case joined:
				found++
			case same:
				missed++
				fmt.Fprintf(&out, "missed  %s  %s  %s\n", of[a.ID], a.ID, b.ID)
			}
		}
	}
	for _, p := range all {
		if p.Verdict == entente.Unsure && matter[p.A] != matter[p.B] {
			fmt.Fprintf(&out, "unsure  %v  %s  %s\n", of[p.A] == of[p.B], of[p.A]+" / "+of[p.B], p)
		}
	}
	got := fmt.Sprintf("%d joined, %d missed, of %d Locals\n%s", found, missed, len(locals), out.String())
	const golden = "testdata/dossier.golden"
	if *update {
		if err := os.MkdirAll("testdata", 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("what is joined moved; look, then run with -update\ngot\n%s", got)
	}
}

// Any order of the same documents gives the same proposals.
func TestOrderDoesNotMatter(t *testing.T) {
	m, locals := matcher(t), labelled(t)
	want := proposals(m, locals)
	slices.Reverse(locals)
	for turn := range 5 {
		got := proposals(m, locals)
		if fmt.Sprint(got) != fmt.Sprint(want) {
			t.Fatalf("turn %d: %d proposals, want %d", turn, len(got), len(want))
		}
		for i := range locals { // a fixed shuffle: the test must be repeatable
			j := (i*7919 + turn*104729) % len(locals)
			locals[i], locals[j] = locals[j], locals[i]
		}
	}
}
