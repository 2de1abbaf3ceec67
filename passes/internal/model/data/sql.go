package data

import (
	"regexp"
	"strconv"
	"strings"
	"sync"
)

// Statement is what can be told of a SQL text without parsing it in full.
type Statement struct {
	Kind  Kind
	Table string // "" if it could not be told

	where string // from the first WHERE on
	text  string
}

var (
	leading   = onUse(`(?is)^(\s|--[^\n]*\n|/\*.*?\*/)*`)
	tableName = onUse("(?is)\\b(?:from|into|update|join)\\s+(?:only\\s+)?[`\"\\[]?([a-z_][a-z0-9_.]*)")
	ownerCol  = onUse(`(?i)\b(user|owner|author|creator|account|customer|tenant|org|organization|member)_?id\b|\bcreated_by\b|\bowner\b`)
	numbered  = onUse(`[$?@](?:p)?([0-9]+)`)
)

// onUse compiles an expression when it is first asked for.
func onUse(expr string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(expr) })
}

// ParseSQL returns what a text does if it is a SQL statement.
func ParseSQL(text string) (Statement, bool) {
	body := text[len(leading().FindString(text)):]
	word, _, _ := strings.Cut(strings.ToLower(body), " ")
	word = strings.TrimSpace(strings.SplitN(word, "\n", 2)[0])
	s := Statement{text: body}
	switch word {
	case "select":
		s.Kind = Reads
	case "insert":
		s.Kind = Inserts
	case "update", "delete", "replace", "merge":
		s.Kind = Writes
	case "with":
		s.Kind = withKind(body)
	default:
		return Statement{}, false
	}
	if s.Table = table(body); s.Table == "" && word != "select" {
		return Statement{}, false // "update the record", said in a log.
	}
	if i := strings.Index(strings.ToLower(body), "where"); i >= 0 {
		s.where = body[i:]
	}
	return s, true
}

// table is the first table that a statement names, one outside of parentheses
// before those of subqueries; "" if it names none.
func table(body string) string {
	first := ""
	for _, m := range tableName().FindAllStringSubmatchIndex(body, -1) {
		name := strings.ToLower(body[m[2]:m[3]])
		if strings.Count(body[:m[0]], "(") == strings.Count(body[:m[0]], ")") {
			return name
		}
		if first == "" {
			first = name
		}
	}
	return first
}

func withKind(body string) Kind {
	lower := strings.ToLower(body)
	for _, w := range []string{"update ", "delete from "} {
		if strings.Contains(lower, w) {
			return Writes
		}
	}
	if strings.Contains(lower, "insert into ") {
		return Inserts
	}
	return Reads
}

// Owned reports whether the statement mentions a column that names an owner.
func (s Statement) Owned() bool { return ownerCol().MatchString(s.text) }

// Selects reports whether the i-th argument (from 0) helps to choose the rows,
// rather than to be stored in them.
func (s Statement) Selects(i int) bool {
	switch {
	case s.Kind == Inserts:
		return strings.Contains(strings.ToLower(s.where), "select") || s.where != "" && s.mentions(s.where, i)
	case s.Kind == Reads:
		return !s.Excludes(i)
	case s.where == "":
		return false
	}
	return s.mentions(s.where, i)
}

// mentions reports whether the placeholder of argument i stands in part, which
// is the end of the text.
func (s Statement) mentions(part string, i int) bool {
	all := numbered().FindAllStringSubmatch(s.text, -1)
	if len(all) > 0 {
		for _, m := range numbered().FindAllStringSubmatch(part, -1) {
			if n, _ := strconv.Atoi(m[1]); n == i+1 {
				return true
			}
		}
		return false
	}
	total := strings.Count(s.text, "?")
	if total == 0 {
		return true // Named placeholders, or text that is put together.
	}
	before := total - strings.Count(part, "?")
	return i >= before
}

// ParseCondition returns a text that is a condition of a query ("id = ? AND
// user_id = ?"), rather than a whole statement, as the statement that it is part of.
func ParseCondition(text string) (Statement, bool) {
	ok := strings.ContainsAny(text, "?=") && !strings.HasPrefix(strings.ToLower(strings.TrimSpace(text)), "select")
	return Statement{Kind: Reads, text: text}, ok
}
