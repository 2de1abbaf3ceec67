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
	all := placeholder().FindAllStringSubmatchIndex(s.text, -1)
	if len(all) == 0 {
		return true // Named placeholders, or text that is put together.
	}
	marks, found, next := s.marking(), false, 0
	for _, m := range all {
		n := next
		if m[2] >= 0 {
			n, _ = strconv.Atoi(s.text[m[2]:m[3]])
			n--
		}
		next++
		if n != i {
			continue
		}
		found = true
		if !slices.ContainsFunc(marks, func(part [2]int) bool { return part[0] <= m[0] && m[0] < part[1] }) {
			return true
		}
	}
	return !found
}

var (
	placeholder = onUse(`\?|[$@]p?([0-9]+)`)
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
