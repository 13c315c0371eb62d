package claims

import (
	"fmt"
	"slices"
	"strings"

	"entente"
	"entente/lang"
	"entente/token"
)

// The roles that words play in a frame; each is a key of the rules files.
const (
	roleNoun = "noun" // names the thing: "visit", "agreement", "loan"
	roleVerb = "verb" // does it: "meets", "builds"
	roleStep = "step" // moves it on: "postponed", "ratified", "behind schedule"
	roleCue  = "cue"  // governs a clause: "undertakes to", "we hope"
	roleStop = "stop" // makes no claim of the clause: courtesy, opinion
	roleNot  = "not"  // holds the rule's words and means something else: "letter of credit"
)

// A frame is one rule of a pack in one role: the words that evoke it and the
// values that they bring.
type frame struct {
	file string // contact, agreement, undertaking or force
	name string // the rule's, for Claim.Trace
	role string
	set  map[string]string
}

// A hit is a frame whose words stand at tokens [start, end).
type hit struct {
	*frame
	start, end int
	mood       mood // of the first word that was found by its stem
	stemmed    bool // a word was found by its stem
}

// A node is a step in the trie of all frames. An edge is a whole norm or, for
// an entry such as "sign~", a stem that takes the endings of its language, or,
// for "=meet", a verb by its lemma.
type node struct {
	words, stems, lemmas *edges
	gap                  *node // what may stand some words later: "put … off"
	frames               []*frame
}

// edges are the steps from a node by their words. Most nodes have one or two,
// for which a map would be large.
type edges struct {
	few  []step
	many map[string]*node // nil while few are all

	shortest, longest int // word, in bytes
}

type step struct {
	word string
	next *node
}

// maxFew is how many edges are looked through one by one.
const maxFew = 8

// to returns the node at the end of an edge, or nil.
func (e *edges) to(word string) *node {
	switch {
	case e == nil:
		return nil
	case e.many != nil:
		return e.many[word]
	}
	for i := range e.few {
		if e.few[i].word == word {
			return e.few[i].next
		}
	}
	return nil
}

// add returns a new node at the end of a new edge.
func (e *edges) add(word string) *node {
	next := &node{}
	if e.longest == 0 || len(word) < e.shortest {
		e.shortest = len(word)
	}
	e.longest = max(e.longest, len(word))
	if e.many == nil && len(e.few) < maxFew {
		e.few = append(e.few, step{word, next})
		return next
	}
	if e.many == nil {
		e.many = map[string]*node{}
		for _, old := range e.few {
			e.many[old.word] = old.next
		}
		e.few = nil
	}
	e.many[word] = next
	return next
}

func (n *node) add(words []string, f *frame) {
	for _, w := range words {
		if w == gapMark {
			if n.gap == nil {
				n.gap = &node{}
			}
			n = n.gap
			continue
		}
		next := &n.words
		if stem, is := strings.CutSuffix(w, stemMark); is {
			next, w = &n.stems, stem
		} else if lemma, is := strings.CutPrefix(w, lemmaMark); is && lemma != "" {
			next, w = &n.lemmas, lemma
		}
		if *next == nil {
			*next = &edges{}
		}
		if n = (*next).to(w); n == nil {
			n = (*next).add(w)
		}
	}
	n.frames = append(n.frames, f)
}

const (
	stemMark  = "~"
	lemmaMark = "="
	gapMark   = "…" // stands for the words between two parts of an entry
	maxGap    = 8
)

// words cuts an entry as the text itself is cut; a stem and a lemma keep
// their marks.
func (l *lexicon) words(entry string) []string {
	var words []string
	l.cut = token.Into(l.cut, entry, entente.Span{End: len(entry)}, l.pack)
	for _, t := range l.cut {
		switch last := len(words) - 1; {
		case t.Norm == stemMark && last >= 0:
			words[last] += stemMark
		case last >= 0 && words[last] == lemmaMark:
			words[last] += t.Norm
		default:
			words = append(words, t.Norm)
		}
	}
	return words
}

// A lexicon is what one pack knows about claims.
type lexicon struct {
	pack          *lang.Pack
	frames        node
	domains       node
	endings       map[string]mood   // of verbs, by what follows the stem
	longest       int               // of endings, in bytes
	forms         map[string]mood   // whole forms of auxiliaries and irregular verbs
	class         map[string]string // function words, by norm
	phrases       node              // function phrases: conditions, levels, both sides
	persons       map[string]string // pronouns and possessives: whom they point at
	weights       map[string]int    // of evidence
	roles         map[string]int    // of evidence for roles
	ordinal       map[string]string
	demonstrative map[string]bool
	sides         map[string]bool   // "the Arcadian side": one party of two
	numbered      map[string]bool   // "no.", "dated": between the name of a text and its number or date
	led           map[string]bool   // "led", "headed": before who leads a delegation
	where         map[string]string // "here", "there" = which of them
	margins       map[string]bool   // "margins", "course": of what something else takes place in
	coming        map[string]bool   // "forthcoming": still to take place
	asides        map[string]bool   // "as you asked": words that set a cue aside
	says          map[string]bool   // verbs after which what is said needs no "that"
	be            map[string]string // forms of "to be", which make a passive
	light         map[string]bool   // verbs that only lead to another
	hollow        map[string]bool   // nouns that only hold the thing
	deeds         map[string]string // nouns of what a party says that it will do = the force
	events        map[string]bool   // nouns of what has been done: opening, delivery
	bound         map[string]bool   // nouns that say nothing without what follows
	aspects       map[string]bool   // verbs that only begin or end something
	vague         map[string]bool   // verbs that leave what is done to the thing: give
	people        map[string]bool   // nouns of people who are sent
	verbClass     map[string]string // lemmas of verbs = what they are of: give, say
	nounClass     map[string]string // lemmas of nouns
	adjClass      map[string]string // lemmas of adjectives
	demonyms      map[string]string // of a country = its code
	actions       []string          // kinds of act that the frames tell apart
	weak          map[string]bool   // words of a domain that often mean something else
	actors        map[string]bool   // nouns of offices and bodies, who act
	before        bool              // what a text is about stands before its name
	contracted    map[string]bool   // prepositions that hold an article: "du"

	cut    []entente.Token      // room for the words of an entry, while frames are added
	listed map[[2]string]*frame // of entries of lists, by file and value, while they are added
}

