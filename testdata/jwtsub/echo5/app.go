// Package echo5 keeps contracts, on echo v5: its context is a struct, and
// generic functions read parameters and values from it.
package echo5

import (
	"context"
	"net/http"
	"strings"

	"github.com/golang-jwt/jwt/v5"
	"github.com/labstack/echo/v5"
)

type contract struct {
	ID       int    `json:"id"`
	PartyID  string `json:"party_id"`
	Text     string `json:"text"`
	SignedBy string `json:"signed_by,omitempty"`
}

func (t contract) with(party string) bool { return t.PartyID == party }

// user is the caller.
type user struct {
	ID        string
	Role      string
	Contracts []int
}

// notary does what needs a stamp.
type notary interface{ Annul(id int) error }

// lawyer does it for a party.
type lawyer interface {
	AnnulFor(party string, id int) error
}

// clerk does it for whoever is in the context.
type clerk interface {
	File(ctx context.Context, id int) error
}

type server struct {
	contracts map[int]contract
	owned     map[string][]int
	forms     map[string]string
	links     map[string]int
	notary    notary
	lawyer    lawyer
	clerk     clerk
}

type userKey struct{}

// authenticate puts the caller into both contexts.
func (s *server) authenticate(key []byte) echo.MiddlewareFunc {
	return func(next echo.HandlerFunc) echo.HandlerFunc {
		return func(c *echo.Context) error {
			claims, err := verify(c, key)
			if err != nil {
				return echo.ErrUnauthorized
			}
			role, _ := claims["role"].(string)
			sub, err := claims.GetSubject()
			if err != nil {
				return echo.ErrUnauthorized
			}
			u := &user{ID: sub, Role: role, Contracts: s.owned[sub]}
			c.Set("user", u)
			c.SetRequest(c.Request().WithContext(context.WithValue(c.Request().Context(), userKey{}, u)))
			return next(c)
		}
	}
}

func verify(c *echo.Context, key []byte) (jwt.MapClaims, error) {
	claims := jwt.MapClaims{}
	_, err := jwt.ParseWithClaims(strings.TrimPrefix(c.Request().Header.Get("Authorization"), "Bearer "), claims,
		func(*jwt.Token) (any, error) { return key, nil }, jwt.WithValidMethods([]string{"HS256"}))
	return claims, err
}

// me is the caller; nobody if there is none.
func me(c *echo.Context) *user {
	u, err := echo.ContextGet[*user](c, "user")
	if err != nil {
		return &user{}
	}
	return u
}

// Handler is the whole application: two people, a contract each.
func Handler(key []byte) http.Handler {
	s := &server{
		contracts: map[int]contract{
			1: {ID: 1, PartyID: "alice", Text: "rents a flat"},
			2: {ID: 2, PartyID: "bob", Text: "sells a boat"},
		},
		owned: map[string][]int{"alice": {1}, "bob": {2}},
		forms: map[string]string{"f1": "I, the undersigned"},
		links: map[string]int{"9f86d081": 2},
	}
	all := office{s}
	s.notary, s.lawyer, s.clerk = all, all, all
	e := echo.New()
	e.GET("/samples/:id", s.form)
	signedIn := e.Group("", s.authenticate(key))
	signedIn.GET("/contracts", s.list)
	signedIn.POST("/contracts", s.draft)
	s.careless(signedIn)
	s.careful(signedIn.Group("/own"))
	s.nameless(e.Group("/valid", valid(key)))
	return e
}

func (s *server) list(c *echo.Context) error {
	own := []contract{}
	for _, t := range s.contracts {
		if t.PartyID == me(c).ID {
			own = append(own, t)
		}
	}
	return c.JSON(http.StatusOK, own)
}

func (s *server) draft(c *echo.Context) error {
	t := contract{ID: len(s.contracts) + 1, PartyID: me(c).ID, Text: c.FormValue("text")}
	s.contracts[t.ID] = t
	return c.JSON(http.StatusCreated, t)
}

func (s *server) find(id int) (contract, error) {
	t, ok := s.contracts[id]
	if !ok {
		return contract{}, echo.ErrNotFound
	}
	return t, nil
}

// office is notary, lawyer and clerk.
type office struct{ s *server }

func (o office) Annul(id int) error {
	delete(o.s.contracts, id)
	return nil
}

func (o office) AnnulFor(party string, id int) error {
	if t, err := o.s.find(id); err != nil || !t.with(party) {
		return echo.ErrNotFound
	}
	return o.Annul(id)
}

func (o office) File(ctx context.Context, id int) error {
	u, ok := ctx.Value(userKey{}).(*user)
	if !ok {
		return echo.ErrForbidden
	}
	return o.AnnulFor(u.ID, id)
}
