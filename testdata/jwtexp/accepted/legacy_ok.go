package accepted

import (
	"os"

	old "github.com/dgrijalva/jwt-go"
	v4 "github.com/golang-jwt/jwt/v4"
)

func key4(*v4.Token) (any, error) { return []byte(os.Getenv("DESK_KEY")), nil }

func keyOld(*old.Token) (any, error) { return []byte(os.Getenv("DESK_KEY")), nil }

// Ticket leaves exp to the claims that it embeds.
type Ticket struct {
	v4.RegisteredClaims
	Seat string `json:"seat"`
}

func CorrectedTicket(raw string) error {
	_, err := v4.ParseWithClaims(raw, &Ticket{}, key4)
	return err
}

// A pointer to a nil map is filled by v4.
func CorrectedPointer4(raw string) error {
	var claims v4.MapClaims
	_, err := v4.ParseWithClaims(raw, &claims, key4)
	return err
}

// Voucher does the same under the ancestor.
type Voucher struct {
	old.StandardClaims
	Seat string `json:"seat"`
}

func CorrectedVoucher(raw string) error {
	_, err := old.ParseWithClaims(raw, &Voucher{}, keyOld)
	return err
}

// A pointer to a nil map is filled by the ancestor.
func CorrectedPointerOld(raw string) error {
	var claims old.MapClaims
	_, err := old.ParseWithClaims(raw, &claims, keyOld)
	return err
}
