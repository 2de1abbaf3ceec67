package parcels

import (
	"net/http"
	"path"
	"strings"
)

func (o *office) ownOne(w http.ResponseWriter, r *http.Request) {
	p, ok := o.parcels[strings.TrimPrefix(r.URL.Path, "/own/parcels/")]
	if !ok || p.OwnerID != user(r) {
		http.NotFound(w, r)
		return
	}
	reply(w, p)
}

func (o *office) weighOwn(w http.ResponseWriter, r *http.Request) {
	parts := strings.Split(strings.Trim(r.URL.Path, "/"), "/")
	if len(parts) != 3 {
		http.NotFound(w, r)
		return
	}
	p, ok := o.parcels[parts[2]]
	if !ok || p.OwnerID != user(r) {
		http.NotFound(w, r)
		return
	}
	p.Weight = r.FormValue("weight")
	w.WriteHeader(http.StatusNoContent)
}

func (o *office) dropOwn(w http.ResponseWriter, r *http.Request) {
	id := path.Base(r.URL.Path)
	if p, ok := o.parcels[id]; !ok || p.OwnerID != user(r) {
		http.NotFound(w, r)
		return
	}
	delete(o.parcels, id)
	w.WriteHeader(http.StatusNoContent)
}

var pages = map[string]string{"post": "we bring it", "fetch": "you fetch it"}

// help is for all, whatever is cut out of the path.
func help(w http.ResponseWriter, r *http.Request) {
	page, ok := pages[strings.TrimPrefix(r.URL.Path, "/help/")]
	if !ok {
		http.NotFound(w, r)
		return
	}
	reply(w, page)
}
