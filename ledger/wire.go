package ledger

import (
	"bytes"
	"encoding/json"
	"fmt"
	"time"

	"entente"
)

// The form of an entry in the store: one JSON object, its keys in the order
// of these structs and maps sorted, so that equal entries are equal bytes.
// doc/ledger.md describes it; a change needs a new version number and a
// decoder that still reads the old one. An entry is written in the oldest
// version that can say it, so that an older program stops only at what it
// cannot know.

const (
	version      = 1
	versionNotes = 2 // came with noted and watched
	versionHand  = 3 // came with claimed and saved
)

// versionOf returns the version that an entry of a kind is written in.
func versionOf(kind string) int {
	switch kind {
	case "noted", "watched":
		return versionNotes
	case "claimed", "saved":
		return versionHand
	}
	return version
}

type wireEntry struct {
	Version  int             `json:"v"`
	Seq      entente.Seq     `json:"seq"`
	ID       entente.EntryID `json:"id"`
	Recorded string          `json:"recorded"`
	By       string          `json:"by"`
	Mark     entente.Mark    `json:"mark,omitempty"`
	Kind     string          `json:"kind"`
	Body     json.RawMessage `json:"body"`
}

type wireReceived struct {
	Document  entente.DocumentID `json:"document"`
	Name      string             `json:"name"`
	MediaType string             `json:"media_type,omitempty"`
	Bytes     int                `json:"bytes"`
	Direction entente.Direction  `json:"direction"`
	Year      int                `json:"year"`
	N         int                `json:"n"`
	On        string             `json:"on"`
	Unread    string             `json:"unread,omitempty"`
}

type wireRead struct {
	Document  entente.DocumentID `json:"document"`
	Name      string             `json:"name"`
	MediaType string             `json:"media_type,omitempty"`
	Bytes     int                `json:"bytes"`
	Charset   string             `json:"charset,omitempty"`
	Language  string             `json:"language,omitempty"`
	Text      string             `json:"text_sha256"`
	Pages     []wireSpan         `json:"pages,omitempty"`
	Packs     []string           `json:"packs,omitempty"`
	Envelope  wireEnvelope       `json:"envelope"`
	Between   []wireValue        `json:"between,omitempty"`
	Mentions  []wireMention      `json:"mentions,omitempty"`
	Claims    []wireClaim        `json:"claims,omitempty"`
	Remarks   []wireRemark       `json:"remarks,omitempty"`
}

type wireMarked struct {
	Document entente.DocumentID `json:"document"`
	Text     string             `json:"text_sha256"`
	wireAnchor
	Mark entente.Mark `json:"mark"`
}

type wireJudgement struct {
	Verdict entente.Verdict `json:"verdict"`
	Subject entente.ClaimID `json:"subject"`
	Other   entente.ClaimID `json:"other,omitempty"`
	Claim   *wireClaim      `json:"claim,omitempty"`
	Text    string          `json:"text_sha256,omitempty"`
	Outcome entente.Outcome `json:"outcome,omitempty"`
	Reason  string          `json:"reason,omitempty"`
	Follows entente.EntryID `json:"follows,omitempty"`
}

type wireNoted struct {
	Subject entente.ClaimID `json:"subject"`
	Starred bool            `json:"starred,omitempty"`
	Owner   string          `json:"owner,omitempty"`
	Next    string          `json:"next,omitempty"`
	Due     string          `json:"due,omitempty"`
	Note    string          `json:"note,omitempty"`
	Follows entente.EntryID `json:"follows,omitempty"`
}

type wireWatched struct {
	Relation string          `json:"relation"` // "FR-KZ"
	Months   int             `json:"months"`
	Follows  entente.EntryID `json:"follows,omitempty"`
}

type wireClaimed struct {
	Document entente.DocumentID `json:"document"`
	Text     string             `json:"text_sha256"`
	Claim    wireClaim          `json:"claim"`
}

type wireSaved struct {
	Name    string          `json:"name"`
	Query   string          `json:"query,omitempty"`
	Follows entente.EntryID `json:"follows,omitempty"`
}

type wireSpan [2]int

type wireAnchor struct {
	Span  *wireSpan `json:"span,omitempty"`
	Quote string    `json:"quote,omitempty"`
}

