package lifelines

import (
	"bufio"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"

	"entente/edtf"
)

// A sheet is the measures of a picture, in SVG units.
type sheet struct {
	name        string  // what ids in it start with
	width       float64 // of all
	margin      float64
	left, right float64 // of time: what stands before and behind it
	row         float64
	names       int  // of years, at most
	stacked     bool // a title and its outcome stand above their line, not beside it
}

var (
	// wide stands on a sheet of A4 laid across.
	wide = sheet{name: "lifelines", width: 1120, margin: 24, left: 318, right: 104, row: 21, names: 26}
	// narrow stands on a telephone held upright.
	narrow = sheet{name: "lifelines-narrow", width: 360, margin: 2, left: 6, right: 10, row: 40, names: 9, stacked: true}
)

const (
	groupUp = 26.0 // room for a group's heading
	labels  = 3    // rows of labels above the marks of contacts
	labelH  = 13.0

	legendRow = 18.0 // where the legend needs several
)

// Ink. One hue that deepens with the step, and one colour each for the ends.
const (
	ink     = "#22303f"
	faint   = "#8a94a0"
	hair    = "#d9dde2"
	contact = "#7d6a58"
	serif   = "'Source Serif 4', Georgia, 'DejaVu Serif', serif"
	sans    = "'Source Sans 3', Helvetica, 'DejaVu Sans', sans-serif"
)

type stroke struct {
	colour, dash string
	width        float64
}

var strokes = map[Step]stroke{
	Wished: {"#8fa3ba", "2 4", 1.6},
	Agreed: {"#6f8bab", "", 1.6},
	Signed: {"#3f668f", "", 3.2},
	Moving: {"#1d4468", "", 5.4},
	Halted: {"#b5842b", "1.5 3.5", 3.2},
}

var ends = map[End]string{Kept: "#2e6b4c", Dropped: "#a2392b", Stalled: "#b5842b", Silent: faint}

// SVG writes the picture, 1120 units wide. The error is that of w.
func (p Picture) SVG(w io.Writer) error { return p.draw(w, wide) }

// Narrow writes the same for a telephone, 360 units wide: each title stands
// above its line, contacts have marks and no words, and the picture bears no
// heading of its own. Both may stand on one page.
func (p Picture) Narrow(w io.Writer) error { return p.draw(w, narrow) }

func (p Picture) draw(w io.Writer, on sheet) error {
	first, last := p.span()
	c := &canvas{sheet: on, w: bufio.NewWriter(w), first: first, last: last}
	horizon := edtf.Day(p.Horizon)
	if horizon == 0 {
		horizon = 24
	}
	horizon = horizon * 30437 / 1000 // months of 30.437 days

	top := 58.0 + labels*labelH
	class := "lifelines"
	if c.stacked {
		top, class = 16, "lifelines narrow"
	}
	bottom := top
	for _, g := range p.Groups {
		bottom += groupUp + c.row*float64(len(g.Lines))
	}
	height := bottom + 62
	if c.stacked {
		height += 3 * legendRow
	}

	c.f(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %[1]g %[2]g" width="%[1]g" height="%[2]g" role="%[3]s" aria-labelledby="%[4]s-title %[4]s-desc" class="%[7]s" font-family="%[5]s" font-size="12" fill="%[6]s">`+"\n",
		c.width, height, p.role(), c.name, sans, ink, class)
	c.f(`<title id="%s-title">%s</title><desc id="%s-desc">%s</desc>`+"\n", c.name, esc(p.Title), c.name, esc(p.Desc))
	c.f(`<rect class="paper" width="%g" height="%g" fill="#fff"/>`+"\n", c.width, height)
	if !c.stacked {
		c.f(`<text x="24" y="30" font-family="%s" font-size="19">%s</text>`+"\n", serif, esc(p.Title))
	}
	c.years(top, bottom)
	c.contacts(p.Contacts, top, bottom)
	y := top
	for _, g := range p.Groups {
		y += groupUp
		c.f(`<text x="%g" y="%.1f" font-size="10.5" letter-spacing="1.1" fill="%s" class="group">%s</text>`+"\n", c.margin, y-8, faint, esc(strings.ToUpper(g.Title)))
		for _, l := range g.Lines {
			at := y + c.row/2 - 2
			if c.stacked {
				at = y + c.row - 12
			}
			c.line(l, at, horizon, p.AsOf)
			y += c.row
		}
	}
	c.asOf(p.AsOf, top, bottom)
	c.legend(p.Words, bottom+38)
	c.f("</svg>\n")
	return c.w.Flush()
}

