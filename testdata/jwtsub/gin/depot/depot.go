// Package depot puts handlers, office and racks together, which know each other
// by interfaces only: here is where it can be seen who is behind them.
package depot

import (
	"net/http"

	"example.com/fixtures/jwtsub/gin/depot/routes"
	"example.com/fixtures/jwtsub/gin/depot/service"
	"example.com/fixtures/jwtsub/gin/depot/store"
)

// Name is what the application is called; no finding stands here.
const Name = routes.Name

// Handler is the whole application: two customers, a pallet each.
func Handler(key []byte) http.Handler {
	office := service.New(store.New())
	return routes.New(key, office) // want `Pallets.Show: .*jwtsub/unchecked-read` `Pallets.Relabel: .*jwtsub/unchecked-write` `Pallets.Ship: .*jwtsub/unchecked-write`
}
