package projection

import (
	"fmt"
	"slices"
	"strings"

	"entente"
)

// DocumentOf returns the row of a document, or entente.ErrNotFound.
func DocumentOf(v View, id entente.DocumentID) (*Document, error) {
	return need(v, documentKey(id), "document "+Hex(id), documentRow)
}

// ClaimOf returns the row of a claim, or entente.ErrNotFound.
func ClaimOf(v View, id entente.ClaimID) (*Claim, error) {
	return need(v, claimKey(id), "claim "+string(id), claimRow)
}

// MatterOf returns the matter that a claim belongs to, or entente.ErrNotFound.
func MatterOf(v View, id entente.ClaimID) (*Matter, error) {
	c, err := ClaimOf(v, id)
	if err != nil {
		return nil, err
	}
	return need(v, matterKey(c.Matter), "matter of claim "+string(id), MatterRow)
}

func need[T any](v View, key, what string, code func(*Coder, *T)) (*T, error) {
	row, err := load(v, key, code)
	if err == nil && row == nil {
		err = fmt.Errorf("%s: %w", what, entente.ErrNotFound)
	}
	return row, err
}

// ClaimsOf returns the claims of a document in the order of its text.
func ClaimsOf(v View, id entente.DocumentID) ([]*Claim, error) {
	ids, err := idsOf(v, id)
	if err != nil {
		return nil, err
	}
	return SomeClaims(v, ids)
}

func idsOf(v View, id entente.DocumentID) ([]entente.ClaimID, error) {
	ids, err := load(v, ofKey(id), idsRow)
	if ids == nil || err != nil {
		return nil, err
	}
	return *ids, nil
}

// Documents returns all documents of a relation, or of all for the zero
// Relation, by date.
func Documents(v View, of entente.Relation) ([]*Document, error) {
	return rows(v, "dated/"+of.String()+"/"+listDocuments+"/", datedDocument, documentRow)
}

// Matters returns all matters of a kind and relation, or of all relations for
// the zero Relation, by date.
func Matters(v View, kind entente.Kind, of entente.Relation) ([]*Matter, error) {
	return rows(v, "dated/"+of.String()+"/"+string(kind)+"/", func(r Row) string { return matterKey(entente.ClaimID(r.Value)) }, MatterRow)
}

// Relations returns all relations by their codes.
func Relations(v View) ([]*Relation, error) { return rows(v, "relation/", nil, relationRow) }

// RelationOf returns one relation, or entente.ErrNotFound.
func RelationOf(v View, r entente.Relation) (*Relation, error) {
	return need(v, relationKey(r), "relation "+r.String(), relationRow)
}

// Parties returns all people, then organisations, by name, as one kind or,
// for "", both.
func Parties(v View, kind entente.MentionKind) ([]Party, error) { return SomeParties(v, kind, 0, -1) }

// SomeParties returns at most limit of the Parties, all for -1, after the
// first skip of them.
func SomeParties(v View, kind entente.MentionKind, skip, limit int) ([]Party, error) {
	var all []Party
	for row, err := range v.Scan("party/"+string(kind), "") {
		if err != nil {
			return nil, err
		}
		if skip > 0 {
			skip--
			continue
		}
		if len(all) == limit {
			break
		}
		p, err := parse(row, countsRow)
		if err != nil {
			return nil, err
		}
		kind, key, _ := strings.Cut(strings.TrimPrefix(row.Key, "party/"), "/")
		all = append(all, p.party(entente.MentionKind(kind), key))
	}
	return all, nil
}

// rows returns the rows that a scan lists; key makes the key of the row that
// is meant from the row that lists it, nil if that is the row itself.
func rows[T any](v View, prefix string, key func(Row) string, code func(*Coder, *T)) ([]*T, error) {
	var all []*T
	var keys []string
	for row, err := range v.Scan(prefix, "") {
		if err != nil {
			return nil, err
		}
		if key != nil {
			keys = append(keys, key(row))
			continue
		}
		item, err := parse(row, code)
		if err != nil {
			return nil, err
		}
		all = append(all, item)
	}
	if key != nil {
		return many(v, keys, code)
	}
	return all, nil
}

