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
// remembers, in little room, what the committee as a whole says of a feature,
// or that it says nothing. It serves one at a time.
type Scorer struct {
	committee *Committee

	width  int      // 64-bit words of a row
	plain  uint64   // a word of a row without weights
	kept   places   // of features with a row
	rows   []uint64 // of each place: the weights of four classes a word, 16 bits each, above nought
	silent places   // of features without weights
	fresh  []uint64 // the row of a new feature
	sums   []uint64
	scores []int32
}

// places remember features, each in one of a few places, of which a new one
// takes that after the one that was asked for last.
type places struct {
	keys   [][ways]uint64 // by set of places; 0 is a free place, but in the first set
	latest []uint8        // of each set, which was asked for last
}

// ways is how many places a feature may stand in.
const ways = 4

func newPlaces(n int) places {
	p := places{make([][ways]uint64, n/ways), make([]uint8, n/ways)}
	for i := range p.keys[0] {
		p.keys[0][i] = 1 // which does not belong here, so nobody asks for it
	}
	return p
}

// find returns the place of a feature, or -1.
func (p *places) find(feature uint64) int {
	set := int(feature & uint64(len(p.keys)-1))
	for way, key := range &p.keys[set] {
		if key == feature {
			p.latest[set] = uint8(way)
			return set*ways + way
		}
	}
	return -1
}

// take returns the place of a new feature.
func (p *places) take(feature uint64) int {
	set := int(feature & uint64(len(p.keys)-1))
	way := int(p.latest[set]+1) % ways
	p.latest[set], p.keys[set][way] = uint8(way), feature
	return set*ways + way
}

// NewScorer returns a scorer that remembers up to so many features, a power of
// two, and none yet.
func (c *Committee) NewScorer(slots int) *Scorer {
	s := &Scorer{committee: c, width: (len(c.Classes) + 3) / 4}
	s.plain = uint64(s.lift()) * 0x0001_0001_0001_0001
	s.kept, s.silent, s.rows = newPlaces(slots), newPlaces(slots), make([]uint64, slots*s.width)
	s.fresh, s.sums, s.scores = make([]uint64, s.width), make([]uint64, s.width), make([]int32, 4*s.width)
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
		off := int32(s.add(features[:n]) * s.lift())
		for i, sum := range s.sums {
			four := s.scores[4*i : 4*i+4]
			four[0] += int32(sum&0xffff) - off
			four[1] += int32(sum>>16&0xffff) - off
			four[2] += int32(sum>>32&0xffff) - off
			four[3] += int32(sum>>48) - off
		}
		features = features[n:]
	}
	return s.scores[:len(s.committee.Classes)]
}

// add sets the sums to those of the rows of features and returns how many
// have one. It takes them two by two: row never drops the one that it gave
// last.
func (s *Scorer) add(features []uint64) (rows int) {
	sums := s.sums
	clear(sums)
	var first []uint64
	for _, f := range features {
		row := s.row(f)
		switch {
		case row == nil:
			continue
		case first == nil:
			first = row
		default:
			a, b := first[:len(sums)], row[:len(sums)]
			for i := range sums {
				sums[i] += a[i] + b[i]
			}
			first = nil
		}
		rows++
	}
	for i, w := range first {
		sums[i] += w
	}
	return rows
}

// row returns the weights of a feature, nil if it has none.
func (s *Scorer) row(feature uint64) []uint64 {
	if at := s.kept.find(feature); at >= 0 {
		return s.rows[at*s.width:][:s.width]
	}
	if s.silent.find(feature) >= 0 {
		return nil
	}
	if !s.fill(feature, s.fresh) {
		s.silent.take(feature)
		return nil
	}
	row := s.rows[s.kept.take(feature)*s.width:][:s.width]
	copy(row, s.fresh)
	return row
}

// fill writes what the models say of a feature into row and reports whether
// they say anything.
func (s *Scorer) fill(feature uint64, row []uint64) (said bool) {
	for i := range row {
		row[i] = s.plain
	}
	for m, model := range s.committee.models {
		places := s.committee.places[m]
		for weights := model.weights(feature); len(weights) >= 2; weights = weights[2:] {
			if class := int(weights[0]); class < len(places) && places[class] >= 0 {
				place := places[class]
				row[place/4] += uint64(int8(weights[1])) << (place % 4 * 16)
				said = true
			}
		}
	}
	return said
}
