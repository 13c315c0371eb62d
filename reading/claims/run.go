package claims

import (
	"slices"
	"strings"

	"entente"
)

// A run is the reading of one document.
type run struct {
	lex        *lexicon
	doc        *entente.Document
	parts      []entente.Part
	env        entente.Envelope
	mentions   []entente.Mention
	sentences  []*sentence
	headings   []*sentence // of the text's sections, which make no claim themselves
	drafts     []*draft
	lands      map[string]bool // states of this document that no list has, in lower case
	aside      []*draft        // contacts that no rule speaks for, where every candidate is asked for
	remarks    []entente.Remark
	matters    []*matter // in the order in which they came up
	topics     map[int]topic
	everything bool        // believe every candidate
	looking    bool        // ahead: what the claims are is not asked
	neighbours []neighbour // how likely the undertakings are by themselves
	everyRole  bool        // keep the phrases weighed for roles
	dense      int         // one more than density, once known
	seen       *evidence   // weighed last
	making     *draft      // not yet complete
	name       []byte      // room for the names of evidence
	trees      int         // how many sentences are parsed
	walker     walker
	joint      bool      // the document speaks for both sides
	covenant   *sentence // "the Parties agree as follows:": what comes after it is agreed, or nil
	shared     bool      // what it tells is told by both sides, though the envelope may not name them
}

// A draft is a claim in the making.
type draft struct {
	kind     entente.Kind
	s        *sentence
	cl       int // the clause
	from, to int // tokens of the quote
	span     entente.Span
	force    entente.Force
	fields   map[entente.Field][]entente.Value
	trace    []string
	matter   *matter
	head     int // token of the word that names the thing, or -1
	dropped  bool
	evidence *evidence // that it is believed on, if any
	roles    []Role    // weighed for its fields, if asked for
}

// A matter is the thing that drafts are about, for anaphora.
type matter struct {
	kind  entente.Kind
	words map[string]bool // that name it
	last  *draft
	first *draft
}

// maxTokens bounds the sentences that are read; longer ones are tables or
// noise, and the work grows with the square.
const maxTokens = 1500

func newRun(lex *lexicon, doc *entente.Document, parts []entente.Part, sentences []entente.Sentence, env entente.Envelope, mentions []entente.Mention) *run {
	r := &run{lex: lex, doc: doc, parts: parts, env: env, topics: map[int]topic{}, name: make([]byte, 0, 96), walker: walker{lex: lex}}
	r.mentions = slices.Clone(mentions)
	slices.SortStableFunc(r.mentions, func(a, b entente.Mention) int { return a.Start - b.Start })
	r.joint = len(env.Sender) == 0 && len(env.Parties) > 0
	r.shared = r.joint || len(env.Sender) == 0 && both[env.Form.Value]
	kinds := make([]entente.MentionKind, len(r.mentions))
	for i, m := range r.mentions {
		kinds[i] = m.Kind
	}
	for i := range sentences {
		src := &sentences[i]
		if src.Part >= 0 && src.Part < len(parts) && r.isHeading(sentences, i) {
			r.headings = append(r.headings, r.newSentence(i, src, kinds))
		}
		if src.Part < 0 || src.Part >= len(parts) || !readable(parts[src.Part].Kind) || len(src.Tokens) == 0 {
			continue
		}
		if len(src.Tokens) > maxTokens {
			r.remarks = append(r.remarks, entente.Remark{Anchor: entente.At(doc.Text, src.Tokens[0].Span), Text: "the sentence that starts here is too long to look for claims in it"})
			continue
		}
		r.sentences = append(r.sentences, r.newSentence(i, src, kinds))
	}
	r.findLands()
	for _, s := range r.sentences {
		if slices.ContainsFunc(s.phrases, func(p hit) bool { return p.set["class"] == "covenant" }) {
			r.covenant = s
			break
		}
	}
	return r
}

// both are the forms of what two sides set down together, whether or not the
// envelope says who they are.
var both = map[string]bool{"joint_statement": true, "minutes": true}

// readable reports whether parts of that kind make claims.
func readable(kind entente.PartKind) bool {
	switch kind {
	case entente.PartParagraph, entente.PartListIntro, entente.PartItem, entente.PartAnnotation, entente.PartSubject:
		return true
	}
	return false
}

func (r *run) read() {
	for i, s := range r.sentences {
		if r.parts[s.part].Kind == entente.PartSubject || r.isTopic(i) {
			r.noteTopic(i)
			continue
		}
		before := len(r.drafts)
		listed := r.interlocutor(s) || r.listedAgreement(s) || r.item(s)
		for k := range s.clauses {
			if cl := &s.clauses[k]; cl.from < cl.to && (k > 0 || !listed) {
				r.clause(s, k)
			}
		}
		r.nested(r.drafts[before:])
		r.settle(r.drafts[before:])
		r.shareDates(r.drafts[before:])
		r.listTerms(s)
	}
	if r.looking {
		return
	}
	r.callByName()
	r.assignDomains()
	r.shareDetails()
}

