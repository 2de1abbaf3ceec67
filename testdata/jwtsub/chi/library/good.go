package library

import (
	"net/http"
	"strconv"

	"github.com/go-chi/chi/v5"
	"gorm.io/gorm"
)

// loans are the caller's.
func (l *library) loans(r *http.Request) *gorm.DB {
	return l.db.WithContext(r.Context()).Where("reader_id = ?", readerID(r.Context()))
}

func (l *library) showOwn(w http.ResponseWriter, r *http.Request) {
	var loan Loan
	reply(w, &loan, l.loans(r).First(&loan, "id = ?", chi.URLParam(r, "id")).Error)
}

// prolongOwn says both in one map.
func (l *library) prolongOwn(w http.ResponseWriter, r *http.Request) {
	key := map[string]any{"id": chi.URLParam(r, "id"), "reader_id": readerID(r.Context())}
	change := l.db.Model(&Loan{}).Where(key).Update("due", r.URL.Query().Get("due"))
	if change.Error != nil || change.RowsAffected == 0 {
		http.NotFound(w, r)
		return
	}
	w.WriteHeader(http.StatusNoContent)
}

// giveBackOwn compares in time.
func (l *library) giveBackOwn(w http.ResponseWriter, r *http.Request) {
	var loan Loan
	if err := l.db.First(&loan, "id = ?", chi.URLParam(r, "id")).Error; err != nil {
		http.NotFound(w, r)
		return
	}
	if loan.ReaderID != readerID(r.Context()) {
		http.Error(w, "not your loan", http.StatusForbidden)
		return
	}
	reply(w, &loan, l.db.Delete(&loan).Error)
}

// lent lets those through who have lent what the path names.
func (l *library) lent(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		var n int64
		err := l.db.Model(&Loan{}).
			Where("id = ? AND reader_id = ?", chi.URLParam(r, "id"), readerID(r.Context())).Count(&n).Error
		if err != nil || n == 0 {
			http.Error(w, "not your loan", http.StatusForbidden)
			return
		}
		next.ServeHTTP(w, r)
	})
}

func (l *library) remove(w http.ResponseWriter, r *http.Request) {
	reply(w, "removed", l.db.Delete(&Loan{}, "id = ?", chi.URLParam(r, "id")).Error)
}

// Books are nobody's.
func (l *library) book(w http.ResponseWriter, r *http.Request) {
	b, ok := l.books[chi.URLParam(r, "isbn")]
	if !ok {
		http.NotFound(w, r)
		return
	}
	reply(w, b, nil)
}

func (l *library) correct(w http.ResponseWriter, r *http.Request) {
	isbn := chi.URLParam(r, "isbn")
	if _, ok := l.books[isbn]; !ok {
		http.NotFound(w, r)
		return
	}
	l.books[isbn] = book{isbn, r.URL.Query().Get("title")}
	w.WriteHeader(http.StatusNoContent)
}

// Who knows the hash was given it.
func (l *library) shelf(w http.ResponseWriter, r *http.Request) {
	shelf, ok := l.shelves[chi.URLParam(r, "hash")]
	if !ok {
		http.NotFound(w, r)
		return
	}
	reply(w, shelf, nil)
}

// Readers write about themselves for others.
func (l *library) reader(w http.ResponseWriter, r *http.Request) {
	profile, ok := l.readers[chi.URLParam(r, "name")]
	if !ok {
		http.NotFound(w, r)
		return
	}
	reply(w, profile, nil)
}

func (l *library) follow(w http.ResponseWriter, r *http.Request) {
	l.follows[[2]string{readerID(r.Context()), chi.URLParam(r, "name")}] = true
	w.WriteHeader(http.StatusNoContent)
}

func (l *library) unfollow(w http.ResponseWriter, r *http.Request) {
	delete(l.follows, [2]string{readerID(r.Context()), chi.URLParam(r, "name")})
	w.WriteHeader(http.StatusNoContent)
}

// swapOwn writes the caller where the caller is.
func (l *library) swapOwn(w http.ResponseWriter, r *http.Request) {
	id, err := strconv.ParseUint(chi.URLParam(r, "id"), 10, 64)
	if err != nil {
		http.NotFound(w, r)
		return
	}
	loan := Loan{ID: uint(id), ReaderID: readerID(r.Context()), Book: r.FormValue("book")}
	reply(w, loan, l.overwriteOwn(loan))
}

func (l *library) overwriteOwn(loan Loan) error {
	change := l.db.Model(&Loan{ID: loan.ID}).Where("reader_id = ?", loan.ReaderID).Updates(loan)
	if change.Error == nil && change.RowsAffected == 0 {
		return gorm.ErrRecordNotFound
	}
	return change.Error
}

// readBy is a scope.
func readBy(reader string) func(*gorm.DB) *gorm.DB {
	return func(db *gorm.DB) *gorm.DB { return db.Where("reader_id = ?", reader) }
}

func (l *library) showScope(w http.ResponseWriter, r *http.Request) {
	var loan Loan
	err := l.db.Scopes(readBy(readerID(r.Context()))).First(&loan, "id = ?", chi.URLParam(r, "id")).Error
	reply(w, &loan, err)
}
