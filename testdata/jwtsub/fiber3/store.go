package fiber3

import (
	"context"

	"github.com/gofiber/fiber/v3"
)

type calendar struct{ byID map[int]appointment }

func (l *calendar) get(id int) (appointment, error) {
	a, ok := l.byID[id]
	if !ok {
		return appointment{}, fiber.ErrNotFound
	}
	return a, nil
}

func (l *calendar) of(patient string) []appointment {
	found := []appointment{}
	for _, a := range l.byID {
		if a.PatientID == patient {
			found = append(found, a)
		}
	}
	return found
}

func (l *calendar) put(a appointment) { l.byID[a.ID] = a }

func (l *calendar) cancel(id int) { delete(l.byID, id) }

// move is what a patient asks for.
type move struct {
	ID      int
	Patient string
	About   string
}

// do moves for anybody.
func (l *calendar) do(m move) error {
	a, err := l.get(m.ID)
	if err != nil {
		return err
	}
	a.About = m.About
	l.put(a)
	return nil
}

// doFor moves for the patient.
func (l *calendar) doFor(m move) error {
	if err := l.allow(m); err != nil {
		return err
	}
	return l.do(m)
}

func (l *calendar) allow(m move) error {
	a, err := l.get(m.ID)
	if err != nil {
		return err
	}
	if a.PatientID != m.Patient {
		return errForeign
	}
	return nil
}

// reception takes a number.
type reception interface{ CallOff(id int) error }

// ownReception takes a name with it.
type ownReception interface {
	CallOffFor(patient string, id int) error
}

// desk sees who is there.
type desk interface {
	Confirm(ctx context.Context, id int) error
}

type phone struct{ calendar *calendar }

func (p phone) CallOff(id int) error {
	p.calendar.cancel(id)
	return nil
}

func (p phone) CallOffFor(patient string, id int) error {
	if err := p.calendar.allow(move{ID: id, Patient: patient}); err != nil {
		return err
	}
	return p.CallOff(id)
}

func (p phone) Confirm(ctx context.Context, id int) error {
	name, _ := ctx.Value(patientKey{}).(string)
	return p.calendar.doFor(move{id, name, "confirmed"})
}
