package lang

// Lists names every word list a pack may have, and what it is for. A list
// that stands here and in no stage, or in a pack and not here, is a fault.
var Lists = map[string]string{}

// Rules names every file of rules a pack may have, and the keys of its rules
// besides rule, yes, no and source.
var Rules = map[string][]string{}
