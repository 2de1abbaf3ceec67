package std

import "go/types"

// upgraders turn a request into a WebSocket.
var upgraders = map[string]map[key]bool{
	// func (u *Upgrader) Upgrade(w http.ResponseWriter, r *http.Request, responseHeader http.Header) (*Conn, error)
	"github.com/gorilla/websocket": {{"Upgrader", "Upgrade"}: true, {"", "Upgrade"}: true},
	// func Accept(w http.ResponseWriter, r *http.Request, opts *AcceptOptions) (*Conn, error)
	"github.com/coder/websocket": {{"", "Accept"}: true},
	"nhooyr.io/websocket":        {{"", "Accept"}: true},
	// func UpgradeHTTP(r *http.Request, w http.ResponseWriter) (net.Conn, *bufio.ReadWriter, Handshake, error)
	"github.com/gobwas/ws": {{"", "UpgradeHTTP"}: true, {"HTTPUpgrader", "Upgrade"}: true},
	// func New(handler func(*Conn), config ...Config) fiber.Handler
	"github.com/gofiber/websocket/v2":      {{"", "New"}: true, {"", "IsWebSocketUpgrade"}: true},
	"github.com/gofiber/contrib/websocket": {{"", "New"}: true, {"", "IsWebSocketUpgrade"}: true},
	// func (m *Melody) HandleRequest(w http.ResponseWriter, r *http.Request) error
	"github.com/olahol/melody": {{"Melody", "HandleRequest"}: true, {"Melody", "HandleRequestWithKeys"}: true},
}

// Upgrades reports whether a function turns a request into a WebSocket, or asks
// whether the request is to become one.
func Upgrades(fn *types.Func) bool {
	if fn == nil || fn.Pkg() == nil {
		return false
	}
	return upgraders[fn.Pkg().Path()][key{receiver(fn), fn.Name()}]
}
