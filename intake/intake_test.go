package intake_test

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"strings"
	"testing"
	"testing/iotest"
	"unicode/utf16"
	"unicode/utf8"

	"entente"
	"entente/intake"
	"entente/lang"

	"golang.org/x/text/encoding/charmap"
)

func open(t testing.TB) *intake.Intake {
	t.Helper()
	packs, err := lang.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	in, err := intake.New(packs)
	if err != nil {
		t.Fatal(err)
	}
	return in
}

const (
	french  = "Monsieur l’Ambassadeur,\r\n\r\nJ'ai l'honneur de vous confirmer que la délégation sylvaine sera reçue à Port-Arc\nle 5 mai, où l'accord relatif aux visas pourra être signé. Veuillez agréer l'expression de ma considération."
	russian = "Уважаемый господин Президент!\n\nБлагодарю Вас за письмо и подтверждаю, что делегация Сильвании прибудет в столицу Аркадии пятого мая для подписания соглашения о визах."
)

func TestUTF8IsItsOwnText(t *testing.T) {
	in := open(t)
	for _, text := range []string{french, russian, "\ufeff" + french, "one\x0ctwo\x0c", "tabs\tand \x1b[31m", "a"} {
		doc, _, err := in.Document("letter", strings.NewReader(text))
		if err != nil {
			t.Fatalf("%q: %v", text, err)
		}
		sum := sha256.Sum256([]byte(text))
		if doc.Text != text || doc.Original != nil || doc.Bytes != len(text) || doc.Charset != "utf-8" {
			t.Errorf("%q was changed: %+v", text, doc)
		}
		if want := hex.EncodeToString(sum[:]); doc.TextSHA256 != want || string(doc.ID) != "sha256:"+want {
			t.Errorf("%q: hashes %s, %s, want %s", text, doc.ID, doc.TextSHA256, want)
		}
	}
}

func TestCharsets(t *testing.T) {
	in := open(t)
	single := func(c *charmap.Charmap, text string) []byte {
		b, err := c.NewEncoder().Bytes([]byte(text))
		if err != nil {
			t.Fatal(err)
		}
		return b
	}
	wide := func(high int, mark bool, text string) []byte {
		var b []byte
		units := utf16.Encode([]rune(text))
		if mark {
			units = append([]uint16{0xfeff}, units...)
		}
		for _, u := range units {
			pair := [2]byte{}
			pair[high], pair[1-high] = byte(u>>8), byte(u)
			b = append(b, pair[:]...)
		}
		return b
	}
	straight := strings.ReplaceAll(french, "’", "'")
	for _, c := range []struct {
		name string
		data []byte
		text string
	}{
		{"iso-8859-1", single(charmap.ISO8859_1, straight), straight},
		{"windows-1252", single(charmap.Windows1252, french), french},
		{"macintosh", single(charmap.Macintosh, french), french},
		{"ibm850", single(charmap.CodePage850, straight), straight},
		{"windows-1251", single(charmap.Windows1251, russian), russian},
		{"koi8-r", single(charmap.KOI8R, russian), russian},
		{"ibm866", single(charmap.CodePage866, russian), russian},
		{"utf-16le", wide(1, true, french), french},
		{"utf-16be", wide(0, true, french), french},
		{"utf-16le", wide(1, false, french), french},
		{"utf-16be", wide(0, false, russian), russian},
		{"utf-16le", wide(1, true, "a 𝄞"), "a 𝄞"},
	} {
		doc, remarks, err := in.Document("letter", bytes.NewReader(c.data))
		if err != nil || doc.Charset != c.name || doc.Text != c.text {
			t.Errorf("%s: read as %s: %q, %v", c.name, doc.Charset, doc.Text, err)
			continue
		}
		sum := sha256.Sum256([]byte(c.text))
		if !bytes.Equal(doc.Original, c.data) || doc.Bytes != len(c.data) || doc.TextSHA256 != hex.EncodeToString(sum[:]) {
			t.Errorf("%s: the original or its hash is lost: %+v", c.name, doc)
		}
		for _, r := range remarks {
			if strings.Contains(r.Text, "read as") {
				t.Errorf("%s: %s", c.name, r.Text)
			}
		}
	}
}

func TestLanguageWithoutPackIsRemarkedOn(t *testing.T) {
	in := open(t)
	_, remarks, err := in.Document("letter", strings.NewReader("Аркадия Президентінің сапары туралы келісімге қол қойылды"))
	if err != nil || len(remarks) != 1 || !strings.Contains(remarks[0].Text, "kk, which no language pack reads") {
		t.Errorf("remarks %v, %v", remarks, err)
	}
	if _, remarks, _ := in.Document("letter", strings.NewReader(french)); len(remarks) > 0 {
		t.Errorf("remarks %v", remarks)
	}
}

