// Package corpustest holds what must be true of every document of the
// labelled corpus and of thousands made of them. It has tests only; they
// stand apart because they take a minute.
package corpustest
