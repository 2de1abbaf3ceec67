// Attack forges tokens and says what becomes of them: one line for each
// category and way in, with the word accepted or refused.
package main

import (
	"fmt"
	"log"
	"net/http"
	"net/http/httptest"
	"time"

	"example.com/fixtures/exploits/forge"
	"example.com/fixtures/fixes/lab"
)

var key = []byte("a key of the desk, long enough for HS256")

// token is as the desk issues it, but for the change.
func token(change func(forge.Payload)) forge.Payload {
	p := forge.Payload{"sub": "mallory", "aud": "orders", "iss": "https://login.example", "exp": time.Now().Add(time.Hour).Unix()}
	change(p)
	return p
}

func main() {
	desk := lab.NewDesk(key)
	honest, err := desk.Issue("alice")
	if err != nil {
		log.Fatal(err)
	}
	forged := []struct{ category, token string }{
		{"honest", honest},
		{"jwtalg", forge.HS512(key, token(func(forge.Payload) {}))},
		{"jwtaud", forge.HS256(key, token(func(p forge.Payload) { p["aud"] = "billing" }))},
		{"jwtiss", forge.HS256(key, token(func(p forge.Payload) { p["iss"] = "https://evil.example" }))},
	}
	ways := []struct {
		name   string
		verify func(string) (string, error)
	}{{"called", desk.Called}, {"parsed", desk.Parsed}, {"emptied", desk.Emptied}}
	for _, f := range forged {
		for _, way := range ways {
			_, err := way.verify(f.token)
			fmt.Println(f.category, way.name, outcome(err == nil))
		}
	}
	fmt.Println("jwtsub cancel", outcome(cancels(desk)))
}

// cancels reports whether somebody can cancel another's order.
func cancels(desk *lab.Desk) bool {
	orders := &lab.Orders{Desk: desk, All: map[string]*lab.Order{"7": {ID: "7", OwnerID: "alice"}}}
	mux := http.NewServeMux()
	orders.Routes(mux)
	mallory, err := desk.Issue("mallory")
	if err != nil {
		log.Fatal(err)
	}
	r := httptest.NewRequest(http.MethodDelete, "/orders/7", nil)
	r.Header.Set("Token", mallory)
	mux.ServeHTTP(httptest.NewRecorder(), r)
	return orders.All["7"] == nil
}

func outcome(ok bool) string {
	if ok {
		return "accepted"
	}
	return "refused"
}
