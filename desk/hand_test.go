package desk_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"entente"
	"entente/desk"
	"entente/internal/storetest"
)

const letterByHand = "from XA to XS\ndated 2031-02-01\npromise canal: canal along the coast\nThe canal is dear to us.\nWe shall send\n  three engineers in May. The canal, again.\n"

func TestClaimByHand(t *testing.T) {
	var store storetest.Memory
	r := open(t, &store, scribe{})
	receive(t, r, letterByHand)
	make := func(h desk.HandClaim) (entente.ClaimID, error) {
		h.Document = "in/2031/1"
		return r.ClaimByHand(ctx, "Mara", h)
	}
	engineers := desk.HandClaim{Quote: "send three engineers in May", Near: -1, Kind: entente.Undertaking, Force: entente.Promised,
		Fields: map[entente.Field][]desk.Correction{entente.FieldTitle: {{Value: "engineers", Words: "engineers"}}, entente.FieldDue: {{Value: "2031-05", Words: "May"}}, entente.FieldWith: {{Value: entente.AtRecipient}}}}
	id, err := make(engineers)
	if err != nil {
		t.Fatal(err)
	}
	claim, err := r.Claim(ctx, id)
	if err != nil {
		t.Fatal(err)
	}
	c := claim.Stands()
	if c.Quote != "send\n  three engineers in May" || claim.Hand != "Mara" || claim.By != "Mara" || claim.Verdict != entente.Confirmed || !claim.Live() || claim.Adrift() || claim.Matter == "" {
		t.Errorf("the claim: %+v", claim)
	}
	if v := c.Fields[entente.FieldDue][0]; v.Quote != "May" || v.Value != "2031-05" || v.Inferred {
		t.Errorf("due %+v", v)
	}
	if v := c.Fields[entente.FieldWith][0]; !v.Inferred || v.Why != desk.ByHand || claim.Name(v) != "Head of XS" {
		t.Errorf("with %+v, which is %s", v, claim.Name(v))
	}
	if got := len(ask(t, r, "undertakings").Matters); got != 2 {
		t.Errorf("%d undertakings, want the read one and this", got)
	}
	again, err := make(engineers)
	if err != nil || again != id {
		t.Errorf("made again: %s, %v", again, err)
	}
	if found, err := r.Find(ctx, desk.Finding{Query: "kind:undertaking may"}); err != nil || found.AllClaims != 1 {
		t.Errorf("found %d, %v", found.AllClaims, err)
	}

	// A new reading leaves it standing.
	if _, err := open(t, &store, scribe{force: entente.Hoped}).ReadAgain(ctx, "Mara", []entente.DocumentID{claim.Document}); err != nil {
		t.Fatal(err)
	}
	if claim, err = r.Claim(ctx, id); err != nil || !claim.Live() || claim.Adrift() {
		t.Errorf("after reading again: %+v, %v", claim, err)
	}

	// Taken back it is gone, and making it again brings it back.
	if _, err := r.Judge(ctx, "Ivo", entente.Judgement{Verdict: entente.Superseded, Subject: id}); err != nil {
		t.Fatal(err)
	}
	if claim, _ = r.Claim(ctx, id); claim.Live() || len(ask(t, r, "undertakings").Matters) != 1 {
		t.Errorf("taken back, it is still there: %+v", claim)
	}
	if back, err := make(engineers); err != nil || back != id {
		t.Errorf("made once more: %s, %v", back, err)
	}
	if claim, _ = r.Claim(ctx, id); !claim.Live() {
		t.Errorf("made once more, it does not stand: %+v", claim)
	}

	// One of several places, and one matter with another claim.
	var many *desk.AmbiguousError
	canal := desk.HandClaim{Quote: "The canal", Near: -1, Kind: entente.Undertaking, Force: entente.Hoped}
	if _, err := make(canal); !errors.As(err, &many) || len(many.Places) != 2 || !errors.Is(err, entente.ErrInvalid) {
		t.Errorf("words that stand twice: %v", err)
	}
	canal.Near = strings.Index(letterByHand, "The canal, again") - 3
	about := ask(t, r, "in/2031/1").Document.Claims
	canal.About = about[slices.IndexFunc(about, func(c *desk.Claim) bool { return strings.HasPrefix(c.Claim.Quote, "promise canal") })].ID
	if id, err = make(canal); err != nil {
		t.Fatal(err)
	}
	if claim, _ = r.Claim(ctx, id); claim.Claim.Start != strings.Index(letterByHand, "The canal, again") || len(ask(t, r, "undertakings").Matters) != 2 {
		t.Errorf("about the canal: %+v", claim)
	}

	for name, h := range map[string]desk.HandClaim{
		"other words":      {Quote: "four engineers", Near: -1, Kind: entente.Contact, Force: entente.Done},
		"no words":         {Near: 3, Kind: entente.Contact, Force: entente.Done},
		"no kind":          {Quote: "canal", Near: 1, Kind: "song", Force: entente.Done},
		"no such value":    {Quote: "dear", Near: -1, Kind: entente.Contact, Force: entente.Done, Fields: map[entente.Field][]desk.Correction{entente.FieldMode: {{Value: "ball"}}}},
		"about a contact":  {Quote: "dear", Near: -1, Kind: entente.Contact, Force: entente.Done, About: id},
		"about no claim":   {Quote: "dear", Near: -1, Kind: entente.Undertaking, Force: entente.Done, About: "00"},
		"beyond the words": {Quote: "again. ." + strings.Repeat(" x", 1000), Near: 1 << 40, Kind: entente.Contact, Force: entente.Done},
	} {
		if _, err := make(h); !errors.Is(err, entente.ErrInvalid) {
			t.Errorf("%s: %v; want ErrInvalid", name, err)
		}
	}
	if rebuilt, err := r.Rebuild(ctx); err != nil || !rebuilt.Same {
		t.Errorf("a rebuild gives other views: %+v, %v", rebuilt, err)
	}
	if _, err := r.Verify(ctx, ""); err != nil {
		t.Error(err)
	}
}

