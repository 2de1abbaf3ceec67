// Package fiber3 keeps appointments, on Fiber v3: its context is an interface,
// and what Use says about a path holds for all routes below it.
package fiber3

import (
	"context"
	"errors"
	"strings"

	"github.com/gofiber/fiber/v3"
	"github.com/golang-jwt/jwt/v5"
)

type appointment struct {
	ID        int    `json:"id"`
	PatientID string `json:"patient_id"`
	About     string `json:"about"`
	MovedBy   string `json:"moved_by,omitempty"`
}

type claims struct {
	jwt.RegisteredClaims
	Role string `json:"role"`
}

type (
	claimsKey  struct{}
	patientKey struct{}
)

type server struct {
	calendar *calendar
	doctors  map[string]doctor
	codes    map[string]int
	follows  map[[2]string]bool
	calls    reception
	own      ownReception
	desk     desk
}

// authenticate leaves the claims where Locals finds them.
func authenticate(key []byte) fiber.Handler {
	return func(c fiber.Ctx) error {
		who := new(claims)
		_, err := jwt.ParseWithClaims(strings.TrimPrefix(c.Get(fiber.HeaderAuthorization), "Bearer "), who,
			func(*jwt.Token) (any, error) { return key, nil }, jwt.WithValidMethods([]string{"HS256"}))
		if err != nil {
			return fiber.ErrUnauthorized
		}
		fiber.Locals(c, claimsKey{}, who)
		c.Locals("patient", who.Subject)
		c.SetContext(context.WithValue(c.Context(), patientKey{}, who.Subject))
		return c.Next()
	}
}

func patient(c fiber.Ctx) string { return fiber.Locals[string](c, "patient") }

func roleOf(c fiber.Ctx) string { return fiber.Locals[*claims](c, claimsKey{}).Role }

func role(name string) fiber.Handler {
	return func(c fiber.Ctx) error {
		if roleOf(c) != name {
			return c.SendStatus(fiber.StatusForbidden)
		}
		return c.Next()
	}
}

var errForeign = errors.New("another patient's appointment")

func fail(c fiber.Ctx, err error) error {
	if errors.Is(err, errForeign) {
		err = fiber.ErrForbidden
	}
	return fiber.DefaultErrorHandler(c, err)
}

// App is the whole application: two patients, an appointment each.
func App(key []byte) *fiber.App {
	cal := &calendar{byID: map[int]appointment{
		1: {ID: 1, PatientID: "alice", About: "a tooth"},
		2: {ID: 2, PatientID: "bob", About: "a rash"},
	}}
	all := phone{cal}
	s := &server{
		calendar: cal,
		doctors:  map[string]doctor{"d1": {"d1", "teeth"}},
		codes:    map[string]int{"4711": 2},
		follows:  map[[2]string]bool{},
		calls:    all, own: all, desk: all,
	}
	app := fiber.New(fiber.Config{ErrorHandler: fail, Immutable: true})
	app.Get("/doctors/:id", s.doctor)
	app.Use("/my", authenticate(key))
	app.Use("/any", authenticate(key))
	s.careless(app)
	s.careful(app.Group("/my"))
	app.Use("/valid", valid(key))
	app.Get("/valid/appointments/:id", s.showNameless)
	app.Delete("/valid/appointments/:id", s.cancelNameless)
	return app
}

type doctor struct {
	ID    string `json:"id"`
	Knows string `json:"knows"`
}

// A doctor is there for all.
func (s *server) doctor(c fiber.Ctx) error {
	d, ok := s.doctors[c.Params("id")]
	if !ok {
		return fiber.ErrNotFound
	}
	return c.JSON(d)
}
