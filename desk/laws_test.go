package desk_test

import (
	"fmt"
	"io"
	"io/fs"
	"math/rand"
	"slices"
	"sort"
	"strings"
	"testing"

	"entente"
	"entente/desk"
	"entente/edtf"
	"entente/examples"
	"entente/internal/storetest"
)

// What must hold whatever is done, tried on sequences of chance with fixed
// seeds.

// words names a claim by where it stands, so that the claims of two readings
// can be compared.
func words(c *desk.Claim) string {
	return fmt.Sprintf("%.6s %s %d-%d", string(c.Document)[7:], c.Claim.Kind, c.Claim.Start, c.Claim.End)
}

// held writes what is held in a register: of each claim and of each matter,
// named by their words.
func held(t testing.TB, r *desk.Register) string {
	t.Helper()
	var out []string
	for _, d := range ask(t, r, "documents").Documents {
		for _, c := range ask(t, r, string(d.ID)).Document.Claims {
			if c.Live() {
				out = append(out, fmt.Sprintf("claim %s %s %v", words(c), c.Verdict, c.Stands().Fields[entente.FieldTitle]))
			}
		}
	}
	for _, kind := range []string{"undertakings", "contacts", "agreements"} {
		for _, m := range ask(t, r, kind).Matters {
			var of []string
			for _, c := range ask(t, r, string(m.ID)).Matter.Claims {
				of = append(of, words(c.Claim))
			}
			sort.Strings(of)
			line := fmt.Sprintf("matter %s: %s, %q", strings.Join(of, ", "), m.Title, m.Parties)
			if m.Outcome != nil {
				line += fmt.Sprintf(", %s by %s", m.Outcome.Outcome, m.Outcome.By)
			}
			if m.Note != nil {
				line += fmt.Sprintf(", %v %s", m.Note.Starred, m.Note.Next)
			}
			out = append(out, line)
		}
	}
	sort.Strings(out)
	return strings.Join(out, "\n")
}

// An act is something that somebody holds, and how it is taken back.
type act struct{ do, undo func(*desk.Register) error }

// acts returns judgements on subjects of their own, in any order; those on
// one claim are of the verdicts given.
func acts(t testing.TB, r *desk.Register, chance *rand.Rand, verdicts ...entente.Verdict) []act {
	t.Helper()
	var ids []entente.ClaimID
	var claims []*desk.Claim
	for _, d := range ask(t, r, "documents").Documents {
		for _, c := range ask(t, r, string(d.ID)).Document.Claims {
			if c.Claim.Kind == entente.Undertaking {
				ids, claims = append(ids, c.ID), append(claims, c)
			}
		}
	}
	judge := func(j, back entente.Judgement) act {
		enter := func(j entente.Judgement) func(*desk.Register) error {
			return func(r *desk.Register) error { _, err := r.Judge(ctx, "Mara", j); return err }
		}
		return act{enter(j), enter(back)}
	}
	var all []act
	for i, id := range ids {
		j := entente.Judgement{Verdict: verdicts[chance.Intn(len(verdicts))], Subject: id, Reason: "so"}
		if j.Verdict == entente.Corrected {
			fixed := desk.Corrected(claims[i].Claim, "", entente.FieldTitle, []desk.Correction{{Value: fmt.Sprint("thing ", i)}}, "test")
			j.Claim = &fixed
		}
		all = append(all, judge(j, entente.Judgement{Verdict: entente.Superseded, Subject: id}))
		all = append(all, judge(entente.Judgement{Verdict: entente.Concluded, Subject: id, Outcome: entente.Outcomes[chance.Intn(6)]}, entente.Judgement{Verdict: entente.Concluded, Subject: id}))
		for _, other := range ids[i+1:] {
			v := []entente.Verdict{entente.Same, entente.Different, entente.Unsure}[chance.Intn(3)]
			all = append(all, judge(entente.Judgement{Verdict: v, Subject: id, Other: other}, entente.Judgement{Verdict: entente.Superseded, Subject: id, Other: other}))
		}
	}
	chance.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
	return all
}

// What is undone, in whatever order and from the middle of others, is as if
// it had never been done.
func TestUndoIsAsIfNever(t *testing.T) {
	for seed := range int64(20) {
		chance := rand.New(rand.NewSource(seed))
		var m, other storetest.Memory
		r, never := open(t, &m, scribe{}), open(t, &other, scribe{})
		receive(t, r, first, second, third)
		receive(t, never, first, second, third)
		all := acts(t, r, chance, entente.Confirmed, entente.Corrected, entente.Rejected)
		asIfNever(t, seed, chance, r, never, all)
	}
}

