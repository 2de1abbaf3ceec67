package data

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// Words splits a Go or JSON name into its words, in lower case: "OwnerID" and
// "owner_id" are both owner, id.
func Words(name string) []string {
	out := make([]string, 0, 4)
	start := 0
	flush := func(end int) {
		if start < end {
			out = append(out, strings.ToLower(name[start:end]))
		}
	}
	before := false // the letter before is a capital
	for i, r := range name {
		capital := unicode.IsUpper(r)
		switch {
		case !capital && !unicode.IsLetter(r) && !unicode.IsDigit(r):
			flush(i)
			_, n := utf8.DecodeRuneInString(name[i:]) // One byte, if it is no UTF-8.
			start = i + n
		case capital && i > 0 && (!before || startsLower(name[i+utf8.RuneLen(r):])):
			flush(i)
			start = i
		}
		before = capital
	}
	flush(len(name))
	return out
}

// startsLower reports whether a text goes on in lower case, with more than the s of
// a plural such as IDs.
func startsLower(text string) bool {
	r, n := utf8.DecodeRuneInString(text)
	if !unicode.IsLower(r) {
		return false
	}
	next, more := utf8.DecodeRuneInString(text[n:])
	return r != 's' || more > 0 && !unicode.IsUpper(next)
}

// KindOf tells what a method of a store or service does by the first verb in
// its name; in FindAndDelete or FirstOrCreate the second one says more.
func KindOf(name string) Kind {
	kind := Unnamed
	words := Words(name)
	for i, w := range words {
		k, ok := verbs()[w]
		if !ok {
			k, ok = verbs()[strings.TrimSuffix(w, "s")] // Updates
		}
		switch {
		case !ok:
		case kind == Unnamed:
			kind = k
		case k > kind && (words[i-1] == "and" || words[i-1] == "or"):
			return k
		}
	}
	return kind
}

var verbs = sync.OnceValue(func() map[string]Kind {
	return kinds(map[Kind]string{
		Reads: `get find load fetch list read query select search lookup retrieve show view describe by count exists exist has
			download export first take last scan one all pluck open stat check is inspect info detail details browse head
			iterate stream walk decode row rows one`,
		Inserts: `create insert add append register invite submit upload book new post`,
		Writes: `update edit save set put patch modify change rename move assign unassign mark toggle enable disable approve reject
			cancel close complete finish archive unarchive restore transfer reset revoke activate deactivate start stop restart
			run execute exec pay refund ship delete remove destroy drop purge erase trash unlink clear upsert replace
			increment decrement increase decrease withdraw deposit confirm accept decline ban unban lock unlock suspend merge
			attach detach deploy undeploy rotate regenerate switch pin unpin del write kick promote demote`,
		Builds: `where model table joins join preload order limit offset scopes not or group having with from column columns
			into values omit session debug unscoped raw begin for relation filter eq nq ne context clauses
			set_map suffix prefix prepare rebind collection database bucket table_expr new_select`,
		Nothing: `log audit publish emit notify send track trace subscribe unsubscribe broadcast print printf println debug warn
			error sign mint generate issue render json hash encode format string validate parse convert build make format
			span metric cache invalidate evict lock close commit rollback`,
	})
})

// kinds turns lists of words into a table. Where a word stands in two lists the
// one that is listed here last holds.
func kinds(lists map[Kind]string) map[string]Kind {
	out := make(map[string]Kind)
	for _, kind := range []Kind{Builds, Nothing, Reads, Inserts, Writes} {
		for _, w := range strings.Fields(lists[kind]) {
			out[w] = kind
		}
	}
	return out
}

// onceWords makes a set of the words of a text when it is first asked for.
func onceWords(text string) func() map[string]bool {
	return sync.OnceValue(func() map[string]bool {
		out := make(map[string]bool)
		for _, w := range strings.Fields(text) {
			out[w] = true
		}
		return out
	})
}