// role is what the picture is to those who do not see it: with links in it, it
// is no mere image.
func (p Picture) role() string {
	for _, k := range p.Contacts {
		if k.Href != "" {
			return "group"
		}
	}
	for _, g := range p.Groups {
		for _, l := range g.Lines {
			if l.Href != "" {
				return "group"
			}
		}
	}
	return "img"
}

func (c *canvas) years(top, bottom float64) {
	from, _, _ := c.first.Civil()
	to, _, _ := c.last.Civil()
	every := 1
	for (to-from)/every > c.names {
		every *= 5
	}
	for y := from; y <= to; y++ {
		if y%every != 0 && every > 1 {
			continue
		}
		x := c.x(edtf.DayOf(y, 1, 1))
		c.f(`<line x1="%.1f" y1="%.1f" x2="%.1f" y2="%.1f" stroke="%s" stroke-width="0.8" class="year"/>`, x, top+4, x, bottom+4, hair)
		if y < to {
			mid := (x + c.x(edtf.DayOf(y+every, 1, 1))) / 2
			c.f(`<text x="%.1f" y="%.1f" text-anchor="middle" font-size="10.5" fill="%s" class="year">%d</text>`, mid, bottom+17, faint, y)
		}
		c.f("\n")
	}
}

func (c *canvas) line(l Line, y float64, horizon edtf.Day, asOf edtf.Day) {
	c.open(l.Href)
	c.f(`<g class="lifeline"><title>%s</title>`, esc(l.Title+" · "+l.Outcome))
	if c.stacked {
		c.f(`<text x="%g" y="%.1f" font-family="%s" font-size="14.5">%s</text>`, c.margin, y-12, serif, esc(cut(l.Title, 38)))
	} else {
		c.f(`<text x="%g" y="%.1f" text-anchor="end" font-family="%s" font-size="12.5">%s</text>`, c.left-14, y+4, serif, esc(cut(l.Title, 36)))
	}
	for i, p := range l.Points {
		from, to := c.x(middle(p)), c.x(asOf)
		days := asOf - middle(p)
		if i+1 < len(l.Points) {
			to = c.x(middle(l.Points[i+1]))
			days = middle(l.Points[i+1]) - middle(p)
		} else if l.End == Kept || l.End == Dropped {
			continue
		}
		c.stretch(from, to, y, p.Step, days, horizon, i+1 == len(l.Points))
	}
	for _, p := range l.Points {
		c.dot(p, y)
	}
	if n := len(l.Points); n > 0 {
		c.end(l.End, c.x(middle(l.Points[n-1])), y)
	}
	if c.stacked {
		c.f(`<text x="%.1f" y="%.1f" text-anchor="end" font-size="12.5" fill="%s" class="outcome">%s</text></g>`, c.width-c.margin, y-12, colourOf(l.End), esc(cut(l.Outcome, 14)))
	} else {
		c.f(`<text x="%.1f" y="%.1f" font-size="11" fill="%s" class="outcome">%s</text></g>`, c.width-c.right+10, y+4, colourOf(l.End), esc(cut(l.Outcome, 16)))
	}
	c.closeLink(l.Href)
	c.f("\n")
}

// stretch draws a line between two documents, or behind the last. Where the
// silence is longer than the horizon it fades.
func (c *canvas) stretch(from, to, y float64, step Step, days, horizon edtf.Day, last bool) {
	if to <= from {
		return
	}
	s := strokes[step]
	dash := ""
	if s.dash != "" {
		dash = ` stroke-dasharray="` + s.dash + `"`
	}
	if days <= horizon {
		c.at(`<line x1="`, from)
		c.at(`" y1="`, y)
		c.at(`" x2="`, to)
		c.at(`" y2="`, y)
		c.s(`" stroke="`, s.colour, `" stroke-width="`, strconv.FormatFloat(s.width, 'g', -1, 64), `"`, dash, ` class="step`, itoa(int(step)), `"/>`)
		return
	}
	heard := from + (to-from)*float64(horizon)/float64(days)
	c.gradients++
	c.f(`<linearGradient id="%s%d" gradientUnits="userSpaceOnUse" x1="%.1f" y1="0" x2="%.1f" y2="0"><stop offset="0" stop-color="%s"/><stop offset="1" stop-color="%s" stop-opacity="0"/></linearGradient>`,
		c.fade(), c.gradients, from, heard, s.colour, s.colour)
	c.f(`<line x1="%.1f" y1="%.2f" x2="%.1f" y2="%.1f" stroke="url(#%s%d)" stroke-width="%g"%s/>`, from, y-0.01, heard, y, c.fade(), c.gradients, s.width, dash)
	if !last {
		c.f(`<line x1="%.1f" y1="%.1f" x2="%.1f" y2="%.1f" stroke="%s" stroke-width="0.9" stroke-dasharray="0.8 5" opacity="0.8"/>`, heard, y, to, y, faint)
	}
}

