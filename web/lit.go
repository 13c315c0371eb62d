package web

import (
	"cmp"
	"slices"
	"strings"

	"entente"
	"entente/desk"
)

// A block is one part of a letter as it stands on the page.
type block struct {
	Kind  entente.PartKind
	Flows bool // running text, whose line ends mean nothing
	Page  int  // the number of the page that starts here; 0 for none
	Deep  bool // of an enclosure or a quoted message
	Runs  []run
	Start int // byte of the text at which it starts
}

// A run is a stretch of words with the same lights on it. Claims and mentions
// nest and overlap as they like; runs only follow each other.
type run struct {
	Text    string
	Claims  []string // ids of the claims that light it, as people see them, the shortest first
	First   []string // of these, the ones that begin here
	Mention entente.MentionKind
	Value   string // of the mention, where it is not the words themselves
	Judged  bool   // somebody has looked at all its claims
}

// Target is the claim that a click on the run means.
func (r run) Target() string { return r.Claims[0] }

// All names the claims that light the run, for the script, where they are
// several.
func (r run) All() string {
	if len(r.Claims) < 2 {
		return ""
	}
	return strings.Join(r.Claims, " ")
}

// A light is a span of the text that something stands on.
type light struct {
	entente.Span
	claim   *desk.Claim
	mention *entente.Mention
}

// flows are the kinds of part whose line ends come from the width of a sheet.
var flows = map[entente.PartKind]bool{entente.PartParagraph: true, entente.PartListIntro: true, entente.PartItem: true,
	entente.PartNote: true, entente.PartClose: true}

// blocksOf divides a portion of a letter into blocks and lights every claim
// and mention.
func blocksOf(l *desk.Letter, of *portion) []block {
	lights := lightsOf(l)
	var blocks []block
	page := max(of.First-2, 0) // a portion that starts with a sheet says so
	for _, p := range of.parts {
		b := block{Kind: p.Kind, Flows: flows[p.Kind] && len(l.Parts) > 0, Deep: p.Depth > 0, Start: p.Start}
		if p.Page > page {
			page = p.Page
			b.Page = page + 1
		}
		b.Runs = runsOf(l.Text, p.Span, lights)
		blocks = append(blocks, b)
	}
	return blocks
}

func lightsOf(l *desk.Letter) []light {
	var lights []light
	for _, c := range l.Claims {
		claim := c.Stands()
		if c.Behind == "" && c.TextSHA256 == l.TextSHA256 && claim.Checks(l.Text) {
			lights = append(lights, light{claim.Span, c, nil})
		}
	}
	for i := range l.Mentions {
		if m := &l.Mentions[i]; m.Checks(l.Text) {
			lights = append(lights, light{m.Span, nil, m})
		}
	}
	slices.SortStableFunc(lights, func(a, b light) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(a.Len(), b.Len()))
	})
	return lights
}

// runsOf cuts a span wherever a light starts or ends.
func runsOf(text string, span entente.Span, lights []light) []run {
	var over []light
	cuts := []int{span.Start, span.End}
	for _, l := range lights {
		if l.Start >= span.End {
			break
		}
		if l.Overlaps(span) {
			over = append(over, l)
			cuts = append(cuts, max(l.Start, span.Start), min(l.End, span.End))
		}
	}
	slices.Sort(cuts)
	cuts = slices.Compact(cuts)
	slices.SortStableFunc(over, func(a, b light) int { return cmp.Compare(a.Len(), b.Len()) })
	var runs []run
	for i := 0; i+1 < len(cuts); i++ {
		at := entente.Span{Start: cuts[i], End: cuts[i+1]}
		r := run{Text: at.In(text), Judged: true}
		for _, l := range over {
			if !l.Contains(at) {
				continue
			}
			if l.mention != nil {
				if r.Mention == "" {
					r.Mention = l.mention.Kind
					if l.mention.Value != l.mention.Quote {
						r.Value = l.mention.Value
					}
				}
				continue
			}
			r.Claims = append(r.Claims, short(l.claim.ID))
			r.Judged = r.Judged && l.claim.Verdict != ""
			if max(l.Start, span.Start) == at.Start {
				r.First = append(r.First, short(l.claim.ID))
			}
		}
		runs = append(runs, r)
	}
	return runs
}