type wireValue struct {
	wireAnchor
	Value    string `json:"value"`
	Name     string `json:"name,omitempty"`
	Inferred bool   `json:"inferred,omitempty"`
	Why      string `json:"why,omitempty"`
}

type wireCorrespondent struct {
	Name      *wireValue `json:"name,omitempty"`
	Honorific *wireValue `json:"honorific,omitempty"`
	Office    *wireValue `json:"office,omitempty"`
	State     *wireValue `json:"state,omitempty"`
}

type wireEnvelope struct {
	Form        *wireValue          `json:"form,omitempty"`
	Date        *wireValue          `json:"date,omitempty"`
	Place       *wireValue          `json:"place,omitempty"`
	Sender      []wireCorrespondent `json:"sender,omitempty"`
	Recipient   []wireCorrespondent `json:"recipient,omitempty"`
	Parties     []wireCorrespondent `json:"parties,omitempty"`
	Salutation  *wireValue          `json:"salutation,omitempty"`
	Close       *wireValue          `json:"close,omitempty"`
	Signature   *wireValue          `json:"signature,omitempty"`
	Annotations []wireValue         `json:"annotations,omitempty"`
	References  []wireValue         `json:"references,omitempty"`
}

type wireMention struct {
	wireAnchor
	Kind  entente.MentionKind `json:"kind"`
	Value string              `json:"value"`
}

type wireClaim struct {
	ID    string        `json:"id,omitempty"`
	Kind  entente.Kind  `json:"kind"`
	Force entente.Force `json:"force"`
	About string        `json:"about,omitempty"`
	wireAnchor
	Fields map[entente.Field][]wireValue `json:"fields,omitempty"`
	Trace  []string                      `json:"trace,omitempty"`
}

type wireRemark struct {
	wireAnchor
	Text string `json:"text"`
}

// encode returns the bytes of an entry: equal entries are equal bytes.
func encode(e entente.Entry) ([]byte, error) {
	body, err := encodeBody(e.Body)
	if err != nil {
		return nil, err
	}
	kind, err := kindOf(e.Body)
	if err != nil {
		return nil, err
	}
	return marshal(wireEntry{versionOf(kind), e.Seq, e.ID, e.Recorded.UTC().Format(time.RFC3339Nano), e.By, e.Mark, kind, body})
}

func kindOf(body entente.Body) (string, error) {
	switch body.(type) {
	case entente.Received:
		return "received", nil
	case entente.Read:
		return "read", nil
	case entente.Marked:
		return "marked", nil
	case entente.Judgement:
		return "judgement", nil
	case entente.Noted:
		return "noted", nil
	case entente.Watched:
		return "watched", nil
	case entente.Claimed:
		return "claimed", nil
	case entente.Saved:
		return "saved", nil
	}
	return "", fmt.Errorf("a body of type %T: %w", body, entente.ErrInvalid)
}

// marshal is json.Marshal without the escapes that only HTML needs.
func marshal(v any) ([]byte, error) {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(v); err != nil {
		return nil, err
	}
	return bytes.TrimSuffix(b.Bytes(), []byte("\n")), nil
}

func encodeBody(body entente.Body) ([]byte, error) {
	switch b := body.(type) {
	case entente.Received:
		d := b.Document
		return marshal(wireReceived{d.ID, d.Name, d.MediaType, d.Bytes, b.Number.Direction, b.Number.Year, b.Number.N, b.On, b.Unread})
	case entente.Read:
		d, r := b.Document, b.Reading
		return marshal(wireRead{d.ID, d.Name, d.MediaType, d.Bytes, d.Charset, d.Language, d.TextSHA256,
			each(d.Pages, func(s entente.Span) wireSpan { return wireSpan{s.Start, s.End} }), b.Packs,
			envelopeOut(r.Envelope), each(r.Between, valueOut), each(r.Mentions, mentionOut), each(r.Claims, claimOut), each(r.Remarks, remarkOut)})
	case entente.Marked:
		return marshal(wireMarked{b.Document, b.TextSHA256, anchorOut(b.Passage), b.Mark})
	case entente.Judgement:
		w := wireJudgement{Verdict: b.Verdict, Subject: b.Subject, Other: b.Other, Text: b.TextSHA256, Outcome: b.Outcome, Reason: b.Reason, Follows: b.Follows}
		if b.Claim != nil {
			claim := claimOut(*b.Claim)
			w.Claim = &claim
		}
		return marshal(w)
	case entente.Noted:
		return marshal(wireNoted(b))
	case entente.Watched:
		return marshal(wireWatched{b.Relation.String(), b.Months, b.Follows})
	case entente.Claimed:
		return marshal(wireClaimed{b.Document, b.TextSHA256, claimOut(b.Claim)})
	case entente.Saved:
		return marshal(wireSaved(b))
	}
	return nil, fmt.Errorf("a body of type %T: %w", body, entente.ErrInvalid)
}

