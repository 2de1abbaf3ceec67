// Package restful rents clusters of machines, in SQL, on go-restful: what
// stands before a handler is a filter of its route, its service or all.
package restful

import (
	"context"
	"database/sql"
	"errors"
	"net/http"
	"strings"

	"github.com/emicklei/go-restful/v3"
	"github.com/golang-jwt/jwt/v5"
)

// Cluster is one row.
type Cluster struct {
	ID        string `json:"id"`
	AccountID string `json:"account_id"`
	Size      string `json:"size"`
}

var (
	errNone  = errors.New("no such cluster")
	errOther = errors.New("another account's cluster")
)

type account struct{ ID, Role string }

type accountKey struct{}

// scaler scales what it is told to.
type scaler interface{ Stop(id string) error }

// ownScaler is told whose it has to be.
type ownScaler interface {
	StopOf(account, id string) error
}

// planner knows that from the context.
type planner interface {
	Plan(ctx context.Context, id string) error
}

type server struct {
	key     []byte
	table   *table
	scaler  scaler
	own     ownScaler
	planner planner
	sizes   map[string]string
}

func (s *server) keyOf(*jwt.Token) (any, error) { return s.key, nil }

func bearer(req *restful.Request) string {
	return strings.TrimPrefix(req.HeaderParameter("Authorization"), "Bearer ")
}

// authenticate is the filter that knows accounts.
func (s *server) authenticate(req *restful.Request, resp *restful.Response, chain *restful.FilterChain) {
	claims := jwt.MapClaims{}
	_, err := jwt.ParseWithClaims(bearer(req), claims, s.keyOf, jwt.WithValidMethods([]string{"HS256"}))
	if err != nil {
		_ = resp.WriteErrorString(http.StatusUnauthorized, "who are you?")
		return
	}
	sub, err := claims.GetSubject()
	if err != nil {
		_ = resp.WriteError(http.StatusUnauthorized, err)
		return
	}
	role, _ := claims["role"].(string)
	req.SetAttribute("account", &account{sub, role})
	req.Request = req.Request.WithContext(context.WithValue(req.Request.Context(), accountKey{}, sub))
	chain.ProcessFilter(req, resp)
}

// caller is the account that authenticate knows.
func caller(req *restful.Request) *account {
	a, ok := req.Attribute("account").(*account)
	if !ok {
		return &account{}
	}
	return a
}

// role is a filter for those who have it.
func role(name string) restful.FilterFunction {
	return func(req *restful.Request, resp *restful.Response, chain *restful.FilterChain) {
		if caller(req).Role != name {
			_ = resp.WriteErrorString(http.StatusForbidden, "not for you")
			return
		}
		chain.ProcessFilter(req, resp)
	}
}

// fail answers with an error.
func fail(resp *restful.Response, err error) {
	switch {
	case errors.Is(err, errNone):
		_ = resp.WriteError(http.StatusNotFound, err)
	case errors.Is(err, errOther):
		_ = resp.WriteError(http.StatusForbidden, err)
	default:
		_ = resp.WriteError(http.StatusInternalServerError, err)
	}
}

// done answers when there was something to do.
func done(resp *restful.Response, err error) {
	if err != nil {
		fail(resp, err)
		return
	}
	resp.WriteHeader(http.StatusNoContent)
}

// Handler is the application on the clusters in db.
func Handler(key []byte, db *sql.DB) http.Handler {
	t := &table{db}
	s := &server{
		key: key, table: t, scaler: t, own: t, planner: t,
		sizes: map[string]string{"xl": "64 cores"},
	}
	c := restful.NewContainer()
	c.Add(s.careless())
	c.Add(s.careful())
	c.Add(s.nameless())
	public := new(restful.WebService).Path("/sizes").Produces(restful.MIME_JSON)
	public.Route(public.GET("/{id}").To(s.size))
	c.Add(public)
	return c
}

func (s *server) list(req *restful.Request, resp *restful.Response) {
	all, err := s.table.of(req.Request.Context(), caller(req).ID)
	if err != nil {
		fail(resp, err)
		return
	}
	_ = resp.WriteAsJson(all)
}

func (s *server) rent(req *restful.Request, resp *restful.Response) {
	id, size := req.QueryParameter("id"), req.QueryParameter("size")
	done(resp, s.table.add(req.Request.Context(), Cluster{ID: id, AccountID: caller(req).ID, Size: size}))
}
