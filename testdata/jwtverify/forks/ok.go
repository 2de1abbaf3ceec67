package forks

import three "github.com/golang-jwt/jwt"

// Resident has the check that v3 calls.
type Resident struct {
	three.StandardClaims
	Tenant string `json:"tenant"`
}

// Valid is called by Parse, and asks the other one.
func (r *Resident) Valid() error {
	if err := r.StandardClaims.Valid(); err != nil {
		return err
	}
	return r.Validate()
}

// Validate is called by Valid.
func (r *Resident) Validate() error {
	if r.Tenant != "acme" {
		return errTenant
	}
	return nil
}

func CorrectedThree(raw string) error {
	_, err := three.ParseWithClaims(raw, &Resident{}, key3)
	return err
}

// Request is a form, not a claims type: the library never sees it.
type Request struct {
	Name string `json:"name"`
}

// Validate is called by a web framework.
func (r Request) Validate() error {
	if r.Name == "" {
		return errTenant
	}
	return nil
}
