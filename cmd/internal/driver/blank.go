package driver

import (
	"bytes"
	"go/ast"
	"go/parser"
	"go/token"
)

// parseTypes parses a file, of this text, without what types do not depend on. The
// text is changed. A file that cannot be read that way is read again as it is.
func parseTypes(fset *token.FileSet, name string, text []byte, mode parser.Mode) (*ast.File, error) {
	if text = blank(text); text != nil {
		if f, err := parser.ParseFile(fset, name, text, mode); err == nil {
			return f, nil
		}
	}
	return parser.ParseFile(fset, name, nil, mode)
}

// blank takes out of the text of a file, in place, what types do not depend on:
// bodies of functions, what is in literals of variables, and comments below the
// package clause. Line ends stay, and so does the place of all that has a name.
// The parser would need most of its time for syntax that nobody looks at. It returns
// nil if it has not understood the text, which is then to be read again.
func blank(text []byte) []byte {
	b := blanker{text: text}
	for b.at < len(text) {
		if !b.token() {
			return nil
		}
	}
	if b.depth != 0 {
		return nil
	}
	return append(text[:b.kept], text[b.from:]...)
}

// blanker goes through a file, token by token.
type blanker struct {
	text  []byte
	at    int    // the next byte
	kept  int    // so many bytes have been kept, at the beginning
	from  int    // what is there from here on follows them
	last  byte   // the first of the last token if that is a word, else its last
	typed bool   // the last token is "struct" or "interface"
	depth int    // of brackets of all kinds
	decl  string // the keyword of the declaration
	begun bool   // the package clause is behind
	sized bool   // a literal says how long an array is: [...]T{}
}

// token goes past one token, or blanks what begins with it.
func (b *blanker) token() bool {
	start, c := b.at, b.text[b.at]
	switch {
	case c == '{' && b.hides():
		return b.block()
	case b.opens("//"), b.opens("/*"):
		return b.comment()
	case quoted(c):
		b.last, b.typed = c, false
		return b.past()
	case letter(c):
		for b.at < len(b.text) && letter(b.text[b.at]) {
			b.at++
		}
		b.word(b.text[start:b.at])
		return true
	case b.opens("..."):
		b.sized = b.sized || b.last == '['
		b.at += len("...")
		return true
	case c == '\n' || c == ';':
		b.line(c == ';')
	case c == '(' || c == '[' || c == '{':
		b.depth++
	case c == ')' || c == ']' || c == '}':
		b.depth--
	}
	if c > ' ' {
		b.last, b.typed = c, false
	}
	b.at++
	return b.depth >= 0
}

// word takes note of the keyword that a declaration begins with.
func (b *blanker) word(w []byte) {
	b.last, b.typed = w[0], string(w) == "struct" || string(w) == "interface"
	if b.depth > 0 || b.decl != "" {
		return
	}
	switch string(w) { // No copy is made to compare.
	case "package":
		b.decl, b.begun = "package", true
	case "var":
		b.decl, b.sized = "var", false
	case "func":
		b.decl = "func"
	default:
		b.decl = "another"
	}
}

// line ends a declaration where the line ends it.
func (b *blanker) line(semicolon bool) {
	end := b.last
	if b.depth > 0 || end == 0 {
		return
	}
	if semicolon || letter(end) || quoted(end) || end == ')' || end == ']' || end == '}' {
		b.decl = ""
	}
}

// comment goes past a comment. What was before it is before what follows it.
func (b *blanker) comment() bool {
	start := b.at
	if !b.past() {
		return false
	}
	comment := b.text[start:b.at]
	if bytes.ContainsRune(comment, '\n') {
		b.line(false)
	}
	if b.begun {
		b.drop(start, b.at)
	}
	return true
}

// hides reports whether the brace here opens something that types do not
// depend on: not the braces of a type.
func (b *blanker) hides() bool {
	return !b.typed &&
		(b.decl == "func" && b.depth == 0 || b.decl == "var" && !b.sized)
}

// block blanks what is between the brace here and the one that closes it.
func (b *blanker) block() bool {
	start := b.at + 1
	b.at++
	for depth := 1; b.at < len(b.text); {
		if !telling[b.text[b.at]] {
			b.at++
			continue
		}
		switch c := b.text[b.at]; {
		case c == '{':
			depth++
		case c == '}':
			if depth--; depth == 0 {
				b.drop(start, b.at)
				b.at++
				b.last, b.typed = '}', false
				return true
			}
		case quoted(c) || c == '/':
			if !b.past() {
				return false
			}
			continue
		}
		b.at++
	}
	return false
}

// past goes to the end of a string, a rune or a comment, or past one byte of anything else.
func (b *blanker) past() bool {
	end, from := "", 1
	switch c := b.text[b.at]; {
	case c == '`':
		end = "`"
	case quoted(c):
		return b.pastQuote(c)
	case b.opens("//"):
		end = "\n"
	case b.opens("/*"):
		end, from = "*/", 2
	default:
		b.at++
		return true
	}
	n := bytes.Index(b.text[b.at+from:], []byte(end))
	if n < 0 && end == "\n" {
		b.at = len(b.text)
		return true
	}
	b.at += from + n + len(end)
	return n >= 0
}

// pastQuote goes past a string or rune that ends on its line.
func (b *blanker) pastQuote(quote byte) bool {
	for b.at++; b.at < len(b.text); b.at++ {
		switch b.text[b.at] {
		case '\\':
			b.at++
		case '\n':
			return false
		case quote:
			b.at++
			return true
		}
	}
	return false
}

// telling are the bytes that tell where a block ends.
var telling = [256]bool{'{': true, '}': true, '"': true, '`': true, '\'': true, '/': true}

func (b *blanker) opens(s string) bool { return bytes.HasPrefix(b.text[b.at:], []byte(s)) }

func quoted(c byte) bool { return c == '"' || c == '`' || c == '\'' }

// letter reports whether c can be part of a name, or of a number.
func letter(c byte) bool {
	return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || c == '_' || '0' <= c && c <= '9' || c >= 0x80
}

// drop leaves nothing of a part of the text but the line ends, and spaces
// where something that follows is on the same line.
func (b *blanker) drop(start, end int) {
	b.kept += copy(b.text[b.kept:], b.text[b.from:start])
	lines := bytes.Count(b.text[start:end], newline)
	last := bytes.LastIndexByte(b.text[start:end], '\n') + 1
	b.kept += fill(b.text[b.kept:], '\n', lines)
	b.kept += fill(b.text[b.kept:], ' ', end-start-last)
	b.from = end
}

var newline = []byte{'\n'}

// fill sets the first n bytes, and returns n.
func fill(text []byte, c byte, n int) int {
	for i := range n {
		text[i] = c
	}
	return n
}
