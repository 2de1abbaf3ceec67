package invoices

import (
	"database/sql"
	"fmt"
	"log"
	"net/http"

	"github.com/gorilla/mux"
)

func (b *books) show(w http.ResponseWriter, r *http.Request) {
	vars := mux.Vars(r)
	found, err := b.query(r.Context(),
		`SELECT id, user_id, total, state FROM invoices WHERE id = $1`, vars["id"]) // want "jwtsub/unchecked-read"
	send(w, found, err)
}

// void leaves a line with the caller's name in another table.
func (b *books) void(w http.ResponseWriter, r *http.Request) {
	id := mux.Vars(r)["id"] // want "jwtsub/unchecked-write"
	caller := currentUser(r.Context())
	_, err := b.db.ExecContext(r.Context(), `INSERT INTO journal (who, invoice_id) VALUES ($1, $2)`, caller.ID, id)
	if err == nil {
		err = affected(b.db.ExecContext(r.Context(), `DELETE FROM invoices WHERE id = $1`, id))
	}
	send(w, "void", err)
}

// amend has a transaction, which is no permission.
func (b *books) amend(w http.ResponseWriter, r *http.Request) {
	id, ok := mux.Vars(r)["id"] // want "jwtsub/unchecked-write"
	if !ok {
		http.NotFound(w, r)
		return
	}
	tx, err := b.db.BeginTx(r.Context(), nil)
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	defer tx.Rollback()
	if _, err := tx.Exec("UPDATE invoices SET total = ? WHERE id = ?", r.URL.Query().Get("total"), id); err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	send(w, id, tx.Commit())
}

// change has a task that names its asker, for nothing.
func (b *books) change(w http.ResponseWriter, r *http.Request) {
	t := &task{Asker: currentUser(r.Context()).ID, State: r.URL.Query().Get("state")}
	t.Invoice = mux.Vars(r)["id"] // want "jwtsub/unchecked-write"
	send(w, t.State, b.clerk.perform(r.Context(), t))
}

// pay sets who has paid.
func (b *books) pay(w http.ResponseWriter, r *http.Request) {
	id := mux.Vars(r)["id"] // want "jwtsub/unchecked-write"
	err := affected(b.db.ExecContext(r.Context(),
		`UPDATE invoices SET state = 'paid', paid_by = $1 WHERE id = $2`, currentUser(r.Context()).ID, id))
	send(w, "paid", err)
}

func (b *books) remind(w http.ResponseWriter, r *http.Request) {
	send(w, "reminded", b.clerk.remind(r.Context(), mux.Vars(r)["id"])) // want "jwtsub/unchecked-write"
}

// dispute writes to the log.
func (b *books) dispute(w http.ResponseWriter, r *http.Request) {
	id := mux.Vars(r)["id"] // want "jwtsub/unchecked-write"
	log.Printf("%s disputes %s", currentUser(r.Context()).ID, id)
	send(w, "disputed", b.clerk.mark(r.Context(), id, "disputed"))
}

// invoiceID is for handlers that do not know gorilla.
func invoiceID(r *http.Request) string { return mux.Vars(r)["id"] }

// refund tells the caller who they are.
func (b *books) refund(w http.ResponseWriter, r *http.Request) {
	id := invoiceID(r) // want "jwtsub/unchecked-write"
	err := b.clerk.mark(r.Context(), id, "refunded")
	send(w, map[string]string{"invoice": id, "asked_by": currentUser(r.Context()).ID}, err)
}

func counted(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		log.Print(r.Method, " ", r.URL)
		next.ServeHTTP(w, r)
	})
}

// print goes through an interface that learns nothing but the ID.
func (b *books) print(w http.ResponseWriter, r *http.Request) {
	send(w, "printed", b.printer.Print(mux.Vars(r)["id"])) // want "jwtsub/unchecked-write"
}

