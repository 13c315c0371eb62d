package mentions

import (
	"strconv"
	"strings"

	"entente"
)

// amounts claims numbers with a unit or a currency, before or after them.
func (p *page) amounts() {
	last := ""
	for i := 0; i < len(p.atoms); i++ {
		if p.owner[i] == 0 && p.atoms[i].is(word) && p.lex.numbers[p.atoms[i].hash] > 0 {
			i = p.spelled(i)
			continue
		}
		if !p.atoms[i].is(digit) || p.owner[i] != 0 || i > 0 && !p.atoms[i].space && p.atoms[i-1].is(word|digit) {
			continue
		}
		number, j := p.number(i)
		if number == "" {
			continue
		}
		first, sign := p.signBefore(i)
		second := ""
		if first < i && j+1 < len(p.atoms) && p.text(j) == "-" && p.atoms[j+1].is(digit) && !p.atoms[j+1].space { // "$4-5 million"
			second, j = p.number(j + 1)
		}
		power, end := p.scaled(j)
		if power == 0 && first < i && j < len(p.atoms) && !p.atoms[j].space && p.class[j]&scale != 0 { // "$20M"
			power, end = p.powerOf(j), j+1
		}
		unit := ""
		if sign == "" {
			unit, end = p.unitAfter(end)
		} else if k := first - 1; k >= 0 && !p.atoms[first].space && !p.atoms[first].is(word) && p.atoms[k].is(upper) && len(p.atoms[k].text) < 4 && (p.atoms[k].is(single | caps)) {
			first, sign = k, p.atoms[k].text+p.atoms[first].text // "K$2 million", of a currency that no list has
		} else if u, e := p.unitAfter(end); u != "" && p.kindOf(u) == p.kindOf(sign) {
			sign, end = u, e
		}
		switch {
		case sign != "":
			unit = sign
		case unit == "" && power >= 6 && last != "" && end < len(p.atoms) && !p.atoms[end].is(word|digit):
			unit = last // "un prêt de 900 millions", after francs
		case unit == "":
			continue
		}
		value := scaledNumber(number, power)
		if second != "" {
			value += "/" + scaledNumber(second, power)
		}
		if p.take(entente.MentionAmount, first, end, value+" "+p.resolved(unit)) {
			last = unit
		}
		i = max(i, end-1)
	}
}

// kindOf parts money from other units: a code of ISO 4217 has three capitals.
func (p *page) kindOf(unit string) bool { return len(unit) >= 3 && strings.ToUpper(unit) == unit }

// number reads "54.5", "120.000", "17 000", "6,4" at i: digits and a point
// as mark of decimals. A mark before exactly three digits parts thousands,
// unless a scale follows.
func (p *page) number(i int) (string, int) {
	digits, j := p.atoms[i].text, i+1
	decimal := false
	for j+1 < len(p.atoms) && !decimal {
		a, b := &p.atoms[j], &p.atoms[j+1]
		switch {
		case a.is(digit) && a.space && !a.hard && len(a.text) == 3 && len(p.atoms[j-1].text) <= 3:
			digits += a.text
			j++
			continue
		case (a.text == "." || a.text == ",") && !a.space && b.is(digit) && !b.space:
			power, _ := p.scaled(j + 2)
			if len(b.text) == 3 && power < 6 && digits != "0" {
				digits += b.text
			} else {
				digits += "." + b.text
				decimal = true
			}
			j += 2
			continue
		}
		break
	}
	if j < len(p.atoms) && p.atoms[j].is(digit) && p.atoms[j].space && len(p.atoms[j].text) == 3 && !p.atoms[j].hard && !decimal {
		digits += p.atoms[j].text
		j++
	}
	return digits, j
}

