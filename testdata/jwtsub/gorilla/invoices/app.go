// Package invoices bills customers. Its handlers write their SQL themselves.
package invoices

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"net/http"
	"strings"

	"github.com/casbin/casbin/v2"
	"github.com/casbin/casbin/v2/model"
	"github.com/golang-jwt/jwt/v5"
	"github.com/gorilla/mux"
)

// Invoice is what a customer is to pay.
type Invoice struct {
	ID     string `json:"id"`
	UserID string `json:"user_id"`
	Total  string `json:"total"`
	State  string `json:"state"`
}

// user is the caller, with what the database knows of them.
type user struct {
	ID         string
	Role       string
	InvoiceIDs []string
}

type books struct {
	db       *sql.DB
	clerk    clerk
	printer  printer
	archive  archive
	mailer   mailer
	enforcer *casbin.Enforcer
}

type userKey struct{}

func (b *books) authenticate(key []byte) mux.MiddlewareFunc {
	return func(next http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			var claims struct {
				Role string `json:"role"`
				jwt.RegisteredClaims
			}
			_, err := jwt.ParseWithClaims(strings.TrimPrefix(r.Header.Get("Authorization"), "Bearer "), &claims,
				func(*jwt.Token) (any, error) { return key, nil }, jwt.WithValidMethods([]string{"HS256"}))
			if err != nil {
				http.Error(w, "who are you?", http.StatusUnauthorized)
				return
			}
			caller, err := b.load(r.Context(), claims.Subject)
			if err != nil {
				http.Error(w, err.Error(), http.StatusInternalServerError)
				return
			}
			caller.Role = claims.Role
			next.ServeHTTP(w, r.WithContext(context.WithValue(r.Context(), userKey{}, caller)))
		})
	}
}

// load makes the user whom a token names.
func (b *books) load(ctx context.Context, id string) (*user, error) {
	u := &user{ID: id}
	own, err := b.query(ctx, `SELECT id, user_id, total, state FROM invoices WHERE user_id = $1`, id)
	for _, i := range own {
		u.InvoiceIDs = append(u.InvoiceIDs, i.ID)
	}
	return u, err
}

// currentUser is the user behind the request; nobody if there is no token.
func currentUser(ctx context.Context) *user {
	if u, ok := ctx.Value(userKey{}).(*user); ok {
		return u
	}
	return new(user)
}

func (b *books) query(ctx context.Context, text string, args ...any) ([]Invoice, error) {
	rows, err := b.db.QueryContext(ctx, text, args...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	found := []Invoice{}
	for rows.Next() {
		var i Invoice
		if err := rows.Scan(&i.ID, &i.UserID, &i.Total, &i.State); err != nil {
			return nil, err
		}
		found = append(found, i)
	}
	return found, rows.Err()
}

var errNone = errors.New("no such invoice")

func affected(result sql.Result, err error) error {
	if err != nil {
		return err
	}
	if n, err := result.RowsAffected(); err != nil || n == 0 {
		return errNone
	}
	return nil
}

func send(w http.ResponseWriter, v any, err error) {
	if err != nil {
		http.Error(w, err.Error(), http.StatusNotFound)
		return
	}
	if err := json.NewEncoder(w).Encode(v); err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
	}
}

func newEnforcer() *casbin.Enforcer {
	m := model.NewModel()
	m.AddDef("r", "r", "sub, obj")
	m.AddDef("p", "p", "sub, obj")
	m.AddDef("e", "e", "some(where (p.eft == allow))")
	m.AddDef("m", "m", "r.sub == p.sub && r.obj == p.obj")
	e, err := casbin.NewEnforcer(m)
	if err != nil {
		panic(err)
	}
	if _, err := e.AddPolicy("bob", "i2"); err != nil {
		panic(err)
	}
	return e
}

// Handler is the whole application on the invoices of db.
func Handler(key []byte, db *sql.DB) http.Handler {
	b := &books{db: db, clerk: clerk{db}, printer: clerk{db}, archive: clerk{db}, mailer: clerk{db}, enforcer: newEnforcer()}
	r := mux.NewRouter()
	r.HandleFunc("/pay/{token}", b.byToken).Methods("GET")
	r.HandleFunc("/offers/{id}", b.offer).Methods("GET")
	own := r.PathPrefix("/own").Subrouter()
	own.Use(b.authenticate(key))
	b.careful(own)
	rest := r.NewRoute().Subrouter()
	rest.Use(b.authenticate(key))
	rest.HandleFunc("/invoices", b.list).Methods("GET")
	rest.HandleFunc("/invoices", b.bill).Methods("POST")
	b.careless(rest)
	return r
}

