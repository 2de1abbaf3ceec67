// Package porter is a router of the house's own: nothing of it is called as
// others call it.
package porter

import (
	"net/http"
	"strings"

	"github.com/golang-jwt/jwt/v5"
)

// Call is what a handler is given.
type Call struct {
	w      http.ResponseWriter
	r      *http.Request
	words  map[string]string
	lodger string
	done   bool
}

// Word is a part of the path.
func (c *Call) Word(name string) string { return c.words[name] }

// Lodger is whose token it was.
func (c *Call) Lodger() string { return c.lodger }

// Answer answers, and ends the call.
func (c *Call) Answer(code int, text string) {
	c.w.WriteHeader(code)
	_, _ = c.w.Write([]byte(text))
	c.done = true
}

// Step is a handler, or what stands before one.
type Step func(*Call)

type rule struct {
	verb  string
	parts []string
	step  Step
}

// Router has the rules of a house.
type Router struct {
	before []Step
	rules  []rule
}

// On adds a rule.
func (r *Router) On(verb, path string, step Step) {
	r.rules = append(r.rules, rule{verb, strings.Split(path, "/"), step})
}

// Before puts a step before all others.
func (r *Router) Before(step Step) { r.before = append(r.before, step) }

// ServeHTTP finds the first rule that fits.
func (r *Router) ServeHTTP(w http.ResponseWriter, req *http.Request) {
	for _, rule := range r.rules {
		words, ok := fits(rule.parts, strings.Split(req.URL.Path, "/"))
		if !ok || rule.verb != req.Method {
			continue
		}
		c := &Call{w: w, r: req, words: words}
		for _, step := range append(r.before, rule.step) {
			if step(c); c.done {
				return
			}
		}
		return
	}
	http.NotFound(w, req)
}

func fits(parts, path []string) (map[string]string, bool) {
	if len(parts) != len(path) {
		return nil, false
	}
	words := make(map[string]string)
	for i, part := range parts {
		if name, ok := strings.CutPrefix(part, "~"); ok {
			words[name] = path[i]
		} else if part != path[i] {
			return nil, false
		}
	}
	return words, true
}

// Door lets in whoever has a token.
func Door(key []byte) Step {
	return func(c *Call) {
		var claims jwt.RegisteredClaims
		_, err := jwt.ParseWithClaims(strings.TrimPrefix(c.r.Header.Get("Authorization"), "Bearer "), &claims,
			func(*jwt.Token) (any, error) { return key, nil },
			jwt.WithValidMethods([]string{"HS256"}), jwt.WithAudience("inn"), jwt.WithIssuer("town"))
		if err != nil {
			c.Answer(http.StatusUnauthorized, "who are you?")
			return
		}
		c.lodger = claims.Subject
	}
}

// Vouch tells whether the lodger may have a room, as the town sees it.
func Vouch(c *Call, room string) bool {
	questions <- c.lodger + " " + room
	return <-answers
}

var (
	questions = make(chan string)
	answers   = make(chan bool)
)
