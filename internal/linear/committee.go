package linear

// A Committee adds up the scores of models that were learnt apart, each from
// data of its own, and may know different classes. It may be used by many at
// once, each by a Scorer.
type Committee struct {
	Classes []string // of the first model; what others know beside them does not count

	models []*Model
	places [][]int // of each class of each model, its place in Classes, or -1
}

// NewCommittee returns a committee of at least one model.
func NewCommittee(models ...*Model) *Committee {
	c := &Committee{Classes: models[0].Classes, models: models}
	at := map[string]int{}
	for i, class := range c.Classes {
		at[class] = i
	}
	for _, m := range models {
		places := make([]int, len(m.Classes))
		for i, class := range m.Classes {
			place, ok := at[class]
			if !ok {
				place = -1
			}
			places[i] = place
		}
		c.places = append(c.places, places)
	}
	return c
}

// A Scorer scores the classes of a committee. Most of the time of scoring
// goes into finding weights in tables far larger than the caches of a
// processor, and most features are asked for again and again; so a Scorer
// remembers, in little room, what the committee as a whole says of a feature.
// It serves one at a time.
type Scorer struct {
	committee *Committee

	width  int      // 64-bit words of a row
	plain  uint64   // a word of a row without weights
	keys   []uint64 // which feature a slot holds; feature 0 stands in slot 0 until another comes
	older  []uint8  // of each pair of slots, which one was not asked for last
	rows   []uint64 // of each slot: the weights of four classes a word, 16 bits each, above nought
	sums   []uint64
	scores []int32
}

// NewScorer returns a scorer that remembers up to so many features, a power of
// two, and none yet.
func (c *Committee) NewScorer(slots int) *Scorer {
	s := &Scorer{committee: c, width: (len(c.Classes) + 3) / 4}
	s.plain = uint64(s.lift()) * 0x0001_0001_0001_0001
	s.keys, s.older, s.rows = make([]uint64, slots), make([]uint8, slots/2), make([]uint64, slots*s.width)
	s.sums, s.scores = make([]uint64, s.width), make([]int32, 4*s.width)
	s.fill(0, s.rows[:s.width])
	s.keys[1] = 1 // which does not belong here, so nobody asks for it
	return s
}

// lift is what is added to each weight of a row, so that none is below nought
// and sums of a word's four do not run into each other.
func (s *Scorer) lift() int { return 128 * len(s.committee.models) }

// Score returns the sum of the weights of features for each class. It is good
// until the next call.
func (s *Scorer) Score(features []uint64) []int32 {
	clear(s.scores)
	most := 0xffff / (2 * s.lift()) // so many rows add up without a carry
	for len(features) > 0 {
		n := min(len(features), most)
		clear(s.sums)
		for _, f := range features[:n] {
			row := s.row(f)
			sums := s.sums[:len(row)]
			for i, w := range row {
				sums[i] += w
			}
		}
		for i := range s.scores {
			s.scores[i] += int32(s.sums[i/4]>>(i%4*16)&0xffff) - int32(n*s.lift())
		}
		features = features[n:]
	}
	return s.scores[:len(s.committee.Classes)]
}

// row returns the weights of a feature. It has two slots to stand in; a new
// one takes the place of whichever of the two was not asked for last.
func (s *Scorer) row(feature uint64) []uint64 {
	pair := feature & uint64(len(s.older)-1)
	for way := range uint64(2) {
		if slot := 2*pair + way; s.keys[slot] == feature {
			s.older[pair] = 1 - uint8(way)
			return s.rows[int(slot)*s.width:][:s.width]
		}
	}
	slot := 2*pair + uint64(s.older[pair])
	s.older[pair] = 1 - s.older[pair]
	s.keys[slot] = feature
	row := s.rows[int(slot)*s.width:][:s.width]
	s.fill(feature, row)
	return row
}

// fill writes what the models say of a feature into row.
func (s *Scorer) fill(feature uint64, row []uint64) {
	for i := range row {
		row[i] = s.plain
	}
	for m, model := range s.committee.models {
		places := s.committee.places[m]
		for weights := model.weights(feature); len(weights) >= 2; weights = weights[2:] {
			if class := int(weights[0]); class < len(places) && places[class] >= 0 {
				place := places[class]
				row[place/4] += uint64(int8(weights[1])) << (place % 4 * 16)
			}
		}
	}
}