// many returns the rows of keys, all of which must be there, in their order.
func many[T any](v View, keys []string, code func(*Coder, *T)) ([]*T, error) {
	const stretch = 1024
	all := make([]*T, 0, len(keys))
	for part := range slices.Chunk(keys, stretch) {
		found, err := v.Rows(part)
		if err != nil {
			return nil, err
		}
		for _, key := range part {
			data, ok := found[key]
			if !ok {
				return nil, fmt.Errorf("view %s: %w", key, entente.ErrNotFound)
			}
			item, err := parse(Row{key, data}, code)
			if err != nil {
				return nil, err
			}
			all = append(all, item)
		}
	}
	return all, nil
}

// SomeClaims returns the rows of claims, all of which must be there, in the
// order of ids.
func SomeClaims(v View, ids []entente.ClaimID) ([]*Claim, error) {
	return many(v, keysOf(ids, claimKey), claimRow)
}

// SomeMatters returns the rows of matters, all of which must be there, in the
// order of ids.
func SomeMatters(v View, ids []entente.ClaimID) ([]*Matter, error) {
	return many(v, keysOf(ids, matterKey), MatterRow)
}

// SomeDocuments returns the rows of documents, all of which must be there, in
// the order of ids.
func SomeDocuments(v View, ids []entente.DocumentID) ([]*Document, error) {
	return many(v, keysOf(ids, documentKey), documentRow)
}

func keysOf[ID any](ids []ID, key func(ID) string) []string {
	keys := make([]string, len(ids))
	for i, id := range ids {
		keys[i] = key(id)
	}
	return keys
}

// Numbered returns the id of the document of a register number, or
// entente.ErrNotFound.
func Numbered(v View, n entente.Number) (entente.DocumentID, error) {
	id, err := v.Get(numberKey(n))
	if err == nil && id == nil {
		err = fmt.Errorf("register number %s: %w", n, entente.ErrNotFound)
	}
	return entente.DocumentID(id), err
}

// Found is what the start of an id may mean.
type Found struct {
	Documents []entente.DocumentID
	Claims    []entente.ClaimID // a matter is named by its first claim
}

// Find returns what ids start with prefix, at most limit of each.
func Find(v View, prefix string, limit int) (Found, error) {
	var found Found
	for row, err := range v.Scan("document/"+prefix, "") {
		if err != nil || len(found.Documents) == limit {
			return found, err
		}
		found.Documents = append(found.Documents, entente.DocumentID("sha256:"+strings.TrimPrefix(row.Key, "document/")))
	}
	for row, err := range v.Scan("claim/"+prefix, "") {
		if err != nil || len(found.Claims) == limit {
			return found, err
		}
		found.Claims = append(found.Claims, entente.ClaimID(strings.TrimPrefix(row.Key, "claim/")))
	}
	return found, nil
}

// PairOf returns what is held of two claims, or was of those whose heirs they
// are; nil if nothing is.
func PairOf(v View, a, b entente.ClaimID) (*Pair, error) {
	first, err := heirs(v, a)
	if err != nil {
		return nil, err
	}
	second, err := heirs(v, b)
	if err != nil {
		return nil, err
	}
	return PairAmong(v, first, second)
}

// PairAmong returns the latest of what is held of any of some claims and any
// of others, nil if nothing ever was.
func PairAmong(v View, first, second []entente.ClaimID) (*Pair, error) {
	var latest *Pair
	for _, x := range first {
		pairs, err := linkedTo(v, x)
		if err != nil {
			return nil, err
		}
		for _, p := range pairs {
			if !slices.Contains(second, p.other) {
				continue
			}
			one := p.Pair
			if latest != nil {
				if latest.Seq > one.Seq {
					one, *latest = *latest, one
				}
				if latest.lastSeq > one.lastSeq {
					one.Last, one.lastSeq = latest.Last, latest.lastSeq
				}
			}
			latest = &one
		}
	}
	return latest, nil
}

// heirs returns a claim and those whose heir it is.
func heirs(v View, id entente.ClaimID) ([]entente.ClaimID, error) {
	row, err := load(v, claimKey(id), claimRow)
	if row == nil || err != nil {
		return []entente.ClaimID{id}, err
	}
	return append([]entente.ClaimID{id}, row.After...), nil
}

// HorizonOf returns what was set for a relation, nil if nothing was.
func HorizonOf(v View, r entente.Relation) (*Horizon, error) {
	return load(v, horizonKey(r), horizonRow)
}