// clause reads one clause: first what names a contact or an agreement, then,
// if its verb is still free, what somebody undertakes.
func (r *run) clause(s *sentence, k int) {
	defer func() { r.making = nil }()
	c := r.newView(s, k)
	if s.used[k] || r.enumeration(c) {
		return
	}
	r.agreements(c)
	r.contacts(c)
	if !c.taken && !c.stopped() {
		r.undertaking(c)
	}
	r.deedNouns(c)
	r.eventNouns(c)
	r.namedDeeds(c)
}

// nested drops the undertaking of a relative clause that lies within another
// claim of its sentence: "the bridge, which we promised, is finished" is one.
// What is still to be done, or done by means of the thing, is two: "we launch
// the fund, which will pay for schools".
func (r *run) nested(drafts []*draft) {
	for _, d := range drafts {
		if d.kind == entente.Agreement || d.s.clauses[d.cl].kind != relativeClause {
			continue
		}
		for _, o := range drafts {
			if o == d || o.dropped || o.from > d.from || d.to > o.to || o.cl == d.cl {
				continue
			}
			if d.kind == entente.Undertaking && r.standsApart(d) {
				if o.kind == entente.Undertaking && d.to == o.to {
					o.to = d.s.clauses[d.cl].from
				}
				continue
			}
			// "the mission, which was to come in May, is put off" is one visit
			if d.kind == entente.Undertaking || o.kind == entente.Contact && sameValue(d.fields[entente.FieldParties], o.fields[entente.FieldParties]) && sameValue(d.fields[entente.FieldMode], o.fields[entente.FieldMode]) {
				d.dropped = true
			}
		}
	}
}

// standsApart reports whether the relative clause of draft d says something of
// its own: what will be done, or what somebody does by means of the thing.
func (r *run) standsApart(d *draft) bool {
	s, cl := d.s, &d.s.clauses[d.cl]
	if cl.from == 0 || s.tokens[cl.from-1].Norm != "," {
		return false
	}
	if s.moodIn(cl, cl.from) == future {
		return true
	}
	a, b := s.subject(d.cl)
	return s.isPrep(cl.from) && a > cl.from && r.party(s, a, b)
}

// shareDates gives a contact to come without a date that of another claim of
// its sentence on the same contact.
func (r *run) shareDates(drafts []*draft) {
	for _, d := range drafts {
		if d.kind != entente.Contact || d.dropped || d.has(entente.FieldDate) || d.force == entente.Done {
			continue
		}
		for _, o := range drafts {
			if o != d && o.matter == d.matter && o.has(entente.FieldDate) {
				r.inherit(d, o, entente.FieldDate)
			}
		}
	}
}

// settle gives each new draft its quote and its matter.
func (r *run) settle(drafts []*draft) {
	for _, d := range drafts {
		if d.dropped {
			continue
		}
		d.span = r.quote(d)
		r.bind(d)
		d.trace = slices.Compact(d.trace)
	}
}

// quote returns the span of the draft's tokens without conjunctions and marks
// at its ends.
func (r *run) quote(d *draft) entente.Span {
	s, from, to := d.s, d.from, d.to
	for from < to && (s.isMark(from) || s.class(from) == "coord" || from > 0 && s.class(from) == "filler" && s.class(from-1) == "coord") {
		from++
	}
	for to > from && (s.isMark(to-1) && !strings.ContainsAny(s.tokens[to-1].Text, ")]»”\"%") || s.class(to-1) == "coord") {
		to--
	}
	if from >= to {
		return entente.Span{}
	}
	return entente.Span{Start: s.tokens[from].Start, End: s.tokens[to-1].End}
}

// value is what tokens [from, to) say, with the words as a reader sees them.
func (r *run) value(s *sentence, value string, from, to int) entente.Value {
	if from >= to {
		return entente.Value{Value: value}
	}
	span := entente.Span{Start: s.tokens[from].Start, End: s.tokens[to-1].End}
	if value == "" {
		value = s.words(from, to)
	}
	return entente.Said(value, r.doc.Text, span)
}

// set gives the draft a field that it has not yet.
func (d *draft) set(field entente.Field, values ...entente.Value) {
	if len(d.fields[field]) > 0 {
		return
	}
	for _, v := range values {
		if !v.Zero() {
			d.fields[field] = append(d.fields[field], v)
		}
	}
}

func (d *draft) has(field entente.Field) bool { return len(d.fields[field]) > 0 }

func (r *run) draft(kind entente.Kind, c *view, from, to int, trace ...string) *draft {
	d := &draft{kind: kind, s: c.s, cl: c.k, from: from, to: to, head: -1, trace: trace, fields: map[entente.Field][]entente.Value{}}
	r.drafts = append(r.drafts, d)
	r.making = d
	return d
}
