// Package quay puts the program together: only here are both in view, the
// interface that the harbour calls and the store that stands behind it.
package quay

import (
	"database/sql"
	"net/http"

	"example.com/fixtures/jwtsub/stdmux/quay/harbour"
	"example.com/fixtures/jwtsub/stdmux/quay/office"
	"example.com/fixtures/jwtsub/stdmux/quay/store"
)

// Handler is the whole application.
func Handler(key []byte, db *sql.DB) http.Handler {
	mux := http.NewServeMux()
	office.New(key, harbour.New(store.New(db))).Routes(mux) // want "jwtsub/unchecked-write"
	return mux
}
