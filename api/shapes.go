package api

import (
	"entente"
	"entente/desk"
	"entente/edtf"
	"entente/export"
)

// A Person is a correspondent as the envelope names it.
type Person struct {
	Name   string       `json:"name"`
	Office string       `json:"office,omitempty"`
	State  entente.Code `json:"state,omitempty" doc:"ISO 3166-1 alpha-2."`
}

func personOf(p desk.Person) Person { return Person(p) }

// A Related is a relation that a document belongs to.
type Related struct {
	Relation string `json:"relation" example:"XA-XS"`
	Why      string `json:"why,omitempty" doc:"What it was inferred from; absent where the envelope says it."`
}

// A Document is the row of a document.
type Document struct {
	ID         entente.DocumentID `json:"id" doc:"sha256: and the SHA-256 of the file as it came in."`
	Name       string             `json:"name"`
	MediaType  string             `json:"media_type"`
	Language   string             `json:"language" doc:"BCP 47; und if it could not be told."`
	Bytes      int                `json:"bytes"`
	TextSHA256 string             `json:"text_sha256" doc:"Of its text version; empty while unread."`
	Number     string             `json:"number" doc:"Register number." example:"in 2026/12"`
	Received   string             `json:"received" doc:"The day it reached us."`
	By         string             `json:"by" doc:"Who entered it."`
	Mark       entente.Mark       `json:"mark,omitempty" doc:"Handling mark of the whole, as printed."`
	Unread     string             `json:"unread,omitempty" doc:"Why no decoder takes it."`
	Form       string             `json:"form,omitempty"`
	Date       string             `json:"date,omitempty" doc:"EDTF."`
	Place      string             `json:"place,omitempty"`
	Sender     []Person           `json:"sender"`
	Recipient  []Person           `json:"recipient"`
	Parties    []Person           `json:"parties"`
	References []string           `json:"references"`
	Relations  []Related          `json:"relations"`
	Review     Review             `json:"review"`
}

// A Review says how far a person has come with the claims of a document.
type Review struct {
	State   string `json:"state" enum:"new,review,done,unread" doc:"new: nobody has looked at a claim; review: some wait; done: none waits; unread: it could not be read."`
	Judged  int    `json:"judged"`
	Waiting int    `json:"waiting" doc:"Claims that nobody has looked at."`
}

func documentOf(d *desk.Document) Document {
	return Document{
		ID: d.ID, Name: d.Name, MediaType: d.MediaType, Language: d.Language, Bytes: d.Bytes, TextSHA256: d.TextSHA256,
		Number: d.Number.String(), Received: d.On, By: d.By, Mark: d.Mark, Unread: d.Unread, Form: d.Form, Date: d.Date, Place: d.Place,
		Sender: mapped(d.Sender, personOf), Recipient: mapped(d.Recipient, personOf), Parties: mapped(d.Parties, personOf),
		References: same(d.References), Review: Review{string(d.State()), d.Judged, d.Waiting},
		Relations: relatedOf(d),
	}
}

func relatedOf(d *desk.Document) []Related {
	all := []Related{}
	for _, r := range d.Relations {
		all = append(all, Related{r.Relation.String(), r.Why})
	}
	return all
}

// A Claim is a claim as it stands, and what is held of it.
type Claim struct {
	ID    entente.ClaimID `json:"id"`
	Kind  entente.Kind    `json:"kind"`
	Force entente.Force   `json:"force"`
	export.Anchor
	About      string             `json:"about,omitempty" doc:"Claims of one document with the same are about one thing."`
	Fields     export.Fields      `json:"fields"`
	Names      map[string]string  `json:"names,omitempty" doc:"What @sender and the like stand for here."`
	States     []entente.Code     `json:"states,omitempty" doc:"That its parties are or belong to."`
	Document   entente.DocumentID `json:"document"`
	TextSHA256 string             `json:"text_sha256" doc:"The text version that its offsets point into."`
	Date       string             `json:"date,omitempty" doc:"Of the document, EDTF."`
	Matter     entente.ClaimID    `json:"matter,omitempty" doc:"The matter it is about; absent where it does not stand."`
	Stands     bool               `json:"stands" doc:"It is read or held, and not rejected."`
	Judgement  *Judgement         `json:"judgement,omitempty" doc:"What a person holds of it."`
	Read       *AsRead            `json:"read,omitempty" doc:"As it was read, where a person corrected it."`
	Hand       string             `json:"hand,omitempty" doc:"Who made it by hand; absent of what was read."`
	Behind     entente.ClaimID    `json:"behind,omitempty" doc:"The claim of the same words that stands in its place."`
	Marks      []entente.Mark     `json:"marks,omitempty" doc:"Handling marks of its document and passage."`
}

