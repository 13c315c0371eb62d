package intake

import (
	"fmt"
	"slices"
	"strings"

	"entente"
	"entente/lang"
)

// Markdown is the media type of a note.
const markdown = "text/markdown"

// fence opens and closes the head of a note.
const fence = "---"

// A note is a document that somebody writes for the register: Markdown with a
// head that says when, by what source and in what language.
//
//	---
//	date: 2031-03-03
//	source: https://news.example/tramway
//	language: en
//	---

// note reports whether text is a note: its first line is a fence, and of the
// keys up to the next fence or empty line most are known, a date among them.
// language is where its language stands; empty if it says none.
func (in *Intake) note(text string) (language entente.Span, ok bool) {
	at := 0
	known, unknown, dated := 0, 0, false
	for n := 0; at < len(text); n++ {
		line, _, _ := strings.Cut(text[at:], "\n")
		start := at
		at += len(line) + 1
		switch body := strings.TrimSpace(strings.TrimPrefix(line, bomUTF8)); {
		case n == 0 && body != fence:
			return entente.Span{}, false
		case n == 0:
			continue
		case body == fence || body == "":
			return language, dated && known > unknown
		}
		key, value, colon := strings.Cut(line, ":")
		e, is := in.noteKeys.At(lang.Plain(strings.TrimSpace(key), len(key)+1))
		if !colon || !is || len(e.Words) < len(strings.TrimSpace(key)) {
			unknown++
			continue
		}
		known++
		dated = dated || e.Value == "date"
		if e.Value == "language" {
			from := start + len(key) + 1
			bare := strings.Trim(value, " \t\r\"'")
			from += strings.Index(value, bare)
			language = entente.Span{Start: from, End: from + len(bare)}
		}
	}
	return language, dated && known > unknown
}

// noted gives doc what the head of a note says of it. A language that no
// model knows is remarked on and the one that was recognised stays.
func (in *Intake) noted(doc *entente.Document) (remarks []entente.Remark) {
	said, ok := in.note(doc.Text)
	if !ok {
		return nil
	}
	doc.MediaType = markdown
	if said.Empty() {
		return nil
	}
	tag := strings.ToLower(said.In(doc.Text))
	base, _, _ := strings.Cut(tag, "-")
	if !slices.Contains(in.model.Tags(), base) {
		return []entente.Remark{{Anchor: entente.At(doc.Text, said),
			Text: fmt.Sprintf("%q is no language that is known; give a tag such as fr or en. The language of the text was recognised instead", said.In(doc.Text))}}
	}
	doc.Language = tag
	return nil
}
