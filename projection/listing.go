package projection

import "entente"

// A listing is one line of the lists by kind and date.
type listing struct{ relation, what, date, id string }

func (m *Matter) listings(into map[listing]bool) {
	into[listing{"", string(m.Kind), m.date(), string(m.ID)}] = true
	for _, r := range m.Relations {
		into[listing{r.String(), string(m.Kind), m.date(), string(m.ID)}] = true
	}
}

// replace takes away the matters that were and files those that are; what
// stays in its place in the lists is left there.
func (f *fold) replace(gone map[entente.ClaimID]*Matter, fresh []*Matter) error {
	before, after := map[listing]bool{}, map[listing]bool{}
	for _, m := range gone {
		m.listings(before)
	}
	there := map[entente.ClaimID]bool{}
	for _, m := range fresh {
		m.listings(after)
		there[m.ID] = true
		if err := store(f.tx, matterKey(m.ID), m); err != nil {
			return err
		}
	}
	for id := range gone {
		if !there[id] {
			if err := f.tx.Set(matterKey(id), nil); err != nil {
				return err
			}
		}
	}
	for l := range before {
		if !after[l] {
			if err := f.list(l.relation, l.what, l.date, l.id, false); err != nil {
				return err
			}
		}
	}
	for l := range after {
		if !before[l] {
			if err := f.list(l.relation, l.what, l.date, l.id, true); err != nil {
				return err
			}
		}
	}
	return nil
}
