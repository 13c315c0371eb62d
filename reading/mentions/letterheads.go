package mentions

import "entente"

// correspondents claims the names that the envelope found for who writes and
// who is written to, where nothing else tells that they are people: the last
// word of a telegram, and names turned round in the header of an e-mail,
// "Castell, Owen".
func (p *page) correspondents() {
	for _, list := range [][]entente.Correspondent{p.env.Sender, p.env.Recipient} {
		for _, c := range list {
			if c.Name.Empty() {
				continue
			}
			i, end := p.within(c.Name.Span)
			if end == i+1 && p.atoms[i].hard && (end == len(p.atoms) || p.atoms[end].hard) && p.nameWord(i) && !p.common(i) && p.runs[i].place == 0 && p.runs[i].body == 0 && p.class[i]&(orgHead|notAcronym) == 0 && len(p.atoms[i].text) > 3 {
				p.claim(entente.MentionPerson, i, end, "")
			}
		}
	}
	for i := range p.atoms {
		if k := p.kind(i); k != entente.PartHeader && k != entente.PartParticipants && k != entente.PartCopies || p.owner[i] != 0 {
			continue
		}
		if t := p.text(i - 1); !p.atoms[i].hard && t != ":" && t != ";" {
			continue
		}
		if end := p.turned(i); end > 0 {
			p.claim(entente.MentionPerson, i, end, "")
		}
	}
}

// turned returns the end of a name with its surname first, "Castell, Owen", at
// i, or 0.
func (p *page) turned(i int) int {
	if i+2 >= len(p.atoms) || !p.proper(i) || p.runs[i].place > 0 || p.runs[i].body > 0 || p.text(i+1) != "," || !p.joined(i+2) || !p.proper(i+2) || p.runs[i+2].place > 0 && p.class[i+2]&given == 0 {
		return 0
	}
	end := i + 3
	for p.joined(end) && (p.hyphen(end) || p.nameWord(end)) {
		end++
	}
	if end == len(p.atoms) || p.atoms[end].hard {
		return end
	}
	switch p.text(end) {
	case "(", ";", "<", "[":
		return end
	}
	return 0
}

// within returns the atoms [i, end) that lie in span.
func (p *page) within(span entente.Span) (i, end int) {
	for i < len(p.atoms) && p.atoms[i].Start < span.Start {
		i++
	}
	end = i
	for end < len(p.atoms) && p.atoms[end].End <= span.End {
		end++
	}
	return i, end
}

// officer reports whether the words of c stand in apposition to an office:
// "the State Secretary, Jonas Hauge, called".
func (p *page) officer(c *Candidate) bool {
	i := c.first
	if c.end < i+2 || p.text(i-1) != "," || !p.joined(i) || p.class[i]&(placeFirst|noun) != 0 || p.class[c.end-1]&(placeLast|trade|orgHead) != 0 || p.text(c.end) != "," {
		return false
	}
	for k := i - 2; k >= 0 && k > i-14 && !p.atoms[k+1].hard && p.text(k) != "." && p.text(k) != ","; k-- {
		if p.class[k]&office != 0 {
			return true
		}
	}
	return false
}
