package syntax

import (
	"slices"
	"testing"
)

// TestRelationsByName: models that number the same moves otherwise see the
// same features of a state.
func TestRelationsByName(t *testing.T) {
	steps := []string{"shift", "left det", "shift", "shift", "right obj"}
	words, tags := make([]word, 4), []uint64{11, 12, 13, 14}
	var first []uint64
	for n, classes := range [][]string{
		{"shift", "left det", "right obj", "left nsubj", "left root"},
		{"left root", "right obj", "left nsubj", "left det", "shift"},
	} {
		moves, err := movesOf(classes)
		if err != nil {
			t.Fatal(err)
		}
		var st state
		st.start(words, tags)
		for _, step := range steps {
			class := slices.Index(classes, step)
			st.do(moves[class], class)
		}
		got := st.features(nil)
		if n == 0 {
			first = got
		} else if !slices.Equal(got, first) {
			t.Error("features depend on the order of classes")
		}
	}
}
