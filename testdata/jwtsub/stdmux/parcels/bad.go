package parcels

import (
	"net/http"
	"path"
	"strings"
)

// one takes the beginning away.
func (o *office) one(w http.ResponseWriter, r *http.Request) {
	id := strings.TrimPrefix(r.URL.Path, "/parcels/") // want "jwtsub/weak-evidence"
	p, ok := o.parcels[id]
	if !ok {
		http.NotFound(w, r)
		return
	}
	reply(w, p)
}

// weigh splits.
func (o *office) weigh(w http.ResponseWriter, r *http.Request) {
	parts := strings.Split(r.URL.Path, "/") // want "jwtsub/unchecked-write"
	if len(parts) != 3 {
		http.NotFound(w, r)
		return
	}
	p, ok := o.parcels[parts[2]]
	if !ok {
		http.NotFound(w, r)
		return
	}
	p.Weight = r.FormValue("weight")
	w.WriteHeader(http.StatusNoContent)
}

// drop takes the end.
func (o *office) drop(w http.ResponseWriter, r *http.Request) {
	delete(o.parcels, path.Base(r.URL.Path)) // want "jwtsub/unchecked-write"
	w.WriteHeader(http.StatusNoContent)
}

// cut cuts, and asks whose it is for the answer alone.
func (o *office) cut(w http.ResponseWriter, r *http.Request) {
	id, ok := strings.CutPrefix(r.URL.Path, "/cut/") // want "jwtsub/ineffective"
	p := o.parcels[id]
	if !ok || p == nil {
		http.NotFound(w, r)
		return
	}
	reply(w, map[string]any{"weight": p.Weight, "mine": p.OwnerID == user(r)})
}

// last is what the path ends with.
func last(urlPath string) string { return urlPath[strings.LastIndexByte(urlPath, '/')+1:] }

// burn has a function cut.
func (o *office) burn(w http.ResponseWriter, r *http.Request) {
	delete(o.parcels, last(r.URL.Path)) // want "jwtsub/unchecked-write"
	w.WriteHeader(http.StatusNoContent)
}
