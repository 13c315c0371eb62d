package main

import (
	"bytes"
	"fmt"
	"strings"

	"entente"
	"entente/desk"
	"entente/sqlite"
)

type reviewCommand struct {
	Relation string `arg:"" optional:"" help:"Only what belongs to this relation, such as FR-KZ."`
	byFlag
	registerFlag
}

func (reviewCommand) Help() string {
	return `Each claim that nobody has looked at is shown with its words lit in the letter, and then each doubt whether two claims are about one thing. One key decides; in a terminal it is taken as it is pressed, otherwise the keys are read from the standard input, one a line.

    y confirm   n reject   e correct, field by field   s skip   u undo the last   q quit   ? help
    of two claims: s same   d different   k keep the doubt

Examples:

    entente review
    entente review FR-KZ
    printf 'y\ny\nn\nq\n' | entente review FR-KZ`
}

func (c reviewCommand) Run(h *house) error {
	by, err := c.name()
	if err != nil {
		return err
	}
	var rel entente.Relation
	if c.Relation != "" {
		if rel, err = (relationArg{c.Relation}).pair(); err != nil {
			return err
		}
	}
	return c.with(h, desk.RegisterConfig{}, false, func(r *desk.Register, _ *sqlite.Store) error {
		v := reviewer{house: h, register: r, by: by, keys: h.keys()}
		return v.all(rel)
	})
}

// A reviewer leads a person through what waits.
type reviewer struct {
	*house
	register *desk.Register
	by       string
	keys     keys
	texts    map[entente.DocumentID]string
	done     []decision // that undo takes back, latest last
	judged   int
}

// A decision is a judgement that was entered, and the item it was on.
type decision struct {
	item int
	undo entente.Judgement
}

// An answer is what a person made of one item.
type answer int

const (
	onward answer = iota
	back          // to the item of the last decision
	quit
)

func (v *reviewer) all(rel entente.Relation) error {
	waiting, err := v.register.Review(v.ctx, rel)
	if err != nil {
		return err
	}
	v.texts = map[entente.DocumentID]string{}
	n := len(waiting.Claims) + len(waiting.Questions)
	for i := 0; i < n; {
		var a answer
		if i < len(waiting.Claims) {
			a, err = v.claim(i, n, waiting.Claims[i])
		} else {
			a, err = v.question(i, n, waiting.Questions[i-len(waiting.Claims)])
		}
		if err != nil {
			return err
		}
		switch a {
		case onward:
			i++
		case back:
			last := v.done[len(v.done)-1]
			v.done = v.done[:len(v.done)-1]
			if _, err := v.register.Judge(v.ctx, v.by, last.undo); err != nil {
				return err
			}
			v.judged--
			i = last.item
		case quit:
			n = 0
		}
	}
	return v.say(func(l list) {
		l.line(margin, plain, dim, "", fmt.Sprintf("%s judged, %d waiting", count(v.judged, "item"), len(waiting.Claims)+len(waiting.Questions)-v.judged))
	})
}

// say prints on a fresh sheet, at once.
func (v *reviewer) say(print func(l list)) error {
	var b bytes.Buffer
	print(v.list(&b))
	if _, err := v.stdout.Write(b.Bytes()); err != nil {
		return err
	}
	return v.stdout.Flush()
}

// judge enters a judgement on an item and notes how it is taken back.
func (v *reviewer) judge(item int, j entente.Judgement) error {
	if _, err := v.register.Judge(v.ctx, v.by, j); err != nil {
		return err
	}
	v.done = append(v.done, decision{item, entente.Judgement{Verdict: entente.Superseded, Subject: j.Subject, Other: j.Other, Reason: "taken back in review"}})
	v.judged++
	return nil
}