// A Judgement is what a person holds of a claim.
type Judgement struct {
	Verdict entente.Verdict `json:"verdict" enum:"confirmed,corrected,rejected"`
	By      string          `json:"by"`
	Reason  string          `json:"reason,omitempty"`
}

// An AsRead is a claim as the reader made it.
type AsRead struct {
	Force entente.Force `json:"force"`
	export.Anchor
	Fields export.Fields `json:"fields"`
}

func claimOf(c *desk.Claim) Claim {
	claim := c.Stands()
	s := Claim{
		ID: c.ID, Kind: claim.Kind, Force: claim.Force, Anchor: export.AnchorOf(claim.Anchor), About: claim.About, Fields: export.FieldsOf(claim),
		Names: c.Names, States: c.States, Document: c.Document, TextSHA256: c.TextSHA256, Date: c.Date, Matter: c.Matter,
		Stands: c.Live(), Hand: c.Hand, Behind: c.Behind, Marks: c.Marks,
	}
	if c.Verdict != "" {
		s.Judgement = &Judgement{c.Verdict, c.By, c.Reason}
	}
	if c.Corrected != nil {
		s.Read = &AsRead{c.Claim.Force, export.AnchorOf(c.Claim.Anchor), export.FieldsOf(c.Claim)}
	}
	return s
}

func claimOfFile(c desk.ClaimFile) Claim { return claimOf(c.Claim) }

// A Matter is one contact, one agreement or one undertaking.
type Matter struct {
	ID        entente.ClaimID      `json:"id" doc:"That of the claim entered first."`
	Kind      entente.Kind         `json:"kind"`
	Title     string               `json:"title,omitempty" doc:"As printed, of the latest claim that gives one."`
	Mode      string               `json:"mode,omitempty" doc:"A contact's mode, an agreement's form, an undertaking's action."`
	Stage     string               `json:"stage,omitempty" doc:"As the latest claim says that gives one: stage or status."`
	Force     entente.Force        `json:"force,omitempty" doc:"Of that claim."`
	Date      string               `json:"date,omitempty" doc:"EDTF; due, for an undertaking."`
	Place     string               `json:"place,omitempty"`
	Domains   []string             `json:"domains"`
	Parties   []string             `json:"parties"`
	Relations []string             `json:"relations"`
	Claims    []entente.ClaimID    `json:"claims" doc:"Oldest document first."`
	Documents []entente.DocumentID `json:"documents" doc:"Oldest first."`
	Last      string               `json:"last,omitempty" doc:"Date of its latest document, EDTF."`
	Judged    *Concluded           `json:"judged,omitempty" doc:"What a person holds of its outcome."`
	Note      *Note                `json:"note,omitempty" doc:"What somebody keeps beside it."`
	Doubts    int                  `json:"doubts,omitempty" doc:"Claims of which it is not sure whether they and others are about one matter."`
	Marks     []entente.Mark       `json:"marks,omitempty"`
}

// A Concluded is a person's judgement on an outcome.
type Concluded struct {
	Outcome entente.Outcome `json:"outcome"`
	By      string          `json:"by"`
	On      string          `json:"on" doc:"The day it was entered."`
	Reason  string          `json:"reason,omitempty"`
}

