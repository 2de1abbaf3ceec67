// Package logic is what happens when a request has been understood.
package logic

import (
	"context"

	"example.com/fixtures/jwtsub/gozero/loans/internal/svc"
	"example.com/fixtures/jwtsub/gozero/loans/internal/types"
)

// LoansLogic lists and lends.
type LoansLogic struct {
	ctx    context.Context
	svcCtx *svc.ServiceContext
}

// NewLoansLogic is for one request.
func NewLoansLogic(ctx context.Context, svcCtx *svc.ServiceContext) *LoansLogic {
	return &LoansLogic{ctx, svcCtx}
}

func (l *LoansLogic) reader() string {
	uid, _ := l.ctx.Value("uid").(string)
	return uid
}

// Loans are the reader's.
func (l *LoansLogic) Loans() ([]types.Loan, error) { return l.svcCtx.Loans.Of(l.reader()), nil }

// Lend lends to the reader.
func (l *LoansLogic) Lend(req *types.LendReq) error {
	l.svcCtx.Loans.Save(types.Loan{ID: l.reader() + "-" + req.Book, ReaderID: l.reader(), Book: req.Book})
	return nil
}
