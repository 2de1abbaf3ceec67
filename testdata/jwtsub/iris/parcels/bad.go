package parcels

import (
	"github.com/kataras/iris/v12"
	"github.com/kataras/iris/v12/middleware/jwt"
)

func (s *server) show(ctx iris.Context) {
	p, ok := s.parcels[ctx.Params().Get("id")] // want "jwtsub/unchecked-read"
	if !ok {
		ctx.StopWithStatus(iris.StatusNotFound)
		return
	}
	_ = ctx.JSON(p)
}

func (s *server) drop(ctx iris.Context) {
	delete(s.parcels, ctx.Params().Get("id")) // want "jwtsub/unchecked-write"
}

// move reads the subject, for the log only.
func (s *server) move(ctx iris.Context) {
	token := jwt.GetVerifiedToken(ctx)
	ctx.Application().Logger().Infof("%s moves a parcel", token.StandardClaims.Subject)
	p, ok := s.parcels[ctx.Params().Get("id")] // want "jwtsub/unchecked-write"
	if !ok {
		ctx.StopWithStatus(iris.StatusNotFound)
		return
	}
	p.Door = ctx.URLParam("door")
}
