// Package envelope reads what stands on and around a document: its form,
// date and place, who wrote it to whom, the salutation, the close, the
// signature, words added by hand and file numbers.
//
// It reads what the parts say and leaves empty what they do not. Where it
// concludes, such as from the capital in a dateline to the sender's state,
// the value is marked as inferred and says why. The words it needs stand in
// the packs.
package envelope

import (
	"strings"
	"sync"

	"entente"
	"entente/dates"
	"entente/lang"
)

// A Reader is the compiled cues of all packs. It may be used by many at once.
type Reader struct {
	grammar *dates.Grammar
	byTag   map[string]func() *tongue // compiled when first asked for
	all     func() *tongue            // of all languages, for a document of none

	noteKeys *lang.Phrases // of all languages: a note may have a head in any
}

// A tongue is what the packs of one language, or of all, say of envelopes.
type tongue struct {
	tags  []string     // languages whose dates are looked for
	packs []*lang.Pack // of the tags, in their order, and what they share

	styles, titles, offices, institutions, missions                      *lang.Phrases
	countries, demonyms, capitals, towns, nations                        *lang.Phrases
	addressing, addressees, dateLead, placeLead                          *lang.Phrases
	forms, formCues, referenceCues, closeCues, headers                   *lang.Phrases
	compliments, partyLead, partyLinks, partyEnds, acts, pairBodies      *lang.Phrases
	complimentEnds, handed, handedBy, articles, counterparts, given      *lang.Phrases
	telegramHeads, sides, weakFormCues                                   *lang.Phrases
	annotations, foreignOffices, telegramCues, initialed                 *lang.Phrases
	signed, signingFor, vocatives, ranks, peers                          *lang.Phrases
	sovereigns, yours, months, handling, keys, nameLinks, homes, plurals *lang.Phrases
	commons                                                              []*lang.Phrases // titles and offices, no names
	countryNames                                                         map[string]string
}

// New prepares the cues of the packs; grammar reads the dates.
func New(packs *lang.Packs, grammar *dates.Grammar) (*Reader, error) {
	r := &Reader{grammar: grammar, byTag: map[string]func() *tongue{}}
	shared := packs.Pack("mul")
	var every []*lang.Pack
	for _, tag := range packs.Languages() {
		every = append(every, packs.Pack(tag))
	}
	keys := lang.NewPhrases(every, "header_keys")
	for _, tag := range packs.Languages() {
		r.byTag[tag] = sync.OnceValue(func() *tongue { return newTongue(keys, []string{tag}, packs.Pack(tag), shared) })
	}
	every = append(every, shared)
	r.all = sync.OnceValue(func() *tongue { return newTongue(keys, packs.Languages(), every...) })
	r.noteKeys = lang.NewPhrases(every, "note_keys")
	return r, nil
}

func newTongue(keys *lang.Phrases, tags []string, packs ...*lang.Pack) *tongue {
	list := func(names ...string) *lang.Phrases { return lang.NewPhrases(packs, names...) }
	t := &tongue{
		tags: tags, packs: packs, keys: keys,
		styles: list("styles"), titles: list("titles"), offices: list("offices"), institutions: list("institutions"), missions: list("missions"),
		countries: list("countries"), demonyms: list("demonyms"), capitals: list("capitals"), towns: list("capitals", "cities"),
		nations:    list("countries", "demonyms", "capitals"),
		addressing: list("addressing"), addressees: list("to_offices"), dateLead: list("date_leads"), placeLead: list("place_leads"),
		forms: list("forms"), formCues: list("form_cues"), referenceCues: list("reference_cues"), closeCues: list("close_cues"), headers: list("header_keys"),
		compliments: list("compliments"), partyLead: list("party_leads"), partyLinks: list("party_links"), partyEnds: list("party_ends"), pairBodies: list("pair_bodies"), acts: list("party_acts"),
		complimentEnds: list("compliment_ends"), handed: list("handed_cues"), handedBy: list("handed_by"), telegramHeads: list("telegram_heads"), sides: list("party_sides"), weakFormCues: list("weak_form_cues"), articles: list("articles"), counterparts: list("counterparts"), given: list("given_names"),
		annotations: list("annotation_cues"), foreignOffices: list("foreign_offices"), telegramCues: list("telegram_cues"), initialed: list("initialed"),
		signed: list("signed_cues"), signingFor: list("signing_for"), vocatives: list("vocatives"), ranks: list("ranks"), peers: list("peers"),
		sovereigns: list("sovereigns"), yours: list("your_titles"), months: list("months", "other_months"), handling: list("marks"), nameLinks: list("name_links"), homes: list("name_homes"), plurals: list("plural_titles"),
		countryNames: map[string]string{},
	}
	t.commons = []*lang.Phrases{t.offices, t.styles, t.titles, t.institutions}
	for _, p := range packs {
		for _, e := range p.List("countries").Entries {
			if _, ok := t.countryNames[e.Value]; !ok {
				t.countryNames[e.Value] = e.Words
			}
		}
	}
	return t
}

func (r *Reader) tongueOf(tag string) *tongue {
	base, _, _ := strings.Cut(tag, "-")
	if t := r.byTag[strings.ToLower(base)]; t != nil {
		return t()
	}
	return r.all()
}

