package mentions

import (
	"strconv"
	"strings"

	"entente"
	"entente/lang"
)

// A class is what a phrase of the packs can be. A phrase may be several.
type class uint64

const (
	country class = 1 << iota
	city
	doubtful // a city that is more often another word: Nice, Tours
	region
	demonym
	organisation
	company
	title
	office
	stop
	link
	orgHead
	orgHeadLow
	orgCue
	orgLink
	mark // of a company: Ltd
	placePrep
	placeHead
	placeFirst
	placeLast
	notAcronym
	unit
	currency
	scale
	noun
	given
	agentPrep
	placeSure
	portfolio
	conjunction
	trade
	residence
	article
	pluralVerb
	placeWithin
	placeAfter
	suffix
	unitLink
	motion
	toward
	surname
	meeting
	state
	tie       // binds the first complement to the head of a name
	lowEnd    // a name whose last word is small: République française
	inCaps    // a name only in capitals: EAU, WHO
	noble     // a title before the name of a place, which then is a person's
	form      // leads in the name of a country: "Republic of"
	street    // before the name of a street, which may be a person's
	whole     // before what is one of many and no name: "a committee"
	ownOffice // heads of a state's own offices, which a demonym before is no part of
	home      // between a person's name and where that person is from: \"of\"
	several   // a title that leads in several names
	made      // before who made or runs a thing: "built by"
	product   // before the name of a thing: "the software X"
	leading   // a head that leads in whatever language: Banque
	lasting   // a head that ends a name in whatever language: College
	bond      // a small word within a name in another language
	trading   // a verb that companies are the subject of
	goods     // what companies have: a licence
	holder    // leads in the name of a state: "ambassador of"
	landPrep  // stands before lands and not before towns
	feature   // of the land: a small word that is part of its name: "lac de"
)

// valued are the classes whose entries stand for a value.
const valued = country | unit | currency | scale

// lists says which list of the packs gives which class.
var lists = []struct {
	name  string
	class class
}{
	{"countries", country},
	{"demonyms", demonym},
	{"regions", region},
	{"cities", city},
	{"organisations", organisation},
	{"companies", company},
	{"company_marks", mark},
	{"name_titles", title},
	{"name_offices", office},
	{"name_stops", stop},
	{"name_links", link},
	{"org_heads", orgHead},
	{"org_heads_low", orgHeadLow},
	{"org_cues", orgCue},
	{"org_links", orgLink},
	{"place_preps", placePrep},
	{"place_heads", placeHead},
	{"place_first", placeFirst},
	{"place_last", placeLast},
	{"not_acronyms", notAcronym},
	{"units", unit},
	{"currencies", currency},
	{"scales", scale},
	{"name_nouns", noun},
	{"given_names", given},
	{"agent_preps", agentPrep},
	{"place_sure", placeSure},
	{"portfolios", portfolio},
	{"conjunctions", conjunction},
	{"company_nouns", trade},
	{"residences", residence},
	{"name_articles", article},
	{"plural_verbs", pluralVerb},
	{"place_within", placeWithin},
	{"place_after", placeAfter},
	{"name_suffixes", suffix},
	{"unit_links", unitLink},
	{"motions", motion},
	{"toward", toward},
	{"surnames", surname},
	{"meetings", meeting},
	{"org_states", state},
	{"org_ties", tie | orgLink},
	{"country_forms", form},
	{"street_heads", street},
	{"name_indefinite", whole},
	{"org_ministries", ownOffice},
	{"name_products", product},
	{"plural_titles", several},
	{"name_homes", home},
	{"made_verbs", made},
	{"noble_titles", noble | title},
	{"org_leads", leading},
	{"org_lasts", lasting},
	{"org_bonds", bond},
	{"org_verbs", trading},
	{"org_goods", goods},
	{"capitals", city},
	{"state_leads", holder},
	{"land_preps", landPrep},
	{"place_features", feature},
}

// A lexicon is the phrases of one language and of "mul", by their hashes.
type lexicon struct {
	phrases *phrases

	numbers    map[uint64]int64 // the numbers that single words stand for, a hundred the largest
	headFirst  bool             // the head of an organisation's name comes first in it
	adjectives []string         // endings of adjectives that follow their noun
	compounds  []string         // endings of the names of bodies that are one word
	abstracts  []string         // endings of nouns that are no names
	peoples    []string         // endings of the names of peoples
	lands      []string         // endings of the names of lands
	speaks     map[uint64]bool  // verbs of which people are the subject
	whom       map[uint64]bool  // pronouns of people
	particles  map[uint64]bool  // small words before a surname
	forms      map[uint64]bool  // first words of the form of a state
	compass    map[uint64]bool  // where a land form lies: "Eastern Gulf"
}