// A file in UTF-8 into which a few words of another encoding were pasted is
// read, and the places are named.
func TestFaultsInUTF8AreRemarkedOn(t *testing.T) {
	text := "La délégation a été reçue à la préfecture; l'accord a \xe9t\xe9 signé à la présidence, comme prévu."
	doc, remarks, err := open(t).Document("letter", strings.NewReader(text))
	want := "La délégation a été reçue à la préfecture; l'accord a été signé à la présidence, comme prévu."
	if err != nil || doc.Text != want || len(remarks) != 2 {
		t.Fatalf("read %q, %v, %v", doc.Text, remarks, err)
	}
	for _, r := range remarks {
		if !r.Checks(doc.Text) || r.Quote != "é" {
			t.Errorf("remark %+v", r)
		}
	}
}

func TestPagesEndAtFormFeeds(t *testing.T) {
	in := open(t)
	for _, c := range []struct {
		text string
		want []string
	}{
		{"one", []string{"one"}},
		{"one\ftwo\fthree", []string{"one\f", "two\f", "three"}},
		{"one\f", []string{"one\f"}},
		{"\fone", []string{"\f", "one"}},
	} {
		doc, _, err := in.Document("letter", strings.NewReader(c.text))
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, p := range doc.Pages {
			got = append(got, p.In(doc.Text))
		}
		if strings.Join(got, "|") != strings.Join(c.want, "|") {
			t.Errorf("pages of %q: %q, want %q", c.text, got, c.want)
		}
	}
}

func TestWhatIsNotReadIsNamed(t *testing.T) {
	in := open(t)
	for _, c := range []struct{ data, want string }{
		{"", "no text"},
		{" \r\n\t\u00a0\ufeff", "no text"},
		{"%PDF-1.7 …", "not read yet: PDF; save it as plain text"},
		{"\n\n%PDF-1.4", "not read yet: PDF"},
		{"PK\x03\x04…word/document.xml", "not read yet: DOCX"},
		{"PK\x03\x04…mimetypeapplication/vnd.oasis.opendocument.textPK", "not read yet: ODT"},
		{"PK\x03\x04…letters/one.txt", "not read yet: a zip archive; unpack it first"},
		{"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1…_\x00_\x00s\x00u\x00b\x00s\x00t\x00g\x001\x00.\x000\x00_\x00", "not read yet: an Outlook message"},
		{"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1…", "not read yet: an old Microsoft Office file"},
		{"{\\rtf1 visit}", "not read yet: RTF"},
		{"\xff\xd8\xff\xe0", "not read yet: an image (JPEG)"},
		{"RIFF\x00\x00\x00\x00WEBP", "not read yet: an image (WebP)"},
		{"II*\x00", "not read yet: an image (TIFF)"},
		{"  <!DOCTYPE html><p>visit", "not read yet: HTML"},
		{"<!-- a --><!-- b -->\n<html>", "not read yet: HTML"},
		{"<?xml version='1.0'?><TEI/>", "not read yet: XML"},
		{"{\"letter\": 1}\n{\"letter\": 2}", "not read yet: JSON"},
		{"[1, 2]", "not read yet: JSON"},
		{"MIME-Version: 1.0\r\nFrom: mara@sylvania.example\r\n\r\nvisit", "not read yet: an e-mail"},
		{"From mara@sylvania.example Mon\nReceived: by\n mail\nSubject: visit\n\nvisit", "not read yet: an e-mail"},
		{"-----BEGIN PGP MESSAGE-----", "not read yet: an encrypted message (PGP); decrypt it first"},
		{"\x00\x01\x02\x03\x04\x05", "not plain text"},
		{"abc\x01\x02\x03\x04", "not plain text"},
		{"\xff\xfe\x00\xd8", "not plain text"},
		{"\xff\xfe\x00\xd8a\x00", "not plain text"},
		{string(noise(4096)), "not plain text"},
	} {
		doc, _, err := in.Document("in.bin", strings.NewReader(c.data))
		var input *entente.InputError
		if !errors.As(err, &input) || !errors.Is(err, entente.ErrUnread) || !strings.HasPrefix(input.Text, c.want) || input.Name != "in.bin" {
			t.Errorf("%.30q: %v, want %s", c.data, err, c.want)
		}
		if string(doc.Original) != c.data || doc.Text != "" || doc.ID == "" || doc.MediaType == "" {
			t.Errorf("%.30q: the original is lost: %+v", c.data, doc)
		}
	}
}

// noise is bytes without a pattern, the same ones every time.
func noise(n int) []byte {
	var b []byte
	for len(b) < n {
		sum := sha256.Sum256(b)
		b = append(b, sum[:]...)
	}
	return b
}

