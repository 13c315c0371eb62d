package api

import (
	"embed"
	"encoding/json"
	"fmt"
	"net/http"
	"regexp"
	"slices"
	"strings"
	"sync"

	"github.com/danielgtaylor/huma/v2"
	"golang.org/x/text/language"
)

//go:embed messages
var messageFiles embed.FS

// Languages are those that problems and the reference are told in; the first
// is for whoever wants none of them, and the one that the code is written in.
var Languages = []string{"en", "fr"}

var matcher = language.NewMatcher([]language.Tag{language.English, language.French})

// languageOf returns the language that an Accept-Language header asks for.
func languageOf(header string) string {
	wanted, _, err := language.ParseAcceptLanguage(header)
	if err != nil {
		return Languages[0]
	}
	_, i, _ := matcher.Match(wanted...)
	return Languages[i]
}

// A catalog says the texts of the code in another language. Texts with
// something put in are kept with %s in its place.
type catalog struct {
	texts    map[string]string
	patterns []pattern
}

type pattern struct {
	is   *regexp.Regexp
	said string
}

// catalogs are those of every language but the first. They are embedded, and
// a test reads them, so what is wrong in one is a fault of ours.
var catalogs = sync.OnceValue(func() map[string]*catalog {
	all := map[string]*catalog{}
	for _, tag := range Languages[1:] {
		data, err := messageFiles.ReadFile("messages/" + tag + ".json")
		c := &catalog{}
		if err == nil {
			err = json.Unmarshal(data, &c.texts)
		}
		if err != nil {
			panic("api: messages/" + tag + ".json: " + err.Error())
		}
		for text, said := range c.texts {
			if strings.Contains(text, "%s") {
				c.patterns = append(c.patterns, pattern{regexp.MustCompile("(?s)^" + strings.ReplaceAll(regexp.QuoteMeta(text), "%s", "(.*)") + "$"), said})
			}
		}
		slices.SortFunc(c.patterns, func(a, b pattern) int { // the longest says most
			return len(b.is.String()) - len(a.is.String())
		})
		all[tag] = c
	}
	return all
})

// Say returns a text that the register made for a person, such as a remark or
// what is wrong with something given, in a language of Languages; it is as it
// was where there is no other.
func Say(language, text string) string { return say(language, text) }

// say returns a text of the code in a language, and as it is where there is
// no other.
func say(language, text string) string {
	c := catalogs()[language]
	if c == nil || text == "" {
		return text
	}
	if said, ok := c.texts[text]; ok {
		return said
	}
	for _, p := range c.patterns {
		if parts := p.is.FindStringSubmatch(text); parts != nil {
			var put []any
			for _, part := range parts[1:] {
				put = append(put, part)
			}
			return fmt.Sprintf(p.said, put...)
		}
	}
	return text
}

// translated returns a problem, complete, in a language.
func translated(m *huma.ErrorModel, language string) *huma.ErrorModel {
	complete(m)
	if language == Languages[0] {
		return m
	}
	f := faultOf(m.Status)
	what := strings.TrimSpace(strings.TrimSuffix(m.Detail, f.Would))
	m.Title, m.Detail = say(language, f.Title), say(language, f.Would)
	if what != "" {
		m.Detail = strings.TrimSuffix(say(language, strings.TrimSuffix(what, ".")), ".") + ". " + m.Detail
	}
	for _, e := range m.Errors {
		e.Message = say(language, e.Message)
	}
	return m
}

// spoken notes in the header of an answer what language it is in.
func spoken(h http.Header, language string) {
	h.Set("Content-Language", language)
	h.Add("Vary", "Accept-Language")
}
