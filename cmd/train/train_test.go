package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"entente"
	"entente/desk"
	"entente/lang"
	"entente/syntax"
)

// treebank returns a small treebank of an invented corner of English, in
// CoNLL-U: sentence k is the same at each call.
func treebank(from, to int) string {
	names := []string{"Arcadia", "Sylvania", "Borland", "Lind", "Orsol"}
	verbs := [][2]string{{"signs", "sign"}, {"welcomes", "welcome"}, {"drafts", "draft"}, {"refuses", "refuse"}}
	nouns := []string{"accord", "note", "visit", "loan", "port", "treaty"}
	adjectives := []string{"new", "long", "joint"}
	var b strings.Builder
	for k := from; k < to; k++ {
		name, verb, noun := names[k%5], verbs[k/2%4], nouns[k/3%6]
		adjective, place := adjectives[k%3], names[(k+2)%5]
		fmt.Fprintf(&b, "# text = %s %s the %s %s in %s.\n", name, verb[0], adjective, noun, place)
		for i, w := range [][5]string{
			{name, name, "PROPN", "2", "nsubj"}, {verb[0], verb[1], "VERB", "0", "root"}, {"the", "the", "DET", "5", "det"},
			{adjective, adjective, "ADJ", "5", "amod"}, {noun, noun, "NOUN", "2", "obj"}, {"in", "in", "ADP", "7", "case"},
			{place, place, "PROPN", "2", "obl"}, {".", ".", "PUNCT", "2", "punct"},
		} {
			feats := "_"
			if w[2] == "VERB" {
				feats = "Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin"
			}
			fmt.Fprintf(&b, "%d\t%s\t%s\t%s\t_\t%s\t%s\t%s\t_\t_\n", i+1, w[0], w[1], w[2], feats, w[3], w[4])
		}
		b.WriteString("\n")
	}
	return b.String()
}

func readText(t *testing.T, conllu string, pack *lang.Pack) []entente.Sentence {
	t.Helper()
	file := filepath.Join(t.TempDir(), "bank.conllu")
	if err := os.WriteFile(file, []byte(conllu), 0o644); err != nil {
		t.Fatal(err)
	}
	sentences, left, err := readTreebank(file, pack)
	if err != nil || left > 0 {
		t.Fatalf("%d sentences left out, error %v", left, err)
	}
	return sentences
}

// TestLearn learns all models from a small treebank, twice, and holds them
// against sentences that were not in it.
func TestLearn(t *testing.T) {
	var first [3][]byte
	for round := range 2 {
		sentences := readText(t, treebank(0, 60), nil)
		lexicon, err := syntax.BuildLexicon(fromTreebank(sentences), false)
		if err != nil {
			t.Fatal(err)
		}
		tags, err := syntax.LearnTags(sentences, string(lexicon), 5, 1)
		if err != nil {
			t.Fatal(err)
		}
		tagged, err := retag(sentences, string(lexicon), 4, 1)
		if err != nil {
			t.Fatal(err)
		}
		tree, err := syntax.LearnTree(tagged, string(lexicon), 5, 1)
		if err != nil {
			t.Fatal(err)
		}
		if round == 0 {
			first = [3][]byte{lexicon, tags, tree}
		} else if !bytes.Equal(first[0], lexicon) || !bytes.Equal(first[1], tags) || !bytes.Equal(first[2], tree) {
			t.Error("the same sentences make other bytes")
		}
	}
	packs, err := lang.Open(fstest.MapFS{
		"xx/" + syntax.LexiconModel + ".model": {Data: first[0]},
		"xx/" + syntax.TagsModel + ".model":    {Data: first[1]},
		"xx/" + syntax.TreeModel + ".model":    {Data: first[2]},
	})
	if err != nil {
		t.Fatal(err)
	}
	s, err := syntax.New(packs)
	if err != nil {
		t.Fatal(err)
	}
	if got := measure(s, "xx", readText(t, treebank(60, 90), packs.Pack("xx"))); got.share(got.rels, got.tokens) < 99 || got.share(got.lemma, got.lemmas) < 99 {
		t.Errorf("learnt too little: %v", got)
	}
}

// TestAlign holds tokens that are several words, and words that are several
// tokens, to what the treebank says of them.
func TestAlign(t *testing.T) {
	files := fstest.MapFS{}
	data, err := os.ReadFile("../../lang/packs/fr/token.list")
	if err != nil {
		t.Fatal(err)
	}
	files["fr/token.list"] = &fstest.MapFile{Data: data}
	packs, err := lang.Open(files)
	if err != nil {
		t.Fatal(err)
	}
	sentences := readText(t, "# text = L'on parle du port 12-14.\n"+
		"1\tL'on\ton\tPRON\t_\t_\t2\tnsubj\t_\t_\n2\tparle\tparler\tVERB\t_\tMood=Ind\t0\troot\t_\t_\n"+
		"3-4\tdu\t_\t_\t_\t_\t_\t_\t_\t_\n3\tde\tde\tADP\t_\t_\t5\tcase\t_\t_\n4\tle\tle\tDET\t_\t_\t5\tdet\t_\t_\n"+
		"5\tport\tport\tNOUN\t_\t_\t2\tobl:arg\t_\t_\n6\t12-14\t12-14\tNUM\t_\t_\t5\tnummod\t_\t_\n7\t.\t.\tPUNCT\t_\t_\t2\tpunct\t_\t_\n\n", packs.Pack("fr"))
	var got []string
	for _, tok := range sentences[0].Tokens {
		got = append(got, fmt.Sprintf("%s/%s/%d/%s", tok.Text, tok.POS, tok.Head, tok.Rel))
	}
	want := "L'/DET/1/det on/PRON/2/nsubj parle/VERB/-1/root du/ADP/4/case port/NOUN/2/obl 12/NUM/4/nummod -/PUNCT/5/punct 14/NUM/5/flat ./PUNCT/2/punct"
	if g := strings.Join(got, " "); g != want {
		t.Errorf("got  %s\nwant %s", g, want)
	}
}

