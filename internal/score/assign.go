package score

import (
	"cmp"
	"slices"
)

// assign pairs n rows with m columns, one to one, greedily by weight and
// then with one round of swaps, which is enough for the small and sparse
// graphs that a document gives. It returns the column of each paired row.
func assign(weights map[[2]int]float64, n, m int) map[int]int {
	order := make([][2]int, 0, len(weights))
	for ij := range weights {
		order = append(order, ij)
	}
	slices.SortFunc(order, func(a, b [2]int) int {
		return cmp.Or(cmp.Compare(weights[b], weights[a]), cmp.Compare(a[0], b[0]), cmp.Compare(a[1], b[1]))
	})
	column, row := map[int]int{}, map[int]int{}
	for _, ij := range order {
		_, a := column[ij[0]]
		_, b := row[ij[1]]
		if !a && !b {
			column[ij[0]], row[ij[1]] = ij[1], ij[0]
		}
	}
	for i := range n {
		if _, paired := column[i]; !paired {
			swap(weights, column, row, i, m)
		}
	}
	return column
}

// swap gives row i a column whose row can take another, free one.
func swap(weights map[[2]int]float64, column, row map[int]int, i, m int) {
	for j := range m {
		k, taken := row[j]
		if _, ok := weights[[2]int{i, j}]; !ok || !taken {
			continue
		}
		for free := range m {
			_, used := row[free]
			if _, ok := weights[[2]int{k, free}]; ok && !used {
				column[k], row[free] = free, k
				column[i], row[j] = j, i
				return
			}
		}
	}
}
