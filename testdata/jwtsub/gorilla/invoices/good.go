package invoices

import (
	"errors"
	"log"
	"net/http"
	"slices"

	"github.com/gorilla/mux"
)

func (b *books) me(w http.ResponseWriter, r *http.Request) {
	id := mux.Vars(r)["id"]
	if caller := currentUser(r.Context()); caller.ID != id {
		http.Error(w, "not you", http.StatusForbidden)
		return
	}
	u, err := b.load(r.Context(), id)
	send(w, u, err)
}

// showOwn has a SELECT that takes both.
func (b *books) showOwn(w http.ResponseWriter, r *http.Request) {
	var i Invoice
	err := b.db.QueryRowContext(r.Context(),
		`SELECT id, user_id, total, state FROM invoices WHERE id = $1 AND user_id = $2`,
		mux.Vars(r)["id"], currentUser(r.Context()).ID).Scan(&i.ID, &i.UserID, &i.Total, &i.State)
	send(w, i, err)
}

func (b *books) voidOwn(w http.ResponseWriter, r *http.Request) {
	id, caller := mux.Vars(r)["id"], currentUser(r.Context())
	err := affected(b.db.ExecContext(r.Context(), `DELETE FROM invoices WHERE user_id = $1 AND id = $2`, caller.ID, id))
	send(w, "void", err)
}

var errNotYours = errors.New("not your invoice")

func (u *user) mayChange(i *Invoice) error {
	if i.UserID != u.ID {
		return errNotYours
	}
	return nil
}

// amendOwn asks the caller whether they may.
func (b *books) amendOwn(w http.ResponseWriter, r *http.Request) {
	i, err := b.clerk.find(r.Context(), mux.Vars(r)["id"])
	if err != nil {
		http.NotFound(w, r)
		return
	}
	if err := currentUser(r.Context()).mayChange(i); err != nil {
		http.Error(w, err.Error(), http.StatusForbidden)
		return
	}
	_, err = b.db.Exec("UPDATE invoices SET total = ? WHERE id = ?", r.URL.Query().Get("total"), i.ID)
	send(w, i.ID, err)
}

func (b *books) changeOwn(w http.ResponseWriter, r *http.Request) {
	t := &task{Asker: currentUser(r.Context()).ID, State: r.URL.Query().Get("state")}
	t.Invoice = mux.Vars(r)["id"]
	send(w, t.State, b.clerk.performOwn(r.Context(), t))
}

// payOwn has the caller both among the values and in the condition.
func (b *books) payOwn(w http.ResponseWriter, r *http.Request) {
	caller := currentUser(r.Context()).ID
	err := affected(b.db.ExecContext(r.Context(),
		`UPDATE invoices SET state = 'paid', paid_by = $1 WHERE id = $2 AND user_id = $3`,
		caller, mux.Vars(r)["id"], caller))
	send(w, "paid", err)
}

func (b *books) remindOwn(w http.ResponseWriter, r *http.Request) {
	err := b.clerk.remindOwn(r.Context(), currentUser(r.Context()).ID, mux.Vars(r)["id"])
	send(w, "reminded", err)
}

func (b *books) archiveOwn(w http.ResponseWriter, r *http.Request) {
	send(w, "archived", b.archive.ArchiveOwn(currentUser(r.Context()).ID, mux.Vars(r)["id"]))
}

func (b *books) mail(w http.ResponseWriter, r *http.Request) {
	send(w, "mailed", b.mailer.Mail(r.Context(), mux.Vars(r)["id"]))
}

// owns is for those who need no reason.
func (b *books) owns(r *http.Request, id string) bool {
	var n int
	err := b.db.QueryRowContext(r.Context(), `SELECT COUNT(*) FROM invoices WHERE id = $1 AND user_id = $2`,
		id, currentUser(r.Context()).ID).Scan(&n)
	return err == nil && n > 0
}

func (b *books) refundOwn(w http.ResponseWriter, r *http.Request) {
	id := invoiceID(r)
	if !b.owns(r, id) {
		http.Error(w, "not your invoice", http.StatusForbidden)
		return
	}
	send(w, id, b.clerk.mark(r.Context(), id, "refunded"))
}

// dropLine has a condition within the condition.
func (b *books) dropLine(w http.ResponseWriter, r *http.Request) {
	vars := mux.Vars(r)
	const drop = `DELETE FROM lines WHERE id = $1 AND invoice_id = $2
		AND invoice_id IN (SELECT id FROM invoices WHERE user_id = $3)`
	err := affected(b.db.ExecContext(r.Context(), drop, vars["line"], vars["id"], currentUser(r.Context()).ID))
	send(w, "dropped", err)
}

func (b *books) listed(w http.ResponseWriter, r *http.Request) {
	id := mux.Vars(r)["id"]
	if caller := currentUser(r.Context()); !slices.Contains(caller.InvoiceIDs, id) {
		http.Error(w, "not your invoice", http.StatusForbidden)
		return
	}
	i, err := b.clerk.find(r.Context(), id)
	send(w, i, err)
}

