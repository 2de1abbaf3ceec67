package restful

import (
	"log"
	"net/http"

	"github.com/emicklei/go-restful/v3"
	"github.com/golang-jwt/jwt/v5"
)

func (s *server) careless() *restful.WebService {
	ws := new(restful.WebService)
	ws.Path("/clusters").Produces(restful.MIME_JSON)
	ws.Filter(s.authenticate)
	ws.Route(ws.GET("").To(s.list))
	ws.Route(ws.POST("").To(s.rent))
	ws.Route(ws.GET("/{id}").To(s.show))
	ws.Route(ws.GET("/of/{account_id}").To(s.clustersOf))
	ws.Route(ws.PUT("/{id}").To(s.resize))
	ws.Route(ws.DELETE("/{id}").To(s.remove))
	ws.Route(ws.POST("/{id}/mark").To(s.mark))
	ws.Route(ws.POST("/{id}/stop").Filter(role("user")).To(s.stop))
	ws.Route(ws.GET("/{id}/peek").To(s.peek))
	ws.Route(ws.DELETE("/{id}/now").To(s.removeNow))
	ws.Route(ws.DELETE("/{id}/late").To(s.removeLate))
	return ws
}

func (s *server) show(req *restful.Request, resp *restful.Response) {
	c, err := s.table.get(req.Request.Context(), req.PathParameter("id")) // want "jwtsub/unchecked-read"
	if err != nil {
		fail(resp, err)
		return
	}
	_ = resp.WriteAsJson(c)
}

// clustersOf lists for the account in the path.
func (s *server) clustersOf(req *restful.Request, resp *restful.Response) {
	all, err := s.table.of(req.Request.Context(), req.PathParameter("account_id")) // want "jwtsub/unchecked-read"
	if err != nil {
		fail(resp, err)
		return
	}
	_ = resp.WriteAsJson(all)
}

// resize orders in the caller's name, which is left out.
func (s *server) resize(req *restful.Request, resp *restful.Response) {
	o := order{account: caller(req).ID, size: req.QueryParameter("size")}
	o.cluster = req.PathParameter("id") // want "jwtsub/unchecked-write"
	done(resp, s.table.resize(req.Request.Context(), o))
}

// remove logs the caller in another table.
func (s *server) remove(req *restful.Request, resp *restful.Response) {
	id := req.PathParameter("id") // want "jwtsub/unchecked-write"
	if err := s.table.log(req.Request.Context(), id, caller(req).ID); err != nil {
		fail(resp, err)
		return
	}
	done(resp, s.table.drop(req.Request.Context(), id))
}

// mark has the caller in what is set.
func (s *server) mark(req *restful.Request, resp *restful.Response) {
	id := req.PathParameter("id") // want "jwtsub/unchecked-write"
	done(resp, s.table.mark(req.Request.Context(), id, caller(req).ID))
}

// stop needs a role that is no privilege.
func (s *server) stop(req *restful.Request, resp *restful.Response) {
	id := req.PathParameters()["id"] // want "jwtsub/unchecked-write"
	if err := s.scaler.Stop(id); err != nil {
		fail(resp, err)
		return
	}
	_ = resp.WriteAsJson(map[string]string{"stopped": id, "by": caller(req).ID})
}

// peek tells the log.
func (s *server) peek(req *restful.Request, resp *restful.Response) {
	c, err := s.table.get(req.Request.Context(), req.PathParameter("id")) // want "jwtsub/ineffective"
	if err != nil {
		fail(resp, err)
		return
	}
	if c.AccountID != caller(req).ID {
		log.Printf("%s peeks at %s", caller(req).ID, c.ID)
	}
	_ = resp.WriteAsJson(c)
}

// removeNow tells the caller, and goes on.
func (s *server) removeNow(req *restful.Request, resp *restful.Response) {
	id := req.PathParameter("id") // want "jwtsub/ineffective"
	c, err := s.table.get(req.Request.Context(), id)
	if err != nil {
		fail(resp, err)
		return
	}
	if c.AccountID != caller(req).ID {
		_ = resp.WriteErrorString(http.StatusForbidden, "not your cluster")
	}
	if err := s.table.drop(req.Request.Context(), id); err != nil {
		log.Print(err)
	}
}

// removeLate tells the caller afterwards.
func (s *server) removeLate(req *restful.Request, resp *restful.Response) {
	id := req.PathParameter("id") // want "jwtsub/ineffective"
	c, err := s.table.get(req.Request.Context(), id)
	if err == nil {
		err = s.table.drop(req.Request.Context(), id)
	}
	if err != nil {
		fail(resp, err)
		return
	}
	if c.AccountID != caller(req).ID {
		fail(resp, errOther)
		return
	}
	resp.WriteHeader(http.StatusNoContent)
}

// valid knows that there is an account, and no more.
func (s *server) valid(req *restful.Request, resp *restful.Response, chain *restful.FilterChain) {
	token, err := jwt.Parse(bearer(req), s.keyOf, jwt.WithValidMethods([]string{"HS256"})) // want "jwtsub/no-identity"
	if err != nil || !token.Valid {
		_ = resp.WriteErrorString(http.StatusUnauthorized, "who are you?")
		return
	}
	chain.ProcessFilter(req, resp)
}

func (s *server) nameless() *restful.WebService {
	ws := new(restful.WebService).Path("/valid").Produces(restful.MIME_JSON)
	ws.Route(ws.GET("/{id}").Filter(s.valid).To(s.showNameless))
	ws.Route(ws.DELETE("/{id}").Filter(s.valid).To(s.removeNameless))
	return ws
}

func (s *server) showNameless(req *restful.Request, resp *restful.Response) {
	c, err := s.table.get(req.Request.Context(), req.PathParameter("id"))
	if err != nil {
		fail(resp, err)
		return
	}
	_ = resp.WriteAsJson(c)
}

func (s *server) removeNameless(req *restful.Request, resp *restful.Response) {
	done(resp, s.table.drop(req.Request.Context(), req.PathParameter("id")))
}
