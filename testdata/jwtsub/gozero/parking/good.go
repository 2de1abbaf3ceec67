package parking

import (
	"context"
	"net/http"

	"github.com/zeromicro/go-zero/core/logx"
	"github.com/zeromicro/go-zero/rest/httpx"
	"github.com/zeromicro/go-zero/rest/pathvar"
)

// OwnPermitLogic does it for those whose permit it is.
type OwnPermitLogic struct{ logic }

// NewOwnPermitLogic works for one request.
func NewOwnPermitLogic(ctx context.Context, svcCtx *ServiceContext) *OwnPermitLogic {
	return &OwnPermitLogic{logic{ctx, svcCtx}}
}

// Show compares what it has found.
func (l *OwnPermitLogic) Show(req *PermitReq) (*Permit, error) {
	p, err := l.svcCtx.Permits.find(l.ctx, req.ID)
	if err != nil {
		return nil, err
	}
	if p.UserID != uidOf(l.ctx) {
		return nil, errOther
	}
	return p, nil
}

// Of is for the user in the path.
func (l *OwnPermitLogic) Of(req *UserReq) ([]Permit, error) {
	if req.UserID != uidOf(l.ctx) {
		return nil, errOther
	}
	return l.svcCtx.Permits.list(l.ctx, req.UserID)
}

// own says whether the caller may.
func (l *OwnPermitLogic) own(id string) error {
	_, err := l.svcCtx.Permits.findOf(l.ctx, uidOf(l.ctx), id)
	return err
}

// Move asks first.
func (l *OwnPermitLogic) Move(req *MoveReq) error {
	if err := l.own(req.ID); err != nil {
		return err
	}
	return l.svcCtx.Permits.move(l.ctx, req.ID, req.Plate)
}

// Stamp has both in the condition.
func (l *OwnPermitLogic) Stamp(req *PermitReq) error {
	return l.svcCtx.Permits.moveOf(l.ctx, uidOf(l.ctx), req.ID, "stamped")
}

// Revoke tells both.
func (l *OwnPermitLogic) Revoke(req *PermitReq) error {
	return l.svcCtx.Own.RevokeOf(uidOf(l.ctx), req.ID)
}

// Pause lets the context tell.
func (l *OwnPermitLogic) Pause(req *PermitReq) error {
	return l.svcCtx.Pauser.Pause(l.ctx, req.ID)
}

// Peek is for the warden and the user.
func (l *OwnPermitLogic) Peek(req *PermitReq) (*Permit, error) {
	p, err := l.svcCtx.Permits.find(l.ctx, req.ID)
	if err != nil {
		return nil, err
	}
	if role, _ := l.ctx.Value("role").(string); role != "admin" && p.UserID != uidOf(l.ctx) {
		return nil, errOther
	}
	return p, nil
}

// Ping only says what it was asked.
func (l *OwnPermitLogic) Ping(req *PermitReq) (string, error) {
	logx.WithContext(l.ctx).Infof("%s asks for %s", uidOf(l.ctx), req.ID)
	return req.ID, nil
}

// ZoneLogic is about zones, which are for all.
type ZoneLogic struct{ logic }

// NewZoneLogic works for one request.
func NewZoneLogic(ctx context.Context, svcCtx *ServiceContext) *ZoneLogic {
	return &ZoneLogic{logic{ctx, svcCtx}}
}

// Zone shows one.
func (l *ZoneLogic) Zone(req *PermitReq) (string, error) {
	name, ok := l.svcCtx.Zones[req.ID]
	if !ok {
		return "", errNone
	}
	return name, nil
}

// CheckedLogic relies on what stands before it.
type CheckedLogic struct{ logic }

// NewCheckedLogic works for one request.
func NewCheckedLogic(ctx context.Context, svcCtx *ServiceContext) *CheckedLogic {
	return &CheckedLogic{logic{ctx, svcCtx}}
}

// Remove stands behind ownerOnly, and behind adminOnly.
func (l *CheckedLogic) Remove(req *PermitReq) error {
	return l.svcCtx.Permits.remove(l.ctx, req.ID)
}

// ownerOnly is middleware for the permit in the path.
func ownerOnly(svcCtx *ServiceContext) func(http.HandlerFunc) http.HandlerFunc {
	return func(next http.HandlerFunc) http.HandlerFunc {
		return func(w http.ResponseWriter, r *http.Request) {
			p, err := svcCtx.Permits.find(r.Context(), pathvar.Vars(r)["id"])
			if err != nil {
				httpx.ErrorCtx(r.Context(), w, err)
				return
			}
			if p.UserID != uidOf(r.Context()) {
				httpx.ErrorCtx(r.Context(), w, errOther)
				return
			}
			next(w, r)
		}
	}
}

// adminOnly is middleware for the warden.
func adminOnly(next http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if role, ok := r.Context().Value("role").(string); !ok || role != "admin" {
			httpx.ErrorCtx(r.Context(), w, errOther)
			return
		}
		next(w, r)
	}
}