func TestSavedSearches(t *testing.T) {
	r := open(t, &storetest.Memory{}, scribe{})
	receive(t, r, letterByHand)
	for _, c := range []struct {
		name, query string
		want        error
	}{{"canals", "canal kind:undertaking", nil}, {"canals", "canal", nil}, {"canals", "canal kind:undertaking", nil}, {"other", "engineers", nil}, {"other", "", nil}, {"none", "", entente.ErrNotFound}, {"", "x", entente.ErrInvalid}, {"a\x00b", "x", entente.ErrInvalid}} {
		if err := r.Save(ctx, "Mara", c.name, c.query); !errors.Is(err, c.want) {
			t.Errorf("Save(%q, %q): %v, want %v", c.name, c.query, err, c.want)
		}
	}
	list, err := r.Searches(ctx)
	if err != nil || len(list) != 1 || list[0].Query != "canal kind:undertaking" || list[0].By != "Mara" || list[0].On != "2031-03-03" {
		t.Errorf("kept: %+v, %v", list, err)
	}
	news, err := r.News(ctx, "canals", 10)
	if err != nil || len(news.Items) != 1 || !news.Items[0].Entered.Equal(clock()) {
		t.Errorf("news: %+v, %v", news, err)
	}
	if _, err := r.News(ctx, "other", 10); !errors.Is(err, entente.ErrNotFound) {
		t.Errorf("news of a search that was taken away: %v", err)
	}
	if rebuilt, err := r.Rebuild(ctx); err != nil || !rebuilt.Same {
		t.Errorf("a rebuild gives other views: %+v, %v", rebuilt, err)
	}
}

func TestFind(t *testing.T) {
	r := open(t, &storetest.Memory{}, scribe{})
	receive(t, r,
		"from XA to XS\ndated 2029-02-01\npromise canal: canal along the coast\n",
		"from XS to XA\ndated 2031-02-01\nmeeting port: Port Arc by the coast\n",
		"from XB to XA\ndated 2031-02-20\npromise mill: mill on the coast\n")
	for query, want := range map[string][2]int{ // documents, claims
		"coast":                              {3, 3},
		"from:XA coast":                      {1, 1},
		"from:\"Head of XS\"":                {1, 1},
		"to:xa":                              {2, 2},
		"-to:xa":                             {1, 1},
		"relation:XS-XA":                     {2, 2},
		"relation:XA":                        {3, 3},
		"relation:XB,XS-XA":                  {3, 3},
		"kind:undertaking":                   {0, 2},
		"kind:letter kind:contact":           {3, 3},
		"kind:undertaking -mill":             {0, 1},
		"before:2031":                        {1, 1},
		"after:2029":                         {2, 2},
		"after:2029 before:never":            {0, 0},
		"date:2031-02-20":                    {1, 1},
		"outcome:silent,stalled,open,moving": {0, 2},
		"outcome:kept":                       {0, 0},
		"-outcome:kept coast":                {3, 3},
		"":                                   {0, 0},
		"-coast":                             {0, 0},
	} {
		found, err := r.Find(ctx, desk.Finding{Query: query})
		if got := [2]int{found.AllDocuments, found.AllClaims}; err != nil || got != want {
			t.Errorf("%s: %v documents and claims, %v; want %v", query, got, err, want)
		}
	}
	found, err := r.Find(ctx, desk.Finding{Query: "coast", Limit: 2, Documents: 2})
	if err != nil || len(found.Documents) != 1 || len(found.Claims) != 2 || found.AllDocuments != 3 {
		t.Errorf("the rest: %d of %d documents, %d claims, %v", len(found.Documents), found.AllDocuments, len(found.Claims), err)
	}
	var got []string
	for _, g := range found.Facets {
		for _, v := range g.Values {
			got = append(got, v.String())
		}
	}
	if want := []string{"kind:letter", "kind:undertaking", "kind:contact", "relation:XA-XS", "relation:XA-XB", "date:2031", "date:2029"}; !slices.Equal(got, want) {
		t.Errorf("facets %v, want %v", got, want)
	}
	if found, err := r.Find(ctx, desk.Finding{Query: "coa", Typing: true}); err != nil || found.AllDocuments != 3 {
		t.Errorf("while typing: %d, %v", found.AllDocuments, err)
	}
	// An outcome that is judged is found at once.
	id := ask(t, r, "undertakings").Matters[0].ID
	if _, err := r.Judge(ctx, "Mara", entente.Judgement{Verdict: entente.Concluded, Subject: id, Outcome: entente.Dropped}); err != nil {
		t.Fatal(err)
	}
	if found, err := r.Find(ctx, desk.Finding{Query: "outcome:dropped"}); err != nil || found.AllClaims != 1 || found.Claims[0].Claim.ID != id {
		t.Errorf("dropped: %d, %v", found.AllClaims, err)
	}
}

// An index that an older program left empty is made again by the first search.
func TestFindMakesTheIndex(t *testing.T) {
	var store storetest.Memory
	r := open(t, &store, scribe{})
	receive(t, r, letterByHand)
	if err := store.Update(ctx, storetest.Tx.ClearIndex); err != nil {
		t.Fatal(err)
	}
	for range 2 {
		if found, err := r.Find(ctx, desk.Finding{Query: "canal"}); err != nil || found.AllDocuments != 1 || found.AllClaims != 1 {
			t.Errorf("found %d documents and %d claims, %v; want 1 and 1", found.AllDocuments, found.AllClaims, err)
		}
	}
}
