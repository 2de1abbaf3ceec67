package devices

import (
	"context"
	"fmt"
	"log/slog"
	"net/http"
	"slices"
)

// me is for the person themselves.
func (a *app) me(w http.ResponseWriter, r *http.Request) {
	id := r.PathValue("id")
	if userOf(r) != id {
		http.Error(w, "not you", http.StatusForbidden)
		return
	}
	answer(w, a.devices.ownedBy(id))
}

func (a *app) showOwn(w http.ResponseWriter, r *http.Request) {
	id, err := deviceID(r)
	if err != nil {
		http.Error(w, err.Error(), http.StatusNotFound)
		return
	}
	d, err := a.devices.get(id)
	if err != nil || d.OwnerID != userOf(r) {
		http.Error(w, "not your device", http.StatusNotFound)
		return
	}
	answer(w, d)
}

// mine compares for those who only want to know.
func (a *app) mine(r *http.Request, id int) bool {
	d, err := a.devices.get(id)
	return err == nil && d.OwnerID == userOf(r)
}

func (a *app) updateOwn(w http.ResponseWriter, r *http.Request) {
	id := number(r.PathValue("id"))
	if !a.mine(r, id) {
		http.Error(w, "not your device", http.StatusForbidden)
		return
	}
	a.devices.rename(id, r.URL.Query().Get("name"))
	w.WriteHeader(http.StatusNoContent)
}

func removeOwn(devices *registry) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		d, err := devices.getOwn(userOf(r), number(r.PathValue("id")))
		if err != nil {
			http.Error(w, err.Error(), http.StatusNotFound)
			return
		}
		devices.remove(d.ID)
		w.WriteHeader(http.StatusNoContent)
	}
}

func (a *app) patchOwn(_ http.ResponseWriter, r *http.Request) error {
	return a.updates.doOwn(order{number(r.PathValue("id")), userOf(r), r.URL.Query().Get("name")})
}

func (a *app) rebootOwn(_ http.ResponseWriter, r *http.Request) error {
	return a.updates.rebootOwn(userOf(r), number(r.PathValue("id")))
}

// renameOwn has a helper's error ready for the adapter.
func (a *app) renameOwn(_ http.ResponseWriter, r *http.Request) error {
	d, err := a.devices.get(number(r.PathValue("id")))
	if err != nil {
		return err
	}
	if err := d.check(userOf(r)); err != nil {
		return err
	}
	a.devices.rename(d.ID, r.URL.Query().Get("name"))
	return nil
}

func (a *app) recycleOwn(_ http.ResponseWriter, r *http.Request) error {
	return a.owners.RecycleOwn(userOf(r), number(r.PathValue("id")))
}

func (a *app) wake(_ http.ResponseWriter, r *http.Request) error {
	return a.hub.Wake(r.Context(), number(r.PathValue("id")))
}

func (a *app) readingsOwn(w http.ResponseWriter, r *http.Request) error {
	var value string
	row := a.db.QueryRowContext(r.Context(),
		`SELECT value FROM readings WHERE device_id = $1 AND owner_id = $2`, r.PathValue("id"), userOf(r))
	if err := row.Scan(&value); err != nil {
		return err
	}
	_, err := fmt.Fprintln(w, value)
	return err
}

// calibrateOwn learns from the database whether there was such a row.
func (a *app) calibrateOwn(_ http.ResponseWriter, r *http.Request) error {
	result, err := a.db.ExecContext(r.Context(),
		`UPDATE readings SET value = $1, calibrated_by = $2 WHERE device_id = $3 AND owner_id = $2`,
		r.URL.Query().Get("value"), userOf(r), r.PathValue("id"))
	if err != nil {
		return err
	}
	if n, err := result.RowsAffected(); err != nil || n == 0 {
		return errNoDevice
	}
	return nil
}