// firsts returns the hashes of the first words of phrases.
func firsts(phrases []string) map[uint64]bool {
	set := make(map[uint64]bool, len(phrases))
	for _, words := range phrases {
		if _, n, first := phraseHash(words); n > 0 {
			set[first] = true
		}
	}
	return set
}

type entry struct {
	class class
	value string // ISO code, unit; "" for most
}

func newLexicon(pack, shared *lang.Pack) *lexicon {
	x := &lexicon{phrases: newPhrases(8000)}
	x.numbers = map[uint64]int64{}
	for _, list := range []string{"cardinals", "number_words"} {
		for _, e := range pack.List(list).Entries {
			h, n, _ := phraseHash(e.Words)
			if v, err := strconv.ParseInt(e.Value, 10, 64); n == 1 && err == nil && 0 < v && v <= 100 {
				x.numbers[h] = v
			}
		}
	}
	x.adjectives = pack.List("adjective_ends").Words()
	x.headFirst = len(x.adjectives) > 0
	x.compounds = shared.List("org_ends").Words()
	x.abstracts = pack.List("noun_ends").Words()
	x.peoples = pack.List("people_ends").Words()
	x.lands = pack.List("land_ends").Words()
	x.speaks = firsts(pack.List("person_verbs").Words())
	x.whom = firsts(pack.List("person_pronouns").Words())
	x.particles = firsts(shared.List("surname_bonds").Words())
	x.compass = firsts(pack.List("place_compass").Words())
	x.forms = firsts(pack.List("country_forms").Words())
	for _, l := range lists {
		c := l.class
		for _, p := range []*lang.Pack{shared, pack} {
			for _, e := range p.List(l.name).Entries {
				value := ""
				if c&valued != 0 {
					value = e.Value
				}
				x.add(e.Words, c, value)
			}
		}
	}
	x.phrases.done()
	return x
}

// add enters a phrase. Values of one phrase in two lists do not meet: only
// countries, units, currencies and scales have any.
func (x *lexicon) add(words string, c class, value string) {
	h, n, first := phraseHash(words)
	if n == 0 {
		return
	}
	e := x.phrases.of(h)
	if shape := shapeOf(words); c == mark && n == 1 {
		switch {
		case shape&caps == 0:
			e.class &^= inCaps
		case e.class&mark == 0:
			e.class |= inCaps // "SAL", and not "Sal"
		}
	} else if c&(country|organisation|company) != 0 && n == 1 && shape&caps != 0 && len(words) < 6 && e.class&c == 0 {
		e.class |= inCaps
	} else if c&(country|organisation|company) != 0 {
		e.class &^= inCaps
	}
	if last := words[strings.LastIndexByte(words, ' ')+1:]; c&places != 0 && n > 1 && strings.ToLower(last) == last {
		e.class |= lowEnd
	}
	e.class |= c
	if value != "" && (e.value == "" || c == country) {
		e.value = value
	}
	x.phrases.set(h, e)
	x.phrases.begin(first, min(n, 12))
}

func phraseHash(words string) (h uint64, n int, first uint64) {
	c := cutter{text: words}
	c.cut(entente.Span{End: len(words)}, -1)
	for i := range c.out {
		a := &c.out[i]
		if !a.is(word|digit) && silent(a.fold) {
			continue
		}
		if n == 0 {
			h, first = a.hash, a.hash
		} else {
			h = then(h, a.hash)
		}
		n++
	}
	return h, n, first
}

// silent reports whether a mark within a phrase counts for nothing, so that
// "Port-Soudan" is "Port Soudan".
func silent(s string) bool { return s == "-" || s == "'" || s == "." }

// A hit is a phrase of the lexicon in the text: atoms [i, end).
type hit struct {
	end   int
	class class
	value string
}

// at returns the phrases of x that begin at atom i, longest first.
func (x *lexicon) at(atoms []atom, i int, hits []hit) []hit {
	e, most := x.phrases.first(atoms[i].hash)
	if most == 0 {
		return hits
	}
	first := len(hits)
	h, n := atoms[i].hash, 1
	if e.class != 0 {
		hits = append(hits, hit{i + 1, e.class, e.value})
	}
	for j := i + 1; j < len(atoms) && n < most; j++ {
		a := &atoms[j]
		if a.hard {
			break
		}
		if !a.is(word|digit) && silent(a.fold) {
			continue
		}
		h = then(h, a.hash)
		n++
		if e := x.phrases.of(h); e.class != 0 {
			hits = append(hits, hit{j + 1, e.class, e.value})
		}
	}
	for a, b := first, len(hits)-1; a < b; a, b = a+1, b-1 {
		hits[a], hits[b] = hits[b], hits[a]
	}
	return hits
}