// A reading is the work on one document.
type reading struct {
	*tongue
	all     func() *tongue
	grammar *dates.Grammar
	text    string
	parts   []entente.Part // of depth 0
	env     entente.Envelope
	remarks []entente.Remark

	plural    bool            // the title names offices of which each party has one
	concluded []entente.Value // the two states, where the parties took the conclusion
}

// Envelope returns the envelope of doc, the two states that it is between
// where that takes a conclusion (see entente.Reading), and what could not be
// read.
func (r *Reader) Envelope(doc *entente.Document, parts []entente.Part, sentences []entente.Sentence) (entente.Envelope, []entente.Value, []entente.Remark) {
	e := &reading{tongue: r.tongueOf(doc.Language), all: r.all, grammar: r.grammar, text: doc.Text}
	for _, p := range parts {
		if p.Depth == 0 {
			e.parts = append(e.parts, p)
		}
	}
	if doc.MediaType == markdown {
		between := e.readNote(r.noteKeys)
		if between == nil {
			between = e.between()
		}
		return e.env, between, e.remarks
	}
	e.simple()
	e.readForm()
	e.readDate()
	e.readPlace()
	switch e.env.Form.Value {
	case "joint_statement", "communique", "readout", "memorandum_of_conversation", "minutes", "agreement_text":
		e.readParties()
	case "speech", "press_article":
		e.readSpeaker()
		if len(e.env.Sender) == 0 {
			e.fromSignature()
		}
		e.readAudience()
	default:
		e.readCorrespondents()
	}
	for i := range e.env.Parties {
		e.untitled(&e.env.Parties[i])
	}
	e.readStates()
	return e.env, e.between(), e.remarks
}

// untitled takes the office off a name of several words: "President Ada Lund".
// One word keeps it, for that is how it is said: "President Lund".
func (e *reading) untitled(c *entente.Correspondent) {
	from := c.Office.End
	if c.Office.Zero() || c.Office.Start != c.Name.Start || from >= c.Name.End {
		return
	}
	from += len(e.text[from:c.Name.End]) - len(strings.TrimLeft(e.text[from:c.Name.End], " \n"))
	if bare := (entente.Span{Start: from, End: c.Name.End}); len(strings.Fields(e.text[bare.Start:bare.End])) > 1 {
		c.Name = e.said(bare)
	}
}

// each calls f for the parts of that kind, in order.
func (e *reading) each(kind entente.PartKind, f func(p entente.Part)) {
	for _, p := range e.parts {
		if p.Kind == kind {
			f(p)
		}
	}
}

// first returns the first part of that kind.
func (e *reading) first(kind entente.PartKind) (entente.Part, bool) {
	for _, p := range e.parts {
		if p.Kind == kind {
			return p, true
		}
	}
	return entente.Part{}, false
}

// simple reads what is a part as it stands: salutation, close, signature,
// annotations and references.
func (e *reading) simple() {
	if p, ok := e.first(entente.PartSalutation); ok {
		e.env.Salutation = e.said(trim(e.text, p.Span, marks))
	}
	e.readClose()
	e.each(entente.PartAnnotation, func(p entente.Part) {
		s := p.Span
		if c, end, ok := e.at(e.annotations, s.Start, s.End); ok && c.Words[0] == '(' {
			if k := strings.IndexByte(e.text[end:s.End], ')'); k >= 0 && strings.TrimSpace(e.text[end+k+1:s.End]) != "" {
				s.Start = end + k + 1
			}
		}
		if v := e.said(trim(e.text, s, " \t\r\n()[]")); !v.Zero() {
			e.env.Annotations = append(e.env.Annotations, v)
		}
	})
	e.each(entente.PartReference, func(p entente.Part) {
		for _, l := range p.Lines {
			e.reference(l)
		}
	})
}

// reference reads the file numbers of one line, without the words before
// them.
func (e *reading) reference(l entente.Span) {
	s := l
	for {
		_, end, ok := e.at(e.referenceCues, s.Start, s.End)
		if !ok {
			break
		}
		next := trim(e.text, entente.Span{Start: end, End: s.End}, " \t\u00a0.:-–()[]°º")
		if next.Empty() {
			break
		}
		s = next
	}
	if v := e.said(trim(e.text, s, " \t()[].,;:")); strings.ContainsAny(v.Value, "0123456789") {
		e.env.References = append(e.env.References, v)
	}
}

// readClose reads the complimentary close: from the words that make it one
// to the end of its sentence.
func (e *reading) readClose() {
	p, ok := e.first(entente.PartClose)
	if !ok {
		return
	}
	s := p.Span
	for from := s.Start; ; {
		c, start, end, ok := e.find(e.closeCues, from, s.End)
		if !ok {
			break
		}
		if c.Value != "line" {
			s.Start = start
			break
		}
		from = end
	}
	e.env.Close = e.said(trim(e.text, s, marks+"/"))
}

// said returns the words at s as a value: what is printed, on one line.
func (e *reading) said(s entente.Span) entente.Value {
	if s.Empty() {
		return entente.Value{}
	}
	return entente.Said(oneLine(s.In(e.text)), e.text, s)
}
