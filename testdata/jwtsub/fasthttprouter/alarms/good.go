package alarms

import (
	"log"
	"slices"

	"github.com/fasthttp/router"
	"github.com/valyala/fasthttp"
)

func (s *server) careful(g *router.Group) {
	g.GET("/sleepers/{id}", s.authenticate(s.self))
	g.GET("/alarms/{id}", s.authenticate(s.showOwn))
	g.PUT("/alarms/{id}", s.authenticate(s.changeOwn))
	g.DELETE("/alarms/{id}", s.authenticate(s.stopOwn))
	g.PATCH("/alarms/{id}", s.authenticate(s.silenceOwn))
	g.POST("/alarms/{id}/snooze", s.authenticate(s.snooze))
	g.GET("/alarms/{id}/listed", s.authenticate(s.listed))
	g.GET("/alarms/{id}/history", s.authenticate(s.history))
	g.DELETE("/checked/{id}", s.authenticate(s.owner(s.stopChecked)))
	g.DELETE("/admin/{id}", s.authenticate(role("admin", s.stopAny)))
	g.GET("/tunes/{id}", s.authenticate(s.tune))
	g.POST("/alarms/{id}/ping", s.authenticate(ping))
}

func (s *server) self(ctx *fasthttp.RequestCtx) {
	id := ctx.UserValue("id").(string)
	if id != userID(ctx) {
		ctx.Error("not you", fasthttp.StatusForbidden)
		return
	}
	answer(ctx, s.of(id))
}

func (s *server) showOwn(ctx *fasthttp.RequestCtx) {
	a, ok := s.alarms[ctx.UserValue("id").(string)]
	if !ok {
		ctx.Error("no such alarm", fasthttp.StatusNotFound)
		return
	}
	if a.SleeperID != userID(ctx) {
		ctx.Error("not your alarm", fasthttp.StatusForbidden)
		return
	}
	answer(ctx, a)
}

// own finds the caller's alarm, or answers.
func (s *server) own(ctx *fasthttp.RequestCtx) (alarm, bool) {
	a, ok := s.alarms[alarmID(ctx)]
	if !ok || a.SleeperID != caller(ctx).ID {
		ctx.Error("no such alarm", fasthttp.StatusNotFound)
		return alarm{}, false
	}
	return a, true
}

func (s *server) changeOwn(ctx *fasthttp.RequestCtx) {
	a, ok := s.own(ctx)
	if !ok {
		return
	}
	s.move(a.ID, string(ctx.QueryArgs().Peek("at")))
}

func (s *server) stopOwn(ctx *fasthttp.RequestCtx) {
	if err := s.ownButton.StopOf(userID(ctx), alarmID(ctx)); err != nil {
		ctx.Error(err.Error(), fasthttp.StatusNotFound)
	}
}

// request is what a sleeper wants.
type request struct{ alarm, sleeper string }

func (s *server) silenceFor(r request) error {
	a, ok := s.alarms[r.alarm]
	if !ok || a.SleeperID != r.sleeper {
		return errNone
	}
	a.StoppedBy = r.sleeper
	s.alarms[a.ID] = a
	return nil
}

func (s *server) silenceOwn(ctx *fasthttp.RequestCtx) {
	if err := s.silenceFor(request{alarmID(ctx), userID(ctx)}); err != nil {
		ctx.Error(err.Error(), fasthttp.StatusNotFound)
	}
}

// snooze has the request itself for a context.
func (s *server) snooze(ctx *fasthttp.RequestCtx) {
	if err := s.snoozer.Snooze(ctx, alarmID(ctx)); err != nil {
		ctx.Error(err.Error(), fasthttp.StatusNotFound)
	}
}

func (s *server) listed(ctx *fasthttp.RequestCtx) {
	id := alarmID(ctx)
	if !slices.Contains(caller(ctx).Alarms, id) {
		ctx.Error("not your alarm", fasthttp.StatusForbidden)
		return
	}
	answer(ctx, s.alarms[id])
}

// history is for the sleeper and the administrator.
func (s *server) history(ctx *fasthttp.RequestCtx) {
	a := s.alarms[alarmID(ctx)]
	if who := caller(ctx); who.Role != "admin" && who.ID != a.SleeperID {
		ctx.Error("not your alarm", fasthttp.StatusForbidden)
		return
	}
	answer(ctx, []alarm{a})
}

// owner stands around what does not ask.
func (s *server) owner(next fasthttp.RequestHandler) fasthttp.RequestHandler {
	return func(ctx *fasthttp.RequestCtx) {
		if _, ok := s.own(ctx); !ok {
			return
		}
		next(ctx)
	}
}

func (s *server) stopChecked(ctx *fasthttp.RequestCtx) { delete(s.alarms, alarmID(ctx)) }

func (s *server) stopAny(ctx *fasthttp.RequestCtx) { delete(s.alarms, alarmID(ctx)) }

// A tune is for all.
func (s *server) tune(ctx *fasthttp.RequestCtx) {
	text, ok := s.tunes[alarmID(ctx)]
	if !ok {
		ctx.Error("no such tune", fasthttp.StatusNotFound)
		return
	}
	ctx.WriteString(text)
}

func ping(ctx *fasthttp.RequestCtx) {
	log.Printf("%s waits for %s", userID(ctx), alarmID(ctx))
	ctx.WriteString(alarmID(ctx))
}
