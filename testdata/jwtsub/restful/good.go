package restful

import (
	"context"
	"log"
	"net/http"

	"github.com/emicklei/go-restful/v3"
)

func (s *server) careful() *restful.WebService {
	ws := new(restful.WebService)
	ws.Path("/own").Filter(s.authenticate).Produces(restful.MIME_JSON)
	ws.Route(ws.GET("/accounts/{id}").To(s.self))
	ws.Route(ws.GET("/clusters/{id}").To(s.showOwn))
	ws.Route(ws.PUT("/clusters/{id}").To(s.resizeOwn))
	ws.Route(ws.DELETE("/clusters/{id}").To(s.removeOwn))
	ws.Route(ws.POST("/clusters/{id}/mark").To(s.markOwn))
	ws.Route(ws.POST("/clusters/{id}/stop").To(s.stopOwn))
	ws.Route(ws.POST("/clusters/{id}/plan").To(s.plan))
	ws.Route(ws.GET("/clusters/{id}/history").To(s.history))
	ws.Route(ws.DELETE("/checked/{cluster}").Filter(s.owns("cluster")).To(s.removeChecked))
	ws.Route(ws.DELETE("/admin/{id}").Filter(role("admin")).To(s.removeAny))
	ws.Route(ws.GET("/sizes/{id}").To(s.size))
	ws.Route(ws.POST("/clusters/{id}/ping").To(ping))
	return ws
}

func (s *server) self(req *restful.Request, resp *restful.Response) {
	id := req.PathParameter("id")
	if id != caller(req).ID {
		_ = resp.WriteErrorString(http.StatusForbidden, "not you")
		return
	}
	all, err := s.table.of(req.Request.Context(), id)
	if err != nil {
		fail(resp, err)
		return
	}
	_ = resp.WriteAsJson(all)
}

// showOwn selects by both.
func (s *server) showOwn(req *restful.Request, resp *restful.Response) {
	c, err := s.table.getOf(req.Request.Context(), caller(req).ID, req.PathParameter("id"))
	if err != nil {
		fail(resp, err)
		return
	}
	_ = resp.WriteAsJson(c)
}

// resizeOwn orders in the caller's name, which counts.
func (s *server) resizeOwn(req *restful.Request, resp *restful.Response) {
	o := order{account: caller(req).ID, size: req.QueryParameter("size")}
	o.cluster = req.PathParameter("id")
	done(resp, s.table.resizeOf(req.Request.Context(), o))
}

// removeOwn compares, logs and removes.
func (s *server) removeOwn(req *restful.Request, resp *restful.Response) {
	id := req.PathParameter("id")
	c, err := s.table.get(req.Request.Context(), id)
	if err != nil {
		fail(resp, err)
		return
	}
	if c.AccountID != caller(req).ID {
		fail(resp, errOther)
		return
	}
	if err := s.table.log(req.Request.Context(), id, caller(req).ID); err != nil {
		fail(resp, err)
		return
	}
	done(resp, s.table.drop(req.Request.Context(), id))
}

// check compares for the account.
func (t *table) check(ctx context.Context, account, id string) error {
	c, err := t.get(ctx, id)
	if err == nil && c.AccountID != account {
		err = errOther
	}
	return err
}

func (t *table) markOf(ctx context.Context, account, id string) error {
	if err := t.check(ctx, account, id); err != nil {
		return err
	}
	return t.mark(ctx, id, account)
}

// markOwn is checked two calls down.
func (s *server) markOwn(req *restful.Request, resp *restful.Response) {
	done(resp, s.table.markOf(req.Request.Context(), caller(req).ID, req.PathParameter("id")))
}

func (s *server) stopOwn(req *restful.Request, resp *restful.Response) {
	done(resp, s.own.StopOf(caller(req).ID, req.PathParameter("id")))
}

func (s *server) plan(req *restful.Request, resp *restful.Response) {
	done(resp, s.planner.Plan(req.Request.Context(), req.PathParameter("id")))
}

// history is for the account and the administrator.
func (s *server) history(req *restful.Request, resp *restful.Response) {
	c, err := s.table.get(req.Request.Context(), req.PathParameter("id"))
	if err != nil {
		fail(resp, err)
		return
	}
	if a := caller(req); a.Role != "admin" && a.ID != c.AccountID {
		fail(resp, errOther)
		return
	}
	_ = resp.WriteAsJson([]*Cluster{c})
}

// owns is a filter for what the caller has.
func (s *server) owns(param string) restful.FilterFunction {
	return func(req *restful.Request, resp *restful.Response, chain *restful.FilterChain) {
		if err := s.table.check(req.Request.Context(), caller(req).ID, req.PathParameter(param)); err != nil {
			fail(resp, err)
			return
		}
		chain.ProcessFilter(req, resp)
	}
}

func (s *server) removeChecked(req *restful.Request, resp *restful.Response) {
	done(resp, s.table.drop(req.Request.Context(), req.PathParameter("cluster")))
}

func (s *server) removeAny(req *restful.Request, resp *restful.Response) {
	done(resp, s.table.drop(req.Request.Context(), req.PathParameter("id")))
}

// A size is on offer for all.
func (s *server) size(req *restful.Request, resp *restful.Response) {
	text, ok := s.sizes[req.PathParameter("id")]
	if !ok {
		fail(resp, errNone)
		return
	}
	_ = resp.WriteAsJson(text)
}

func ping(req *restful.Request, resp *restful.Response) {
	log.Printf("%s waits for %s", caller(req).ID, req.PathParameter("id"))
	_ = resp.WriteAsJson(req.PathParameter("id"))
}
