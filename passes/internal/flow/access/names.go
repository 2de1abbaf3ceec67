package access

import (
	"go/constant"
	"go/token"
	"slices"
	"strings"
	"sync"

	"golang.org/x/tools/go/ssa"

	"github.com/jwtvet/jwtvet/passes/internal/model/data"
)

// Names are the last resort: where a value comes out of a context or from
// behind an interface, what it is called is all there is. A wrong guess that
// something is an identity hides a finding; it makes none.

// identityName reports whether a key, type or function is called as something
// that tells who the caller is.
func identityName(name string) bool { return anyWord(name, identityWords) }

// roleName reports whether something is called as what the caller may do.
func roleName(name string) bool { return anyWord(name, roleWords) }

// aboutToken reports whether a claim says something of the token alone. The
// issuer is not among them: many a program keeps the user there.
func aboutToken(claim string) bool {
	switch claim {
	case "aud", "exp", "iat", "nbf", "Audience", "ExpiresAt", "IssuedAt", "NotBefore":
		return true
	}
	return false
}

// ownerName reports whether a field or parameter is called as the one whose record it is.
func ownerName(name string) bool {
	words := data.Words(name)
	if len(words) == 0 {
		return false
	}
	if len(words) == 1 {
		return slices.Contains([]string{"owner", "uid", "userid", "creator", "ownerid", "createdby"}, words[0])
	}
	last := words[len(words)-1]
	switch last {
	case "id", "uid", "uuid", "ids":
		return slices.ContainsFunc(words[:len(words)-1], principalWords.has)
	case "by":
		return words[0] == "owned" // CreatedBy is as often a name for the record.
	}
	return slices.Contains(words, "owner")
}

// personName reports whether a field is called as the ID of somebody, in
// whatever part: the guest, the reader.
func personName(name string) bool {
	words := data.Words(name)
	if len(words) < 2 || !slices.Contains([]string{"id", "uid", "uuid"}, words[len(words)-1]) {
		return ownerName(name)
	}
	return ownerName(name) || identityName(name)
}

// principalParameter reports whether a parameter of the path names a principal
// or tenant by its ID.
func principalParameter(name string) bool {
	words := data.Words(name)
	switch len(words) {
	case 0:
		return false
	case 1:
		return slices.Contains([]string{"uid", "userid", "tenantid", "accountid", "customerid", "ownerid", "orgid"}, words[0])
	}
	return slices.Contains([]string{"id", "uid", "uuid"}, words[len(words)-1]) && principalWords.has(words[len(words)-2])
}

// principalType reports whether records of a type are principals themselves.
func principalType(name string) bool {
	words := data.Words(name[strings.LastIndexByte(name, '.')+1:])
	return len(words) > 0 && len(words) <= 2 && (selfWords.has(words[0]) || selfWords.has(words[len(words)-1]))
}

// capability reports whether a parameter of the path is a secret or something
// that is nobody's.
func capability(name string) bool {
	words := data.Words(name)
	if len(words) == 1 && slices.ContainsFunc(secretEnds, func(end string) bool { return strings.HasSuffix(words[0], end) }) {
		return true // "resetcode"
	}
	return anyWord(name, capabilityWords) && words[len(words)-1] != "id"
}

var secretEnds = []string{"code", "token", "secret", "hash"}

// public reports whether a parameter of the path is a name by which things are
// shown, rather than an ID.
func public(name string) bool { return anyWord(name, publicWords) }

// calledBack reports whether a route is one that other programs call.
func calledBack(path string) bool { return anyWord(path, callbackWords) }

// comparesPassword reports whether a function is called as one that compares a
// password with the one that is kept: who knows it may do what it guards.
func comparesPassword(name string) bool {
	return anyWord(name, passwordWords) && anyWord(name, compareWords)
}

var (
	passwordWords = &wordSet{text: `password passwd pwd passphrase pin`}
	compareWords  = &wordSet{text: `compare check verify validate match matches valid`}
)

// authorizerName reports whether a function is called as one that decides what
// the caller may do.
func authorizerName(name string) bool {
	return anyWord(name, authorizerWords) && !anyWord(name, corsWords)
}

func anyWord(name string, list *wordSet) bool { return slices.ContainsFunc(data.Words(name), list.has) }

// wordSet is a set of the words of a text, made on the first question.
type wordSet struct {
	text  string
	once  sync.Once
	words map[string]bool
}

func (s *wordSet) has(word string) bool {
	s.once.Do(func() {
		s.words = make(map[string]bool)
		for w := range strings.FieldsSeq(s.text) {
			s.words[w] = true
		}
	})
	return s.words[word]
}

var (
	identityWords = &wordSet{text: `user users uid userid username sub subject claims claim identity account principal jwt session tenant org
		organization owner member customer login viewer actor passport me auth payload caller guest email token`}
	roleWords = &wordSet{text: `role roles admin isadmin superadmin superuser scope scopes permission permissions perm perms
		privilege privileges staff moderator rights grants rank`}
	principalWords  = &wordSet{text: `user owner author creator account customer tenant org organization member created`}
	selfWords       = &wordSet{text: `user users account profile bio member customer identity tenant organization admin author person`}
	capabilityWords = &wordSet{text: `token hash code key secret invite invitation otp refresh share signature nonce state provider locale lang
		version page size limit offset year month week day date term semester`}
	publicWords     = &wordSet{text: `slug filename file path name username login title`}
	callbackWords   = &wordSet{text: `callback callbacks webhook webhooks hook hooks`}
	authorizerWords = &wordSet{text: `can may allow allowed permit permitted permission permissions authorize authorise authorized authorised
		authz enforce enforcer role roles admin scope scopes policy acl rbac access owner owns ownership owned member membership
		belongs forbidden privilege guard require requires`}
	// Interfaces and functions that are called so carry the condition of a query.
	conditionWords = &wordSet{text: `option options opt opts filter filters query criteria specification condition conditions predicate`}
	corsWords      = &wordSet{text: `cors origin origins header headers method methods credentials preflight`}
	limiterWords   = &wordSet{text: `limiter ratelimiter ratelimit throttle throttled throttler throttling`}
	plainRoles     = &wordSet{text: `user users member customer student viewer guest seller buyer client patient subscriber access refresh
		basic default normal reader public anonymous authenticated`}
)

// plainRole reports whether a text names a role that every caller has, rather
// than what one may do with such people: "user", but not "users.delete".
func plainRole(text string) bool { return anyWord(text, plainRoles) && !anyWord(text, actionWords) }

var actionWords = &wordSet{text: `read write create add update edit change delete remove manage list view invite ban approve export import`}

// privileged reports whether a constant names a role that not every caller has.
func privileged(c *ssa.Const) bool {
	if c.Value == nil {
		return false
	}
	if c.Value.Kind() != constant.String {
		return true // A flag, or a number whose meaning only the program knows.
	}
	text := constant.StringVal(c.Value)
	return text != "" && !plainRole(text)
}

// constText returns the text of a constant, or of the constant part of a
// concatenation.
func constText(v ssa.Value) (string, bool) {
	switch x := v.(type) {
	case *ssa.Const:
		if x.Value != nil && x.Value.Kind() == constant.String {
			return constant.StringVal(x.Value), true
		}
	case *ssa.MakeInterface:
		return constText(x.X)
	case *ssa.ChangeType:
		return constText(x.X)
	case *ssa.Convert:
		return constText(x.X)
	case *ssa.BinOp:
		if x.Op == token.ADD {
			a, okA := constText(x.X)
			b, okB := constText(x.Y)
			return a + b, okA || okB
		}
	}
	return "", false
}