func decode(data []byte) (entente.Entry, error) {
	if e, ok := decodeFast(data); ok {
		return e, nil
	}
	return decodePlain(data)
}

func decodePlain(data []byte) (entente.Entry, error) {
	var w wireEntry
	if err := json.Unmarshal(data, &w); err != nil {
		return entente.Entry{}, err
	}
	if w.Version != versionOf(w.Kind) {
		return entente.Entry{}, fmt.Errorf("it is a %q of version %d; this program knows versions to %d", w.Kind, w.Version, versionHand)
	}
	recorded, err := time.Parse(time.RFC3339Nano, w.Recorded)
	if err != nil {
		return entente.Entry{}, err
	}
	body, err := decodeBody(w.Kind, w.Body)
	if err != nil {
		return entente.Entry{}, err
	}
	return entente.Entry{Seq: w.Seq, ID: w.ID, Recorded: recorded, By: w.By, Mark: w.Mark, Body: body}, nil
}

func decodeBody(kind string, data []byte) (entente.Body, error) {
	switch kind {
	case "received":
		var w wireReceived
		err := json.Unmarshal(data, &w)
		doc := entente.Document{ID: w.Document, Name: w.Name, MediaType: w.MediaType, Bytes: w.Bytes}
		return entente.Received{Document: doc, Number: entente.Number{Direction: w.Direction, Year: w.Year, N: w.N}, On: w.On, Unread: w.Unread}, err
	case "read":
		var w wireRead
		err := json.Unmarshal(data, &w)
		doc := entente.Document{ID: w.Document, Name: w.Name, MediaType: w.MediaType, Charset: w.Charset, Language: w.Language,
			Bytes: w.Bytes, TextSHA256: w.Text, Pages: each(w.Pages, func(s wireSpan) entente.Span { return entente.Span{Start: s[0], End: s[1]} })}
		return entente.Read{Document: doc, Packs: w.Packs, Reading: entente.Reading{Envelope: envelopeIn(w.Envelope), Between: each(w.Between, valueIn),
			Mentions: each(w.Mentions, mentionIn), Claims: each(w.Claims, claimIn), Remarks: each(w.Remarks, remarkIn)}}, err
	case "marked":
		var w wireMarked
		err := json.Unmarshal(data, &w)
		return entente.Marked{Document: w.Document, TextSHA256: w.Text, Passage: anchorIn(w.wireAnchor), Mark: w.Mark}, err
	case "judgement":
		var w wireJudgement
		err := json.Unmarshal(data, &w)
		j := entente.Judgement{Verdict: w.Verdict, Subject: w.Subject, Other: w.Other, TextSHA256: w.Text, Outcome: w.Outcome, Reason: w.Reason, Follows: w.Follows}
		if w.Claim != nil {
			claim := claimIn(*w.Claim)
			j.Claim = &claim
		}
		return j, err
	case "noted":
		var w wireNoted
		err := json.Unmarshal(data, &w)
		return entente.Noted(w), err
	case "watched":
		var w wireWatched
		err := json.Unmarshal(data, &w)
		rel, ok := entente.ParseRelation(w.Relation)
		if err == nil && !ok {
			err = fmt.Errorf("%q is no relation", w.Relation)
		}
		return entente.Watched{Relation: rel, Months: w.Months, Follows: w.Follows}, err
	case "claimed":
		var w wireClaimed
		err := json.Unmarshal(data, &w)
		return entente.Claimed{Document: w.Document, TextSHA256: w.Text, Claim: claimIn(w.Claim)}, err
	case "saved":
		var w wireSaved
		err := json.Unmarshal(data, &w)
		return entente.Saved(w), err
	}
	return nil, fmt.Errorf("its kind %q is not known", kind)
}
