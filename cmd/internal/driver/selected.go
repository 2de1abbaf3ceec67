package driver

import "bytes"

// selected adds to the demand of each name the names that stand behind it and a
// dot in a text. It takes comments and strings for code: what they name is in
// demand as well. Where there is more than space around a dot, everything is.
func selected(text []byte, of map[string]demand) {
	for at := 0; ; {
		i := bytes.IndexByte(text[at:], '.')
		if i < 0 {
			return
		}
		dot := at + i
		at = dot + 1
		before := bytes.TrimRight(text[:dot], " \t\r\n")
		if bytes.HasSuffix(before, []byte("*/")) {
			for _, d := range of {
				d[everything] = true
			}
			continue
		}
		start := len(before)
		for start > 0 && letter(before[start-1]) {
			start--
		}
		d := of[string(before[start:])]
		if d == nil {
			continue
		}
		if name := nameIn(text[at:]); name != "" && !d[name] {
			d[name] = true
		}
	}
}

// nameIn is the name that a text begins with, after space; everything if
// there is a comment, "" if there is neither.
func nameIn(text []byte) string {
	for i, c := range text {
		switch {
		case c == ' ' || c == '\t' || c == '\r' || c == '\n':
			continue
		case c == '/':
			return everything
		case !letter(c):
			return ""
		}
		end := i
		for end < len(text) && letter(text[end]) {
			end++
		}
		return string(text[i:end])
	}
	return ""
}
