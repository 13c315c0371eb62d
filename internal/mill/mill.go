// Package mill makes dossiers that never were, as large as one likes, for
// benchmarks: relations of two hundred documents over twenty years, each of
// which speaks of some of the things that are on foot at its time.
package mill

import (
	"fmt"
	"math/rand"
	"strings"

	"entente"
	"entente/ledger"
)

// A Mill makes readings. The same calls make the same.
type Mill struct {
	Things  [][]Thing // by relation
	chance  *rand.Rand
	entered [][]claim // by document
}

type claim struct {
	id   entente.ClaimID
	kind entente.Kind
}

// PerRelation is how many documents a relation has.
const PerRelation = 200

// A Thing is one undertaking, agreement or visit of a relation.
type Thing struct {
	What, Org string // its name, and who does it

	kind        entente.Kind
	place, dom  string
	from, until int // months after the start
	day         string
}

var (
	syllables = strings.Fields("ba bor dur fel gan hol ka lis mar men nor ost pel quor ras sil tam ul vor zen dra ilk")
	objects   = strings.Fields("tramway bridge port hospital school railway dam reactor satellite cannery refinery airport library museum observatory tunnel ferry canal mill quarry")
	kindsOf   = strings.Fields("coastal northern regional experimental floating solar rapid underground alpine tidal rural deep joint inland")
	domains   = entente.Domains
)

func (m *Mill) name() string {
	var b strings.Builder
	for range 2 + m.chance.Intn(2) {
		b.WriteString(syllables[m.chance.Intn(len(syllables))])
	}
	return strings.ToUpper(b.String()[:1]) + b.String()[1:]
}

// New returns a mill of so many relations.
func New(relations int) *Mill {
	m := &Mill{chance: rand.New(rand.NewSource(20))}
	for range relations {
		var list []Thing
		for i := range 90 {
			from := m.chance.Intn(240)
			t := Thing{kind: entente.Undertaking, from: from, until: from + 12 + m.chance.Intn(60), dom: domains[m.chance.Intn(len(domains))],
				Org: m.name() + " " + m.name(), place: m.name(),
				What: kindsOf[m.chance.Intn(len(kindsOf))] + " " + objects[m.chance.Intn(len(objects))]}
			switch i % 6 {
			case 4:
				t.kind = entente.Agreement
			case 5:
				t.kind = entente.Contact
				t.day = day(from+3, 1+m.chance.Intn(28))
			}
			list = append(list, t)
		}
		m.Things = append(m.Things, list)
	}
	return m
}

func day(month, day int) string { return fmt.Sprintf("%d-%02d-%02d", 2031+month/12, month%12+1, day) }

// Late is a year in which all is past.
const Late = 2052

// Relation returns a relation by its number.
func Relation(n int) entente.Relation { return entente.Between(code(2*n), code(2*n+1)) }

func code(n int) entente.Code { return entente.Code([]byte{'A' + byte(n/26), 'A' + byte(n%26)}) }

// Read makes document n of a relation.
func (m *Mill) Read(relation, n int) entente.Read {
	month := n * 240 / PerRelation
	var text strings.Builder
	var r entente.Reading
	say := func(words string) (s entente.Span) {
		s.Start = text.Len()
		text.WriteString(words)
		s.End = text.Len()
		return s
	}
	type part struct {
		field entente.Field
		value string
		span  entente.Span
	}
	type said struct {
		span  entente.Span
		parts []part
		claim entente.Claim
		names []entente.Mention
		dom   string
	}
	date := day(month, 1+n%28)
	dated := say(date)
	say(fmt.Sprintf("\n\nMr President,\n\nThis is letter %d. ", n))
	var claims []said
	var on []Thing
	for _, t := range m.Things[relation] {
		if t.from <= month && month <= t.until {
			on = append(on, t)
		}
	}
	m.chance.Shuffle(len(on), func(i, j int) { on[i], on[j] = on[j], on[i] })
	for i, t := range on[:min(6, len(on))] {
		s := said{dom: t.dom, claim: entente.Claim{ID: fmt.Sprint("s", i+1), About: fmt.Sprint("e", i+1), Kind: t.kind, Force: entente.Forces[m.chance.Intn(5)]}}
		s.span.Start = text.Len()
		add := func(f entente.Field, before, words string) entente.Span {
			say(before)
			at := say(words)
			s.parts = append(s.parts, part{f, words, at})
			return at
		}
		name := func(kind entente.MentionKind, at entente.Span, value string) {
			s.names = append(s.names, entente.Mention{Anchor: entente.Anchor{Span: at, Quote: value}, Kind: kind, Value: value})
		}
		switch t.kind {
		case entente.Contact:
			add(entente.FieldMode, "I recall the ", "visit")
			name(entente.MentionPlace, add(entente.FieldPlace, " to ", t.place), t.place)
			add(entente.FieldDate, " on ", t.day)
		case entente.Agreement:
			add(entente.FieldForm, "we signed the ", "agreement")
			add(entente.FieldSubject, " on the ", t.What)
			name(entente.MentionOrganisation, add(entente.FieldParties, " with ", t.Org), t.Org)
		default:
			name(entente.MentionOrganisation, add(entente.FieldBy, "", t.Org), t.Org)
			add(entente.FieldTitle, " will build the ", t.What)
			if t.until%4 == 0 {
				add(entente.FieldDue, " by ", day(t.until, 1))
			}
			name(entente.MentionPlace, add(entente.FieldPlace, " at ", t.place), t.place)
		}
		s.span.End = text.Len()
		say(" in good time, as both of us have wished since the first days of our exchange. ")
		claims = append(claims, s)
	}
	say("\n\nYours,\nthe President\n")
	all := text.String()
	stages := []string{"proposed", "agreed", "under_way", "signed"}
	for _, s := range claims {
		c := s.claim
		c.Anchor = entente.At(all, s.span)
		c.Fields = map[entente.Field][]entente.Value{}
		for _, p := range s.parts {
			c.Fields[p.field] = []entente.Value{entente.Said(p.value, all, p.span)}
		}
		if c.Kind == entente.Contact {
			status := "held"
			if t := c.Fields[entente.FieldDate]; t[0].Value > date {
				status = "planned"
			}
			c.Fields[entente.FieldStatus] = []entente.Value{entente.Inferred(status, "mill")}
		} else {
			c.Fields[entente.FieldStage] = []entente.Value{entente.Inferred(stages[m.chance.Intn(len(stages))], "mill")}
			c.Fields[entente.FieldDomain] = []entente.Value{entente.Inferred(s.dom, "mill")}
		}
		r.Claims = append(r.Claims, c)
		r.Mentions = append(r.Mentions, s.names...)
	}
	a, b := state(relation, 0), state(relation, 1)
	if n%2 == 1 {
		a, b = b, a
	}
	r.Envelope = entente.Envelope{Form: entente.Inferred("letter", "mill"), Date: entente.Said(date, all, dated),
		Sender: []entente.Correspondent{a}, Recipient: []entente.Correspondent{b}}
	doc := entente.Document{ID: ledger.DocumentID([]byte(all)), Name: fmt.Sprintf("%d-%d.txt", relation, n), MediaType: "text/plain", Charset: "utf-8",
		Language: "en", Bytes: len(all), Text: all, TextSHA256: ledger.SHA256([]byte(all)), Pages: []entente.Span{{Start: 0, End: len(all)}}}
	return entente.Read{Document: doc, Reading: r}
}

func state(relation, side int) entente.Correspondent {
	c := string(code(2*relation + side))
	return entente.Correspondent{Name: entente.Inferred("the President of "+c, "mill"), State: entente.Inferred(c, "mill")}
}
