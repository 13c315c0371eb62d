package projection

import (
	"strings"

	"entente"
)

// A Listed is an item of a list and its place there, which stays when others
// come and go.
type Listed[T any] struct {
	Item  *T
	Place string
}

// InboxBehind returns at most limit documents in a state, or in any for "",
// that come behind a place in the inbox, "" being before the first.
func InboxBehind(v View, state State, place string, limit int) ([]Listed[Document], error) {
	return behind(v, inboxKey(state), place, limit, func(r Row) (*Document, error) {
		return need(v, "document/"+string(r.Value), "document "+string(r.Value), documentRow)
	})
}

// DocumentsBehind returns the next of Documents.
func DocumentsBehind(v View, of entente.Relation, place string, limit int) ([]Listed[Document], error) {
	return behind(v, "dated/"+of.String()+"/document/", place, limit, func(r Row) (*Document, error) {
		return need(v, "document/"+string(r.Value), "document "+string(r.Value), documentRow)
	})
}

// MattersBehind returns the next of Matters.
func MattersBehind(v View, kind entente.Kind, of entente.Relation, place string, limit int) ([]Listed[Matter], error) {
	return behind(v, "dated/"+of.String()+"/"+string(kind)+"/", place, limit, func(r Row) (*Matter, error) {
		return need(v, matterKey(entente.ClaimID(r.Value)), "matter "+string(r.Value), MatterRow)
	})
}

// PartiesBehind returns the next of Parties.
func PartiesBehind(v View, kind entente.MentionKind, place string, limit int) ([]Listed[Party], error) {
	prefix := "party/"
	if kind != "" {
		prefix += string(kind) + "/"
	}
	return behind(v, prefix, place, limit, func(r Row) (*Party, error) {
		counts, err := parse(r, countsRow)
		if err != nil {
			return nil, err
		}
		kind, key, _ := strings.Cut(strings.TrimPrefix(r.Key, "party/"), "/")
		party := counts.party(entente.MentionKind(kind), key)
		return &party, nil
	})
}

func behind[T any](v View, prefix, place string, limit int, item func(Row) (*T, error)) ([]Listed[T], error) {
	var all []Listed[T]
	after := ""
	if place != "" {
		after = prefix + place
	}
	for row, err := range v.Scan(prefix, after) {
		if err != nil || len(all) == limit {
			return all, err
		}
		one, err := item(row)
		if err != nil {
			return nil, err
		}
		all = append(all, Listed[T]{one, strings.TrimPrefix(row.Key, prefix)})
	}
	return all, nil
}
