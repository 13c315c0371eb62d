package projection

import (
	"slices"
	"strings"

	"entente"
)

// A Listed is an item of a list and its place there, which stays when others
// come and go.
type Listed[T any] struct {
	Item  *T
	Place string
}

// InboxBehind returns at most limit documents of a relation, or of all for the
// zero Relation, in a state, or in any for "", that come behind a place in the
// inbox, "" being before the first.
func InboxBehind(v View, of entente.Relation, state State, place string, limit int) ([]Listed[Document], error) {
	return behind(v, inboxKey(of, state), place, limit, documentOfLine, documentRow)
}

// DocumentsBehind returns the next of Documents.
func DocumentsBehind(v View, of entente.Relation, place string, limit int) ([]Listed[Document], error) {
	return behind(v, "dated/"+of.String()+"/"+listDocuments+"/", place, limit, datedDocument, documentRow)
}

var (
	allKinds    = []entente.Kind{entente.Contact, entente.Agreement, entente.Undertaking}
	allVerdicts = []entente.Verdict{Waiting, entente.Confirmed, entente.Corrected, entente.Rejected}
)

// ShowingBehind returns the next of Documents that show a claim of a kind, ""
// for any, of which a verdict stands: "" for any, Waiting for none.
func ShowingBehind(v View, of entente.Relation, kind entente.Kind, verdict entente.Verdict, place string, limit int) ([]Listed[Document], error) {
	if kind == "" && verdict == "" {
		return DocumentsBehind(v, of, place, limit)
	}
	kinds, verdicts := allKinds, allVerdicts
	if kind != "" {
		kinds = []entente.Kind{kind}
	}
	if verdict != "" {
		verdicts = []entente.Verdict{verdict}
	}
	var lines []Row
	for _, kind := range kinds {
		for _, verdict := range verdicts {
			some, err := linesBehind(v, "dated/"+of.String()+"/"+shows(kind, verdict)+"/", place, limit)
			if err != nil {
				return nil, err
			}
			lines = append(lines, some...)
		}
	}
	slices.SortFunc(lines, func(a, b Row) int { return strings.Compare(a.Key, b.Key) })
	lines = slices.CompactFunc(lines, func(a, b Row) bool { return a.Key == b.Key })
	return itemsOf(v, lines[:min(limit, len(lines))], documentOfLine, documentRow)
}

// MattersBehind returns the next of Matters.
func MattersBehind(v View, kind entente.Kind, of entente.Relation, place string, limit int) ([]Listed[Matter], error) {
	return behind(v, "dated/"+of.String()+"/"+string(kind)+"/", place, limit, matterOfLine, MatterRow)
}

// StarredBehind returns the next of Matters that are starred.
func StarredBehind(v View, kind entente.Kind, of entente.Relation, place string, limit int) ([]Listed[Matter], error) {
	return behind(v, "dated/"+of.String()+"/"+listStarred+string(kind)+"/", place, limit, matterOfLine, MatterRow)
}

// DoubtedBehind returns the next of Matters of which it is not sure whether
// they and others are one.
func DoubtedBehind(v View, kind entente.Kind, of entente.Relation, place string, limit int) ([]Listed[Matter], error) {
	return behind(v, "dated/"+of.String()+"/"+listDoubted+string(kind)+"/", place, limit, matterOfLine, MatterRow)
}

// PlaceOf returns the place of a matter in the lists of its kind.
func PlaceOf(m *Matter) string { return day(m.date()) + "/" + string(m.ID) }

// PartiesBehind returns the next of Parties.
func PartiesBehind(v View, kind entente.MentionKind, place string, limit int) ([]Listed[Party], error) {
	prefix := "party/"
	if kind != "" {
		prefix += string(kind) + "/"
	}
	lines, err := linesBehind(v, prefix, place, limit)
	if err != nil {
		return nil, err
	}
	var all []Listed[Party]
	for _, line := range lines {
		counts, err := parse(Row{prefix + line.Key, line.Value}, countsRow)
		if err != nil {
			return nil, err
		}
		kind, key, _ := strings.Cut(strings.TrimPrefix(prefix+line.Key, "party/"), "/")
		party := counts.party(entente.MentionKind(kind), key)
		all = append(all, Listed[Party]{&party, line.Key})
	}
	return all, nil
}

func documentOfLine(r Row) string { return "document/" + string(r.Value) }
func matterOfLine(r Row) string   { return matterKey(entente.ClaimID(r.Value)) }

func behind[T any](v View, prefix, place string, limit int, key func(Row) string, code func(*Coder, *T)) ([]Listed[T], error) {
	lines, err := linesBehind(v, prefix, place, limit)
	if err != nil {
		return nil, err
	}
	return itemsOf(v, lines, key, code)
}

// linesBehind returns at most limit rows of a list behind a place; their keys
// are places.
func linesBehind(v View, prefix, place string, limit int) ([]Row, error) {
	var lines []Row
	after := ""
	if place != "" {
		after = prefix + place
	}
	for row, err := range v.Scan(prefix, after) {
		if err != nil || len(lines) == limit {
			return lines, err
		}
		lines = append(lines, Row{strings.TrimPrefix(row.Key, prefix), row.Value})
	}
	return lines, nil
}

// itemsOf returns what lines list.
func itemsOf[T any](v View, lines []Row, key func(Row) string, code func(*Coder, *T)) ([]Listed[T], error) {
	keys := make([]string, len(lines))
	for i, line := range lines {
		keys[i] = key(line)
	}
	items, err := many(v, keys, code)
	if err != nil {
		return nil, err
	}
	all := make([]Listed[T], len(lines))
	for i, item := range items {
		all[i] = Listed[T]{item, lines[i].Key}
	}
	return all, nil
}
