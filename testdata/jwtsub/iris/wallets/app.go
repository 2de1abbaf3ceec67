// Package wallets moves money between the wallets of people, on Iris.
package wallets

import (
	"context"
	"net/http"
	"strings"

	"github.com/golang-jwt/jwt/v5"
	"github.com/kataras/iris/v12"
)

type wallet struct {
	ID       int64  `json:"id"`
	HolderID string `json:"holder_id"`
	Label    string `json:"label"`
	SeenBy   string `json:"seen_by,omitempty"`
}

// holder is one who has wallets.
type holder struct {
	ID      string
	Role    string
	Wallets []int64
}

// bank closes what it is told to close.
type bank interface{ Close(id int64) error }

// teller closes for a holder.
type teller interface {
	CloseFor(ctx context.Context, holder string, id int64) error
}

// vault asks the context whose it is.
type vault interface {
	Freeze(ctx context.Context, id int64) error
}

type server struct {
	key     []byte
	wallets map[int64]*wallet
	holders map[string]*holder
	rates   map[string]string
	links   map[string]int64
	bank    bank
	teller  teller
	vault   vault
}

type holderKey struct{}

func (s *server) parse(ctx iris.Context, claims jwt.Claims) error {
	_, err := jwt.ParseWithClaims(strings.TrimPrefix(ctx.GetHeader("Authorization"), "Bearer "), claims,
		func(*jwt.Token) (any, error) { return s.key, nil }, jwt.WithValidMethods([]string{"HS256"}))
	return err
}

// authenticate loads the holder whom the token names.
func (s *server) authenticate(ctx iris.Context) {
	claims := jwt.MapClaims{}
	if err := s.parse(ctx, claims); err != nil {
		ctx.StopWithStatus(iris.StatusUnauthorized)
		return
	}
	sub, _ := claims["sub"].(string)
	h := &holder{ID: sub}
	if known, ok := s.holders[sub]; ok {
		h.Wallets = known.Wallets
	}
	h.Role, _ = claims["role"].(string)
	ctx.Values().Set("holder", h)
	ctx.Values().Set("user_id", sub)
	r := ctx.Request()
	ctx.ResetRequest(r.WithContext(context.WithValue(r.Context(), holderKey{}, sub)))
	ctx.Next()
}

func caller(ctx iris.Context) *holder {
	h, ok := ctx.Values().Get("holder").(*holder)
	if !ok {
		return &holder{}
	}
	return h
}

func userID(ctx iris.Context) string { return ctx.Values().GetString("user_id") }

func role(name string) iris.Handler {
	return func(ctx iris.Context) {
		if caller(ctx).Role != name {
			ctx.StopWithStatus(iris.StatusForbidden)
			return
		}
		ctx.Next()
	}
}

// Handler is the whole application: two people, a wallet each.
func Handler(key []byte) (http.Handler, error) {
	s := &server{
		key: key,
		wallets: map[int64]*wallet{
			1: {ID: 1, HolderID: "alice", Label: "travel"},
			2: {ID: 2, HolderID: "bob", Label: "wedding ring"},
		},
		holders: map[string]*holder{
			"alice": {ID: "alice", Wallets: []int64{1}},
			"bob":   {ID: "bob", Wallets: []int64{2}},
		},
		rates: map[string]string{"eur": "1.00"},
		links: map[string]int64{"pay-me": 2},
	}
	all := counter{s}
	s.bank, s.teller, s.vault = all, all, all
	app := iris.New()
	app.Logger().SetLevel("disable")
	app.Get("/rates/{id}", s.rate)
	app.PartyFunc("/wallets", func(p iris.Party) {
		p.Use(s.authenticate)
		p.Get("/", s.list)
		p.Post("/", s.open)
		s.careless(p)
	})
	s.careful(app.Party("/my", s.authenticate))
	s.nameless(app.Party("/valid", s.valid))
	return app, app.Build()
}

func (s *server) list(ctx iris.Context) {
	own := []*wallet{}
	for _, w := range s.wallets {
		if w.HolderID == userID(ctx) {
			own = append(own, w)
		}
	}
	_ = ctx.JSON(own)
}

func (s *server) open(ctx iris.Context) {
	w := &wallet{ID: int64(len(s.wallets)) + 1, HolderID: userID(ctx), Label: ctx.URLParam("label")}
	s.wallets[w.ID] = w
	ctx.StatusCode(iris.StatusCreated)
	_ = ctx.JSON(w)
}

// counter is where bank, teller and vault are.
type counter struct{ s *server }

func (c counter) Close(id int64) error {
	delete(c.s.wallets, id)
	return nil
}

func (c counter) CloseFor(_ context.Context, holder string, id int64) error {
	w, ok := c.s.wallets[id]
	if !ok || w.HolderID != holder {
		return iris.ErrNotFound
	}
	return c.Close(id)
}

func (c counter) Freeze(ctx context.Context, id int64) error {
	sub, _ := ctx.Value(holderKey{}).(string)
	w, ok := c.s.wallets[id]
	if !ok || w.HolderID != sub {
		return iris.ErrNotFound
	}
	w.Label = "frozen"
	return nil
}
