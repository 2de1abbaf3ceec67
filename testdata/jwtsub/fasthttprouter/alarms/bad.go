package alarms

import (
	"log"

	"github.com/fasthttp/router"
	"github.com/golang-jwt/jwt/v5"
	"github.com/valyala/fasthttp"
)

func (s *server) careless(r *router.Router) {
	r.GET("/alarms/{id}", s.authenticate(s.show))
	r.PUT("/alarms/{id}", s.authenticate(s.change))
	r.DELETE("/alarms/{id}", s.authenticate(s.stop))
	r.PATCH("/alarms/{id}", s.authenticate(s.silence))
	r.POST("/alarms/{id}/reset", s.authenticate(role("user", s.reset)))
	r.GET("/alarms/{id}/time", s.authenticate(at(s.alarms)))
	r.GET("/users/{user_id}/alarms", s.authenticate(s.alarmsOf))

	r.GET("/alarms/{id}/peek", s.authenticate(s.peek))
	r.DELETE("/alarms/{id}/now", s.authenticate(s.stopNow))
	r.DELETE("/alarms/{id}/late", s.authenticate(s.stopLate))

	r.GET("/valid/{id}", s.valid(s.showNameless))
	r.DELETE("/valid/{id}", s.valid(s.stopNameless))
}

func (s *server) show(ctx *fasthttp.RequestCtx) {
	a, ok := s.alarms[ctx.UserValue("id").(string)] // want "jwtsub/unchecked-read"
	if !ok {
		ctx.Error("no such alarm", fasthttp.StatusNotFound)
		return
	}
	answer(ctx, a)
}

func (s *server) change(ctx *fasthttp.RequestCtx) {
	id := alarmID(ctx) // want "jwtsub/unchecked-write"
	log.Printf("%s changes %s", userID(ctx), id)
	if !s.move(id, string(ctx.QueryArgs().Peek("at"))) {
		ctx.Error("no such alarm", fasthttp.StatusNotFound)
	}
}

func (s *server) stop(ctx *fasthttp.RequestCtx) {
	if err := s.button.Stop(alarmID(ctx)); err != nil { // want "jwtsub/unchecked-write"
		ctx.Error(err.Error(), fasthttp.StatusNotFound)
	}
}

// silence writes down who it was.
func (s *server) silence(ctx *fasthttp.RequestCtx) {
	a, ok := s.alarms[alarmID(ctx)] // want "jwtsub/unchecked-write"
	if !ok {
		ctx.Error("no such alarm", fasthttp.StatusNotFound)
		return
	}
	a.StoppedBy = userID(ctx)
	s.alarms[a.ID] = a
}

// reset is for the role of all.
func (s *server) reset(ctx *fasthttp.RequestCtx) {
	id := alarmID(ctx) // want "jwtsub/unchecked-write"
	s.move(id, "00:00")
	answer(ctx, map[string]string{"alarm": id, "by": userID(ctx)})
}

func at(alarms map[string]alarm) fasthttp.RequestHandler {
	return func(ctx *fasthttp.RequestCtx) {
		a := alarms[alarmID(ctx)] // want "jwtsub/unchecked-read"
		ctx.WriteString(a.At)
	}
}

// alarmsOf is the list of whom the path names, not the token.
func (s *server) alarmsOf(ctx *fasthttp.RequestCtx) {
	user, _ := ctx.UserValue("user_id").(string) // want "jwtsub/unchecked-read"
	answer(ctx, s.of(user))
}

// peek writes strangers down.
func (s *server) peek(ctx *fasthttp.RequestCtx) {
	a, ok := s.alarms[alarmID(ctx)] // want "jwtsub/ineffective"
	if !ok {
		ctx.Error("no such alarm", fasthttp.StatusNotFound)
		return
	}
	if a.SleeperID != userID(ctx) {
		log.Printf("%s peeks at %s", userID(ctx), a.ID)
	}
	answer(ctx, a)
}

// stopNow refuses, and does it.
func (s *server) stopNow(ctx *fasthttp.RequestCtx) {
	id := alarmID(ctx) // want "jwtsub/ineffective"
	if s.alarms[id].SleeperID != userID(ctx) {
		ctx.Error("not your alarm", fasthttp.StatusForbidden)
	}
	delete(s.alarms, id)
}

// stopLate does it, and refuses.
func (s *server) stopLate(ctx *fasthttp.RequestCtx) {
	id := alarmID(ctx) // want "jwtsub/ineffective"
	a := s.alarms[id]
	delete(s.alarms, id)
	if a.SleeperID != userID(ctx) {
		ctx.Error("not your alarm", fasthttp.StatusForbidden)
	}
}

// valid sets no value.
func (s *server) valid(next fasthttp.RequestHandler) fasthttp.RequestHandler {
	return func(ctx *fasthttp.RequestCtx) {
		if err := s.verify(ctx, jwt.MapClaims{}); err != nil { // want "jwtsub/no-identity"
			ctx.Error("who are you?", fasthttp.StatusUnauthorized)
			return
		}
		next(ctx)
	}
}

func (s *server) showNameless(ctx *fasthttp.RequestCtx) { answer(ctx, s.alarms[alarmID(ctx)]) }

func (s *server) stopNameless(ctx *fasthttp.RequestCtx) { delete(s.alarms, alarmID(ctx)) }
