// Package types has the requests and answers.
package types

// LoanReq names a loan.
type LoanReq struct {
	ID string `path:"id"`
}

// LendReq names a book.
type LendReq struct {
	Book string `form:"book"`
}

// RenewReq names a loan and a day.
type RenewReq struct {
	ID  string `path:"id"`
	Due string `form:"due"`
}

// Loan is a book that somebody has.
type Loan struct {
	ID       string `json:"id"`
	ReaderID string `json:"reader_id"`
	Book     string `json:"book"`
	Due      string `json:"due"`
}
