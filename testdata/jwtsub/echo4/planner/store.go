package planner

import (
	"context"
	"errors"
	"sync"
)

var (
	errNone   = errors.New("no such task")
	errOthers = errors.New("somebody else's task")
)

type task struct {
	ID        string `json:"id"`
	OwnerID   string `json:"owner_id"`
	ProjectID string `json:"project_id"`
	Title     string `json:"title"`
	DoneBy    string `json:"done_by,omitempty"`
}

// allows is the task's own opinion.
func (t *task) allows(user string) bool { return user == t.OwnerID }

// person is one who plans.
type person struct {
	ID         string
	ProjectIDs []string
}

// settings are what one keeps to oneself.
type settings struct {
	UserID string `json:"user_id"`
	Phone  string `json:"phone"`
}

type board struct {
	mu    sync.RWMutex
	tasks map[string]*task
}

func (b *board) get(id string) (*task, error) {
	b.mu.RLock()
	defer b.mu.RUnlock()
	if t, ok := b.tasks[id]; ok {
		return t, nil
	}
	return nil, errNone
}

// mine lists what the user has to do.
func (b *board) mine(user string) []*task {
	b.mu.RLock()
	defer b.mu.RUnlock()
	list := make([]*task, 0)
	for _, t := range b.tasks {
		if t.OwnerID == user {
			list = append(list, t)
		}
	}
	return list
}

// in lists what is to be done in the project.
func (b *board) in(project string) []*task {
	b.mu.RLock()
	defer b.mu.RUnlock()
	list := make([]*task, 0)
	for _, t := range b.tasks {
		if t.ProjectID == project {
			list = append(list, t)
		}
	}
	return list
}

func (b *board) put(t *task) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.tasks[t.ID] = t
}

func (b *board) rename(id, title string) error {
	b.mu.Lock()
	defer b.mu.Unlock()
	t, ok := b.tasks[id]
	if !ok {
		return errNone
	}
	t.Title = title
	return nil
}

func (b *board) drop(id string) {
	b.mu.Lock()
	defer b.mu.Unlock()
	delete(b.tasks, id)
}

// edit is a wish of somebody's about a task.
type edit struct {
	TaskID string
	UserID string
	Title  string
}

// secretary works on the board for others.
type secretary struct{ board *board }

// do takes wishes from anybody.
func (s secretary) do(e edit) error { return s.write(e.TaskID, e.Title) }

func (s secretary) write(id, title string) error { return s.board.rename(id, title) }

// doFor takes them from the owner.
func (s secretary) doFor(e edit) error {
	t, err := s.board.get(e.TaskID)
	if err != nil {
		return err
	}
	if !t.allows(e.UserID) {
		return errOthers
	}
	return s.write(e.TaskID, e.Title)
}

// shelf puts tasks away by their ID.
type shelf interface{ Shelve(id string) error }

// ownShelf has one shelf for each user.
type ownShelf interface {
	ShelveOf(user, id string) error
}

// drawer finds in the context whose it is.
type drawer interface {
	Keep(ctx context.Context, id string) error
}

type cupboard struct{ board *board }

func (c cupboard) Shelve(id string) error { return c.board.rename(id, "shelved") }

func (c cupboard) ShelveOf(user, id string) error {
	for _, t := range c.board.mine(user) {
		if t.ID == id {
			return c.Shelve(id)
		}
	}
	return errNone
}

func (c cupboard) Keep(ctx context.Context, id string) error {
	user, _ := ctx.Value(callerKey{}).(string)
	return c.ShelveOf(user, id)
}