// What looks a little like a format is a letter all the same.
func TestLettersAreNotTakenForFormats(t *testing.T) {
	in := open(t)
	for _, text := range []string{
		"From: Mara Osk\nTo: Ivo Lind\nSubject: visit\n\nWe confirm the visit.",
		"From the Embassy of Sylvania\nto the Ministry: greetings.",
		"[Translation]\nWe confirm the visit.",
		"[1] We confirm the visit.",
		"{draft} We confirm the visit.",
		"PK 12: we confirm the visit.",
		"Paris, le 5 mai\n<signé> Mara Osk",
	} {
		if _, _, err := in.Document("letter", strings.NewReader(text)); err != nil {
			t.Errorf("%q: %v", text, err)
		}
	}
}

func TestTooLarge(t *testing.T) {
	doc, _, err := open(t).Document("big", io.LimitReader(spaces{}, intake.Limit+1))
	if !errors.Is(err, entente.ErrUnread) || !strings.Contains(err.Error(), "larger than 64 MiB") || doc.Name != "big" {
		t.Errorf("error %v", err)
	}
}

type spaces struct{}

func (spaces) Read(p []byte) (int, error) { return len(p), nil }

func TestReadFails(t *testing.T) {
	broken := errors.New("disk gone")
	_, _, err := open(t).Document("letter", io.MultiReader(strings.NewReader("We"), iotest.ErrReader(broken)))
	if !errors.Is(err, broken) || errors.Is(err, entente.ErrUnread) || !strings.Contains(err.Error(), "letter") {
		t.Errorf("error %v", err)
	}
}

func TestLanguage(t *testing.T) {
	in := open(t)
	for text, want := range map[string]string{
		french:                                 "fr",
		russian:                                "ru",
		"We confirm the visit.":                "en",
		"Nous confirmons la visite.":           "fr",
		"Confirmamos la visita del Presidente": "es",
		"Аркадия Президентінің сапары туралы келісімге қол қойылды": "kk",
		"Der Besuch des Präsidenten wird bestätigt":                 "de",
		"外交部向大使馆致意":                                                 "zh",
		"تهدي وزارة الخارجية تحياتها":                               "ar",
		"": "und", "1234 — 5678": "und",
		// A letterhead in one language, the letter in another.
		"REPUBLIC OF SYLVANIA\nMINISTRY OF FOREIGN AFFAIRS\n\nLe ministère présente ses compliments à l'ambassade et confirme la visite annoncée.": "fr",
	} {
		if got := in.Language(text); got != want {
			t.Errorf("%q is read as %s, want %s", text, got, want)
		}
	}
}

// Whatever comes in, nothing panics, the text is UTF-8, its pages cover it,
// and plain UTF-8 is the file itself.
func FuzzUTF8IsItself(f *testing.F) {
	in := open(f)
	for _, seed := range []string{"", french, "\xe9t\xe9", "\xff\xfea\x00", "%PDF", "a\x00b\x00", "\x80", "one\ftwo", "From: a\nReceived: b\n\nc", "[", "{"} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		doc, remarks, err := in.Document("in", bytes.NewReader(data))
		if err != nil {
			if !errors.Is(err, entente.ErrUnread) || !bytes.Equal(doc.Original, data) {
				t.Fatalf("error %v, %d of %d bytes kept", err, len(doc.Original), len(data))
			}
			return
		}
		if !utf8.ValidString(doc.Text) || strings.TrimSpace(doc.Text) == "" {
			t.Fatalf("text %q", doc.Text)
		}
		if doc.Charset == "utf-8" && utf8.Valid(data) && doc.Text != string(data) {
			t.Fatalf("%s: text is %q of %q", doc.Charset, doc.Text, data)
		}
		at := 0
		for _, p := range doc.Pages {
			if p.Start != at || p.End <= p.Start {
				t.Fatalf("pages %v of %d bytes", doc.Pages, len(doc.Text))
			}
			at = p.End
		}
		if at != len(doc.Text) {
			t.Fatalf("pages %v of %d bytes", doc.Pages, len(doc.Text))
		}
		for _, r := range remarks {
			if r.Quote != "" && !r.Checks(doc.Text) {
				t.Fatalf("remark %+v", r)
			}
		}
	})
}

func BenchmarkDocument(b *testing.B) {
	in := open(b)
	text := strings.Repeat(french+"\n\n", 12)
	old, err := charmap.Windows1252.NewEncoder().String(text)
	if err != nil {
		b.Fatal(err)
	}
	for _, c := range []struct{ name, data string }{{"utf-8", text}, {"windows-1252", old}} {
		b.Run(c.name, func(b *testing.B) {
			b.SetBytes(int64(len(c.data)))
			for b.Loop() {
				if _, _, err := in.Document("letter", strings.NewReader(c.data)); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