// claim asks about one claim until it is decided.
func (v *reviewer) claim(item, of int, c desk.ClaimFile) (answer, error) {
	text, err := v.text(c.Document)
	if err != nil {
		return quit, err
	}
	err = v.say(func(l list) {
		l.WriteByte('\n')
		l.apart(margin, dim, fmt.Sprintf("%d of %d", item+1, of), dim, strings.Join(present(when(c.Document.Date), words(or(c.Document.Form, "document")), between(c.Document)), " · "))
		l.passage(text, c.Stands().Span)
		l.claim(c.Claim, "")
	})
	if err != nil {
		return quit, err
	}
	for {
		key, err := v.keys.next("y n e s u q ? ")
		if err != nil {
			return quit, err
		}
		switch key {
		case 'y':
			return onward, v.judge(item, entente.Judgement{Verdict: entente.Confirmed, Subject: c.ID})
		case 'n':
			return onward, v.judge(item, entente.Judgement{Verdict: entente.Rejected, Subject: c.ID})
		case 'e':
			if done, err := v.correct(item, c, text); done || err != nil {
				return onward, err
			}
		default:
			if a, done, err := v.common(key, reviewHelp); done || err != nil {
				return a, err
			}
		}
	}
}

const (
	reviewHelp = "y confirm · n reject · e correct, field by field · s skip · u undo the last · q quit"
	doubtHelp  = "s same · d different · k keep the doubt · u undo the last · q quit"
)

// common answers the keys that every item has, and reports whether that
// decides it.
func (v *reviewer) common(key rune, help string) (answer, bool, error) {
	switch {
	case key == 'q':
		return quit, true, nil
	case key == 's' || key == 'k':
		return onward, true, nil
	case key == 'u' && len(v.done) > 0:
		return back, true, nil
	case key == 'u':
		help = "nothing to undo"
	}
	return onward, false, v.say(func(l list) { l.line(margin, plain, dim, "", help) })
}

// question asks about one doubt until it is decided.
func (v *reviewer) question(item, of int, q desk.OpenQuestion) (answer, error) {
	err := v.say(func(l list) {
		l.WriteByte('\n')
		l.apart(margin, dim, fmt.Sprintf("%d of %d", item+1, of), dim, "one thing?")
		l.worded(q.A)
		l.worded(q.B)
		l.line(margin, plain, plain, "", q.Reason)
	})
	if err != nil {
		return quit, err
	}
	for {
		key, err := v.keys.next("s d k u q ? ")
		if err != nil {
			return quit, err
		}
		verdict, decided := map[rune]entente.Verdict{'s': entente.Same, 'y': entente.Same, 'd': entente.Different, 'n': entente.Different}[key]
		if decided {
			return onward, v.judge(item, entente.Judgement{Verdict: verdict, Subject: q.A.ID, Other: q.B.ID, Reason: q.Reason})
		}
		if a, done, err := v.common(key, doubtHelp); done || err != nil {
			return a, err
		}
	}
}

func (v *reviewer) text(d *desk.Document) (string, error) {
	if text, ok := v.texts[d.ID]; ok {
		return text, nil
	}
	letter, err := v.register.Letter(v.ctx, string(d.ID))
	if err != nil {
		return "", err
	}
	v.texts[d.ID] = letter.Text
	return letter.Text, nil
}

// around is how many bytes of a letter stand before and after a claim.
const around = 220

// passage prints a few lines of a letter with a claim's words lit.
func (l list) passage(text string, at entente.Span) {
	if at.End > len(text) {
		return
	}
	from, to := max(0, at.Start-around), min(len(text), at.End+around)
	if i := strings.IndexAny(text[from:at.Start], " \n"); from > 0 && i >= 0 {
		from += i + 1
	}
	if i := strings.LastIndexAny(text[at.End:to], " \n"); to < len(text) && i >= 0 {
		to = at.End + i
	}
	if i := strings.LastIndex(text[from:at.Start], "\n\n"); i >= 0 {
		from += i + 2
	}
	if i := strings.Index(text[at.End:to], "\n\n"); i >= 0 {
		to = at.End + i
	}
	for from < at.Start && text[from]&0xC0 == 0x80 {
		from++
	}
	for to > at.End && to < len(text) && text[to]&0xC0 == 0x80 {
		to--
	}
	l.litWords(margin, text[from:to], []entente.Span{{Start: at.Start - from, End: at.End - from}})
	l.WriteByte('\n')
}
