// Package entente holds the nouns of Entente, the register of a bilateral
// relation: documents, their parts, what they mention and what they claim.
//
// It imports the standard library alone and knows no wire format: the ledger
// and each face own theirs. The way of a letter through the house is
// intake → layout → syntax → reading → ledger → projection → faces; see
// imports_test.go, which holds the order.
package entente
