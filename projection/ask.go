package projection

import (
	"fmt"
	"strings"

	"entente"
)

// DocumentOf returns the row of a document, or entente.ErrNotFound.
func DocumentOf(v View, id entente.DocumentID) (*Document, error) {
	return need[Document](v, documentKey(id), "document "+Hex(id))
}

// ClaimOf returns the row of a claim, or entente.ErrNotFound.
func ClaimOf(v View, id entente.ClaimID) (*Claim, error) {
	return need[Claim](v, claimKey(id), "claim "+string(id))
}

// MatterOf returns the matter that a claim belongs to, or entente.ErrNotFound.
func MatterOf(v View, id entente.ClaimID) (*Matter, error) {
	c, err := ClaimOf(v, id)
	if err != nil {
		return nil, err
	}
	return need[Matter](v, matterKey(c.Matter), "matter of claim "+string(id))
}

func need[T any](v View, key, what string) (*T, error) {
	row, err := load[T](v, key)
	if err == nil && row == nil {
		err = fmt.Errorf("%s: %w", what, entente.ErrNotFound)
	}
	return row, err
}

// ClaimsOf returns the claims of a document in the order of its text.
func ClaimsOf(v View, id entente.DocumentID) ([]*Claim, error) {
	return rows[Claim](v, "of/"+Hex(id)+"/", func(r Row) string { return claimKey(entente.ClaimID(r.Value)) })
}

// Documents returns all documents of a relation, or of all for the zero
// Relation, by date.
func Documents(v View, of entente.Relation) ([]*Document, error) {
	return rows[Document](v, "dated/"+of.String()+"/document/", func(r Row) string { return "document/" + string(r.Value) })
}

// Matters returns all matters of a kind and relation, or of all relations for
// the zero Relation, by date.
func Matters(v View, kind entente.Kind, of entente.Relation) ([]*Matter, error) {
	return rows[Matter](v, "dated/"+of.String()+"/"+string(kind)+"/", func(r Row) string { return matterKey(entente.ClaimID(r.Value)) })
}

// Relations returns all relations by their codes.
func Relations(v View) ([]*Relation, error) { return rows[Relation](v, "relation/", nil) }

// RelationOf returns one relation, or entente.ErrNotFound.
func RelationOf(v View, r entente.Relation) (*Relation, error) {
	return need[Relation](v, relationKey(r), "relation "+r.String())
}

// Parties returns all people, then organisations, by name, as one kind or,
// for "", both.
func Parties(v View, kind entente.MentionKind) ([]Party, error) {
	var all []Party
	for row, err := range v.Scan("party/"+string(kind), "") {
		if err != nil {
			return nil, err
		}
		p, err := parse[partyRow](row)
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
func rows[T any](v View, prefix string, key func(Row) string) ([]*T, error) {
	var all []*T
	for row, err := range v.Scan(prefix, "") {
		if err != nil {
			return nil, err
		}
		var item *T
		if key == nil {
			item, err = parse[T](row)
		} else {
			item, err = need[T](v, key(row), row.Key)
		}
		if err != nil {
			return nil, err
		}
		all = append(all, item)
	}
	return all, nil
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
// of others, nil if nothing is.
func PairAmong(v View, first, second []entente.ClaimID) (*Pair, error) {
	var latest *Pair
	for _, x := range first {
		for _, y := range second {
			p, err := load[Pair](v, pairKey(x, y))
			if err != nil {
				return nil, err
			}
			if p != nil && (latest == nil || latest.Seq < p.Seq) {
				latest = p
			}
		}
	}
	return latest, nil
}

// heirs returns a claim and those whose heir it is.
func heirs(v View, id entente.ClaimID) ([]entente.ClaimID, error) {
	row, err := load[Claim](v, claimKey(id))
	if row == nil || err != nil {
		return []entente.ClaimID{id}, err
	}
	return append([]entente.ClaimID{id}, row.After...), nil
}

// HorizonOf returns what was set for a relation, nil if nothing was.
func HorizonOf(v View, r entente.Relation) (*Horizon, error) { return load[Horizon](v, horizonKey(r)) }
