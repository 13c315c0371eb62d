package claims

import (
	"testing"

	"entente"
	"entente/lang"
	"entente/syntax"
)

// TestRulesHoldTheirSentences runs the sentences of every rule: those under
// yes evoke it, those under no do not.
func TestRulesHoldTheirSentences(t *testing.T) {
	packs, err := lang.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	stage, err := syntax.New(packs)
	if err != nil {
		t.Fatal(err)
	}
	for _, tag := range packs.Languages() {
		pack := packs.Pack(tag)
		lex, err := newLexicon(pack, nil, nil)
		if err != nil {
			t.Fatal(err)
		}
		evokes := func(rule lang.Rule, file, sentence string) bool {
			doc := entente.Document{Text: sentence, Language: tag}
			for _, s := range stage.Sentences(&doc, []entente.Part{{Kind: entente.PartParagraph, Span: entente.Span{End: len(sentence)}}}) {
				for _, h := range (&walker{lex: lex}).hits(&lex.frames, s.Tokens) {
					if h.file == file && h.name == rule.Name {
						return true
					}
				}
			}
			return false
		}
		for _, file := range ruleFiles {
			for _, rule := range pack.Rules(file) {
				for _, yes := range rule.Yes {
					if !evokes(rule, file, yes) {
						t.Errorf("%s line %d: rule %s does not find its words in %q", rule.File, rule.Line, rule.Name, yes)
					}
				}
				for _, no := range rule.No {
					if evokes(rule, file, no) {
						t.Errorf("%s line %d: rule %s finds its words in %q", rule.File, rule.Line, rule.Name, no)
					}
				}
			}
		}
	}
}

// TestFramesSetKnownValues holds every value that a rule sets to the closed
// lists of the register.
func TestFramesSetKnownValues(t *testing.T) {
	packs, err := lang.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	closed := map[string]map[string]bool{"of": {"subject": true}, "weak": {"1": true}, "none": {"1": true}, "force": {}}
	for _, f := range entente.Forces {
		closed["force"][string(f)] = true
	}
	for _, rules := range entente.FieldsOf {
		for _, rule := range rules {
			for _, v := range rule.Values {
				if closed[string(rule.Field)] == nil {
					closed[string(rule.Field)] = map[string]bool{}
				}
				closed[string(rule.Field)][v] = true
			}
		}
	}
	for _, tag := range packs.Languages() {
		lex, err := newLexicon(packs.Pack(tag), nil, nil)
		if err != nil {
			t.Fatal(err)
		}
		var walk func(n *node)
		walk = func(n *node) {
			for _, f := range n.frames {
				for field, value := range f.set {
					if !closed[field][value] {
						t.Errorf("%s: %s/%s sets %s to %q, which the register does not know", tag, f.file, f.name, field, value)
					}
				}
			}
			for _, e := range []*edges{n.words, n.stems, n.lemmas} {
				if e == nil {
					continue
				}
				for _, s := range e.few {
					walk(s.next)
				}
				for _, next := range e.many {
					walk(next)
				}
			}
		}
		walk(&lex.frames)
		for _, e := range packs.Pack(tag).List("claim_domains").Entries {
			if !closed["domain"][e.Value] {
				t.Errorf("%s: the domain of %q is %q, which the register does not know", tag, e.Words, e.Value)
			}
		}
	}
}
