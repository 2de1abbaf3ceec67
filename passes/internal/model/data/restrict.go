package data

import (
	"slices"
	"strconv"
	"strings"
)

// Restricts reports whether the i-th argument (from 0) of a statement that reads
// says which rows are returned. In the list of columns, or in what an outer join
// goes by, it only marks them: whether the reader likes each of them.
func (s Statement) Restricts(i int) bool {
	marks := s.marking()
	return !s.always(i, func(at int) bool {
		return s.excludesAt(at) || slices.ContainsFunc(marks, func(part [2]int) bool { return part[0] <= at && at < part[1] })
	})
}

// Excludes reports whether the i-th argument of a statement, or of a condition, only
// says which rows are left out: owner_id <> ?, owner_id NOT IN (?). All others remain,
// whoever they belong to.
func (s Statement) Excludes(i int) bool { return s.always(i, s.excludesAt) }

// excludesAt tells it of one placeholder.
func (s Statement) excludesAt(at int) bool { return exclusion().MatchString(s.text[:at]) }

// always reports whether something is true of each placeholder of an argument. It is
// not if there is none: they have names, or the text is put together.
func (s Statement) always(i int, is func(at int) bool) bool {
	found, next := false, 0
	for _, m := range placeholder().FindAllStringSubmatchIndex(s.text, -1) {
		n := next
		if m[2] >= 0 {
			n, _ = strconv.Atoi(s.text[m[2]:m[3]])
			n--
		}
		next++
		if n != i {
			continue
		}
		if found = true; !is(m[0]) {
			return false
		}
	}
	return found
}

var (
	placeholder = onUse(`\?|[$@]p?([0-9]+)`)
	exclusion   = onUse(`(?i)(<>|!=|\bnot\s+in\s*(\([^()]*)?)\s*$`)
	clauses     = onUse(`(?i)\b(select|from|left\s+(?:outer\s+)?join|inner\s+join|join|where|group\s+by|order\s+by|having|limit|union)\b`)
)

// marking lists the parts of a statement's text that only mark what others
// choose: between SELECT and FROM, and outer joins, outside of parentheses.
func (s Statement) marking() [][2]int {
	var out [][2]int
	start, marks := 0, false
	for _, m := range clauses().FindAllStringIndex(s.text, -1) {
		if strings.Count(s.text[:m[0]], "(") != strings.Count(s.text[:m[0]], ")") {
			continue
		}
		if marks {
			out = append(out, [2]int{start, m[0]})
		}
		word := strings.ToLower(s.text[m[0]:m[1]])
		start, marks = m[0], word == "select" || strings.HasPrefix(word, "left")
	}
	if marks {
		out = append(out, [2]int{start, len(s.text)})
	}
	return out
}