func (b *books) careless(r *mux.Router) {
	r.HandleFunc("/invoices/{id}", b.show).Methods("GET")
	r.HandleFunc("/invoices/{id}", b.void).Methods("DELETE")
	r.HandleFunc("/invoices/{id}", b.amend).Methods("PUT")
	r.HandleFunc("/invoices/{id}", b.change).Methods(http.MethodPatch)
	r.HandleFunc("/invoices/{id}/pay", b.pay).Methods("POST")
	r.HandleFunc("/invoices/{id}/remind", b.remind).Methods("POST")
	r.HandleFunc("/invoices/{id}/dispute", b.dispute).Methods("POST")
	r.HandleFunc("/invoices/{id}/refund", b.refund).Methods("POST")
	r.Handle("/invoices/{id}/print", counted(http.HandlerFunc(b.print))).Methods("POST")
	r.Handle("/invoices/{id}/csv", csv(b.db)).Methods("GET")
	r.HandleFunc("/invoices/{id}/waive", b.waive).Methods("POST")
	r.Handle("/invoices/{id}/settle", only("user", b.settle)).Methods("POST")
	r.HandleFunc("/customers/{customer_id}/invoices", b.billsOf).Methods("GET")
	r.HandleFunc("/customers/{customer_id}/invoices", b.forget).Methods("DELETE")

	r.HandleFunc("/invoices/{id}/glance", b.glance).Methods("GET")
	r.HandleFunc("/invoices/{id}/payer", b.payer).Methods("GET")
	r.HandleFunc("/invoices/{id}/late", b.late).Methods("DELETE")
	r.HandleFunc("/invoices/{id}/now", b.now).Methods("DELETE")
}

func (b *books) careful(r *mux.Router) {
	r.HandleFunc("/users/{id}", b.me).Methods("GET")
	r.HandleFunc("/invoices/{id}", b.showOwn).Methods("GET")
	r.HandleFunc("/invoices/{id}", b.voidOwn).Methods("DELETE")
	r.HandleFunc("/invoices/{id}", b.amendOwn).Methods("PUT")
	r.HandleFunc("/invoices/{id}", b.changeOwn).Methods("PATCH")
	r.HandleFunc("/invoices/{id}/pay", b.payOwn).Methods("POST")
	r.HandleFunc("/invoices/{id}/remind", b.remindOwn).Methods("POST")
	r.HandleFunc("/invoices/{id}/archive", b.archiveOwn).Methods("POST")
	r.HandleFunc("/invoices/{id}/mail", b.mail).Methods("POST")
	r.HandleFunc("/invoices/{id}/refund", b.refundOwn).Methods("POST")
	r.HandleFunc("/invoices/{id}/lines/{line}", b.dropLine).Methods("DELETE")
	r.HandleFunc("/invoices/{id}/listed", b.listed).Methods("GET")
	r.HandleFunc("/invoices/{id}/approve", b.approve).Methods("POST")
	r.HandleFunc("/invoices/{id}/audit", b.audit).Methods("GET")
	r.HandleFunc("/invoices/{id}/cancel", b.cancel).Methods("POST")
	r.HandleFunc("/invoices/{id}/viewed", viewed).Methods("POST")
	r.HandleFunc("/customers/{customer_id}/invoices/{id}", b.ofCustomer).Methods("GET")

	checked := r.PathPrefix("/checked/{id}").Subrouter()
	checked.Use(b.owner)
	checked.HandleFunc("/invoice", b.showChecked).Methods("GET")
	checked.HandleFunc("/invoice", b.voidChecked).Methods("DELETE")
	r.Handle("/told/{invoice}", b.ownerOf("invoice")(http.HandlerFunc(b.told))).Methods("GET")
	r.Handle("/staff/invoices/{id}", only("admin", b.showAny)).Methods("GET")

	r.HandleFunc("/offers/{id}", b.offer).Methods("GET")
	r.HandleFunc("/offers/{id}/like", b.like).Methods("POST")
	r.HandleFunc("/offers/{id}/like", b.unlike).Methods("DELETE")
	r.HandleFunc("/people/{id}", b.profile).Methods("GET")
}

func (b *books) list(w http.ResponseWriter, r *http.Request) {
	own, err := b.query(r.Context(), `SELECT id, user_id, total, state FROM invoices WHERE user_id = $1`,
		currentUser(r.Context()).ID)
	send(w, own, err)
}

func (b *books) bill(w http.ResponseWriter, r *http.Request) {
	i := Invoice{ID: r.URL.Query().Get("id"), UserID: currentUser(r.Context()).ID, Total: r.URL.Query().Get("total")}
	_, err := b.db.ExecContext(r.Context(), `INSERT INTO invoices (id, user_id, total, state) VALUES ($1, $2, $3, 'open')`,
		i.ID, i.UserID, i.Total)
	send(w, i, err)
}
