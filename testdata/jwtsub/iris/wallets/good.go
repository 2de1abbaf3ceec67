package wallets

import (
	"log"
	"slices"

	"github.com/kataras/iris/v12"
)

func (s *server) careful(p iris.Party) {
	p.Get("/holders/{id}", s.self)
	p.Get("/wallets/{id:int64}", s.showOwn)
	p.Put("/wallets/{id:int64}", s.relabelOwn)
	p.Delete("/wallets/{id:int64}", s.closeOwn)
	p.Post("/wallets/{id:int64}/freeze", s.freeze)
	p.Get("/wallets/{id:int64}/listed", s.listed)
	p.Get("/wallets/{id:int64}/history", s.history)
	checked := p.Party("/checked/{id:int64}", s.owner)
	checked.Get("/", s.showChecked)
	checked.Delete("/", s.closeChecked)
	p.Party("/admin", role("admin")).Delete("/wallets/{id:int64}", s.closeAny)
	p.Get("/rates/{id}", s.rate)
	p.Get("/links/{code}", s.linked)
	p.Post("/wallets/{id:int64}/ping", ping)
}

func (s *server) self(ctx iris.Context) {
	id := ctx.Params().Get("id")
	if id != userID(ctx) {
		ctx.StopWithText(iris.StatusForbidden, "not you")
		return
	}
	_ = ctx.JSON(s.holders[id].Wallets)
}

func (s *server) showOwn(ctx iris.Context) {
	id, err := ctx.Params().GetInt64("id")
	if err != nil {
		ctx.StopWithStatus(iris.StatusBadRequest)
		return
	}
	w, ok := s.wallets[id]
	if !ok {
		ctx.NotFound()
		return
	}
	if w.HolderID != userID(ctx) {
		ctx.StopWithJSON(iris.StatusForbidden, iris.Map{"error": "not your wallet"})
		return
	}
	_ = ctx.JSON(w)
}

// own finds the wallet for its holder; all others have their answer.
func (s *server) own(ctx iris.Context) (*wallet, bool) {
	w, ok := s.wallets[walletID(ctx)]
	if !ok {
		ctx.NotFound()
		return nil, false
	}
	if w.HolderID != caller(ctx).ID {
		ctx.StopWithStatus(iris.StatusForbidden)
		return nil, false
	}
	return w, true
}

func (s *server) relabelOwn(ctx iris.Context) {
	w, ok := s.own(ctx)
	if !ok {
		return
	}
	w.Label = ctx.URLParam("label")
}

func (s *server) closeOwn(ctx iris.Context) {
	if err := s.teller.CloseFor(ctx.Request().Context(), userID(ctx), walletID(ctx)); err != nil {
		ctx.StopWithError(iris.StatusNotFound, err)
	}
}

func (s *server) freeze(ctx iris.Context) {
	if err := s.vault.Freeze(ctx.Request().Context(), walletID(ctx)); err != nil {
		ctx.StopWithError(iris.StatusNotFound, err)
	}
}

// listed asks what the caller is known to have.
func (s *server) listed(ctx iris.Context) {
	id := walletID(ctx)
	if !slices.Contains(caller(ctx).Wallets, id) {
		ctx.StopWithStatus(iris.StatusForbidden)
		return
	}
	_ = ctx.JSON(s.wallets[id])
}

// history is for the bank's people and the holder.
func (s *server) history(ctx iris.Context) {
	w, ok := s.wallets[walletID(ctx)]
	if !ok {
		ctx.NotFound()
		return
	}
	if h := caller(ctx); h.Role == "admin" || w.HolderID == h.ID {
		_ = ctx.JSON([]*wallet{w})
		return
	}
	ctx.StopWithStatus(iris.StatusForbidden)
}

// owner stands before what does not ask.
func (s *server) owner(ctx iris.Context) {
	if _, ok := s.own(ctx); !ok {
		return
	}
	ctx.Next()
}

func (s *server) showChecked(ctx iris.Context)  { _ = ctx.JSON(s.wallets[walletID(ctx)]) }
func (s *server) closeChecked(ctx iris.Context) { delete(s.wallets, walletID(ctx)) }
func (s *server) closeAny(ctx iris.Context)     { delete(s.wallets, walletID(ctx)) }

// A rate is the same for all.
func (s *server) rate(ctx iris.Context) {
	value, ok := s.rates[ctx.Params().Get("id")]
	if !ok {
		ctx.NotFound()
		return
	}
	ctx.WriteString(value)
}

// linked shows a wallet to those who were given the code.
func (s *server) linked(ctx iris.Context) {
	id, ok := s.links[ctx.Params().Get("code")]
	if !ok {
		ctx.NotFound()
		return
	}
	_ = ctx.JSON(s.wallets[id])
}

func ping(ctx iris.Context) {
	log.Printf("%s waits for %d", userID(ctx), walletID(ctx))
	ctx.WriteString("pong")
}
