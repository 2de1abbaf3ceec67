// Command tool prints a token for whoever runs it.
package main

import (
	"fmt"
	"os"

	"github.com/golang-jwt/jwt/v5"
)

func main() {
	token, err := jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"sub": "ada"}).SignedString([]byte(os.Getenv("LEDGER_KEY")))
	if err != nil {
		os.Exit(1)
	}
	fmt.Println(token)
}
