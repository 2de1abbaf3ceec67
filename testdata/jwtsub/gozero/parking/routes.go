package parking

import (
	"net/http"

	"github.com/zeromicro/go-zero/rest"
)

func register(server *rest.Server, secret string, svcCtx *ServiceContext) {
	server.AddRoutes(
		[]rest.Route{
			{Method: http.MethodGet, Path: "/permits", Handler: PermitsHandler(svcCtx)},
			{Method: http.MethodPost, Path: "/permits", Handler: IssueHandler(svcCtx)},
			{Method: http.MethodGet, Path: "/permits/:id", Handler: ShowAnyHandler(svcCtx)},            // want "jwtsub/unchecked-read"
			{Method: http.MethodGet, Path: "/users/:user_id/permits", Handler: OfAnyHandler(svcCtx)},   // want "jwtsub/unchecked-read"
			{Method: http.MethodPut, Path: "/permits/:id", Handler: MoveAnyHandler(svcCtx)},            // want "jwtsub/unchecked-write"
			{Method: http.MethodPost, Path: "/permits/:id/stamp", Handler: StampAnyHandler(svcCtx)},    // want "jwtsub/unchecked-write"
			{Method: http.MethodDelete, Path: "/permits/:id", Handler: RemoveAnyHandler(svcCtx)},       // want "jwtsub/unchecked-write"
			{Method: http.MethodPost, Path: "/permits/:id/revoke", Handler: RevokeAnyHandler(svcCtx)},  // want "jwtsub/unchecked-write"
			{Method: http.MethodGet, Path: "/permits/:id/peek", Handler: PeekAnyHandler(svcCtx)},       // want "jwtsub/ineffective"
			{Method: http.MethodDelete, Path: "/permits/:id/late", Handler: RemoveLateHandler(svcCtx)}, // want "jwtsub/ineffective"
		},
		rest.WithJwt(secret),
	)
	server.AddRoutes(
		[]rest.Route{
			{Method: http.MethodGet, Path: "/permits/:id", Handler: ShowOwnHandler(svcCtx)},
			{Method: http.MethodGet, Path: "/users/:user_id/permits", Handler: OfOwnHandler(svcCtx)},
			{Method: http.MethodPut, Path: "/permits/:id", Handler: MoveOwnHandler(svcCtx)},
			{Method: http.MethodPost, Path: "/permits/:id/stamp", Handler: StampOwnHandler(svcCtx)},
			{Method: http.MethodPost, Path: "/permits/:id/revoke", Handler: RevokeOwnHandler(svcCtx)},
			{Method: http.MethodPost, Path: "/permits/:id/pause", Handler: PauseOwnHandler(svcCtx)},
			{Method: http.MethodGet, Path: "/permits/:id/peek", Handler: PeekOwnHandler(svcCtx)},
			{Method: http.MethodPost, Path: "/permits/:id/ping", Handler: PingHandler(svcCtx)},
			{Method: http.MethodGet, Path: "/zones/:id", Handler: ZoneHandler(svcCtx)},
		},
		rest.WithJwt(secret), rest.WithPrefix("/own"),
	)
	server.AddRoutes(
		rest.WithMiddlewares([]rest.Middleware{ownerOnly(svcCtx)},
			rest.Route{Method: http.MethodDelete, Path: "/checked/:id", Handler: RemoveCheckedHandler(svcCtx)},
		),
		rest.WithJwt(secret),
	)
	server.AddRoutes(
		rest.WithMiddleware(adminOnly,
			rest.Route{Method: http.MethodDelete, Path: "/admin/:id", Handler: RemoveCheckedHandler(svcCtx)},
		),
		rest.WithJwt(secret),
	)
	// No token is asked for here.
	server.AddRoute(rest.Route{Method: http.MethodGet, Path: "/zones/:id", Handler: ZoneHandler(svcCtx)})
}
