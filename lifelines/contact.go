package lifelines

import "unicode/utf8"

// contacts draws a mark above and a hairline through all lines. Labels are
// set from left to right in the first row with room; a contact without room
// keeps its tip.
func (c *canvas) contacts(contacts []Contact, top, bottom float64) {
	var free [labels]float64
	opacity := max(0.25, min(0.75, 12/float64(max(1, len(contacts))))) // many would hide the lines
	for _, k := range contacts {
		x, end := c.x(k.First), c.x(k.Last+1)
		mid := (x + end) / 2
		c.open(k.Href)
		c.f(`<g class="contact"><title>%s</title>`, esc(k.Label))
		if end-x > 5 {
			c.f(`<rect x="%.1f" y="%.1f" width="%.1f" height="%.1f" fill="%s" opacity="0.10"/>`, x, top, end-x, bottom-top+4, contact)
		}
		dash := ""
		if !k.Held {
			dash = ` stroke-dasharray="2 3"`
		}
		c.f(`<line x1="%.1f" y1="%.1f" x2="%.1f" y2="%.1f" stroke="%s" stroke-width="0.9"%s opacity="%.2f"/>`, mid, top-2, mid, bottom+4, contact, dash, opacity)
		c.mark(k, mid, top-6)
		need := mid + 5 + 5.6*float64(utf8.RuneCountInString(k.Short))
		for r := range free {
			if k.Short != "" && !c.stacked && free[r] < mid && need < c.width-6 {
				free[r] = need + 8
				y := top - 15 - labelH*float64(r)
				c.f(`<line x1="%.1f" y1="%.1f" x2="%.1f" y2="%.1f" stroke="%s" stroke-width="0.6" opacity="0.6"/>`, mid, top-10, mid, y-3, contact)
				c.f(`<text x="%.1f" y="%.1f" font-size="10.5" fill="%s">%s</text>`, mid+3, y, contact, esc(k.Short))
				break
			}
		}
		c.f("</g>")
		c.closeLink(k.Href)
	}
}

// mark draws the sign of a kind of contact; hollow if it was not held.
func (c *canvas) mark(k Contact, x, y float64) {
	fill := contact
	if !k.Held {
		fill = "#fff"
	}
	const paint = ` fill="%s" stroke="%s" stroke-width="1"/>`
	switch k.Mode {
	case "visit":
		c.f(`<path d="M%.1f %.1fl4.6 4.6l-4.6 4.6l-4.6 -4.6z"`+paint, x, y-4.6, fill, contact)
	case "summit":
		c.f(`<path d="M%.1f %.1fl4.6 8h-9.2z"`+paint, x, y-4.6, fill, contact)
	case "commission":
		c.f(`<rect x="%.1f" y="%.1f" width="7" height="7"`+paint, x-3.5, y-3.5, fill, contact)
	case "call":
		c.f(`<circle cx="%.1f" cy="%.1f" r="2.4"`+paint, x, y, fill, contact)
	default:
		c.f(`<circle cx="%.1f" cy="%.1f" r="3.8"`+paint, x, y, fill, contact)
	}
}
