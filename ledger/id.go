package ledger

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"hash"
	"io"
	"sort"
	"strconv"

	"entente"
)

// Every id is the SHA-256 of its parts, each with its length in front, so
// that no two lists of parts run into the same bytes. The first part says
// what is named and in which version of these rules.

type hasher struct{ hash.Hash }

func newHasher(what string) hasher {
	h := hasher{sha256.New()}
	h.add(what)
	return h
}

func (h hasher) add(parts ...string) {
	for _, p := range parts {
		io.WriteString(h, strconv.Itoa(len(p))) // a hash never fails to write
		io.WriteString(h, ":")
		io.WriteString(h, p)
	}
}

func (h hasher) span(s entente.Span) { h.add(strconv.Itoa(s.Start), strconv.Itoa(s.End)) }

func (h hasher) sum() string { return hex.EncodeToString(h.Sum(nil)) }

// SHA256 returns the hexadecimal SHA-256 that names data.
func SHA256(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}

// DocumentID names bytes as received.
func DocumentID(data []byte) entente.DocumentID { return entente.DocumentID("sha256:" + SHA256(data)) }

// ReceivedID names the entry that received a document. It depends on the
// document alone, so that a document is received once.
func ReceivedID(id entente.DocumentID) entente.EntryID {
	h := newHasher("entente received 1")
	h.add(string(id))
	return entente.EntryID(h.sum())
}

// ClaimID names a claim of a text version. Its local id, what it is about,
// its trace and the names it resolves to are left out: they are the reader's
// work, not the document's words.
func ClaimID(textSHA256 string, c entente.Claim) entente.ClaimID {
	h := newHasher("entente claim 1")
	h.add(textSHA256, string(c.Kind))
	h.span(c.Span)
	h.add(string(c.Force))
	fields := make([]string, 0, len(c.Fields))
	for f := range c.Fields {
		fields = append(fields, string(f))
	}
	sort.Strings(fields)
	for _, f := range fields {
		values := c.Fields[entente.Field(f)]
		h.add(f, strconv.Itoa(len(values)))
		for _, v := range values {
			h.add(v.Value, strconv.FormatBool(v.Inferred))
			h.span(v.Span)
		}
	}
	return entente.ClaimID(h.sum())
}

// entryID names an entry. Place and time are left out, so that what is
// entered twice has one id; who holds a judgement is part of it.
func entryID(e entente.Entry) (entente.EntryID, error) {
	switch b := e.Body.(type) {
	case entente.Received:
		return ReceivedID(b.Document.ID), nil
	case entente.Read:
		body, err := encodeBody(b)
		if err != nil {
			return "", err
		}
		h := newHasher("entente read 1")
		h.add(string(e.Mark), string(body))
		return entente.EntryID(h.sum()), nil
	case entente.Marked:
		h := newHasher("entente marked 1")
		h.add(string(e.Mark), string(b.Document), b.TextSHA256, string(b.Mark))
		h.span(b.Passage.Span)
		return entente.EntryID(h.sum()), nil
	case entente.Judgement:
		body, err := encodeBody(b)
		if err != nil {
			return "", err
		}
		h := newHasher("entente judgement 1")
		h.add(e.By, string(e.Mark), string(body))
		return entente.EntryID(h.sum()), nil
	case entente.Noted, entente.Watched, entente.Claimed, entente.Saved:
		body, err := encodeBody(b)
		if err != nil {
			return "", err
		}
		kind, err := kindOf(b)
		if err != nil {
			return "", err
		}
		h := newHasher("entente " + kind + " 1")
		h.add(e.By, string(e.Mark), string(body))
		return entente.EntryID(h.sum()), nil
	}
	return "", fmt.Errorf("a body of type %T: %w", e.Body, entente.ErrInvalid)
}
