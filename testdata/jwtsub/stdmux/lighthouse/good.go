package lighthouse

import (
	"net/http"
	"time"
)

// byCache puts what it has read by, through a function.
func byCache(id string) (lamp, error) {
	if l, ok := cacheLamps[id]; ok {
		return l, nil
	}
	l, err := read(id)
	if err == nil {
		remember(l)
	}
	return l, err
}

func remember(l lamp) { cacheLamps[l.ID] = l }

// byRecent does it by itself.
func byRecent(id string) (lamp, error) {
	if l, ok := recent[id]; ok {
		return l, nil
	}
	l, err := read(id)
	if err != nil {
		return lamp{}, err
	}
	recent[id] = l
	return l, nil
}

// ownCached lets those pass whose lamp it is.
func ownCached(next http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		l, err := byCache(r.PathValue("id"))
		if err != nil || l.KeeperID != keeper(r) {
			http.Error(w, "not your lamp", http.StatusForbidden)
			return
		}
		next(w, r)
	}
}

// ownRecent lets those pass whose lamp it is.
func ownRecent(next http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		l, err := byRecent(r.PathValue("id"))
		if err != nil || l.KeeperID != keeper(r) {
			http.Error(w, "not your lamp", http.StatusForbidden)
			return
		}
		next(w, r)
	}
}

// shut is for the keeper; that somebody asked is written down before.
func shut(w http.ResponseWriter, r *http.Request) {
	id := r.PathValue("id")
	seen[id] = time.Now()
	l, err := byRecent(id)
	if err != nil || l.KeeperID != keeper(r) {
		http.Error(w, "not your lamp", http.StatusForbidden)
		return
	}
	if _, err := db.Exec(`UPDATE lamps SET colour = 'none' WHERE id = $1`, id); err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
	}
}
