// Package helper sets cookies for others.
package helper

import "net/http"

// Set sets a cookie that scripts can read.
func Set(w http.ResponseWriter, name, value string) string {
	http.SetCookie(w, &http.Cookie{Name: name, Value: value, Secure: true, SameSite: http.SameSiteLaxMode})
	return name
}

// SetClosed sets one that they cannot.
func SetClosed(w http.ResponseWriter, name, value string) string {
	http.SetCookie(w, &http.Cookie{Name: name, Value: value, HttpOnly: true, Secure: true, SameSite: http.SameSiteLaxMode})
	return name
}