func csv(db *sql.DB) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		var total, state string
		id := mux.Vars(r)["id"] // want "jwtsub/unchecked-read"
		row := db.QueryRow("SELECT total, state FROM invoices WHERE id = ?", id)
		if err := row.Scan(&total, &state); err != nil {
			http.NotFound(w, r)
			return
		}
		fmt.Fprintf(w, "%s;%s\n", total, state)
	}
}

// only is for one role.
func only(role string, next http.HandlerFunc) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if currentUser(r.Context()).Role != role {
			http.Error(w, "not for you", http.StatusForbidden)
			return
		}
		next(w, r)
	})
}

// settle is for the role "user".
func (b *books) settle(w http.ResponseWriter, r *http.Request) {
	send(w, "settled", b.clerk.mark(r.Context(), mux.Vars(r)["id"], "settled")) // want "jwtsub/unchecked-write"
}

func (b *books) billsOf(w http.ResponseWriter, r *http.Request) {
	customer := mux.Vars(r)["customer_id"] // want "jwtsub/unchecked-read"
	bills, err := b.query(r.Context(), `SELECT id, user_id, total, state FROM invoices WHERE user_id = $1`, customer)
	send(w, bills, err)
}

func (b *books) forget(w http.ResponseWriter, r *http.Request) {
	customer := mux.Vars(r)["customer_id"] // want "jwtsub/unchecked-write"
	_, err := b.db.ExecContext(r.Context(), `DELETE FROM invoices WHERE user_id = $1`, customer)
	send(w, "forgotten", err)
}

// glance writes down that it should not have.
func (b *books) glance(w http.ResponseWriter, r *http.Request) {
	i, err := b.clerk.find(r.Context(), mux.Vars(r)["id"]) // want "jwtsub/ineffective"
	if err != nil {
		http.NotFound(w, r)
		return
	}
	if caller := currentUser(r.Context()); caller.ID != i.UserID && caller.Role != "admin" {
		log.Printf("%s sees an invoice of %s", caller.ID, i.UserID)
	}
	send(w, i, nil)
}

// payer asks whether the invoice's user has the invoice.
func (b *books) payer(w http.ResponseWriter, r *http.Request) {
	i, err := b.clerk.find(r.Context(), mux.Vars(r)["id"]) // want "jwtsub/ineffective"
	if err != nil {
		http.NotFound(w, r)
		return
	}
	payer, err := b.load(r.Context(), i.UserID)
	if err != nil || payer.ID != i.UserID {
		http.Error(w, "not your invoice", http.StatusForbidden)
		return
	}
	send(w, i, nil)
}

func (b *books) late(w http.ResponseWriter, r *http.Request) {
	id := mux.Vars(r)["id"] // want "jwtsub/ineffective"
	i, err := b.clerk.find(r.Context(), id)
	if err != nil {
		http.NotFound(w, r)
		return
	}
	if _, err := b.db.Exec(`DELETE FROM invoices WHERE id = $1`, id); err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	if i.UserID != currentUser(r.Context()).ID {
		http.Error(w, "not your invoice", http.StatusForbidden)
		return
	}
	w.WriteHeader(http.StatusNoContent)
}

func (b *books) now(w http.ResponseWriter, r *http.Request) {
	id := mux.Vars(r)["id"] // want "jwtsub/ineffective"
	i, err := b.clerk.find(r.Context(), id)
	if err != nil {
		http.NotFound(w, r)
		return
	}
	if i.UserID != currentUser(r.Context()).ID {
		http.Error(w, "not your invoice", http.StatusForbidden)
	}
	if _, err := b.db.Exec(`DELETE FROM invoices WHERE id = $1`, id); err != nil {
		log.Print(err)
	}
}

// waive has the policy's answer for the log alone.
func (b *books) waive(w http.ResponseWriter, r *http.Request) {
	id := mux.Vars(r)["id"] // want "jwtsub/ineffective"
	ok, err := b.enforcer.Enforce(currentUser(r.Context()).ID, id)
	log.Println("waives", id, ok, err)
	send(w, "waived", b.clerk.mark(r.Context(), id, "waived"))
}
