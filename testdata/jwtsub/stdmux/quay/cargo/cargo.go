// Package cargo is what lies on the quay.
package cargo

// Crate is somebody's.
type Crate struct {
	ID, OwnerID, Content string
}
