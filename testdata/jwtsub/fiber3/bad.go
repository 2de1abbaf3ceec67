package fiber3

import (
	"strings"

	"github.com/gofiber/fiber/v3"
	"github.com/gofiber/fiber/v3/log"
	"github.com/golang-jwt/jwt/v5"
)

// The token is asked for by Use, for all that begins with /any.
func (s *server) careless(app *fiber.App) {
	app.Get("/any/appointments/:id", s.show)
	app.Delete("/any/appointments/:id", s.cancel)
	app.Get("/any/patients/:user_id/appointments", s.appointmentsOf)
	app.Route("/any/appointments/:id", func(r fiber.Router) {
		r.Put("/", s.change)
		r.Patch("/", s.patch)
		r.Post("/reset", s.reset)
		r.Post("/clear", role("user"), s.clear)
		r.Get("/about", about(s.calendar))
	})
	app.Get("/any/appointments/:id/peek", s.peek)
	app.Delete("/any/appointments/:id/late", s.cancelLate)
	app.Get("/any/appointments/:id/card", s.card)
}

func (s *server) show(c fiber.Ctx) error {
	a, err := s.calendar.get(fiber.Params[int](c, "id")) // want "jwtsub/unchecked-read"
	if err != nil {
		return err
	}
	return c.JSON(a)
}

func (s *server) cancel(c fiber.Ctx) error {
	log.Infof("%s cancels", patient(c))
	return s.calls.CallOff(fiber.Params[int](c, "id")) // want "jwtsub/unchecked-write"
}

func (s *server) appointmentsOf(c fiber.Ctx) error {
	return c.JSON(s.calendar.of(c.Params("user_id"))) // want "jwtsub/unchecked-read"
}

// change writes down who it was.
func (s *server) change(c fiber.Ctx) error {
	id := fiber.Params[int](c, "id") // want "jwtsub/unchecked-write"
	a, err := s.calendar.get(id)
	if err != nil {
		return err
	}
	a.About, a.MovedBy = c.Query("about"), patient(c)
	s.calendar.put(a)
	return nil
}

type wanted struct {
	ID int `uri:"id"`
}

// patch has the patient in a field that do ignores.
func (s *server) patch(c fiber.Ctx) error {
	var in wanted
	if err := c.Bind().URI(&in); err != nil {
		return err
	}
	return s.calendar.do(move{ID: in.ID, Patient: patient(c), About: c.Query("about")}) // want "jwtsub/unchecked-write"
}

func (s *server) reset(c fiber.Ctx) error {
	id := fiber.Params[int](c, "id") // want "jwtsub/unchecked-write"
	if err := s.calendar.do(move{ID: id, About: "to be said"}); err != nil {
		return err
	}
	return c.JSON(fiber.Map{"appointment": id, "patient": patient(c)})
}

// clear is for the role that all patients have.
func (s *server) clear(c fiber.Ctx) error {
	return s.calendar.do(move{ID: number(c)}) // want "jwtsub/unchecked-write"
}

// number reads the parameter.
func number(c fiber.Ctx) int { return fiber.Params(c, "id", 0) }

func about(l *calendar) fiber.Handler {
	return func(c fiber.Ctx) error {
		a, err := l.get(number(c)) // want "jwtsub/unchecked-read"
		if err != nil {
			return err
		}
		return c.SendString(a.About)
	}
}

// peek counts strangers.
func (s *server) peek(c fiber.Ctx) error {
	a, err := s.calendar.get(number(c)) // want "jwtsub/ineffective"
	if err != nil {
		return err
	}
	if a.PatientID != patient(c) {
		log.Warnf("%s peeks", patient(c))
	}
	return c.JSON(a)
}

// cancelLate knows better afterwards.
func (s *server) cancelLate(c fiber.Ctx) error {
	id := number(c) // want "jwtsub/ineffective"
	a, err := s.calendar.get(id)
	if err != nil {
		return err
	}
	s.calendar.cancel(id)
	if a.PatientID != patient(c) {
		return errForeign
	}
	return nil
}

// card answers with the comparison.
func (s *server) card(c fiber.Ctx) error {
	a, err := s.calendar.get(number(c)) // want "jwtsub/ineffective"
	if err != nil {
		return err
	}
	return c.JSON(fiber.Map{"about": a.About, "mine": a.PatientID == patient(c)})
}

// valid tells nobody.
func valid(key []byte) fiber.Handler {
	return func(c fiber.Ctx) error {
		raw := strings.TrimPrefix(c.Get("Authorization"), "Bearer ")
		token, err := jwt.Parse(raw, func(*jwt.Token) (any, error) { return key, nil }, // want "jwtsub/no-identity"
			jwt.WithValidMethods([]string{"HS256"}))
		if err != nil || !token.Valid {
			return fiber.ErrUnauthorized
		}
		return c.Next()
	}
}

func (s *server) showNameless(c fiber.Ctx) error {
	a, err := s.calendar.get(number(c))
	if err != nil {
		return err
	}
	return c.JSON(a)
}

func (s *server) cancelNameless(c fiber.Ctx) error {
	s.calendar.cancel(number(c))
	return nil
}