func (b *books) approve(w http.ResponseWriter, r *http.Request) {
	id := mux.Vars(r)["id"]
	if ok, err := b.enforcer.Enforce(currentUser(r.Context()).ID, id); err != nil || !ok {
		http.Error(w, "not for you", http.StatusForbidden)
		return
	}
	send(w, "approved", b.clerk.mark(r.Context(), id, "approved"))
}

// audit is for administrators and for the customer.
func (b *books) audit(w http.ResponseWriter, r *http.Request) {
	i, err := b.clerk.find(r.Context(), mux.Vars(r)["id"])
	caller := currentUser(r.Context())
	if err != nil || caller.Role != "admin" && i.UserID != caller.ID {
		http.NotFound(w, r)
		return
	}
	send(w, i, nil)
}

// cancel is for administrators.
func (b *books) cancel(w http.ResponseWriter, r *http.Request) {
	if currentUser(r.Context()).Role != "admin" {
		http.Error(w, "not for you", http.StatusForbidden)
		return
	}
	send(w, "cancelled", b.clerk.mark(r.Context(), mux.Vars(r)["id"], "cancelled"))
}

func viewed(w http.ResponseWriter, r *http.Request) {
	log.Printf("%s has seen %s", currentUser(r.Context()).ID, mux.Vars(r)["id"])
	send(w, map[string]string{"seen": mux.Vars(r)["id"]}, nil)
}

// ofCustomer looks within what the caller was checked for.
func (b *books) ofCustomer(w http.ResponseWriter, r *http.Request) {
	vars := mux.Vars(r)
	customer := vars["customer_id"]
	if customer != currentUser(r.Context()).ID {
		http.Error(w, "not you", http.StatusForbidden)
		return
	}
	found, err := b.query(r.Context(),
		`SELECT id, user_id, total, state FROM invoices WHERE id = $1 AND user_id = $2`, vars["id"], customer)
	send(w, found, err)
}

func (b *books) owner(next http.Handler) http.Handler { return b.ownerOf("id")(next) }

func (b *books) ownerOf(param string) mux.MiddlewareFunc {
	return func(next http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			if !b.owns(r, mux.Vars(r)[param]) {
				http.Error(w, "not your invoice", http.StatusForbidden)
				return
			}
			next.ServeHTTP(w, r)
		})
	}
}

// These four stand behind something that has checked.
func (b *books) showChecked(w http.ResponseWriter, r *http.Request) {
	i, err := b.clerk.find(r.Context(), mux.Vars(r)["id"])
	send(w, i, err)
}

func (b *books) voidChecked(w http.ResponseWriter, r *http.Request) {
	_, err := b.db.Exec(`DELETE FROM invoices WHERE id = $1`, mux.Vars(r)["id"])
	send(w, "void", err)
}

func (b *books) told(w http.ResponseWriter, r *http.Request) {
	i, err := b.clerk.find(r.Context(), mux.Vars(r)["invoice"])
	send(w, i, err)
}

func (b *books) showAny(w http.ResponseWriter, r *http.Request) {
	i, err := b.clerk.find(r.Context(), mux.Vars(r)["id"])
	send(w, i, err)
}

// offer is for everybody, with a token and without.
func (b *books) offer(w http.ResponseWriter, r *http.Request) {
	var text string
	err := b.db.QueryRowContext(r.Context(), `SELECT text FROM offers WHERE id = $1`, mux.Vars(r)["id"]).Scan(&text)
	send(w, text, err)
}

// like adds and unlike takes away what is the caller's.
func (b *books) like(w http.ResponseWriter, r *http.Request) {
	_, err := b.db.ExecContext(r.Context(), `INSERT INTO likes (user_id, offer_id) VALUES ($1, $2)`,
		currentUser(r.Context()).ID, mux.Vars(r)["id"])
	send(w, "liked", err)
}

func (b *books) unlike(w http.ResponseWriter, r *http.Request) {
	_, err := b.db.ExecContext(r.Context(), `DELETE FROM likes WHERE user_id = $1 AND offer_id = $2`,
		currentUser(r.Context()).ID, mux.Vars(r)["id"])
	send(w, "no longer liked", err)
}

// profile is what people show of themselves.
func (b *books) profile(w http.ResponseWriter, r *http.Request) {
	var bio string
	err := b.db.QueryRowContext(r.Context(), `SELECT bio FROM profiles WHERE id = $1`, mux.Vars(r)["id"]).Scan(&bio)
	send(w, bio, err)
}

// byToken is for whoever has the link of the letter.
func (b *books) byToken(w http.ResponseWriter, r *http.Request) {
	var total string
	err := b.db.QueryRowContext(r.Context(), `SELECT total FROM invoices WHERE pay_token = $1`, mux.Vars(r)["token"]).Scan(&total)
	send(w, total, err)
}
