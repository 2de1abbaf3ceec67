package flow

import (
	"slices"
	"strings"
)

// What a claim tells apart, by its name: one token or session from all others,
// or no more than who the caller is and what the token is for.

// sharedClaims are registered claims, and what libraries call them, that all
// tokens of a user have alike or that only say until when one lasts.
var sharedClaims = []string{"iss", "sub", "aud", "exp", "nbf", "iat", "issuer", "subject", "audience", "expiresat", "notbefore", "issuedat",
	"expiration", "uid", "typ", "use", "refresh", "isrefresh", "access", "isaccess", "authorized", "iss_at", "permissions", "scp"}

// sharedWords in a claim's name say that it is about the user, what he may do,
// or the kind of the token.
var sharedWords = []string{"user", "mail", "name", "role", "scope", "perm", "admin", "tenant", "account", "company", "login", "phone",
	"mobile", "status", "group", "verified", "picture", "avatar", "type", "kind", "purpose", "expir", "issued"}

// bindingWords in a claim's name say that it singles out a token, a session
// or a device.
var bindingWords = []string{"session", "sid", "jti", "family", "version", "device", "finger", "nonce", "rand", "hash", "secret", "cnf", "uuid",
	"agent", "key", "tokenid", "token_id"}

// binds reports whether a claim may single out one token or session, so that a
// server can find it again or tie it to a client. It does if its name
// does not say otherwise.
func binds(claim string) bool {
	name := strings.ToLower(claim)
	switch {
	case slices.Contains(sharedClaims, name):
		return false
	case namedFor(name, bindingWords):
		return true
	}
	return !namedFor(name, sharedWords)
}

// revokingWords in a function's name say that it ends the life of a token, or
// puts another in its place.
var revokingWords = []string{"revok", "rotat", "blacklist", "blocklist", "denylist", "invalidat", "consume", "markused", "logout", "remember", "reuse"}

// changingWords and sessionWords in one name say that what the server knows of
// tokens or sessions is changed.
var (
	changingWords = []string{"delete", "remove", "save", "store", "update", "replace", "upsert", "insert", "persist", "add", "put", "set", "record"}
	sessionWords  = []string{"refresh", "session", "tokenhash", "jti"}
)

// replaces reports whether a function's name says that it ends the life of a
// token or session, or keeps or makes one.
func replaces(name string) bool {
	name = strings.ToLower(name)
	made := madeByName(name)
	return namedFor(name, revokingWords) || keepsByName(name) || kindIn(made) == refreshKind || strings.Contains(made, "session")
}

// keepsByName reports whether a function's name says that it changes what the
// server knows of tokens or sessions.
func keepsByName(name string) bool {
	name = strings.ToLower(name)
	return namedFor(name, changingWords) && namedFor(name, sessionWords)
}

// namedFor reports whether a name in lower case has one of the words in it.
func namedFor(name string, words []string) bool {
	return slices.ContainsFunc(words, func(word string) bool { return strings.Contains(name, word) })
}
