package mentions

import (
	"math"
	"strconv"

	"entente"
)

// spelled claims an amount whose number is in words, at i: "thirty thousand
// tonnes", "neuf cents millions de francs". It returns the last atom that it
// read.
func (p *page) spelled(i int) int {
	number, j := p.numeral(i)
	if j == i {
		return i
	}
	unit, end := p.unitAfter(j)
	if unit == "" || number == 1 {
		return j - 1
	}
	unit = p.resolved(unit)
	if p.kindOf(unit) && number < 1000 && unit == weighed {
		return j - 1 // "three pounds of butter"
	}
	value := strconv.FormatInt(number, 10)
	if power := trailing(number); power >= 5 {
		value = scaledNumber(strconv.FormatInt(number/int64(math.Pow10(power)), 10), power)
	}
	if !p.take(entente.MentionAmount, i, end, value+" "+unit) {
		return j - 1
	}
	return end - 1
}

// weighed is the currency whose name is that of a weight, and in French that
// of books.
const weighed = "GBP"

// numeral reads a number in words at i, and returns it and where it ends, i
// if it is none. Words below a hundred add up, but twenty after four is
// eighty; a hundred multiplies what stands before it, a scale all of it.
func (p *page) numeral(i int) (number int64, end int) {
	total, part, end := int64(0), int64(0), i
	for j := i; j < len(p.atoms) && (j == i || !p.atoms[j].hard) && number < 1e15; {
		k := j
		if j > i && (p.hyphen(j) || p.class[j]&conjunction != 0) {
			k++
		}
		if k >= len(p.atoms) || !p.atoms[k].is(word) {
			break
		}
		n := p.lex.numbers[p.atoms[k].hash]
		switch {
		case n == 100:
			part = max(part, 1) * 100
		case n == 20 && part%100 == 4 && p.lex.headFirst:
			part += 76
		case n > 0:
			part += n
		default:
			if power := p.powerOf(k); power > 0 && p.class[k]&scale != 0 && k == j {
				total, part = p.scaleBy(total, part, power), 0
				n = 1
			}
		}
		if n == 0 || total > 1e15 {
			break
		}
		j = k + 1
		end = j
	}
	return total + part, end
}

// scaleBy returns total and part after a scale: a thousand multiplies what
// was counted since the scale before, and a million all of it.
func (p *page) scaleBy(total, part int64, power int) int64 {
	if power > 12 {
		return total
	}
	by := int64(math.Pow10(power))
	if power < 6 {
		return total + max(part, 1)*by
	}
	return max(total+part, 1) * by
}

// trailing is how many zeroes end a number.
func trailing(n int64) (zeroes int) {
	for ; n > 0 && n%10 == 0; n /= 10 {
		zeroes++
	}
	return zeroes
}
