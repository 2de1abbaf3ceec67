package beego

import (
	"errors"
	"maps"
	"slices"
	"sync"
)

var (
	errNone  = errors.New("no such repair")
	errOther = errors.New("somebody else's bicycle")
)

// Repair is what a customer's bicycle has.
type Repair struct {
	ID         int64  `json:"id"`
	CustomerID string `json:"customer_id"`
	Fault      string `json:"fault"`
	SignedBy   string `json:"signed_by,omitempty"`
}

type workshop struct {
	mu      sync.Mutex
	repairs map[int64]Repair
	prices  map[string]string
}

func (w *workshop) find(id int64) (Repair, error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	r, ok := w.repairs[id]
	if !ok {
		return r, errNone
	}
	return r, nil
}

// findOf finds what is this customer's.
func (w *workshop) findOf(customer string, id int64) (Repair, error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	for _, r := range w.repairs {
		if r.ID == id && r.CustomerID == customer {
			return r, nil
		}
	}
	return Repair{}, errNone
}

func (w *workshop) of(customer string) []Repair {
	w.mu.Lock()
	defer w.mu.Unlock()
	return slices.DeleteFunc(slices.Collect(maps.Values(w.repairs)), func(r Repair) bool { return r.CustomerID != customer })
}

func (w *workshop) bring(r Repair) Repair {
	w.mu.Lock()
	defer w.mu.Unlock()
	r.ID = int64(len(w.repairs)) + 1
	w.repairs[r.ID] = r
	return r
}

func (w *workshop) save(r Repair) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.repairs[r.ID] = r
}

func (w *workshop) delete(id int64) {
	w.mu.Lock()
	defer w.mu.Unlock()
	delete(w.repairs, id)
}

func (w *workshop) describe(id int64, fault string) error {
	r, err := w.find(id)
	if err != nil {
		return err
	}
	r.Fault = fault
	w.save(r)
	return nil
}

func (w *workshop) describeOf(customer string, id int64, fault string) error {
	r, err := w.findOf(customer, id)
	if err != nil {
		return err
	}
	r.Fault = fault
	w.save(r)
	return nil
}

// desk lies between the handlers and the workshop.
type desk struct{ shop *workshop }

func (d desk) handBack(id int64) error { return d.cross(id) }

func (d desk) cross(id int64) error {
	if _, err := d.shop.find(id); err != nil {
		return err
	}
	d.shop.delete(id)
	return nil
}

func (d desk) handBackTo(customer string, id int64) error { return d.crossFor(customer, id) }

func (d desk) crossFor(customer string, id int64) error {
	r, err := d.shop.find(id)
	if err != nil {
		return err
	}
	if r.CustomerID != customer {
		return errOther
	}
	return d.cross(id)
}

// yard keeps bicycles: Park any, Fetch those of a customer.
type yard interface {
	Park(id int64) error
	Fetch(customer string, id int64) error
}

type fence struct{ shop *workshop }

func (f fence) Park(id int64) error { return f.shop.describe(id, "parked") }

func (f fence) Fetch(customer string, id int64) error {
	return f.shop.describeOf(customer, id, "fetched")
}
