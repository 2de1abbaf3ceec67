package logic

import (
	"example.com/fixtures/jwtsub/gozero/loans/internal/svc"
	"example.com/fixtures/jwtsub/gozero/loans/internal/types"
)

// Show shows any loan.
func (l *LoansLogic) Show(req *types.LoanReq) (*types.Loan, error) {
	loan, err := l.svcCtx.Loans.Find(req.ID)
	return &loan, err
}

// Renew renews any loan.
func (l *LoansLogic) Renew(req *types.RenewReq) error {
	loan, err := l.svcCtx.Loans.Find(req.ID)
	if err != nil {
		return err
	}
	loan.Due = req.Due
	l.svcCtx.Loans.Save(loan)
	return nil
}

// End ends any loan, and then looks whose it was.
func (l *LoansLogic) End(req *types.LoanReq) error {
	loan, err := l.svcCtx.Loans.Find(req.ID)
	if err != nil {
		return err
	}
	l.svcCtx.Loans.End(req.ID)
	if loan.ReaderID != l.reader() {
		return svc.ErrReader
	}
	return nil
}
