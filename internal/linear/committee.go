package linear

// A Committee adds up the scores of models that were learnt apart, each from
// data of its own, and may know different classes.
type Committee struct {
	Classes []string // of the first model; what others know beside them does not count

	models []*Model
	places [][]int // of each class of each model but the first, its place in Classes, or -1
	apart  int     // how many classes the largest of the others has
}

// NewCommittee returns a committee of at least one model.
func NewCommittee(models ...*Model) *Committee {
	c := &Committee{Classes: models[0].Classes, models: models}
	at := map[string]int{}
	for i, class := range c.Classes {
		at[class] = i
	}
	for _, m := range models[1:] {
		places := make([]int, len(m.Classes))
		for i, class := range m.Classes {
			place, ok := at[class]
			if !ok {
				place = -1
			}
			places[i] = place
		}
		c.places = append(c.places, places)
		c.apart = max(c.apart, len(m.Classes))
	}
	return c
}

// Room returns how many scores Score needs.
func (c *Committee) Room() int { return len(c.Classes) + c.apart }

// Score adds the weights of features to room, which has Room elements, and
// returns those that are the scores of Classes.
func (c *Committee) Score(room []int32, features []uint64) []int32 {
	scores, apart := room[:len(c.Classes)], room[len(c.Classes):]
	c.models[0].Add(scores, features)
	for i, m := range c.models[1:] {
		clear(apart)
		m.Add(apart, features)
		for class, place := range c.places[i] {
			if place >= 0 {
				scores[place] += apart[class]
			}
		}
	}
	return scores
}
