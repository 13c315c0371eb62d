package desk_test

import (
	"errors"
	"strings"
	"testing"

	"entente"
	"entente/desk"
	"entente/lang"
)

func TestKnownContacts(t *testing.T) {
	packs, err := lang.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	r, err := desk.NewReader(packs)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ name, text, want string }{
		{"any order", "Place,Kind,Date,Visitor\nPort Arc,visit,2031-03-03,Ivo Lind\n", "2 2031-03-03 Port Arc/Ivo Lind//visit\n"},
		{"French, semicolons, byte order mark", "\ufeffDate;Qui;Lieu;Nature\n3 mars 2031;Ivo Lind;Port Arc;entretien téléphonique\n", "2 2031-03-03 Port Arc/Ivo Lind//call\n"},
		{"days in words, quoted, empty lines", "date,with\n\n\"3-5 March, 2031\",\"Osk, Mara\"\n", "3 2031-03-03/2031-03-05 //Osk, Mara/\n"},
		{"no date column", "place,who\na,b\n", "line 1: expected a column date and one of who, with and place; its columns are place, who"},
		{"only kinds", "date,kind\n2031,visit\n", "line 1: expected a column date and one of who, with and place; its columns are date, kind"},
		{"no date", "date,who\n2031-03-03,a\nsoon,b\n", `line 3: "soon" is no date; expected`},
		{"nobody", "date,who\n2031-03-03,\n", "line 2: expected a place, or who met, or with whom"},
		{"no kind", "date,who,kind\n2031-03-03,a,picnic\n", `line 2: "picnic" is no kind of contact`},
		{"nothing", "", "line 1: a line with the heads"},
	} {
		list, err := r.KnownContacts("list.csv", strings.NewReader(c.text))
		if err != nil {
			if !strings.Contains(err.Error(), c.want) || !errors.Is(err, entente.ErrInvalid) {
				t.Errorf("%s: %v, want %s", c.name, err, c.want)
			}
			continue
		}
		got := ""
		for _, k := range list {
			got += strings.Join([]string{string(rune('0' + k.Line)), k.Date.String(), k.Place + "/" + k.Who + "/" + k.With + "/" + k.Kind}, " ") + "\n"
		}
		if got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

func TestCompare(t *testing.T) {
	r := realRegister(t)
	receive(t, r,
		"---\ndate: 2031-03-10\nlanguage: en\nrelation: XA-XS\n---\n\nPresident Ivo Lind paid a visit to Sylvania on 3 and 4 March 2031.\n",
		"---\ndate: 2031-06-10\nlanguage: en\nrelation: XA-XS\n---\n\nPresident Mara Osk paid a visit to Arcadia on 5 June 2031.\n",
		"---\ndate: 2031-09-10\nlanguage: en\nrelation: XA-XS\n---\n\nPresident Ivo Lind paid a visit to Sylvania on 7 September 2031.\n",
		"---\ndate: 2033-09-10\nlanguage: en\nrelation: XA-XS\n---\n\nPresident Ivo Lind paid a visit to Sylvania on 7 September 2033.\n",
	)
	packs, err := lang.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	reader, err := desk.NewReader(packs)
	if err != nil {
		t.Fatal(err)
	}
	list, err := reader.KnownContacts("list.csv", strings.NewReader(`date,who,place,kind
2031-03-05,LIND Ivo,,visit
2031-09-07,Tobias Renwick,Sylvania,visit
2031-12-01,Ivo Lind,Sylvania,visit
2031-03-03,Ivo Lind,,call
`))
	if err != nil {
		t.Fatal(err)
	}
	c, err := r.Compare(ctx, list, entente.Between("XA", "XS"))
	if err != nil {
		t.Fatal(err)
	}
	if len(c.Both) != 1 || c.Both[0].Known.Line != 2 || len(c.Both[0].Why) != 2 {
		t.Errorf("in both: %v", c.Both)
	}
	if len(c.Unsure) != 1 || c.Unsure[0].Known.Line != 3 {
		t.Errorf("unsure: %v", c.Unsure)
	}
	if len(c.OnlyList) != 2 || c.OnlyList[0].Line != 4 || c.OnlyList[1].Line != 5 {
		t.Errorf("only in the list: %v", c.OnlyList)
	}
	if len(c.OnlyRegister) != 1 || c.OnlyRegister[0].Date != "2031-06-05" {
		t.Errorf("only in the register: %v; that of 2033 lies beyond the list", c.OnlyRegister)
	}
}
