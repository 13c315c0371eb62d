// Package intake turns the bytes that came in into a Document: it tells
// plain text from everything else by its content, finds how the text was
// encoded and in what language it is, and keeps the original with its hash.
//
// A plain-text file in UTF-8 is its own text version, byte for byte, so that
// offsets point into the file. A file in any other encoding gets a text
// version in UTF-8 and stays beside it as Document.Original. Line ends are
// never changed. A note that somebody wrote for the register is told by its
// head. What is no plain text is named and left unread.
package intake

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode"

	"entente"
	"entente/intake/langid"
	"entente/lang"
)

// Limit is the size, in bytes, above which a file is not taken in.
const Limit = 64 << 20

// An Intake takes documents in. It may be used by many at once.
type Intake struct {
	model *langid.Model
	read  []bool // by language of model: whether a pack reads it

	noteKeys *lang.Phrases
}

// New returns an Intake that knows languages and encodings by the packs.
func New(packs *lang.Packs) (*Intake, error) {
	m, err := langid.Open(packs.Pack("mul").Model("langid"))
	if err != nil {
		return nil, fmt.Errorf("mul/langid.model: %w", err)
	}
	var every []*lang.Pack
	for _, tag := range packs.Tags() {
		every = append(every, packs.Pack(tag))
	}
	in := &Intake{model: m, noteKeys: lang.NewPhrases(every, "note_keys")}
	for _, tag := range m.Tags() {
		in.read = append(in.read, slices.Contains(packs.Languages(), tag))
	}
	return in, nil
}

// Document reads r to its end and returns the document, with a remark for
// every doubt about how its bytes were decoded.
//
// The error is an *entente.InputError that wraps ErrUnread if the bytes are
// no text that can be read yet; the document then still carries its id,
// media type and original, and no text. Other errors are those of r.
func (in *Intake) Document(name string, r io.Reader) (entente.Document, []entente.Remark, error) {
	data, err := io.ReadAll(io.LimitReader(r, Limit+1))
	if err != nil {
		return entente.Document{Name: name}, nil, fmt.Errorf("read %s: %w", name, err)
	}
	if len(data) > Limit {
		return entente.Document{Name: name}, nil, unread(name, fmt.Sprintf(
			"larger than %d MiB; split it into its documents", Limit>>20))
	}
	sum := sha256.Sum256(data)
	doc := entente.Document{
		ID:       entente.DocumentID("sha256:" + hex.EncodeToString(sum[:])),
		Name:     name,
		Bytes:    len(data),
		Language: "und",
		Original: data,
	}
	if f, ok := sniff(data); ok {
		doc.MediaType = f.mediaType
		return doc, nil, unread(name, "not read yet: "+f.name+"; "+f.remedy())
	}
	dec, err := in.decode(data)
	if err != nil {
		doc.MediaType = "application/octet-stream"
		return doc, nil, unread(name, err.Error())
	}
	if strings.TrimFunc(dec.text, blank) == "" {
		doc.MediaType, doc.Charset = "text/plain", dec.charset
		return doc, nil, unread(name, "no text")
	}
	doc.MediaType, doc.Charset, doc.Text = "text/plain", dec.charset, dec.text
	doc.Language = in.Language(doc.Text)
	dec.remarks = append(dec.remarks, in.noted(&doc)...)
	if remark, ok := in.unspoken(doc.Language); ok {
		dec.remarks = append(dec.remarks, remark)
	}
	doc.Pages = pages(doc.Text)
	if dec.same {
		doc.Original = nil
		doc.TextSHA256 = hex.EncodeToString(sum[:])
	} else {
		sum := sha256.Sum256([]byte(doc.Text))
		doc.TextSHA256 = hex.EncodeToString(sum[:])
	}
	return doc, dec.remarks, nil
}

// pages returns the pages of text, which end after each form feed.
func pages(text string) []entente.Span {
	var pages []entente.Span
	start := 0
	for i := 0; i < len(text); i++ {
		if text[i] == '\f' && i+1 < len(text) {
			pages = append(pages, entente.Span{Start: start, End: i + 1})
			start = i + 1
		}
	}
	return append(pages, entente.Span{Start: start, End: len(text)})
}

func blank(r rune) bool {
	return unicode.IsSpace(r) || unicode.IsControl(r) || unicode.Is(unicode.Cf, r)
}

func unread(name, text string) error {
	return &entente.InputError{Name: name, At: -1, Text: text, Err: entente.ErrUnread}
}

// errBinary is what decode says of bytes that are no text.
var errBinary = errors.New("not plain text, and no format that is known")
