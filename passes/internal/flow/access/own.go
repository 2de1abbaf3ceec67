package access

import (
	"slices"

	"github.com/jwtvet/jwtvet/passes/internal/model/data"
)

// What a route reads by the caller is the caller's own, unless it is only marked
// by the caller, or one of many things that are put together for a page.

// markWords say that somebody has marked what is everybody's.
var markWords = &wordSet{text: `favorite favorites favorited favourite favourites favourited like likes liked bookmark bookmarks
	bookmarked saved starred wishlist watchlist feed followed subscribed enrolled joined recommended`}

// marked reports whether what is called so picks records that somebody has marked,
// and is not about the marks themselves.
func marked(name, record string) bool {
	return anyWord(name, markWords) && !anyWord(nounOf(record), markWords)
}

// manyRecords is how many kinds of records a page puts together at least.
const manyRecords = 4

// returnsOwn reports whether what the route reads of a record by the caller is
// what it is about.
func (r *route) returnsOwn(record string) bool {
	path := r.fullPath()
	if marked(path, record) {
		return false
	}
	kinds := make(map[string]bool)
	for _, l := range r.handler {
		for _, a := range l.Acts {
			if a.ID.Source == Identity && a.Record.Name != "" && !a.Record.Principal {
				kinds[nounOf(a.Record.Name)] = true
			}
		}
	}
	return len(kinds) < manyRecords || mentionsNoun(path, nounOf(record))
}

// mentionsNoun reports whether a path names a record by its last word.
func mentionsNoun(path, noun string) bool {
	last := lastWord(noun)
	return slices.ContainsFunc(data.Words(path), func(w string) bool { return singular(w) == last })
}