var ruleFiles = []string{"contact", "agreement", "undertaking", "force"}

func newLexicon(pack *lang.Pack, weights, roles map[string]int) (*lexicon, error) {
	l := &lexicon{pack: pack, endings: map[string]mood{}, forms: map[string]mood{}, weights: weights, roles: roles, listed: map[[2]string]*frame{}}
	for words, value := range pack.List("verb_endings").Map() {
		ending := strings.TrimPrefix(words, "~")
		l.endings[ending] = moodOf(value)
		l.longest = max(l.longest, len(ending))
	}
	for words, value := range pack.List("verb_forms").Map() {
		l.forms[words] = moodOf(value)
	}
	l.class = pack.List("claim_words").Map()
	l.persons = pack.List("claim_persons").Map()
	l.demonstrative = map[string]bool{}
	for _, e := range pack.List("claim_demonstratives").Entries {
		l.demonstrative[e.Words] = true
	}
	l.be = pack.List("claim_be").Map()
	l.sides = set(pack, "claim_sides")
	l.coming = set(pack, "claim_coming")
	l.numbered = set(pack, "claim_numbered")
	l.asides = set(pack, "claim_asides")
	l.says = set(pack, "claim_says")
	l.events = set(pack, "claim_events")
	l.bound = set(pack, "claim_bound")
	l.where = pack.List("claim_where").Map()
	l.led, l.margins = set(pack, "claim_led"), set(pack, "claim_margins")
	l.deeds = pack.List("claim_deeds").Map()
	l.light, l.hollow, l.actors = set(pack, "claim_light"), set(pack, "claim_hollow"), set(pack, "claim_actors")
	l.weak, l.people = set(pack, "claim_weak"), set(pack, "claim_people")
	l.verbClass, l.nounClass, l.adjClass = pack.List("claim_verb_classes").Map(), pack.List("claim_noun_classes").Map(), pack.List("claim_adjective_classes").Map()
	l.demonyms = pack.List("demonyms").Map()
	l.aspects, l.vague = set(pack, "claim_aspects"), set(pack, "claim_vague")
	l.before = len(pack.List("claim_order").Entries) > 0
	l.ordinal = pack.List("claim_ordinals").Map()
	for _, e := range pack.List("claim_phrases").Entries {
		l.phrases.add(l.words(e.Words), l.frameOf("phrase", "class", e.Value))
	}
	for _, name := range []string{"levels", "joint"} {
		for _, e := range pack.List("claim_" + name).Entries {
			l.phrases.add(l.words(e.Words), l.frameOf(name, "class", e.Value))
		}
	}
	l.contracted = map[string]bool{}
	for _, e := range pack.List("claim_contracted").Entries {
		l.contracted[e.Words] = true
	}
	offices := &frame{file: "offices"}
	for _, name := range []string{"offices", "claim_offices"} {
		for _, e := range pack.List(name).Entries {
			l.phrases.add(l.words(e.Words), offices)
		}
	}
	for _, e := range pack.List("claim_domains").Entries {
		l.domains.add(l.words(e.Words), l.frameOf("domain", "domain", e.Value))
	}
	for _, file := range ruleFiles {
		for _, rule := range pack.Rules(file) {
			if err := l.addRule(file, rule); err != nil {
				return nil, err
			}
		}
	}
	slices.Sort(l.actions)
	l.cut, l.listed = nil, nil
	return l, nil
}

// frameOf returns the frame of the entries of a list that bring one value.
func (l *lexicon) frameOf(file, field, value string) *frame {
	key := [2]string{file, value}
	if l.listed[key] == nil {
		l.listed[key] = &frame{file: file, set: map[string]string{field: value}}
	}
	return l.listed[key]
}

// set returns the words of a list.
func set(pack *lang.Pack, name string) map[string]bool {
	words := map[string]bool{}
	for _, e := range pack.List(name).Entries {
		words[e.Words] = true
	}
	return words
}

func (l *lexicon) addRule(file string, rule lang.Rule) error {
	set := map[string]string{}
	for _, value := range rule.Values("set") {
		for _, pair := range strings.Fields(value) {
			k, v, ok := strings.Cut(pair, "=")
			if !ok {
				return lang.Fault(rule, fmt.Sprintf("set needs field=value, has %q", pair))
			}
			set[k] = v
		}
	}
	if kind := set["action"]; kind != "" && !slices.Contains(l.actions, kind) {
		l.actions = append(l.actions, kind)
	}
	for _, key := range rule.Keys {
		if key.Name == "set" {
			continue
		}
		f := &frame{file: file, name: rule.Name, role: key.Name, set: set}
		for _, entry := range strings.Split(key.Value, "|") {
			words := l.words(entry)
			if len(words) == 0 {
				return lang.Fault(rule, "an entry without words")
			}
			l.frames.add(words, f)
		}
	}
	return nil
}
