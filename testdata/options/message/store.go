package message

import (
	"strconv"
	"sync"

	"example.com/fixtures/options/message/pb"
)

type store struct {
	mu    sync.Mutex
	notes map[string]*pb.Note
}

func (s *store) find(id string) (*pb.Note, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	n, ok := s.notes[id]
	if !ok {
		return nil, errNone
	}
	return n, nil
}

func (s *store) of(owner string) []*pb.Note {
	s.mu.Lock()
	defer s.mu.Unlock()
	var found []*pb.Note
	for _, n := range s.notes {
		if n.OwnerId == owner {
			found = append(found, n)
		}
	}
	return found
}

func (s *store) add(n *pb.Note) *pb.Note {
	s.mu.Lock()
	defer s.mu.Unlock()
	n.Id = "n" + strconv.Itoa(len(s.notes)+1)
	s.notes[n.Id] = n
	return n
}

// update writes into any note.
func (s *store) update(id, text string) (*pb.Note, error) {
	n, err := s.find(id)
	if err != nil {
		return nil, err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	n.Text = text
	return n, nil
}

// updateOf writes into a note of this owner's.
func (s *store) updateOf(owner, id, text string) (*pb.Note, error) {
	for _, n := range s.of(owner) {
		if n.Id == id {
			return s.update(id, text)
		}
	}
	return nil, errNone
}

func (s *store) delete(id string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	delete(s.notes, id)
}

// keeper lies between the methods and the store.
type keeper struct{ notes *store }

func (k keeper) shred(id string) { k.burn(id) }
func (k keeper) burn(id string)  { k.notes.delete(id) }

func (k keeper) shredOf(owner, id string) error { return k.burnOf(owner, id) }

func (k keeper) burnOf(owner, id string) error {
	n, err := k.notes.find(id)
	if err != nil {
		return err
	}
	if n.GetOwnerId() != owner {
		return errOther
	}
	k.burn(id)
	return nil
}
