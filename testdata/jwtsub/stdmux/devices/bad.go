package devices

import (
	"fmt"
	"log/slog"
	"net/http"
	"strconv"
)

func (a *app) show(w http.ResponseWriter, r *http.Request) {
	id, err := strconv.Atoi(r.PathValue("id")) // want "jwtsub/unchecked-read"
	if err != nil {
		http.Error(w, "no number", http.StatusBadRequest)
		return
	}
	d, err := a.devices.get(id)
	if err != nil {
		http.Error(w, err.Error(), http.StatusNotFound)
		return
	}
	answer(w, d)
}

// update asks whether there is a user, which there always is.
func (a *app) update(w http.ResponseWriter, r *http.Request) {
	if userOf(r) == "" {
		http.Error(w, "who are you?", http.StatusUnauthorized)
		return
	}
	a.devices.rename(number(r.PathValue("id")), r.URL.Query().Get("name")) // want "jwtsub/unchecked-write"
	w.WriteHeader(http.StatusNoContent)
}

func remove(devices *registry) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		devices.remove(number(r.PathValue("id"))) // want "jwtsub/unchecked-write"
		w.WriteHeader(http.StatusNoContent)
	}
}

// deviceID is how most handlers read the parameter.
func deviceID(r *http.Request) (int, error) {
	id, err := strconv.Atoi(r.PathValue("id"))
	if err != nil {
		return 0, errNoDevice
	}
	return id, nil
}

// patch fills in a user; do does not mind whom.
func (a *app) patch(_ http.ResponseWriter, r *http.Request) error {
	id, err := deviceID(r) // want "jwtsub/unchecked-write"
	if err != nil {
		return err
	}
	return a.updates.do(order{Device: id, User: userOf(r), Name: r.URL.Query().Get("name")})
}

func (a *app) reboot(_ http.ResponseWriter, r *http.Request) error {
	return a.updates.reboot(number(r.PathValue("id"))) // want "jwtsub/unchecked-write"
}

// rename signs with the caller's name.
func (a *app) rename(w http.ResponseWriter, r *http.Request) {
	d, err := a.devices.get(number(r.PathValue("id"))) // want "jwtsub/unchecked-write"
	if err != nil {
		http.Error(w, err.Error(), http.StatusNotFound)
		return
	}
	a.devices.put(&device{ID: d.ID, OwnerID: d.OwnerID, Name: r.URL.Query().Get("name"), RenamedBy: userOf(r)})
	w.WriteHeader(http.StatusNoContent)
}

func (a *app) unlink(w http.ResponseWriter, r *http.Request) {
	id := number(r.PathValue("id")) // want "jwtsub/unchecked-write"
	slog.InfoContext(r.Context(), "unlinked", "device", id, "by", userOf(r))
	a.devices.rename(id, "unlinked")
	w.WriteHeader(http.StatusNoContent)
}

func (a *app) reset(w http.ResponseWriter, r *http.Request) {
	id := number(r.PathValue("id")) // want "jwtsub/unchecked-write"
	a.devices.rename(id, "reset")
	answer(w, map[string]any{"id": id, "by": userOf(r)})
}

func (a *app) recycle(_ http.ResponseWriter, r *http.Request) error {
	return a.recycler.Recycle(number(r.PathValue("id"))) // want "jwtsub/unchecked-write"
}

// paint is for the role "user".
func (a *app) paint(w http.ResponseWriter, r *http.Request) {
	a.devices.rename(number(r.PathValue("id")), "painted") // want "jwtsub/unchecked-write"
	w.WriteHeader(http.StatusNoContent)
}

func (a *app) readings(w http.ResponseWriter, r *http.Request) error {
	var value string
	row := a.db.QueryRowContext(r.Context(),
		`SELECT value FROM readings WHERE device_id = $1`, r.PathValue("id")) // want "jwtsub/unchecked-read"
	if err := row.Scan(&value); err != nil {
		return err
	}
	_, err := fmt.Fprintln(w, value)
	return err
}

// calibrate has the user among the new values.
func (a *app) calibrate(_ http.ResponseWriter, r *http.Request) error {
	id := r.PathValue("id") // want "jwtsub/unchecked-write"
	_, err := a.db.ExecContext(r.Context(),
		`UPDATE readings SET value = $1, calibrated_by = $2 WHERE device_id = $3`,
		r.URL.Query().Get("value"), userOf(r), id)
	return err
}

func (a *app) devicesOf(w http.ResponseWriter, r *http.Request) {
	answer(w, a.devices.ownedBy(r.PathValue("user_id"))) // want "jwtsub/unchecked-read"
}

// peek tells the log about strangers.
func (a *app) peek(w http.ResponseWriter, r *http.Request) {
	d, err := a.devices.get(number(r.PathValue("id"))) // want "jwtsub/ineffective"
	if err != nil {
		http.Error(w, err.Error(), http.StatusNotFound)
		return
	}
	if err := d.check(userOf(r)); err != nil {
		slog.WarnContext(r.Context(), err.Error(), "user", userOf(r))
	}
	answer(w, d)
}

// keeper makes sure that the owner is the owner.
func (a *app) keeper(w http.ResponseWriter, r *http.Request) {
	d, err := a.devices.get(number(r.PathValue("id"))) // want "jwtsub/ineffective"
	if err != nil {
		http.Error(w, err.Error(), http.StatusNotFound)
		return
	}
	owner, ok := a.people[d.OwnerID]
	if !ok || d.check(owner.ID) != nil {
		http.Error(w, "not your device", http.StatusForbidden)
		return
	}
	answer(w, d)
}

// removeNow lacks a return.
func (a *app) removeNow(w http.ResponseWriter, r *http.Request) {
	d, err := a.devices.get(number(r.PathValue("id"))) // want "jwtsub/ineffective"
	if err != nil {
		http.Error(w, err.Error(), http.StatusNotFound)
		return
	}
	if d.OwnerID != userOf(r) {
		http.Error(w, "not your device", http.StatusForbidden)
	}
	a.devices.remove(d.ID)
}

// removeLate has it at the wrong end.
func (a *app) removeLate(w http.ResponseWriter, r *http.Request) {
	id := number(r.PathValue("id")) // want "jwtsub/ineffective"
	d, err := a.devices.get(id)
	if err != nil {
		http.Error(w, err.Error(), http.StatusNotFound)
		return
	}
	a.devices.remove(id)
	if d.OwnerID != userOf(r) {
		http.Error(w, "not your device", http.StatusForbidden)
		return
	}
	w.WriteHeader(http.StatusNoContent)
}