func (a *app) lock(w http.ResponseWriter, r *http.Request) {
	if claimsOf(r.Context()).Role != "admin" {
		http.Error(w, "not for you", http.StatusForbidden)
		return
	}
	a.devices.rename(number(r.PathValue("id")), "locked")
	w.WriteHeader(http.StatusNoContent)
}

// log is for administrators, and for owners.
func (a *app) log(w http.ResponseWriter, r *http.Request) {
	caller := claimsOf(r.Context())
	d, err := a.devices.get(number(r.PathValue("id")))
	if err != nil {
		http.Error(w, err.Error(), http.StatusNotFound)
		return
	}
	if caller.Role == "admin" || caller.Subject == d.OwnerID {
		answer(w, []*device{d})
		return
	}
	http.Error(w, "not your device", http.StatusForbidden)
}

// firmware is as the policy says.
func (a *app) firmware(w http.ResponseWriter, r *http.Request) {
	id := r.PathValue("id")
	ok, err := a.enforcer.Enforce(userOf(r), id, "flash")
	if err != nil || !ok {
		http.Error(w, "not for you", http.StatusForbidden)
		return
	}
	a.devices.rename(number(id), "flashed")
	w.WriteHeader(http.StatusNoContent)
}

// caller is the person behind the token.
func (a *app) caller(ctx context.Context) (*person, bool) {
	p, ok := a.people[claimsOf(ctx).Subject]
	return p, ok
}

func (a *app) listed(w http.ResponseWriter, r *http.Request) {
	id := number(r.PathValue("id"))
	caller, ok := a.caller(r.Context())
	if !ok || !slices.Contains(caller.DeviceIDs, id) {
		http.Error(w, "not your device", http.StatusForbidden)
		return
	}
	d, err := a.devices.get(id)
	if err != nil {
		http.Error(w, err.Error(), http.StatusNotFound)
		return
	}
	answer(w, d)
}

// found looks through what the caller has.
func (a *app) found(w http.ResponseWriter, r *http.Request) {
	id := number(r.PathValue("id"))
	own := a.devices.ownedBy(userOf(r))
	i := slices.IndexFunc(own, func(d *device) bool { return d.ID == id })
	if i < 0 {
		http.Error(w, "not your device", http.StatusNotFound)
		return
	}
	answer(w, own[i])
}

// owner stands before handlers that do not compare.
func (a *app) owner(next http.HandlerFunc) http.Handler { return a.ownerOf("id", next) }

// ownerOf does so for any parameter.
func (a *app) ownerOf(param string, next http.HandlerFunc) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		d, err := a.devices.get(number(r.PathValue(param)))
		if err != nil || d.OwnerID != userOf(r) {
			http.Error(w, "not your device", http.StatusForbidden)
			return
		}
		next.ServeHTTP(w, r)
	})
}

func (a *app) send(w http.ResponseWriter, id int) {
	d, err := a.devices.get(id)
	if err != nil {
		http.Error(w, err.Error(), http.StatusNotFound)
		return
	}
	answer(w, d)
}

func (a *app) checked(w http.ResponseWriter, r *http.Request) { a.send(w, number(r.PathValue("id"))) }

func (a *app) removeChecked(_ http.ResponseWriter, r *http.Request) {
	a.devices.remove(number(r.PathValue("id")))
}

func (a *app) told(w http.ResponseWriter, r *http.Request) { a.send(w, number(r.PathValue("device"))) }

// These two are for the role "admin".
func (a *app) any(w http.ResponseWriter, r *http.Request) { a.send(w, number(r.PathValue("id"))) }

func (a *app) removeAny(_ http.ResponseWriter, r *http.Request) {
	a.devices.remove(number(r.PathValue("id")))
}

// ping is for the log.
func ping(w http.ResponseWriter, r *http.Request) {
	slog.InfoContext(r.Context(), "ping", "device", r.PathValue("id"), "by", userOf(r))
	answer(w, map[string]string{"pong": r.PathValue("id")})
}
