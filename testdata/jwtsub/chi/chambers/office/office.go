// Package office puts requests and shelves together.
package office

import (
	"database/sql"
	"net/http"

	"example.com/fixtures/jwtsub/chi/chambers/shelf"
	"example.com/fixtures/jwtsub/chi/chambers/web"
)

// New is the whole office.
func New(key []byte, db *sql.DB) http.Handler {
	return web.Routes(key, shelf.New(db)) // want `tear: .*jwtsub/unchecked-write`
}
