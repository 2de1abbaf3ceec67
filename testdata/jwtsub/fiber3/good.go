package fiber3

import (
	"slices"

	"github.com/gofiber/fiber/v3"
	"github.com/gofiber/fiber/v3/log"
)

func (s *server) careful(my fiber.Router) {
	my.Get("/appointments", s.list)
	my.Post("/appointments", s.make)
	my.Get("/patients/:id", s.self)
	my.Get("/appointments/:id", s.showOwn)
	my.Put("/appointments/:id", s.changeOwn)
	my.Patch("/appointments/:id", s.patchOwn)
	my.Delete("/appointments/:id", s.cancelOwn)
	my.Post("/appointments/:id/confirm", s.confirm)
	my.Get("/appointments/:id/searched", s.searched)
	my.Get("/appointments/:id/history", s.history)
	my.Get("/checked/:id", s.owner, s.showChecked)
	my.Use("/practice", role("admin"))
	my.Delete("/practice/:id", s.cancelAny)
	my.Get("/doctors/:id", s.doctor)
	my.Post("/doctors/:id/follow", s.follow)
	my.Delete("/doctors/:id/follow", s.unfollow)
	my.Get("/invited/:code", s.invited)
	my.Post("/appointments/:id/ping", ping)
}

func (s *server) list(c fiber.Ctx) error { return c.JSON(s.calendar.of(patient(c))) }

func (s *server) make(c fiber.Ctx) error {
	a := appointment{ID: len(s.calendar.byID) + 1, PatientID: patient(c), About: c.Query("about")}
	s.calendar.put(a)
	return c.Status(fiber.StatusCreated).JSON(a)
}

func (s *server) self(c fiber.Ctx) error {
	id := c.Params("id")
	if id != patient(c) {
		return c.Status(fiber.StatusForbidden).SendString("not you")
	}
	return c.JSON(s.calendar.of(id))
}

func (s *server) showOwn(c fiber.Ctx) error {
	a, err := s.calendar.get(fiber.Params[int](c, "id"))
	if err != nil {
		return err
	}
	if a.PatientID != patient(c) {
		return fiber.NewError(fiber.StatusForbidden, "not your appointment")
	}
	return c.JSON(a)
}

// mine tells whether.
func (s *server) mine(c fiber.Ctx, id int) bool {
	a, err := s.calendar.get(id)
	return err == nil && a.PatientID == fiber.Locals[*claims](c, claimsKey{}).Subject
}

func (s *server) changeOwn(c fiber.Ctx) error {
	id := number(c)
	if !s.mine(c, id) {
		return fiber.ErrForbidden
	}
	return s.calendar.do(move{ID: id, About: c.Query("about")})
}

// patchOwn has the patient in a field that doFor reads.
func (s *server) patchOwn(c fiber.Ctx) error {
	var in wanted
	if err := c.Bind().URI(&in); err != nil {
		return err
	}
	return s.calendar.doFor(move{ID: in.ID, Patient: patient(c), About: c.Query("about")})
}

func (s *server) cancelOwn(c fiber.Ctx) error {
	return s.own.CallOffFor(patient(c), number(c))
}

func (s *server) confirm(c fiber.Ctx) error {
	return s.desk.Confirm(c.Context(), number(c))
}

// searched looks among the caller's.
func (s *server) searched(c fiber.Ctx) error {
	id, all := number(c), s.calendar.of(patient(c))
	i := slices.IndexFunc(all, func(a appointment) bool { return a.ID == id })
	if i < 0 {
		return fiber.ErrNotFound
	}
	return c.JSON(all[i])
}

// history is for the practice and the patient.
func (s *server) history(c fiber.Ctx) error {
	a, err := s.calendar.get(number(c))
	if err != nil {
		return err
	}
	if roleOf(c) != "admin" && a.PatientID != patient(c) {
		return fiber.ErrForbidden
	}
	return c.JSON([]appointment{a})
}

// owner stands before what does not ask.
func (s *server) owner(c fiber.Ctx) error {
	if !s.mine(c, number(c)) {
		return fiber.ErrForbidden
	}
	return c.Next()
}

func (s *server) showChecked(c fiber.Ctx) error {
	a, err := s.calendar.get(number(c))
	if err != nil {
		return err
	}
	return c.JSON(a)
}

// cancelAny is the practice's.
func (s *server) cancelAny(c fiber.Ctx) error {
	s.calendar.cancel(number(c))
	return nil
}

func (s *server) follow(c fiber.Ctx) error {
	id := c.Params("id")
	if _, ok := s.doctors[id]; !ok {
		return fiber.ErrNotFound
	}
	s.follows[[2]string{patient(c), id}] = true
	return nil
}

func (s *server) unfollow(c fiber.Ctx) error {
	delete(s.follows, [2]string{patient(c), c.Params("id")})
	return nil
}

// invited shows the appointment to whom the patient gave the code.
func (s *server) invited(c fiber.Ctx) error {
	id, ok := s.codes[c.Params("code")]
	if !ok {
		return fiber.ErrNotFound
	}
	a, err := s.calendar.get(id)
	if err != nil {
		return err
	}
	return c.JSON(a)
}

func ping(c fiber.Ctx) error {
	log.Infof("%s waits for %s", patient(c), c.Params("id"))
	return c.SendString(c.Params("id"))
}