// asIfNever does all that can be done to r, and to never what is not taken
// back; takes the rest back, in any order; and holds the two together.
func asIfNever(t *testing.T, seed int64, chance *rand.Rand, r, never *desk.Register, all []act) {
	t.Helper()
	stays := map[int]bool{}
	for i, a := range all {
		stays[i] = a.undo == nil || chance.Intn(3) == 0
		if err := a.do(r); err != nil {
			t.Fatal(err)
		}
		if stays[i] {
			if err := a.do(never); err != nil {
				t.Fatal(err)
			}
		}
	}
	for _, i := range chance.Perm(len(all)) {
		if !stays[i] {
			if err := all[i].undo(r); err != nil {
				t.Fatal(err)
			}
		}
	}
	if got, want := held(t, r), held(t, never); got != want {
		t.Fatalf("seed %d: after undoing\n%s\nwant as if never done\n%s", seed, got, want)
	}
	if rebuilt, err := r.Rebuild(ctx); err != nil || !rebuilt.Same {
		t.Fatalf("seed %d: Rebuild = %+v, %v", seed, rebuilt, err)
	}
}

// A note stays with the claim it was written on, whatever is joined or parted.
func TestNotesStayWithTheirClaim(t *testing.T) {
	r := open(t, &storetest.Memory{}, scribe{})
	receive(t, r, first, second, third)
	matters := ask(t, r, "undertakings").Matters
	a, b := matters[0].ID, matters[1].ID
	star, next := true, "call"
	for _, id := range []entente.ClaimID{a, b} {
		word := string(id[:4])
		if _, err := r.Note(ctx, "Mara", id, desk.NoteChange{Starred: &star, Next: &next, Owner: &word}); err != nil {
			t.Fatal(err)
		}
	}
	before := held(t, r)
	pair := entente.Judgement{Verdict: entente.Same, Subject: a, Other: b}
	if _, err := r.Judge(ctx, "Mara", pair); err != nil {
		t.Fatal(err)
	}
	if n := ask(t, r, string(a)).Matter.Note; n == nil || n.Owner != string(b[:4]) {
		t.Errorf("joined, the note is %+v; want the later one", n)
	}
	pair.Verdict = entente.Superseded
	if _, err := r.Judge(ctx, "Mara", pair); err != nil {
		t.Fatal(err)
	}
	if after := held(t, r); after != before {
		t.Errorf("parted again\n%s\nwant\n%s", after, before)
	}
	none, empty := false, ""
	m, err := r.Note(ctx, "Mara", a, desk.NoteChange{Starred: &none, Next: &empty, Owner: &empty})
	if err != nil || m.Note != nil {
		t.Errorf("taken away: %+v, %v", m.Note, err)
	}
	if m, err = r.Note(ctx, "Mara", a, desk.NoteChange{Starred: &star}); err != nil || m.Note == nil {
		t.Errorf("starred again: %+v, %v", m.Note, err)
	}
	bad := "soon"
	if _, err := r.Note(ctx, "Mara", a, desk.NoteChange{Due: &bad}); err == nil {
		t.Error("a due date that is none was taken")
	}
}

// A better reader changes nothing that somebody judged. (What was rejected and
// is read otherwise is shown again; see TestJudgementsOutliveReadings.)
func TestReadingAgainKeepsJudgements(t *testing.T) {
	for seed := range int64(20) {
		chance := rand.New(rand.NewSource(100 + seed))
		var m storetest.Memory
		r := open(t, &m, scribe{})
		receive(t, r, first, second, third)
		for _, a := range acts(t, r, chance, entente.Confirmed, entente.Corrected) {
			if chance.Intn(3) == 0 {
				if err := a.do(r); err != nil {
					t.Fatal(err)
				}
			}
		}
		star := true
		if _, err := r.Note(ctx, "Mara", ask(t, r, "contacts").Matters[0].ID, desk.NoteChange{Starred: &star}); err != nil {
			t.Fatal(err)
		}
		var ids []entente.DocumentID
		for _, d := range ask(t, r, "documents").Documents {
			ids = append(ids, d.ID)
		}
		before := held(t, r)
		better := open(t, &m, scribe{force: entente.Proposed})
		done, err := better.ReadAgain(ctx, "Ivo", ids)
		if err != nil || done.Changed != 3 || len(done.Adrift) != 0 {
			t.Fatalf("ReadAgain = %+v, %v", done, err)
		}
		if after := held(t, better); after != before {
			t.Fatalf("seed %d: read again\n%s\nwant\n%s", seed, after, before)
		}
		if rebuilt, err := better.Rebuild(ctx); err != nil || !rebuilt.Same {
			t.Fatalf("seed %d: Rebuild = %+v, %v", seed, rebuilt, err)
		}
	}
}

// What was judged and is no longer read stands, and is listed.
func TestAdriftIsListed(t *testing.T) {
	var m storetest.Memory
	r := open(t, &m, scribe{})
	receive(t, r, first)
	d := ask(t, r, "in/2031/1").Document
	if _, err := r.Judge(ctx, "Mara", entente.Judgement{Verdict: entente.Confirmed, Subject: d.Claims[1].ID}); err != nil {
		t.Fatal(err)
	}
	done, err := open(t, &m, forgetful{}).ReadAgain(ctx, "Ivo", []entente.DocumentID{d.ID})
	if err != nil || len(done.Adrift) != 1 || done.Adrift[0].ID != d.Claims[1].ID {
		t.Errorf("ReadAgain = %+v, %v; want the confirmed claim adrift", done, err)
	}
	if n := len(ask(t, r, "undertakings").Matters); n != 1 {
		t.Errorf("%d undertakings stand, want the confirmed one", n)
	}
}

