package lang

import (
	"fmt"
	"slices"
	"strings"

	"entente"
)

// A List is a word list of a pack.
type List struct {
	Name    string
	Entries []Entry
}

// An Entry is one line of a list: words, and the value they stand for. A
// line "janvier | janv. = 01" gives two entries. Without "=" Value is Words.
type Entry struct {
	Words string
	Value string
}

// Words returns the words of all entries, in order.
func (l *List) Words() []string {
	words := make([]string, len(l.Entries))
	for i, e := range l.Entries {
		words[i] = e.Words
	}
	return words
}

// Map returns the values by their words; of words that stand twice the first
// counts.
func (l *List) Map() map[string]string {
	m := make(map[string]string, len(l.Entries))
	for _, e := range l.Entries {
		if _, ok := m[e.Words]; !ok {
			m[e.Words] = e.Value
		}
	}
	return m
}

// A section is what the files of a pack say of one list. Entries are cut out
// of it whenever they are asked for: that is quick, most are asked for once,
// and whoever asks keeps them in another form.
type section struct {
	texts []string // lines of files
	size  int      // how many entries they make
}

// list cuts the entries.
func (s *section) list(name string) *List {
	l := &List{name, make([]Entry, 0, s.size)}
	for _, text := range s.texts {
		for line := range strings.SplitSeq(text, "\n") {
			if line = strings.TrimSpace(line); line == "" || strings.HasPrefix(line, "#") {
				continue
			}
			words, value, has := strings.Cut(line, " = ")
			value = strings.TrimSpace(value)
			for w := range strings.SplitSeq(words, " | ") {
				w = strings.TrimSpace(w)
				if !has {
					value = w
				}
				l.Entries = append(l.Entries, Entry{w, value})
			}
		}
	}
	return l
}

// addLists notes the sections of a file, whose lines it holds to the form.
func (p *Pack) addLists(file, data string) error {
	var s *section
	number, from, at := 0, 0, 0 // of the line; where the section and the next line start
	for line := range strings.SplitSeq(data, "\n") {
		number++
		start := at
		at += len(line) + 1
		line = strings.TrimSpace(line)
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		if strings.HasPrefix(line, "[") && strings.HasSuffix(line, "]") {
			name := line[1 : len(line)-1]
			if _, ok := Lists[name]; !ok {
				return fault(file, number, fmt.Sprintf("unknown list %q; lang/schema.go names the lists that a stage reads", name))
			}
			if s != nil {
				s.texts = append(s.texts, data[from:start])
			}
			if s = p.lists[name]; s == nil {
				s = &section{}
				p.lists[name] = s
			}
			from = min(at, len(data))
			continue
		}
		if s == nil {
			return fault(file, number, "words before the first [list]")
		}
		words, _, _ := strings.Cut(line, " = ")
		for w := range strings.SplitSeq(words, " | ") {
			if strings.TrimSpace(w) == "" {
				return fault(file, number, "an entry without words")
			}
			s.size++
		}
	}
	if s != nil {
		s.texts = append(s.texts, data[from:])
	}
	return nil
}

// A Rule is a named set of keys with values. Yes and No are the sentences
// that it must and must not match; the stage that reads the rule checks them.
type Rule struct {
	Name    string
	File    string
	Line    int
	Keys    []Key // in the order of the file, without rule, yes, no and source
	Yes, No []string
	Source  string
}

// A Key is one line of a rule.
type Key struct {
	Name, Value string
	Line        int
}

// Value returns the value of the first key of that name, or "".
func (r Rule) Value(key string) string {
	for _, k := range r.Keys {
		if k.Name == key {
			return k.Value
		}
	}
	return ""
}

// Values returns the values of all keys of that name.
func (r Rule) Values(key string) []string {
	var values []string
	for _, k := range r.Keys {
		if k.Name == key {
			values = append(values, k.Value)
		}
	}
	return values
}

// addRules reads blocks that start with "rule NAME"; a line is a key, white
// space and a value, and "#" at its start makes it a comment.
func (p *Pack) addRules(file, base, data string) error {
	keys, ok := Rules[base]
	if !ok {
		return fault(file, 0, fmt.Sprintf("unknown rules %q; lang/schema.go names the rules that a stage reads", base))
	}
	var rules []Rule
	for i, line := range strings.Split(data, "\n") {
		line = strings.TrimSpace(line)
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		key, value, _ := strings.Cut(line, " ")
		value = strings.TrimSpace(value)
		if key == "rule" {
			rules = append(rules, Rule{Name: value, File: file, Line: i + 1})
			continue
		}
		if len(rules) == 0 {
			return fault(file, i+1, "a key before the first rule")
		}
		r := &rules[len(rules)-1]
		switch key {
		case "yes":
			r.Yes = append(r.Yes, value)
		case "no":
			r.No = append(r.No, value)
		case "source":
			r.Source = value
		default:
			if !slices.Contains(keys, key) {
				return fault(file, i+1, fmt.Sprintf("unknown key %q; expected one of %s", key, strings.Join(keys, ", ")))
			}
			r.Keys = append(r.Keys, Key{key, value, i + 1})
		}
	}
	for _, r := range rules {
		if len(r.Yes) == 0 || len(r.No) == 0 {
			return fault(file, r.Line, fmt.Sprintf("rule %s needs a sentence that it matches (yes) and one that it does not (no)", r.Name))
		}
	}
	p.rules[base] = rules
	return nil
}

// Fault returns the error of a rule or list that a stage cannot use.
func Fault(r Rule, text string) error { return fault(r.File, r.Line, "rule "+r.Name+": "+text) }

func fault(file string, line int, text string) error {
	if line > 0 {
		text = fmt.Sprintf("line %d: %s", line, text)
	}
	return &entente.InputError{Name: file, At: -1, Text: text, Err: entente.ErrInvalid}
}
