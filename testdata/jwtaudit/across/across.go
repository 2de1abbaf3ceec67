// Package across verifies, answers and logs with functions of other packages.
package across

import (
	"net/http"

	"example.com/fixtures/jwtaudit/across/answer"
	"example.com/fixtures/jwtaudit/across/guard"
	"example.com/fixtures/jwtaudit/across/note"
	"example.com/fixtures/jwtaudit/across/service"
)

// Vulnerable gives the error to a function that answers and does nothing else.
func Vulnerable(w http.ResponseWriter, r *http.Request) {
	claims, err := guard.Quiet(r.Header.Get("Authorization")) // want `a forged token is refused.*\(jwtaudit/silent\)`
	if err != nil {
		answer.Unauthorized(w, r, err)
		return
	}
	_, _ = w.Write([]byte(claims.Subject))
}

// Written has another function write it down.
func Written(w http.ResponseWriter, r *http.Request) {
	claims, err := guard.Quiet(r.Header.Get("Authorization"))
	if err != nil {
		note.Down("refused " + r.RemoteAddr)
		answer.Unauthorized(w, r, err)
		return
	}
	_, _ = w.Write([]byte(claims.Subject))
}

// Noted is told of what has been written down.
func Noted(w http.ResponseWriter, r *http.Request) {
	claims, err := guard.Noted(r.Header.Get("Authorization"))
	if err != nil {
		answer.Unauthorized(w, r, err)
		return
	}
	_, _ = w.Write([]byte(claims.Subject))
}

// VulnerableLayers is two packages away from the verification.
func VulnerableLayers(sessions service.Sessions) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		user, err := sessions.Current(r.Header.Get("Authorization")) // want `a forged token is refused`
		switch {
		case err != nil:
			answer.Unauthorized(w, r, err)
		default:
			_, _ = w.Write([]byte(user.Name))
		}
	}
}
