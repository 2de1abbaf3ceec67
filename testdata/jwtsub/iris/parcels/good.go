package parcels

import (
	"github.com/kataras/iris/v12"
	"github.com/kataras/iris/v12/middleware/jwt"
)

func (s *server) showOwn(ctx iris.Context) {
	p, ok := s.parcels[ctx.Params().Get("id")]
	if !ok || p.OwnerID != caller(ctx) {
		ctx.StopWithStatus(iris.StatusNotFound)
		return
	}
	_ = ctx.JSON(p)
}

// dropOwn compares with the subject of the token itself.
func (s *server) dropOwn(ctx iris.Context) {
	id := ctx.Params().Get("id")
	p, ok := s.parcels[id]
	if !ok || p.OwnerID != jwt.GetVerifiedToken(ctx).StandardClaims.Subject {
		ctx.StopWithStatus(iris.StatusNotFound)
		return
	}
	delete(s.parcels, id)
}