// signBefore returns where a sign of currency before i begins, and it.
func (p *page) signBefore(i int) (int, string) {
	for first := max(0, i-3); first < i; first++ {
		if p.broken(first, i) || first+1 < i && p.atoms[first].is(single) && p.atoms[first+1].space || silent(p.atoms[first].fold) {
			continue
		}
		if p.atoms[first].is(word) && first > 0 && !p.atoms[first].space && p.atoms[first-1].is(word) {
			continue
		}
		if e := p.lex.phrases.of(p.signHash(first, i)); e.class&currency != 0 {
			return first, e.value
		}
	}
	return i, ""
}

// broken reports whether a sentence or a line ends between atoms i and end.
func (p *page) broken(i, end int) bool {
	for j := i + 1; j <= end; j++ {
		if p.atoms[j].hard {
			return true
		}
	}
	return false
}

// signHash is the hash of a phrase of words and signs, as phraseHash makes it.
func (p *page) signHash(i, end int) uint64 {
	var h uint64
	n := 0
	for ; i < end; i++ {
		a := &p.atoms[i]
		if !a.is(word|digit) && silent(a.fold) {
			continue
		}
		if n == 0 {
			h = a.hash
		} else {
			h = then(h, a.hash)
		}
		n++
	}
	return h
}

// scaled reads "millions de" at j: its power of ten, and where the unit may
// stand.
func (p *page) scaled(j int) (power, end int) {
	from := j
	if p.text(j) == "-" && j+1 < len(p.atoms) && !p.atoms[j].space && !p.atoms[j+1].space { // "$60-million"
		j++
	}
	if j >= len(p.atoms) {
		return 0, from
	}
	var buffer [8]hit
	for _, h := range p.lex.at(p.atoms, j, buffer[:0]) {
		if h.class&scale == 0 || len(p.atoms[j].text) == 1 && !p.moneyAt(h.end) {
			continue
		}
		power, _ = strconv.Atoi(h.value)
		return power, h.end
	}
	return 0, from
}

// powerOf returns the power of ten that the one word at i stands for.
func (p *page) powerOf(i int) int {
	power, _ := strconv.Atoi(p.lex.phrases.of(p.atoms[i].hash).value)
	return power
}

func (p *page) moneyAt(j int) bool {
	u, _ := p.unitAfter(j)
	return u != ""
}

// unitAfter reads a unit or a currency at j.
func (p *page) unitAfter(j int) (string, int) {
	k := j
	if k < len(p.atoms) && (p.text(k) == "." && k > 0 && p.atoms[k-1].is(word) || p.apostrophe(k)) {
		k++
	}
	if k < len(p.atoms) && p.class[k]&unitLink != 0 {
		k++
		if p.apostrophe(k) {
			k++
		}
	}
	if k >= len(p.atoms) {
		return "", j
	}
	var buffer [8]hit
	for _, h := range p.lex.at(p.atoms, k, buffer[:0]) {
		if h.class&(unit|currency) != 0 {
			return h.value, h.end
		}
	}
	return "", j
}

// resolved picks the currency of the writer's country where several countries
// name theirs alike.
func (p *page) resolved(unit string) string {
	if !strings.Contains(unit, ":") {
		return unit
	}
	all := strings.Fields(unit)
	for _, side := range [][]entente.Correspondent{p.env.Sender, p.env.Parties} {
		for _, c := range side {
			for _, u := range all {
				if code, ok := strings.CutPrefix(u, c.State.Value+":"); ok && c.State.Value != "" {
					return code
				}
			}
		}
	}
	_, code, _ := strings.Cut(all[0], ":")
	return code
}

// scaledNumber prints a number times a power of ten: "5.45e7", "120000".
func scaledNumber(number string, power int) string {
	if power == 0 {
		return number
	}
	whole, fraction, _ := strings.Cut(number, ".")
	whole = strings.TrimLeft(whole, "0")
	digits := strings.TrimLeft(whole+fraction, "0")
	exponent := power - len(fraction) + len(digits) - 1
	digits = strings.TrimRight(digits, "0")
	if digits == "" {
		return "0"
	}
	mantissa := digits[:1]
	if len(digits) > 1 {
		mantissa += "." + digits[1:]
	}
	return mantissa + "e" + strconv.Itoa(exponent)
}
