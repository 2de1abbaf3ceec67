package jwtsub

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"golang.org/x/tools/go/analysis"

	"github.com/jwtvet/jwtvet/passes/internal/diag"
	"github.com/jwtvet/jwtvet/passes/internal/flow/access"
	"github.com/jwtvet/jwtvet/passes/internal/ignore"
	"github.com/jwtvet/jwtvet/passes/internal/model/data"
	"github.com/jwtvet/jwtvet/passes/rule"
)

// report words what the engine found.
func report(pass *analysis.Pass, opts *rule.Options, result *access.Result) *ignore.Used {
	rep := diag.New(pass, opts)
	for _, f := range result.Findings {
		category, message := fitting(f)
		rep.Report(diag.Finding{Pos: f.Pos, Category: category, Message: message, Steps: f.Steps,
			Fixes: leave(pass, result, f)})
	}
	return rep.Used()
}

// longest is how many characters a message has at the most, its category included.
const longest = 140

// fitting words a finding; where names are too long for the line, by the last
// part of each.
func fitting(f access.Finding) (category, message string) {
	for _, short := range []struct{ handler, callee bool }{{}, {true, false}, {true, true}} {
		one := f
		if short.handler {
			one.Handler, one.Route = lastPart(f.Handler), ""
		}
		if short.callee {
			one.Callee = lastPart(f.Callee)
		}
		category, message = words(one)
		if utf8.RuneCountInString(message)+len(" ()")+len(category) <= longest {
			break
		}
	}
	return category, message
}

// lastPart is a method's name without its type's.
func lastPart(name string) string { return name[strings.LastIndexByte(name, '.')+1:] }

// words returns the category of a finding and its message.
func words(f access.Finding) (category, message string) {
	id := fmt.Sprintf("%s ID %q", f.From, f.ID)
	if f.ID == "" || f.ID == "?" || f.ID == "*" {
		id = string(f.From) + " ID"
	}
	switch {
	case f.Handler == access.Anonymous && strings.Contains(f.Route, "/"):
		id = f.Route + ": " + id
	case f.Handler != "":
		id = f.Handler + ": " + id
	}
	switch f.Fault {
	case access.Write:
		return "jwtsub/unchecked-write", id + reaches(f) + " unchecked (anyone's record changes); check its owner or a role"
	case access.Read:
		return "jwtsub/unchecked-read", id + reaches(f) + " unchecked (anyone's record is read); compare owner and caller"
	case access.Ineffective:
		return "jwtsub/ineffective", id + " is checked, but " + goesAhead(f) + " (nothing is refused); return before it"
	case access.NoIdentity:
		return "jwtsub/no-identity", "verified, but no handler learns who is calling (no ID can be checked); put the subject into the context"
	}
	return "jwtsub/weak-evidence", id + selects(f) + " unchecked (anyone's, if it has an owner); compare owner and caller"
}

// reaches says how an ID gets at a record.
func reaches(f access.Finding) string {
	if _, isMap := strings.CutPrefix(f.Callee, access.MapPrefix); isMap {
		return selects(f)
	}
	return " reaches " + f.Callee
}

// selects says what is done with the record that an ID names, where that may
// be nobody's.
func selects(f access.Finding) string {
	name, isMap := strings.CutPrefix(f.Callee, access.MapPrefix)
	changes := f.Kind == data.Writes || f.Kind == data.Unnamed
	switch {
	case isMap && changes:
		return " changes " + name
	case isMap:
		return " is looked up in " + name
	case changes:
		return " picks what " + name + " changes"
	}
	return " picks what " + name + " reads"
}

// goesAhead says what is done all the same.
func goesAhead(f access.Finding) string {
	name, isMap := strings.CutPrefix(f.Callee, access.MapPrefix)
	if isMap && f.Kind == data.Writes {
		return name + " changes"
	}
	if isMap {
		return name + " is read"
	}
	return name + " goes ahead"
}
