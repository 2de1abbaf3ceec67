package logic

import (
	"example.com/fixtures/jwtsub/gozero/loans/internal/svc"
	"example.com/fixtures/jwtsub/gozero/loans/internal/types"
)

// own finds a loan of the reader's.
func (l *LoansLogic) own(id string) (types.Loan, error) {
	loan, err := l.svcCtx.Loans.Find(id)
	if err != nil {
		return loan, err
	}
	if loan.ReaderID != l.reader() {
		return types.Loan{}, svc.ErrReader
	}
	return loan, nil
}

// ShowOwn shows the reader's.
func (l *LoansLogic) ShowOwn(req *types.LoanReq) (*types.Loan, error) {
	loan, err := l.own(req.ID)
	return &loan, err
}

// RenewOwn renews the reader's.
func (l *LoansLogic) RenewOwn(req *types.RenewReq) error {
	loan, err := l.own(req.ID)
	if err != nil {
		return err
	}
	loan.Due = req.Due
	l.svcCtx.Loans.Save(loan)
	return nil
}

// EndOwn looks first.
func (l *LoansLogic) EndOwn(req *types.LoanReq) error {
	if _, err := l.own(req.ID); err != nil {
		return err
	}
	l.svcCtx.Loans.End(req.ID)
	return nil
}
