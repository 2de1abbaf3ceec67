// Package permits remembers which role may do what.
package permits

import "sync"

// Store answers what a role may do.
type Store interface {
	Reload(all map[int64][]string)
	HasPermission(role int64, what string) bool
	HasStock(shelf int64, what string) bool
}

type memory struct {
	mu    sync.RWMutex
	all   map[int64]map[string]bool
	stock map[int64]map[string]bool
}

// New returns an empty store.
func New() Store {
	return &memory{all: make(map[int64]map[string]bool), stock: make(map[int64]map[string]bool)}
}

func (m *memory) Reload(all map[int64][]string) {
	m.mu.Lock()
	defer m.mu.Unlock()
	for role, list := range all {
		m.all[role] = make(map[string]bool)
		for _, what := range list {
			m.all[role][what] = true
		}
	}
}

func (m *memory) HasPermission(role int64, what string) bool {
	m.mu.RLock()
	defer m.mu.RUnlock()
	mine, ok := m.all[role]
	return ok && mine[what]
}

func (m *memory) HasStock(shelf int64, what string) bool {
	m.mu.RLock()
	defer m.mu.RUnlock()
	return m.stock[shelf][what]
}