// forgetful reads no claims.
type forgetful struct{ scribe }

func (f forgetful) Reading(doc *entente.Document) entente.Reading {
	r := f.scribe.Reading(doc)
	r.Claims = nil
	return r
}

// known writes what a status says.
func known(t testing.TB, r *desk.Register, rel entente.Relation, day string) string {
	t.Helper()
	asOf, err := edtf.Parse(day)
	if err != nil {
		t.Fatal(err)
	}
	s, err := r.Status(ctx, rel, asOf)
	if err != nil {
		return err.Error()
	}
	var out []string
	matter := func(m *desk.Matter) string {
		return fmt.Sprintf("%s %q %s %s %s %q %d claims", m.ID[:6], m.Title, m.Mode, m.Stage, m.Date, m.Parties, len(m.Claims))
	}
	for _, m := range s.Contacts {
		out = append(out, matter(m))
	}
	for _, f := range slices.Concat(s.Agreements, s.Undertakings) {
		out = append(out, fmt.Sprint(matter(f.Matter), f.Outcome(), f.Stated, f.Concluded.Rule, f.Concluded.Silent, f.Due))
	}
	for _, c := range s.Conflicts {
		out = append(out, fmt.Sprint(c.Matter[:6], c.Field, len(c.Values)))
	}
	for _, m := range []*desk.Matter{s.LastContact, s.NextContact} {
		if m != nil {
			out = append(out, "contact "+matter(m))
		}
	}
	return fmt.Sprintf("%d documents, %d questions\n%s", len(s.Documents), len(s.Questions), strings.Join(out, "\n"))
}

// dossier returns the letters of the example by date, their dates and a
// reader.
func dossier(t testing.TB) (list []desk.Source, days []string) {
	t.Helper()
	files := examples.ArcadiaSylvania()
	names, err := fs.Glob(files, "*.txt")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		list = append(list, desk.Source{Name: name, Open: func() (io.ReadCloser, error) { return files.Open(name) }})
		days = append(days, name[:10])
	}
	return list, days
}

func take(t testing.TB, r *desk.Register, list []desk.Source) {
	t.Helper()
	if err := r.Receive(ctx, desk.Receiving{By: "Ivo"}, list, func(desk.Receipt) {}); err != nil {
		t.Fatal(err)
	}
}

// What was known on a day stays what was known on it, whatever comes later.
// Judgements, by rule too, may join what was apart, so none are made here.
func TestLaterDocumentsLeaveThePastAlone(t *testing.T) {
	reader := benchReader(t)
	list, days := dossier(t)
	r, err := desk.NewRegister(desk.RegisterConfig{Store: &storetest.Memory{}, Reader: reader, Now: clock})
	if err != nil {
		t.Fatal(err)
	}
	rel := entente.Between("XA", "XS")
	said := map[string]string{}
	for i := range list {
		take(t, r, list[i:i+1])
		if i%3 == 0 {
			said[days[i]] = known(t, r, rel, days[i])
		}
	}
	for day, want := range said {
		if got := known(t, r, rel, day); got != want {
			t.Errorf("as of %s it now says\n%s\nbut it said\n%s", day, got, want)
		}
	}
}

// The same documents in any order give the same matters and outcomes.
func TestArrivalOrder(t *testing.T) {
	reader := benchReader(t)
	list, _ := dossier(t)
	rel := entente.Between("XA", "XS")
	var want []string
	for turn := range 4 {
		r, err := desk.NewRegister(desk.RegisterConfig{Store: &storetest.Memory{}, Reader: reader, Packs: reader.Packs, Now: clock})
		if err != nil {
			t.Fatal(err)
		}
		chance := rand.New(rand.NewSource(int64(turn)))
		if turn > 0 {
			chance.Shuffle(len(list), func(i, j int) { list[i], list[j] = list[j], list[i] })
		}
		for _, source := range list { // each on its own, so that each arrival is compared
			take(t, r, []desk.Source{source})
		}
		s, err := r.Status(ctx, rel, edtf.InYear(2033))
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		of := func(m *desk.Matter) string {
			ids := slices.Sorted(slices.Values(m.Claims))
			return fmt.Sprintf("%s %.6s", m.Kind, ids)
		}
		for _, m := range s.Contacts {
			got = append(got, of(m))
		}
		for _, f := range slices.Concat(s.Agreements, s.Undertakings) {
			got = append(got, fmt.Sprint(of(f.Matter), f.Outcome(), f.Concluded.Rule))
		}
		sort.Strings(got)
		if turn == 0 {
			want = got
		} else if !slices.Equal(got, want) {
			t.Fatalf("turn %d: another order gives\n%s\nwant\n%s", turn, strings.Join(got, "\n"), strings.Join(want, "\n"))
		}
	}
}
