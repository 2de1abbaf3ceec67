package wallets

import (
	"log"

	"github.com/golang-jwt/jwt/v5"
	"github.com/kataras/iris/v12"
)

func (s *server) careless(p iris.Party) {
	p.Get("/{id:int64}", s.show)
	p.Put("/{id:int64}", s.relabel)
	p.Delete("/{id:int64}", s.close)
	p.Post("/{id:int64}/seen", s.seen)
	p.Post("/{id:int64}/reset", role("user"), s.reset)
	p.Get("/{id:int64}/label", label(s.wallets))
	p.Get("/of/{user_id}", s.walletsOf)
	p.Get("/{id:int64}/glance", s.glance)
	p.Delete("/{id:int64}/now", s.closeNow)
	p.Delete("/{id:int64}/late", s.closeLate)
}

// walletID reads the parameter.
func walletID(ctx iris.Context) int64 { return ctx.Params().GetInt64Default("id", 0) }

func (s *server) show(ctx iris.Context) {
	id, err := ctx.Params().GetInt64("id") // want "jwtsub/unchecked-read"
	if err != nil {
		ctx.StopWithStatus(iris.StatusBadRequest)
		return
	}
	w, ok := s.wallets[id]
	if !ok {
		ctx.NotFound()
		return
	}
	_ = ctx.JSON(w)
}

func (s *server) relabel(ctx iris.Context) {
	w, ok := s.wallets[walletID(ctx)] // want "jwtsub/unchecked-write"
	if !ok {
		ctx.NotFound()
		return
	}
	w.Label = ctx.URLParam("label")
	log.Printf("%s relabels %d", userID(ctx), w.ID)
}

// close is done by a bank that knows numbers.
func (s *server) close(ctx iris.Context) {
	if err := s.bank.Close(walletID(ctx)); err != nil { // want "jwtsub/unchecked-write"
		ctx.StopWithError(iris.StatusNotFound, err)
	}
}

// seen leaves the caller's name.
func (s *server) seen(ctx iris.Context) {
	w, ok := s.wallets[walletID(ctx)] // want "jwtsub/unchecked-write"
	if !ok {
		ctx.NotFound()
		return
	}
	w.SeenBy = caller(ctx).ID
}

// reset is for the role of all.
func (s *server) reset(ctx iris.Context) {
	w, ok := s.wallets[walletID(ctx)] // want "jwtsub/unchecked-write"
	if !ok {
		ctx.NotFound()
		return
	}
	w.Label = "reset"
	_ = ctx.JSON(iris.Map{"wallet": w.ID, "by": userID(ctx)})
}

func label(wallets map[int64]*wallet) iris.Handler {
	return func(ctx iris.Context) {
		w, ok := wallets[walletID(ctx)] // want "jwtsub/unchecked-read"
		if !ok {
			ctx.NotFound()
			return
		}
		ctx.WriteString(w.Label)
	}
}

// walletsOf shows what the person in the path has.
func (s *server) walletsOf(ctx iris.Context) {
	user := ctx.Params().Get("user_id") // want "jwtsub/unchecked-read"
	all := []*wallet{}
	for _, w := range s.wallets {
		if w.HolderID == user {
			all = append(all, w)
		}
	}
	_ = ctx.JSON(all)
}

// glance is noted.
func (s *server) glance(ctx iris.Context) {
	w, ok := s.wallets[walletID(ctx)] // want "jwtsub/ineffective"
	if !ok {
		ctx.NotFound()
		return
	}
	if w.HolderID != userID(ctx) {
		log.Printf("%s glances at %d", userID(ctx), w.ID)
	}
	_ = ctx.JSON(w)
}

// closeNow stops those that come after it.
func (s *server) closeNow(ctx iris.Context) {
	id := walletID(ctx) // want "jwtsub/ineffective"
	if w, ok := s.wallets[id]; ok && w.HolderID != userID(ctx) {
		ctx.StopWithStatus(iris.StatusForbidden)
	}
	delete(s.wallets, id)
}

// closeLate stops when it is closed.
func (s *server) closeLate(ctx iris.Context) {
	id := walletID(ctx) // want "jwtsub/ineffective"
	w, ok := s.wallets[id]
	if !ok {
		ctx.NotFound()
		return
	}
	delete(s.wallets, id)
	if w.HolderID != userID(ctx) {
		ctx.StopWithStatus(iris.StatusForbidden)
	}
}

// valid says that there is a token.
func (s *server) valid(ctx iris.Context) {
	if err := s.parse(ctx, jwt.MapClaims{}); err != nil { // want "jwtsub/no-identity"
		ctx.StopWithStatus(iris.StatusUnauthorized)
		return
	}
	ctx.Next()
}

func (s *server) nameless(p iris.Party) {
	p.Get("/wallets/{id:int64}", s.showNameless)
	p.Delete("/wallets/{id:int64}", s.closeNameless)
}

func (s *server) showNameless(ctx iris.Context) {
	w, ok := s.wallets[walletID(ctx)]
	if !ok {
		ctx.NotFound()
		return
	}
	_ = ctx.JSON(w)
}

func (s *server) closeNameless(ctx iris.Context) { delete(s.wallets, walletID(ctx)) }
