package parking

import (
	"context"

	"github.com/zeromicro/go-zero/core/logx"
)

// AnyPermitLogic does what it is asked for, whoever asks.
type AnyPermitLogic struct{ logic }

// NewAnyPermitLogic works for one request.
func NewAnyPermitLogic(ctx context.Context, svcCtx *ServiceContext) *AnyPermitLogic {
	return &AnyPermitLogic{logic{ctx, svcCtx}}
}

// Show shows what Permits keeps apart.
func (l *AnyPermitLogic) Show(req *PermitReq) (*Permit, error) {
	return l.svcCtx.Permits.find(l.ctx, req.ID)
}

// Of lists what the user in the path has.
func (l *AnyPermitLogic) Of(req *UserReq) ([]Permit, error) {
	return l.svcCtx.Permits.list(l.ctx, req.UserID)
}

// change is what somebody wants.
type change struct{ id, user, plate string }

func (l *AnyPermitLogic) apply(ch change) error {
	return l.svcCtx.Permits.move(l.ctx, ch.id, ch.plate)
}

// Move names the caller, and apply does not look.
func (l *AnyPermitLogic) Move(req *MoveReq) error {
	return l.apply(change{id: req.ID, user: uidOf(l.ctx), plate: req.Plate})
}

// Stamp has the caller in a column that is set.
func (l *AnyPermitLogic) Stamp(req *PermitReq) error {
	return l.svcCtx.Permits.stamp(l.ctx, req.ID, uidOf(l.ctx))
}

// Remove has the caller in another table.
func (l *AnyPermitLogic) Remove(req *PermitReq) error {
	id := req.ID
	if err := l.svcCtx.Permits.journal(l.ctx, "removed", id, uidOf(l.ctx)); err != nil {
		return err
	}
	return l.svcCtx.Permits.remove(l.ctx, id)
}

// Revoke has an interface that is not told.
func (l *AnyPermitLogic) Revoke(req *PermitReq) error {
	logx.WithContext(l.ctx).Infof("%s revokes", uidOf(l.ctx))
	return l.svcCtx.Revoker.Revoke(req.ID)
}

// Peek finds strangers strange.
func (l *AnyPermitLogic) Peek(req *PermitReq) (*Permit, error) {
	p, err := l.svcCtx.Permits.find(l.ctx, req.ID)
	if err != nil {
		return nil, err
	}
	if p.UserID != uidOf(l.ctx) {
		logx.WithContext(l.ctx).Errorf("%s peeks at %s", uidOf(l.ctx), p.ID)
	}
	return p, nil
}

// RemoveLate says no when it has done it.
func (l *AnyPermitLogic) RemoveLate(req *PermitReq) error {
	p, err := l.svcCtx.Permits.find(l.ctx, req.ID)
	if err != nil {
		return err
	}
	if err := l.svcCtx.Permits.remove(l.ctx, req.ID); err != nil {
		return err
	}
	if p.UserID != uidOf(l.ctx) {
		return errOther
	}
	return nil
}
