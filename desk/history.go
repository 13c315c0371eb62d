package desk

import (
	"context"
	"fmt"
	"slices"

	"entente"
	"entente/edtf"
	"entente/projection"
)

// A History is one matter with all that is known of it on a day: what each
// document said, what is concluded and from what, and who judged what.
type History struct {
	*Following // of a contact nothing is concluded
	Held       []Holding
	Questions  []OpenQuestion
	AsOf       edtf.Day
}

// History returns the matter of a claim as known on the day asOf, the zero
// Date being today or the day of its relation's last document. It returns
// entente.ErrNotFound for a matter of which nothing was known on the day.
func (r *Register) History(ctx context.Context, id entente.ClaimID, asOf edtf.Date) (*History, error) {
	h := &History{AsOf: r.day(asOf)}
	err := r.store.View(ctx, func(v Snapshot) error {
		m, err := projection.MatterOf(v, id)
		if err != nil {
			return err
		}
		f := follower{view: v, docs: map[entente.DocumentID]*Document{}}
		var docs []*Document
		for i, rel := range m.Relations {
			if i == 0 {
				if f.horizon, err = horizonOf(v, rel); err != nil {
					return err
				}
			}
			list, err := projection.Documents(v, rel)
			if err != nil {
				return err
			}
			docs = append(docs, list...)
		}
		if asOf.IsZero() {
			for _, d := range docs {
				if on, ok := dayOf(d.Date); ok {
					h.AsOf = max(h.AsOf, on)
				}
			}
		}
		f.asOf = h.AsOf
		f.readBy(docs)
		if h.Following, err = f.follow(m); err != nil {
			return err
		}
		if len(h.Claims) == 0 {
			if !asOf.IsZero() {
				return fmt.Errorf("matter %s: nothing was known of it on %s: %w", id[:min(12, len(id))], h.AsOf.Date(), entente.ErrNotFound)
			}
			// Its documents have no date: they are shown, and nothing is concluded.
			for _, id := range m.Claims {
				c, err := f.file(id)
				if err != nil {
					return err
				}
				h.Claims = append(h.Claims, c)
			}
		}
		h.Questions, err = f.questions([]*Matter{h.Matter})
		return err
	})
	if err != nil {
		return nil, err
	}
	held, err := r.Holdings(ctx, id)
	if err != nil {
		return nil, err
	}
	known := func(c ClaimFile) bool {
		return slices.ContainsFunc(h.Claims, func(k ClaimFile) bool { return k.ID == c.ID })
	}
	for _, j := range held {
		if known(j.Claim) || j.Other != nil && known(*j.Other) {
			h.Held = append(h.Held, j)
		}
	}
	return h, nil
}
