package library

import (
	"context"
	"log"
	"net/http"
	"strconv"

	"github.com/go-chi/chi/v5"
)

// show has the number of a loan and needs no more.
func (l *library) show(w http.ResponseWriter, r *http.Request) {
	id, err := strconv.ParseUint(chi.URLParam(r, "id"), 10, 64) // want "jwtsub/unchecked-read"
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	var loan Loan
	reply(w, &loan, l.db.WithContext(r.Context()).First(&loan, id).Error)
}

func (l *library) prolong(w http.ResponseWriter, r *http.Request) {
	id := chi.URLParam(r, "id") // want "jwtsub/unchecked-write"
	log.Printf("%s has asked for more time", readerID(r.Context()))
	err := l.db.Model(&Loan{}).Where("id = ?", id).Update("due", r.URL.Query().Get("due")).Error
	reply(w, id, err)
}

// giveBack finds out whose loan it was when it is none any more.
func (l *library) giveBack(w http.ResponseWriter, r *http.Request) {
	id := chi.URLParam(r, "id") // want "jwtsub/ineffective"
	var loan Loan
	if err := l.db.First(&loan, "id = ?", id).Error; err != nil {
		http.NotFound(w, r)
		return
	}
	if err := l.db.Delete(&Loan{}, "id = ?", id).Error; err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	if loan.ReaderID != readerID(r.Context()) {
		http.Error(w, "not your loan", http.StatusForbidden)
		return
	}
	w.WriteHeader(http.StatusNoContent)
}

// withLoan loads what the path names; the handlers behind it trust in it.
func (l *library) withLoan(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		var loan Loan
		if err := l.db.First(&loan, "id = ?", chi.URLParam(r, "loan")).Error; err != nil { // want "jwtsub/unchecked-write"
			http.NotFound(w, r)
			return
		}
		next.ServeHTTP(w, r.WithContext(context.WithValue(r.Context(), loanKey, &loan)))
	})
}

func (l *library) prolongFound(w http.ResponseWriter, r *http.Request) {
	loan, ok := r.Context().Value(loanKey).(*Loan)
	if !ok {
		http.NotFound(w, r)
		return
	}
	loan.Due = r.URL.Query().Get("due")
	reply(w, loan, l.db.Save(loan).Error)
}

func (l *library) removeFound(w http.ResponseWriter, r *http.Request) {
	loan, ok := r.Context().Value(loanKey).(*Loan)
	if !ok {
		http.NotFound(w, r)
		return
	}
	reply(w, loan, l.db.Delete(loan).Error)
}

// swap writes the caller into any loan.
func (l *library) swap(w http.ResponseWriter, r *http.Request) {
	id, err := strconv.ParseUint(chi.URLParam(r, "id"), 10, 64) // want "jwtsub/unchecked-write"
	if err != nil {
		http.NotFound(w, r)
		return
	}
	loan := Loan{ID: uint(id), ReaderID: readerID(r.Context()), Book: r.FormValue("book")}
	reply(w, loan, l.overwrite(loan))
}

func (l *library) overwrite(loan Loan) error {
	return l.db.Model(&Loan{ID: loan.ID}).Updates(loan).Error
}
