package claims

import "entente"

// item reads a list item that has no verb of its own: a thing that takes the
// force of the sentence that opens the list.
func (r *run) item(s *sentence) {
	force, ok := r.governor(s)
	if !ok || len(s.tokens) < 2 {
		return
	}
	c := r.newView(s, 0)
	d := r.draft(entente.Undertaking, c, 0, len(s.tokens), "undertaking/item")
	d.force = force
	to := s.clauses[0].to
	if h := s.hangsOn(0, to); h >= 0 {
		to = s.clauses[h].from
	}
	var noun *hit
	if noun = c.find("undertaking", roleNoun); noun != nil {
		d.trace = append(d.trace, "undertaking/"+noun.name)
	}
	a, b := c.object(0)
	if a >= 0 {
		d.head = a
		d.set(entente.FieldTitle, r.value(s, "", a, b))
	}
	r.undertakingAction(d, s, nil, noun)
	if step := c.find("undertaking", roleStep); step != nil {
		r.undertakingStage(c, d, step, nil)
		if f := step.set["force"]; f != "" && f != "done" {
			d.force = entente.Force(f)
		}
	}
	d.set(entente.FieldBy, r.phraseAfter(s, "by", 0, to)...)
	var named []entente.Value
	for _, i := range s.mentions(r, entente.MentionOrganisation, 0, to) {
		end := s.mentionEnd(i)
		named = append(named, r.value(s, s.words(i, end), i, end))
	}
	for _, v := range named {
		if !d.has(entente.FieldBy) {
			d.set(entente.FieldBy, v)
		} else if d.fields[entente.FieldBy][0].Start != v.Start {
			d.set(entente.FieldWith, v)
		}
	}
	r.undertakingDetails(c, d, 0, to)
}

// enumeration reads "several agreements, among them space, defence and
// visas": each thing listed is a claim.
func (r *run) enumeration(c *view) bool { return false }

// listTerms gives every undertaking of a list the terms that one sentence
// sets for all of them.
func (r *run) listTerms() {}

// filter drops what the evidence is too thin for.
func (r *run) filter() {}
