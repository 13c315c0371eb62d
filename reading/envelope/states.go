package envelope

import "entente"

// abroad marks, in the list of missions, those that sit in another state.
const abroad = "abroad"

// readStates adds the states of correspondents and parties of whom no step
// before was certain: by the country that a mission or an institution names,
// or by the capital where an institution sits. An embassy sits in the capital
// of another state, so that its seat tells nothing of its own.
func (e *reading) readStates() {
	for _, list := range [][]entente.Correspondent{e.env.Sender, e.env.Recipient, e.env.Parties} {
		for i := range list {
			c := &list[i]
			for _, v := range []entente.Value{c.Office, c.Name} {
				if c.State.Zero() && !v.Span.Empty() {
					c.State = e.stateOf(v.Span)
				}
			}
		}
	}
}

// stateOf returns the state that the words of an office or institution are
// of, if they tell.
func (e *reading) stateOf(s entente.Span) entente.Value {
	mission, _, _, is := e.find(e.missions, s.Start, s.End)
	if !is && !e.has(e.institutions, s) && !e.has(e.offices, s) {
		return entente.Value{}
	}
	if v, ok := e.country(s); ok && v.Value != unknown {
		return v
	}
	if is && mission.Value == abroad {
		return entente.Value{}
	}
	if c, start, end, ok := e.find(e.capitals, s.Start, s.End); ok && capital(e.text[start:]) {
		return entente.Inferred(c.Value, "it sits in "+oneLine(e.text[start:end]))
	}
	return entente.Value{}
}
