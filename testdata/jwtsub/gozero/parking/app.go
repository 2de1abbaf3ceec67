// Package parking has permits to park, in SQL, on go-zero: the shape is that
// of goctl, in one package. A handler binds a request and has a logic do the
// work, which knows the caller from its context.
package parking

import (
	"context"
	"database/sql"
	"errors"
	"net/http"

	"github.com/zeromicro/go-zero/rest"
	"github.com/zeromicro/go-zero/rest/httpx"
)

// PermitReq is a permit in the path.
type PermitReq struct {
	ID string `path:"id"`
}

// MoveReq is a permit and what is to change.
type MoveReq struct {
	ID    string `path:"id"`
	Plate string `form:"plate"`
}

// UserReq is somebody in the path.
type UserReq struct {
	UserID string `path:"user_id"`
}

// Permit is one row.
type Permit struct {
	ID     string `json:"id"`
	UserID string `json:"user_id"`
	Plate  string `json:"plate"`
}

var (
	errNone  = errors.New("no such permit")
	errOther = errors.New("somebody else's permit")
)

// Revoker revokes by ID.
type Revoker interface{ Revoke(id string) error }

// OwnRevoker revokes what is a user's.
type OwnRevoker interface {
	RevokeOf(user, id string) error
}

// Pauser finds the user in the context.
type Pauser interface {
	Pause(ctx context.Context, id string) error
}

// ServiceContext is what logics work with.
type ServiceContext struct {
	Permits *permits
	Revoker Revoker
	Own     OwnRevoker
	Pauser  Pauser
	Zones   map[string]string
}

// Server is the application on the permits in db.
func Server(key []byte, db *sql.DB) (*rest.Server, error) {
	httpx.SetErrorHandlerCtx(func(_ context.Context, err error) (int, any) {
		switch {
		case errors.Is(err, errNone):
			return http.StatusNotFound, err
		case errors.Is(err, errOther):
			return http.StatusForbidden, err
		}
		return http.StatusBadRequest, err
	})
	all := &permits{db}
	svcCtx := &ServiceContext{
		Permits: all, Revoker: all, Own: all, Pauser: all,
		Zones: map[string]string{"z1": "old town"},
	}
	server, err := rest.NewServer(rest.RestConf{})
	if err != nil {
		return nil, err
	}
	register(server, string(key), svcCtx)
	return server, nil
}

// uidOf is the claim uid, which the server has put into the context.
func uidOf(ctx context.Context) string {
	uid, _ := ctx.Value("uid").(string)
	return uid
}

type logic struct {
	ctx    context.Context
	svcCtx *ServiceContext
}

// PermitsLogic lists the caller's permits and issues new ones.
type PermitsLogic struct{ logic }

// NewPermitsLogic works for one request.
func NewPermitsLogic(ctx context.Context, svcCtx *ServiceContext) *PermitsLogic {
	return &PermitsLogic{logic{ctx, svcCtx}}
}

// Permits lists.
func (l *PermitsLogic) Permits() ([]Permit, error) {
	return l.svcCtx.Permits.list(l.ctx, uidOf(l.ctx))
}

// Issue issues.
func (l *PermitsLogic) Issue(req *MoveReq) error {
	return l.svcCtx.Permits.add(l.ctx, Permit{ID: req.Plate, UserID: uidOf(l.ctx), Plate: req.Plate})
}
