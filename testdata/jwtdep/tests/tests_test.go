package tests

import (
	"testing"

	"github.com/form3tech-oss/jwt-go"
)

func TestNothing(t *testing.T) {
	if (jwt.MapClaims{}).Valid() != nil {
		t.Error("not valid")
	}
}
