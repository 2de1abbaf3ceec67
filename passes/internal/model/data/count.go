package data

import (
	"go/types"
	"slices"
	"strings"
)

// Counting is a change that only adds a fixed number to one that a record has,
// or takes it away.
type Counting int

const (
	// Counts something that need not be everybody's affair.
	Counts Counting = iota + 1
	// CountsDeeds of whoever comes by: views, likes.
	CountsDeeds
)

// Counting tells whether a statement does nothing but count.
func (s Statement) Counting() Counting {
	body := s.text
	if s.Kind != Writes || s.where == "" {
		return 0
	}
	set := setClause().FindStringIndex(body)
	end := len(body) - len(s.where)
	if set == nil || set[1] > end {
		return 0
	}
	var c Changes
	for _, part := range splitOutside(body[set[1]:end], ',') {
		column, value, ok := strings.Cut(part, "=")
		if !ok {
			return 0
		}
		c.Add(column, Counted(column, value))
	}
	return c.Counting()
}

var (
	setClause = onUse(`(?is)\bset\s`)
	wrapping  = onUse("greatest|max|coalesce|ifnull|[\\s()\"`\\[\\]]")
	step      = onUse(`^(?:0,)?(?:[a-z_][a-z0-9_]*\.)?([a-z_][a-z0-9_]*)(?:,0)?[+-][0-9]+(?:,0)?$`)
)

// Counted reports whether what a column is set to is its own value and a fixed
// number more or less, however it is kept from falling below zero.
func Counted(column, value string) bool {
	m := step().FindStringSubmatch(wrapping().ReplaceAllString(strings.ToLower(value), ""))
	return m != nil && m[1] == bareColumn(column)
}

// bareColumn is a column's name without quotes and without its table's.
func bareColumn(column string) string {
	column = strings.ToLower(strings.Trim(strings.TrimSpace(column), "\"`[]"))
	return column[strings.LastIndexByte(column, '.')+1:]
}

// splitOutside cuts a text at a separator that stands in no parentheses.
func splitOutside(text string, sep rune) []string {
	var out []string
	depth, start := 0, 0
	for i, r := range text {
		switch {
		case r == '(':
			depth++
		case r == ')':
			depth--
		case r == sep && depth == 0:
			out = append(out, text[start:i])
			start = i + 1
		}
	}
	return append(out, text[start:])
}

// Changes is what one access sets, column by column.
type Changes struct{ deeds, others, more bool }

// Add notes one column. When it was changed last says nothing of its own; when it
// was used last is a deed, as a view is.
func (c *Changes) Add(column string, counted bool) {
	words := Words(bareColumn(column))
	switch {
	case len(words) > 1 && words[0] == "last" && useWords()[words[1]]:
		c.deeds = true
	case !counted:
		c.more = c.more || len(words) < 2 || words[len(words)-1] != "at"
	case slices.ContainsFunc(words, func(w string) bool { return deedWords()[strings.TrimSuffix(w, "s")] }):
		c.deeds = true
	default:
		c.others = true
	}
}

// Counting tells what all of it comes to.
func (c *Changes) Counting() Counting {
	switch {
	case c.more:
		return 0
	case c.others:
		return Counts
	case c.deeds:
		return CountsDeeds
	}
	return 0
}

var useWords = onceWords(`active activity seen used accessed visited heartbeat ping`)

var deedWords = onceWords(`view like dislike upvote downvote download share click play visit hit reaction impression`)

// Expression reports whether a function makes a value of text in SQL.
func Expression(fn *types.Func) bool {
	return fn != nil && fn.Pkg() != nil && fn.Name() == "Expr" && Of(fn.Pkg().Path()) == Keeps
}

// Sets reports whether an operator of a document store puts a value in place of another.
func Sets(operator string) bool { return operator == "$set" }

// Increments reports whether an operator of a document store adds to a number.
func Increments(operator string) bool { return operator == "$inc" }

// NamesStep reports whether a method's name says that it counts: IncrementLikes.
func NamesStep(method string) (column string, ok bool) {
	words := Words(method)
	if len(words) < 2 || !stepWords()[words[0]] {
		return "", false
	}
	return strings.Join(words[1:], "_"), true
}

var stepWords = onceWords(`increment decrement increase decrease incr decr inc dec`)
