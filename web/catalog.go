package web

import (
	"embed"
	"encoding/json"
	"fmt"

	"golang.org/x/text/feature/plural"
	"golang.org/x/text/language"
)

//go:embed messages
var messageFiles embed.FS

// languages are those of the pages; the first is for whoever wants none of
// them.
var languages = []string{"en", "fr"}

// A catalog holds the messages of one language. A message is one text, or
// one for each form of its plural.
type catalog struct {
	tag      language.Tag
	messages map[string]message
}

type message struct {
	text  string
	forms map[string]string // "one", "other"; nil if the message has no number
}

func (m *message) UnmarshalJSON(data []byte) error {
	if data[0] == '"' {
		return json.Unmarshal(data, &m.text)
	}
	return json.Unmarshal(data, &m.forms)
}

func newCatalog(tag string) (*catalog, error) {
	data, err := messageFiles.ReadFile("messages/" + tag + ".json")
	if err != nil {
		return nil, err
	}
	c := &catalog{tag: language.MustParse(tag)}
	if err := json.Unmarshal(data, &c.messages); err != nil {
		return nil, fmt.Errorf("messages/%s.json: %w", tag, err)
	}
	return c, nil
}

// T returns a message. One that is not there shows as its key, which a test
// forbids.
func (c *catalog) T(key string, args ...any) string {
	m, ok := c.messages[key]
	if !ok {
		return key
	}
	if len(args) == 0 {
		return m.text
	}
	return fmt.Sprintf(m.text, args...)
}

// Has reports whether there is a message of that key.
func (c *catalog) Has(key string) bool {
	_, ok := c.messages[key]
	return ok
}

// N returns a message with a number.
func (c *catalog) N(key string, n int, args ...any) string {
	form := "other"
	if plural.Cardinal.MatchPlural(c.tag, n, 0, 0, 0, 0) == plural.One {
		form = "one"
	}
	text, ok := c.messages[key].forms[form]
	if !ok {
		return key
	}
	return fmt.Sprintf(text, append([]any{n}, args...)...)
}

// word says a word of a closed list.
func (c *catalog) word(w string) string {
	if key := "word." + w; w != "" && c.Has(key) {
		return c.T(key)
	}
	return w
}
