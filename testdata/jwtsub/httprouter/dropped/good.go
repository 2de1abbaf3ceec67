package dropped

import (
	"context"
	"io"
	"net/http"

	"github.com/golang-jwt/jwt/v5"
	"github.com/julienschmidt/httprouter"
)

// checked is content with any token, and so is the weather.
func (d *desk) checked(next httprouter.Handle) httprouter.Handle {
	return func(w http.ResponseWriter, r *http.Request, ps httprouter.Params) {
		if _, err := d.parse(r, jwt.MapClaims{}); err != nil {
			http.Error(w, "who are you?", http.StatusUnauthorized)
			return
		}
		next(w, r, ps)
	}
}

func weather(w http.ResponseWriter, _ *http.Request, _ httprouter.Params) { io.WriteString(w, "rain") }

// identified passes user and role on.
func (d *desk) identified(next httprouter.Handle) httprouter.Handle {
	return func(w http.ResponseWriter, r *http.Request, ps httprouter.Params) {
		claims := jwt.MapClaims{}
		if _, err := d.parse(r, claims); err != nil {
			http.Error(w, "who are you?", http.StatusUnauthorized)
			return
		}
		ctx := context.WithValue(r.Context(), userKey{}, claims["sub"])
		ctx = context.WithValue(ctx, roleKey{}, claims["role"])
		next(w, r.WithContext(ctx), ps)
	}
}

// told passes the user on as an argument.
func (d *desk) told(next func(w http.ResponseWriter, r *http.Request, ps httprouter.Params, user string)) httprouter.Handle {
	return func(w http.ResponseWriter, r *http.Request, ps httprouter.Params) {
		var claims jwt.RegisteredClaims
		if _, err := d.parse(r, &claims); err != nil {
			http.Error(w, "who are you?", http.StatusUnauthorized)
			return
		}
		next(w, r, ps, claims.Subject)
	}
}

func (d *desk) readOwn(w http.ResponseWriter, r *http.Request, ps httprouter.Params) {
	found, ok := d.diaries[ps.ByName("id")]
	if user, known := r.Context().Value(userKey{}).(string); !ok || !known || found.UserID != user {
		http.NotFound(w, r)
		return
	}
	io.WriteString(w, found.Text)
}

func (d *desk) writeOwn(w http.ResponseWriter, r *http.Request, ps httprouter.Params, user string) {
	if found, ok := d.diaries[ps.ByName("id")]; ok && found.UserID == user {
		found.Text = r.URL.Query().Get("text")
		return
	}
	http.NotFound(w, r)
}