// A Note is what somebody keeps beside a matter.
type Note struct {
	Starred bool   `json:"starred"`
	Owner   string `json:"owner,omitempty" doc:"Who follows it."`
	Next    string `json:"next,omitempty" doc:"The next step, in words."`
	Due     string `json:"due,omitempty" doc:"Of the next step, EDTF."`
	Note    string `json:"note,omitempty"`
	By      string `json:"by"`
	On      string `json:"on" doc:"The day it was written."`
}

func matterOf(m *desk.Matter) Matter {
	s := Matter{
		ID: m.ID, Kind: m.Kind, Title: m.Title, Mode: m.Mode, Stage: m.Stage, Force: m.StageForce, Date: m.Date, Place: m.Place,
		Domains: same(m.Domains), Parties: same(m.Parties), Relations: mapped(m.Relations, entente.Relation.String),
		Claims: same(m.Claims), Documents: same(m.Documents), Last: m.Last, Doubts: len(m.Doubts), Marks: m.Marks,
	}
	if o := m.Outcome; o != nil && o.Outcome != "" {
		s.Judged = &Concluded{o.Outcome, o.By, o.On, o.Reason}
	}
	if n := m.Note; n != nil && !n.Empty() {
		s.Note = &Note{n.Starred, n.Owner, n.Next, n.Due, n.Note, n.By, n.On}
	}
	return s
}

// A Following is a matter with what became of it: what the documents say
// beside what is concluded.
type Following struct {
	Matter
	Stated    string          `json:"stated,omitempty" doc:"The stage that the latest claim with one gives."`
	Outcome   entente.Outcome `json:"outcome,omitempty" doc:"What stands: a person's judgement, else what is concluded. Of a contact nothing is."`
	Concluded *Conclusion     `json:"concluded,omitempty" doc:"By rule."`
	First     string          `json:"first,omitempty" doc:"Day of its first document."`
	Due       string          `json:"due,omitempty" doc:"EDTF."`
	Conflicts []Conflict      `json:"conflicts"`
}

// A Conclusion is what became of a matter, by rule, with its evidence.
type Conclusion struct {
	Outcome entente.Outcome      `json:"outcome"`
	Rule    string               `json:"rule" example:"not mentioned"`
	Claims  []entente.ClaimID    `json:"claims" doc:"That it rests on."`
	Silent  []entente.DocumentID `json:"silent" doc:"Later documents that do not speak of it."`
}

// A Conflict is a field for which claims on one matter give values that
// cannot all be right.
type Conflict struct {
	Matter entente.ClaimID `json:"matter"`
	Field  entente.Field   `json:"field"`
	Values []Conflicting   `json:"values"`
}

// A Conflicting is one of them.
type Conflicting struct {
	Value string          `json:"value"`
	Claim entente.ClaimID `json:"claim"`
}

func conflictOf(c desk.Conflict) Conflict {
	return Conflict{c.Matter, c.Field, mapped(c.Values, func(v desk.ConflictValue) Conflicting { return Conflicting{v.Value, v.Claim.ID} })}
}

func followingOf(f *desk.Following) Following {
	s := Following{Matter: matterOf(f.Matter), Stated: f.Stated, Due: f.Due.String(), Conflicts: mapped(f.Conflicts, conflictOf)}
	s.Judged = nil
	if j := f.Judged; j != nil && j.Outcome != "" {
		s.Judged = &Concluded{j.Outcome, j.By, j.On, j.Reason}
	}
	if f.Kind != entente.Contact && f.Concluded.Outcome != "" {
		c := f.Concluded
		s.Outcome = f.Outcome()
		s.Concluded = &Conclusion{c.Outcome, string(c.Rule), same(c.Claims), same(c.Silent)}
	}
	if f.First != 0 {
		s.First = dayText(f.First)
	}
	return s
}

func dayText(d edtf.Day) string { return d.Date().String() }

// A Question is a doubt about two claims that waits for a person.
type Question struct {
	A      Claim  `json:"a"`
	B      Claim  `json:"b"`
	Reason string `json:"reason"`
}

func questionOf(q desk.OpenQuestion) Question {
	return Question{claimOfFile(q.A), claimOfFile(q.B), q.Reason}
}
