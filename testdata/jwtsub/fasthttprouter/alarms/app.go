// Package alarms wakes people up, on fasthttp: path parameters and what
// middleware has to say are values of the same request, by their names.
package alarms

import (
	"context"
	"encoding/json"
	"errors"
	"strings"

	"github.com/fasthttp/router"
	"github.com/golang-jwt/jwt/v5"
	"github.com/valyala/fasthttp"
)

type alarm struct {
	ID        string `json:"id"`
	SleeperID string `json:"sleeper_id"`
	At        string `json:"at"`
	StoppedBy string `json:"stopped_by,omitempty"`
}

// sleeper is one who wants to be woken.
type sleeper struct {
	ID     string
	Role   string
	Alarms []string
}

// button stops an alarm.
type button interface{ Stop(id string) error }

// ownButton stops a sleeper's.
type ownButton interface {
	StopOf(sleeper, id string) error
}

// snoozer knows from the context whose.
type snoozer interface {
	Snooze(ctx context.Context, id string) error
}

type server struct {
	key       []byte
	alarms    map[string]alarm
	sleepers  map[string]*sleeper
	tunes     map[string]string
	button    button
	ownButton ownButton
	snoozer   snoozer
}

var errNone = errors.New("no such alarm")

type claims struct {
	Role string `json:"role"`
	jwt.RegisteredClaims
}

func (s *server) verify(ctx *fasthttp.RequestCtx, into jwt.Claims) error {
	raw := strings.TrimPrefix(string(ctx.Request.Header.Peek(fasthttp.HeaderAuthorization)), "Bearer ")
	_, err := jwt.ParseWithClaims(raw, into, func(*jwt.Token) (any, error) { return s.key, nil },
		jwt.WithValidMethods([]string{"HS256"}))
	return err
}

// authenticate goes around a handler.
func (s *server) authenticate(next fasthttp.RequestHandler) fasthttp.RequestHandler {
	return func(ctx *fasthttp.RequestCtx) {
		var c claims
		if err := s.verify(ctx, &c); err != nil {
			ctx.Error("who are you?", fasthttp.StatusUnauthorized)
			return
		}
		who := &sleeper{ID: c.Subject, Role: c.Role}
		if known, ok := s.sleepers[c.Subject]; ok {
			who.Alarms = known.Alarms
		}
		ctx.SetUserValue("sub", c.Subject)
		ctx.SetUserValue("sleeper", who)
		next(ctx)
	}
}

func userID(ctx *fasthttp.RequestCtx) string {
	id, _ := ctx.UserValue("sub").(string)
	return id
}

func caller(ctx *fasthttp.RequestCtx) *sleeper { return ctx.UserValue("sleeper").(*sleeper) }

// alarmID is the parameter.
func alarmID(ctx *fasthttp.RequestCtx) string {
	id, _ := ctx.UserValue("id").(string)
	return id
}

func role(name string, next fasthttp.RequestHandler) fasthttp.RequestHandler {
	return func(ctx *fasthttp.RequestCtx) {
		if caller(ctx).Role != name {
			ctx.Error("not for you", fasthttp.StatusForbidden)
			return
		}
		next(ctx)
	}
}

func answer(ctx *fasthttp.RequestCtx, v any) {
	ctx.SetContentType("application/json")
	if err := json.NewEncoder(ctx).Encode(v); err != nil {
		ctx.Error(err.Error(), fasthttp.StatusInternalServerError)
	}
}

// Handler is the whole application: two people, an alarm each.
func Handler(key []byte) fasthttp.RequestHandler {
	s := &server{
		key: key,
		alarms: map[string]alarm{
			"a1": {ID: "a1", SleeperID: "alice", At: "06:00"},
			"a2": {ID: "a2", SleeperID: "bob", At: "11:30"},
		},
		sleepers: map[string]*sleeper{
			"alice": {ID: "alice", Alarms: []string{"a1"}},
			"bob":   {ID: "bob", Alarms: []string{"a2"}},
		},
		tunes: map[string]string{"t1": "ding dong"},
	}
	all := clock{s}
	s.button, s.ownButton, s.snoozer = all, all, all
	r := router.New()
	r.GET("/alarms", s.authenticate(s.list))
	r.POST("/alarms", s.authenticate(s.set))
	r.GET("/tunes/{id}", s.tune)
	s.careless(r)
	s.careful(r.Group("/own"))
	return r.Handler
}

func (s *server) list(ctx *fasthttp.RequestCtx) { answer(ctx, s.of(userID(ctx))) }

func (s *server) set(ctx *fasthttp.RequestCtx) {
	at := string(ctx.QueryArgs().Peek("at"))
	a := alarm{ID: userID(ctx) + at, SleeperID: userID(ctx), At: at}
	s.alarms[a.ID] = a
	answer(ctx, a)
}

func (s *server) of(sleeper string) []alarm {
	found := []alarm{}
	for _, a := range s.alarms {
		if a.SleeperID == sleeper {
			found = append(found, a)
		}
	}
	return found
}

func (s *server) move(id, at string) bool {
	a, ok := s.alarms[id]
	if ok {
		a.At = at
		s.alarms[id] = a
	}
	return ok
}

// clock has all the buttons.
type clock struct{ s *server }

func (c clock) Stop(id string) error {
	delete(c.s.alarms, id)
	return nil
}

func (c clock) StopOf(sleeper, id string) error {
	if a, ok := c.s.alarms[id]; !ok || a.SleeperID != sleeper {
		return errNone
	}
	return c.Stop(id)
}

func (c clock) Snooze(ctx context.Context, id string) error {
	who, _ := ctx.Value("sub").(string)
	if a, ok := c.s.alarms[id]; !ok || a.SleeperID != who {
		return errNone
	}
	c.s.move(id, "later")
	return nil
}
