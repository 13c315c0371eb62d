// Package goldentest holds the reader to golden letters: files that hold one
// invented letter and, section by section, what each stage makes of it, in a
// form that a diplomat can read.
//
// A file of testdata/letters/TAG/*.txtar starts with a remark, then come
// sections, each after a line "-- name --". The section letter is the
// document. The sections parts, envelope, mentions, dates and claims hold one
// line for each thing that is read, and quotes stand for spans: a space in a
// line matches any white space. A stage without a section is not compared.
// The section gaps holds what is not yet as it should be:
//
//	want claims contact promised … "…"    a line that should be read and is not; it must leave gaps once it is
//	wrong mentions place "May"            a line that is read and should not be; it must leave gaps once it is not
//
// Only a person says what is right. `go test ./internal/goldentest -update`
// never puts a line into a section that no person has put there or among the
// wants: what is no longer read it moves from its section to gaps as want,
// what is read of the wants it moves back, and what is new it lists as wrong,
// from where a person moves it up if it is right. Only a file without any
// section is filled with all that is read.
package goldentest

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// Stages names the sections that are compared, in the order of the file.
var Stages = []string{"parts", "envelope", "mentions", "dates", "claims"}

// A Letter is one golden file.
type Letter struct {
	Path     string
	Remark   string              // what stands before the first section
	Text     string              // the letter, byte for byte
	Sections map[string][]string // lines by stage
	Gaps     []Gap
}

// A Gap is one line of the section gaps.
type Gap struct {
	Wrong       bool // read and should not be; else not read and should be
	Stage, Line string
}

func (g Gap) String() string {
	if g.Wrong {
		return "wrong " + g.Stage + " " + g.Line
	}
	return "want " + g.Stage + " " + g.Line
}

// Letters reads the golden letters below dir, by path.
func Letters(dir string) ([]*Letter, error) {
	paths, err := filepath.Glob(filepath.Join(dir, "*", "*.txtar"))
	if err != nil {
		return nil, err
	}
	slices.Sort(paths)
	var letters []*Letter
	for _, path := range paths {
		data, err := os.ReadFile(path)
		if err != nil {
			return nil, err
		}
		l, err := parse(path, string(data))
		if err != nil {
			return nil, err
		}
		letters = append(letters, l)
	}
	return letters, nil
}

func parse(path, data string) (*Letter, error) {
	l := &Letter{Path: path, Sections: map[string][]string{}}
	section := ""
	if !strings.HasSuffix(data, "\n") {
		data += "\n"
	}
	for line := range strings.Lines(data) {
		if name, ok := strings.CutPrefix(strings.TrimSpace(line), "-- "); ok && strings.HasSuffix(name, " --") {
			section = strings.TrimSuffix(name, " --")
			if section != "letter" && section != "gaps" && !slices.Contains(Stages, section) {
				return nil, fmt.Errorf("%s: unknown section %q", path, section)
			}
			if section != "letter" && section != "gaps" {
				l.Sections[section] = []string{}
			}
			continue
		}
		switch section {
		case "":
			l.Remark += line
		case "letter":
			l.Text += line
		case "gaps":
			if line = plain(line); line == "" {
				continue
			}
			mark, rest, _ := strings.Cut(line, " ")
			stage, what, _ := strings.Cut(rest, " ")
			if mark != "want" && mark != "wrong" || !slices.Contains(Stages, stage) || what == "" {
				return nil, fmt.Errorf("%s: gap %q; expected want or wrong, a stage, and its line", path, line)
			}
			l.Gaps = append(l.Gaps, Gap{mark == "wrong", stage, what})
		default:
			if line = plain(line); line != "" {
				l.Sections[section] = append(l.Sections[section], line)
			}
		}
	}
	if l.Text == "" {
		return nil, fmt.Errorf("%s: no section letter", path)
	}
	return l, nil
}

// String returns the file.
func (l *Letter) String() string {
	var b strings.Builder
	b.WriteString(l.Remark)
	fmt.Fprintf(&b, "-- letter --\n%s", l.Text)
	for _, stage := range Stages {
		if lines, ok := l.Sections[stage]; ok {
			fmt.Fprintf(&b, "-- %s --\n", stage)
			for _, line := range lines {
				fmt.Fprintln(&b, line)
			}
		}
	}
	if len(l.Gaps) > 0 {
		fmt.Fprintln(&b, "-- gaps --")
	}
	for _, g := range l.Gaps {
		fmt.Fprintln(&b, g)
	}
	return b.String()
}

// Check returns what is not as the file says, one line each.
func (l *Letter) Check(read map[string][]string) []string {
	var faults []string
	for _, stage := range Stages {
		lines, compared := l.Sections[stage]
		if !compared {
			continue
		}
		missing, extra := differences(lines, read[stage])
		for _, g := range l.Gaps {
			if g.Stage != stage {
				continue
			}
			i := slices.Index(extra, g.Line)
			switch {
			case i >= 0 && g.Wrong:
				extra = slices.Delete(extra, i, i+1)
			case i >= 0:
				extra = slices.Delete(extra, i, i+1)
				faults = append(faults, stage+": a gap is read; move it to its section: "+g.Line)
			case g.Wrong:
				faults = append(faults, stage+": a wrong line is no longer read; take it from gaps: "+g.Line)
			}
		}
		for _, line := range missing {
			faults = append(faults, stage+": not read: "+line)
		}
		for _, line := range extra {
			faults = append(faults, stage+": read: "+line)
		}
	}
	return faults
}

// Update makes the file agree with what is read, as the package says.
func (l *Letter) Update(read map[string][]string) {
	if len(l.Sections) == 0 {
		for _, stage := range Stages {
			l.Sections[stage] = slices.Clone(read[stage])
		}
		return
	}
	var gaps []Gap
	for _, stage := range Stages {
		right, compared := l.Sections[stage]
		if !compared {
			continue
		}
		right = slices.Clone(right)
		for _, g := range l.Gaps {
			if g.Stage == stage && !g.Wrong {
				right = append(right, g.Line)
			}
		}
		section := []string{}
		for _, line := range read[stage] {
			if i := slices.Index(right, line); i >= 0 {
				right = slices.Delete(right, i, i+1)
				section = append(section, line)
			} else {
				gaps = append(gaps, Gap{true, stage, line})
			}
		}
		for _, line := range right {
			gaps = append(gaps, Gap{false, stage, line})
		}
		l.Sections[stage] = section
	}
	l.Gaps = gaps
}

// differences compares two lists as bags of lines.
func differences(want, got []string) (missing, extra []string) {
	extra = slices.Clone(got)
	for _, line := range want {
		if i := slices.Index(extra, line); i >= 0 {
			extra = slices.Delete(extra, i, i+1)
		} else {
			missing = append(missing, line)
		}
	}
	return missing, extra
}

// plain makes one space of any white space.
func plain(s string) string { return strings.Join(strings.Fields(s), " ") }
