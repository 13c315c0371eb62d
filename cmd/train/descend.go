package main

import (
	"slices"
	"strings"
)

const steps = 400

// index numbers the evidence that speaks often enough, in order of its name,
// and returns the numbers for each example.
func index(evidence [][]string) (names []string, rows [][]int) {
	seen := map[string]int{}
	for _, e := range evidence {
		for _, name := range e {
			seen[name]++
		}
	}
	for name, n := range seen {
		if n >= least {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	at := map[string]int{}
	for i, name := range names {
		at[name] = i
	}
	rows = make([][]int, len(evidence))
	for i, e := range evidence {
		for _, name := range e {
			if k, ok := at[name]; ok {
				rows[i] = append(rows[i], k)
			}
		}
	}
	return names, rows
}

// descend returns the weights at which a slope and what holds each weight
// towards zero, dear, are level, by Nesterov's accelerated descent. Bend bounds
// how fast the slope may turn along each weight, all others turning with it. A
// bias is free.
func descend(names []string, bend []float64, dear func(name string) float64, slope func(at, grad []float64)) map[string]float64 {
	w, ahead, grad := make([]float64, len(names)), make([]float64, len(names)), make([]float64, len(names))
	hold := make([]float64, len(names))
	for k, name := range names {
		if hold[k] = dear(name); strings.HasSuffix(name, "bias") {
			hold[k] = 0
		}
	}
	for step := range steps {
		clear(grad)
		slope(ahead, grad)
		momentum := float64(step) / float64(step+3)
		for k := range names {
			grad[k] += hold[k] * ahead[k]
			next := ahead[k] - grad[k]/(bend[k]+hold[k])
			ahead[k] = next + momentum*(next-w[k])
			w[k] = next
		}
	}
	out := map[string]float64{}
	for k, name := range names {
		out[name] = w[k]
	}
	return out
}