// fade is what the ids of gradients start with.
func (c *canvas) fade() string {
	if c.stacked {
		return "narrow"
	}
	return "fade"
}

// dot draws a document; one whose date is not known to some weeks is a span.
func (c *canvas) dot(p Point, y float64) {
	colour := strokes[p.Step].colour
	c.open(p.Href)
	c.s(`<g class="dot">`)
	if !c.stacked { // a finger shows no tips, and the words weigh
		c.s(`<title>`, esc(p.Label), `</title>`)
	}
	if from, to := c.x(p.First), c.x(p.Last+1); to-from > 9 {
		c.f(`<rect x="%.1f" y="%.1f" width="%.1f" height="7.6" rx="3.8" fill="%s" fill-opacity="0.22" stroke="%s" stroke-width="1"/>`, from, y-3.8, to-from, colour, colour)
	} else {
		c.at(`<circle cx="`, c.x(middle(p)))
		c.at(`" cy="`, y)
		c.s(`" r="3.6" fill="#fff" stroke="`, colour, `" stroke-width="1.7" class="paper"/>`)
	}
	c.s("</g>")
	c.closeLink(p.Href)
}

func (c *canvas) end(e End, x, y float64) {
	switch e {
	case Kept:
		c.f(`<circle cx="%.1f" cy="%.1f" r="5.6" fill="%s"/><path d="M%.1f %.1fl2.1 2.3l3.6 -4.6" fill="none" stroke="#fff" stroke-width="1.5"/>`, x, y, ends[Kept], x-2.9, y+0.2)
	case Dropped:
		c.f(`<path d="M%.1f %.1fl8.4 8.4m0 -8.4l-8.4 8.4" stroke="%s" stroke-width="2.4" fill="none"/>`, x-4.2, y-4.2, ends[Dropped])
	case Stalled:
		c.f(`<path d="M%.1f %.1fv9m4 -9v9" stroke="%s" stroke-width="2.2" fill="none"/>`, x+7, y-4.5, ends[Stalled])
	}
}

func (c *canvas) asOf(day edtf.Day, top, bottom float64) {
	x := c.x(day)
	c.f(`<line x1="%.1f" y1="%.1f" x2="%.1f" y2="%.1f" stroke="%s" stroke-width="1" class="asof"/>`+"\n", x, top, x, bottom+4, ink)
}

func (c *canvas) legend(w Words, y float64) {
	x := c.margin
	put := func(draw func(x float64), word string) {
		if x > c.margin && x+42+6*float64(utf8.RuneCountInString(word)) > c.width && c.stacked {
			x, y = c.margin, y+legendRow
		}
		draw(x)
		c.f(`<text x="%.1f" y="%.1f" font-size="10.5" fill="%s">%s</text>`, x+36, y+3.6, faint, esc(word))
		x += 48 + 6.0*float64(utf8.RuneCountInString(word))
	}
	for step := Wished; step <= Halted; step++ {
		put(func(x float64) { c.stretch(x, x+30, y, step, 0, 1, false) },
			[]string{w.Wished, w.Agreed, w.Signed, w.Moving, w.Halted}[step])
	}
	put(func(x float64) { c.end(Kept, x+22, y) }, w.Kept)
	put(func(x float64) { c.end(Dropped, x+22, y) }, w.Dropped)
	put(func(x float64) { c.stretch(x, x+30, y, Agreed, 10, 9, true) }, w.Silent)
	put(func(x float64) { c.mark(Contact{Mode: "visit", Held: true}, x+22, y) }, w.Contact)
	c.f("\n")
}

func middle(p Point) edtf.Day { return p.First + (p.Last-p.First)/2 }

func colourOf(e End) string {
	if colour, ok := ends[e]; ok {
		return colour
	}
	return ink
}
