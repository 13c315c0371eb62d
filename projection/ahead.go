package projection

import "entente"

// Rows that are read together cost half.

// readAhead reads claims together, and the documents of matters.
func (f *fold) readAhead(claims []entente.ClaimID, docs []entente.DocumentID) error {
	var keys []string
	for _, id := range claims {
		if _, known := f.claims[id]; !known {
			keys = append(keys, claimKey(id))
		}
	}
	for _, id := range docs {
		if f.docs[id] == nil {
			keys = append(keys, documentKey(id))
		}
	}
	if len(keys) == 0 {
		return nil
	}
	rows, err := f.tx.Rows(keys)
	if err != nil {
		return err
	}
	for _, id := range claims {
		if data := rows[claimKey(id)]; data != nil {
			if f.claims[id], err = parse(Row{claimKey(id), data}, claimRow); err != nil {
				return err
			}
		}
	}
	if err := f.pairsAhead(claims); err != nil {
		return err
	}
	for _, id := range docs {
		if data := rows[documentKey(id)]; data != nil {
			d, err := parse(Row{documentKey(id), data}, documentRow)
			if err != nil {
				return err
			}
			f.docs[id], f.was[id] = d, filingOf(d)
		}
	}
	return nil
}

// pairsAhead reads together what is held of claims, which were read, and
// others.
func (f *fold) pairsAhead(claims []entente.ClaimID) error {
	var keys []string
	for _, id := range claims {
		if row := f.claims[id]; row != nil && row.Paired && f.linked[id] == nil {
			keys = append(keys, pairsKey(id))
		}
	}
	if len(keys) == 0 {
		return nil
	}
	rows, err := f.tx.Rows(keys)
	if err != nil {
		return err
	}
	for _, id := range claims {
		if data := rows[pairsKey(id)]; data != nil {
			pairs, err := parse(Row{pairsKey(id), data}, pairsRow)
			if err != nil {
				return err
			}
			f.linked[id] = *pairs
		}
	}
	return nil
}
