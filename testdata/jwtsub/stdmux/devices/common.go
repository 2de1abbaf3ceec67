package devices

import (
	"net/http"
	"sync"

	"github.com/casbin/casbin/v2"
	"github.com/casbin/casbin/v2/model"
)

// What follows has no owner, shows what is public or is looked up within
// something that was checked.
var (
	manuals  = map[string]string{"m1": "Plug it in."}
	models   = map[string]string{"x1": "a lamp"}
	profiles = map[string]profile{"bob": {UserID: "bob", Bio: "likes doors"}}
	links    = map[string]string{"c0ffee": "a picture of a door"}
	rooms    = map[string]string{"attic": "alice", "cellar": "bob"}
	follows  sync.Map // follow
)

type profile struct {
	UserID string `json:"user_id"`
	Bio    string `json:"bio"`
}

type follow struct{ follower, followee string }

type light struct {
	ID   string `json:"id"`
	Room string `json:"room"`
}

// model needs no token.
func (a *app) model(w http.ResponseWriter, r *http.Request) { answer(w, models[r.PathValue("id")]) }

func (a *app) manual(w http.ResponseWriter, r *http.Request) {
	text, ok := manuals[r.PathValue("id")]
	if !ok {
		http.NotFound(w, r)
		return
	}
	answer(w, text)
}

func (a *app) profile(w http.ResponseWriter, r *http.Request) {
	p, ok := profiles[r.PathValue("id")]
	if !ok {
		http.NotFound(w, r)
		return
	}
	answer(w, p)
}

// follow adds a row that is the caller's.
func (a *app) follow(w http.ResponseWriter, r *http.Request) {
	followee := r.PathValue("id")
	if _, ok := profiles[followee]; !ok {
		http.NotFound(w, r)
		return
	}
	follows.Store(follow{userOf(r), followee}, true)
	w.WriteHeader(http.StatusNoContent)
}

func (a *app) unfollow(w http.ResponseWriter, r *http.Request) {
	follows.Delete(follow{userOf(r), r.PathValue("id")})
	w.WriteHeader(http.StatusNoContent)
}

func (a *app) shared(w http.ResponseWriter, r *http.Request) {
	picture, ok := links[r.PathValue("token")]
	if !ok {
		http.NotFound(w, r)
		return
	}
	answer(w, picture)
}

// inRoom is for those whose room it is.
func (a *app) inRoom(next http.HandlerFunc) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if rooms[r.PathValue("room")] != userOf(r) {
			http.Error(w, "not your room", http.StatusForbidden)
			return
		}
		next(w, r)
	})
}

// light looks within the room.
func (a *app) light(w http.ResponseWriter, r *http.Request) {
	l, ok := a.lights[r.PathValue("id")]
	if !ok || l.Room != r.PathValue("room") {
		http.NotFound(w, r)
		return
	}
	answer(w, l)
}

func (a *app) removeLight(w http.ResponseWriter, r *http.Request) {
	id := r.PathValue("id")
	if l, ok := a.lights[id]; !ok || l.Room != r.PathValue("room") {
		http.NotFound(w, r)
		return
	}
	delete(a.lights, id)
	w.WriteHeader(http.StatusNoContent)
}

// newEnforcer knows who may flash what.
func newEnforcer() *casbin.Enforcer {
	m, err := model.NewModelFromString(`
[request_definition]
r = who, device, action
[policy_definition]
p = who, device, action
[policy_effect]
e = some(where (p.eft == allow))
[matchers]
m = r.who == p.who && r.device == p.device && r.action == p.action`)
	if err != nil {
		panic(err)
	}
	e, err := casbin.NewEnforcer(m)
	if err != nil {
		panic(err)
	}
	if _, err := e.AddPolicy("bob", "2", "flash"); err != nil {
		panic(err)
	}
	return e
}