// TestNotices: the NOTICE.md of a pack names each model that cmd/train made
// and the command that makes it again.
func TestNotices(t *testing.T) {
	for _, r := range recipes {
		notice, err := os.ReadFile("../../lang/packs/" + r.tag + "/NOTICE.md")
		if err != nil {
			t.Fatal(err)
		}
		models, _ := filepath.Glob("../../lang/packs/" + r.tag + "/syntax-*.model")
		for _, m := range models {
			if !bytes.Contains(notice, []byte(filepath.Base(m))) {
				t.Errorf("%s: the notice says nothing of %s", r.tag, filepath.Base(m))
			}
		}
		if !bytes.Contains(notice, []byte("go run ./cmd/train -pack "+r.tag)) {
			t.Errorf("%s: the notice does not say how its models are made", r.tag)
		}
	}
}

// TestScores holds the committed models against the test treebanks.
func TestScores(t *testing.T) {
	shared := os.Getenv("ENTENTE_SHARED")
	if shared == "" {
		shared = "../../../shared"
	}
	j := job{training: filepath.Join(shared, "training"), out: "../../lang/packs", say: t.Output()}
	if _, err := os.Stat(j.training); err != nil {
		t.Skip("no treebanks at ../shared/training; set ENTENTE_SHARED to the folder that holds them")
	}
	if testing.Short() {
		t.Skip("reads treebanks")
	}
	for _, r := range recipes {
		if r.second != "" {
			continue
		}
		packs, pack, err := j.pack(r.tag)
		if err != nil {
			t.Fatal(err)
		}
		s, err := syntax.New(packs)
		if err != nil {
			t.Fatal(err)
		}
		sentences, err := j.read(r.test[:1], r.agent, pack)
		if err != nil {
			t.Fatal(err)
		}
		got := measure(s, r.tag, sentences)
		t.Logf("%s: %v", r.test[0], got)
		if got.share(got.pos, got.tokens) < r.floor[0] || got.share(got.rels, got.tokens) < r.floor[1] {
			t.Errorf("%s: %v; the floor is UPOS %.1f LAS %.1f", r.test[0], got, r.floor[0], r.floor[1])
		}
	}
}

// TestDrill counts how many of our own sentences are read as what they say,
// and shows with -v those that are not. A fall is a loss for every desk.
func TestDrill(t *testing.T) {
	packs, err := lang.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	reader, err := desk.NewReader(packs)
	if err != nil {
		t.Fatal(err)
	}
	list, err := exercises()
	if err != nil {
		t.Fatal(err)
	}
	made, read, silent, wrong := 0, 0, 0, 0
	for _, e := range list {
		_, got, err := reader.Read(e.name+".txt", strings.NewReader(e.text), "")
		if err != nil {
			t.Fatal(err)
		}
		found := false
		for _, c := range got.Claims {
			found = found || c.Kind == e.Kind
		}
		switch {
		case e.Kind == "" && len(got.Claims) == 0:
			silent++
		case e.Kind == "":
			silent, wrong = silent+1, wrong+1
			t.Logf("%s: reads %d claims in %q", e.name, len(got.Claims), e.sentence)
		case found:
			made, read = made+1, read+1
		default:
			made++
			t.Logf("%s: reads no %s in %q", e.name, e.Kind, e.sentence)
		}
	}
	t.Logf("%d of %d claims read, %d of %d sentences without one read as one", read, made, wrong, silent)
	if read*100 < made*90 || wrong*100 > silent*20 {
		t.Errorf("%d of %d claims read, %d of %d sentences without one read as one", read, made, wrong, silent)
	}
}

// TestNamedInPassing holds what a clause only names against labels of the
// clause and of the phrase: it has the label that no clause has, and teaches
// nothing where the clause has one.
func TestNamedInPassing(t *testing.T) {
	reader, frames, err := job{out: filepath.Join("..", "..", "lang", "packs")}.readers()
	if err != nil {
		t.Fatal(err)
	}
	const text = "Joint Statement by Canada and Fiji\n\nSuva, 4 May 2031\n\nThe Prime Ministers discussed fishing, and welcomed the assistance given by Fiji to the farmers of Port Sylvan in May 2031.\n"
	phrase := "the assistance given by Fiji to the farmers of Port Sylvan in May 2031"
	at := strings.Index(text, phrase)
	label := labelled{Kind: entente.Undertaking, Start: at, End: at + len(phrase)}
	seen, err := hold("named.txt", strings.NewReader(text), []labelled{label}, reader, frames)
	if err != nil {
		t.Fatal(err)
	}
	right := false
	for _, c := range seen {
		right = right || named(c.evidence) && c.right
	}
	if !right {
		t.Errorf("no candidate in passing for %q: %v", phrase, seen)
	}
}
