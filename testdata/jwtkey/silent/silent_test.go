package silent

import "testing"

// Test files may have keys of their own.
func TestSign(t *testing.T) {
	if _, err := sign("ann", []byte("key-of-a-test")); err != nil {
		t.Fatal(err)
	}
}
