package lighthouse

import "net/http"

func light(w http.ResponseWriter, r *http.Request) {
	id := r.PathValue("id") // want "path ID \"id\" changes lit unchecked.*jwtsub/unchecked-write"
	if kindle(id, r.FormValue("colour")) != nil {
		http.NotFound(w, r)
	}
}

// kindle changes what it has loaded before it puts it back.
func kindle(id, colour string) error {
	l, err := read(id)
	if err != nil {
		return err
	}
	l.Colour = colour
	lit[id] = l
	return nil
}

func douse(w http.ResponseWriter, r *http.Request) {
	delete(lit, r.PathValue("id")) // want "jwtsub/unchecked-write"
}
