// Package playlists is for people who listen to music, signed in by the JWT
// middleware of Fiber. What Use says holds for all that begins with its path.
package playlists

import (
	"context"

	jwtware "github.com/gofiber/contrib/jwt"
	"github.com/gofiber/fiber/v2"
	"github.com/golang-jwt/jwt/v5"
)

type server struct {
	library   *library
	listeners map[string]listener
	songs     map[string]string
	profiles  map[string]profile
	codes     map[string]int
	follows   map[follow]bool
	editor    editor
	player    player
	ownPlayer ownPlayer
	radio     radio
}

type listenerKey struct{}

// claims are those of the token that jwtware leaves behind.
func claims(c *fiber.Ctx) jwt.MapClaims {
	token := c.Locals("user").(*jwt.Token)
	return token.Claims.(jwt.MapClaims)
}

func userID(c *fiber.Ctx) string {
	id, _ := claims(c)["sub"].(string)
	return id
}

func isRole(c *fiber.Ctx, role string) bool { return claims(c)["role"] == role }

// signIn answers those who have no token.
func signIn(key []byte) fiber.Handler {
	return jwtware.New(jwtware.Config{
		SigningKey: jwtware.SigningKey{JWTAlg: jwtware.HS256, Key: key},
		ErrorHandler: func(c *fiber.Ctx, err error) error {
			return c.Status(fiber.StatusUnauthorized).SendString(err.Error())
		},
	})
}

func remember(c *fiber.Ctx) error {
	c.SetUserContext(context.WithValue(c.UserContext(), listenerKey{}, userID(c)))
	return c.Next()
}

// App is the whole application: two people, a playlist each.
func App(key []byte) *fiber.App {
	lib := &library{lists: map[int]playlist{
		1: {ID: 1, OwnerID: "alice", Name: "running", Entries: map[string]int{"e1": 5}},
		2: {ID: 2, OwnerID: "bob", Name: "heartbreak", Entries: map[string]int{"e2": 3}},
	}}
	all := speakers{lib}
	s := &server{
		library: lib,
		listeners: map[string]listener{
			"alice": {ID: "alice", Email: "a@example.com", ListIDs: []int{1}},
			"bob":   {ID: "bob", Email: "b@example.com", ListIDs: []int{2}},
		},
		songs:    map[string]string{"s1": "la la la"},
		profiles: map[string]profile{"bob": {UserID: "bob", Likes: "opera"}},
		codes:    map[string]int{"xyzzy": 2},
		follows:  map[follow]bool{},
		editor:   editor{lib}, player: all, ownPlayer: all, radio: all,
	}
	app := fiber.New(fiber.Config{Immutable: true})
	app.Get("/songs/:id", s.song) // For people without a token, too.
	app.Use("/api", signIn(key), remember)
	api := app.Group("/api")
	api.Get("/lists", s.list)
	api.Post("/lists", s.create)
	s.careless(app)
	s.careful(api.Group("/own"))
	s.common(api)
	return app
}

func (s *server) list(c *fiber.Ctx) error { return c.JSON(s.library.of(userID(c))) }

func (s *server) create(c *fiber.Ctx) error {
	var p playlist
	if err := c.BodyParser(&p); err != nil {
		return err
	}
	p.OwnerID = userID(c)
	s.library.put(p)
	return c.Status(fiber.StatusCreated).JSON(p)
}

// The routes are the application's own; it is their path that Use is for.
func (s *server) careless(app *fiber.App) {
	app.Get("/api/lists/:id", s.show)
	app.Put("/api/lists/:id", s.rename)
	app.Delete("/api/lists/:id", s.remove)
	app.Patch("/api/lists/:id", s.patch)
	app.Post("/api/lists/:id/play", s.play)
	app.Post("/api/lists/:id/shuffle", s.shuffle)
	app.Post("/api/lists/:id/reset", s.reset)
	app.Post("/api/lists/:id/mute", member, s.mute)
	app.Get("/api/lists/:id/name", name(s.library))
	app.Get("/api/users/:user_id/lists", s.listsOf)
	app.Delete("/api/users/:user_id/lists", s.forget)
	app.Add("POST", "/api/lists/:id/clear", func(c *fiber.Ctx) error {
		id, err := c.ParamsInt("id") // want "jwtsub/unchecked-write"
		if err != nil {
			return err
		}
		return s.editor.set(id, "cleared")
	})

	app.Get("/api/lists/:id/peek", s.peek)
	app.Get("/api/lists/:id/card", s.card)
	app.Delete("/api/lists/:id/now", s.removeNow)
	app.Delete("/api/lists/:id/late", s.removeLate)
}

func (s *server) careful(own fiber.Router) {
	own.Get("/users/:id/email", s.email)
	own.Get("/lists/:id", s.showOwn)
	own.Put("/lists/:id", s.renameOwn)
	own.Delete("/lists/:id", s.removeOwn)
	own.Patch("/lists/:id", s.patchOwn)
	own.Post("/lists/:id/play", s.playOwn)
	own.Post("/lists/:id/broadcast", s.broadcast)
	own.Post("/lists/:id/mute", s.muteAny)
	own.Get("/lists/:id/history", s.history)
	own.Get("/lists/:id/listed", s.listed)
	own.Get("/lists/:id/name", nameOwn(s.library))
	own.Get("/checked/:id", s.owner, s.showChecked)
	own.Delete("/checked/:id", s.owner, s.removeChecked)
	own.Use("/admin", admin)
	own.Get("/admin/lists/:id", s.showChecked)
	own.Delete("/admin/lists/:id", s.removeChecked)
	entries := own.Group("/lists/:list/entries", s.ownList)
	entries.Get("/:id", s.entry)
	entries.Delete("/:id", s.removeEntry)
}

func (s *server) common(api fiber.Router) {
	api.Get("/songs/:id", s.song)
	api.Get("/users/:id", s.profile)
	api.Post("/users/:id/follow", s.follow)
	api.Delete("/users/:id/follow", s.unfollow)
	api.Get("/shared/:code", s.shared)
	api.Post("/lists/:id/ping", ping)
}
