package main

import (
	"fmt"
	"strings"

	"github.com/alecthomas/kong"
)

type completionsCommand struct {
	Shell string `arg:"" enum:"bash,zsh,fish" help:"bash, zsh or fish."`
}

func (completionsCommand) Help() string {
	return `Examples:

    source <(entente completions bash)
    entente completions zsh > "${fpath[1]}/_entente"
    entente completions fish > ~/.config/fish/completions/entente.fish`
}

func (c completionsCommand) Run(h *house) error {
	scripts := map[string]func(*kong.Application) string{"bash": bashScript, "zsh": zshScript, "fish": fishScript}
	_, err := h.stdout.WriteString(scripts[c.Shell](h.model))
	return err
}

// A place is where the words typed so far have led: a command, by its path
// "/read", and what can follow.
type place struct {
	path     string
	commands []offer
	flags    []offer
}

// An offer is a word that may follow, and what it is.
type offer struct{ word, help string }

// places lists every command that can be reached, "/" first.
func places(n *kong.Node, path string) []place {
	p := place{path: path}
	for _, f := range n.Flags {
		if !f.Hidden {
			p.flags = append(p.flags, offer{"--" + f.Name, f.Help})
		}
	}
	var below []place
	for _, c := range n.Children {
		if c.Hidden {
			continue
		}
		p.commands = append(p.commands, offer{c.Name, c.Help})
		below = append(below, places(c, strings.TrimSuffix(path, "/")+"/"+c.Name)...)
	}
	for _, v := range n.Positional { // words of a closed list are offered like commands
		for word := range strings.SplitSeq(v.Enum, ",") {
			if word != "" {
				p.commands = append(p.commands, offer{word, ""})
			}
		}
	}
	return append([]place{p}, below...)
}

func paths(list []place) string {
	var out []string
	for _, p := range list[1:] {
		out = append(out, "'"+p.path+"'")
	}
	return strings.Join(out, "|")
}

func wordsOf(offers []offer) string {
	var out []string
	for _, o := range offers {
		out = append(out, o.word)
	}
	return strings.Join(out, " ")
}

func bashScript(app *kong.Application) string {
	list := places(app.Node, "/")
	var b strings.Builder
	fmt.Fprintf(&b, `# bash completion for entente
_entente() {
	local cur=${COMP_WORDS[COMP_CWORD]} path=/ word commands= flags=
	for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
		case "${path%%/}/$word" in
		%s) path="${path%%/}/$word" ;;
		esac
	done
	case "$path" in
`, paths(list))
	for _, p := range list {
		fmt.Fprintf(&b, "\t'%s') commands='%s' flags='%s' ;;\n", p.path, wordsOf(p.commands), wordsOf(p.flags))
	}
	b.WriteString(`	esac
	if [[ $cur == -* ]]; then
		COMPREPLY=($(compgen -W "$flags" -- "$cur"))
	else
		COMPREPLY=($(compgen -W "$commands" -- "$cur"))
	fi
}
complete -o default -F _entente entente
`)
	return b.String()
}

func zshScript(app *kong.Application) string {
	list := places(app.Node, "/")
	var b strings.Builder
	fmt.Fprintf(&b, `#compdef entente
_entente() {
	local at=/ word
	local -a commands flags
	for word in "${(@)words[2,CURRENT-1]}"; do
		case "${at%%/}/$word" in
		%s) at="${at%%/}/$word" ;;
		esac
	done
	case "$at" in
`, paths(list))
	for _, p := range list {
		fmt.Fprintf(&b, "\t'%s') commands=(%s) flags=(%s) ;;\n", p.path, zshOffers(p.commands), zshOffers(p.flags))
	}
	b.WriteString(`	esac
	if [[ ${words[CURRENT]} == -* ]]; then
		_describe option flags
	elif (( $#commands )); then
		_describe command commands
	else
		_files
	fi
}
if [[ ${funcstack[1]} == _entente ]]; then
	_entente "$@"
else
	compdef _entente entente
fi
`)
	return b.String()
}

func zshOffers(offers []offer) string {
	var out []string
	for _, o := range offers {
		out = append(out, quoted(o.word+":"+strings.ReplaceAll(o.help, ":", `\:`)))
	}
	return strings.Join(out, " ")
}

func fishScript(app *kong.Application) string {
	list := places(app.Node, "/")
	var b strings.Builder
	fmt.Fprintf(&b, `# fish completion for entente
function __entente_path
	set -l path
	for word in (commandline -opc)[2..]
		switch "$path/$word"
			case %s
				set path "$path/$word"
		end
	end
	test -n "$path"; or set path /
	echo $path
end
`, strings.ReplaceAll(paths(list), "|", " "))
	for _, p := range list {
		at := "complete -c entente -n 'test (__entente_path) = " + p.path + "'"
		for _, o := range p.commands {
			fmt.Fprintf(&b, "%s -f -a %s -d %s\n", at, o.word, quoted(o.help))
		}
		for _, o := range p.flags {
			fmt.Fprintf(&b, "%s -l %s -d %s\n", at, strings.TrimPrefix(o.word, "--"), quoted(o.help))
		}
	}
	return b.String()
}

// quoted returns s in single quotes, as all three shells read it.
func quoted(s string) string { return "'" + strings.ReplaceAll(s, "'", `'\''`) + "'" }
