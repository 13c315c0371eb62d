package main

import "entente"

// A style is the codes that switch it on (ECMA-48, select graphic rendition).
type style string

const (
	plain  style = ""
	bold   style = "1"
	dim    style = "2"
	italic style = "3"
	red    style = "31"
	green  style = "32"
	yellow style = "33"
	cyan   style = "36"
)

// hue gives each kind of claim its colour.
var hue = map[entente.Kind]style{
	entente.Contact:     cyan,
	entente.Agreement:   green,
	entente.Undertaking: yellow,
}

// paint returns s in a style where the screen has colours.
func (s screen) paint(how style, text string) string {
	if !s.colour || how == plain || text == "" {
		return text
	}
	return "\x1b[" + string(how) + "m" + text + "\x1b[0m"
}
