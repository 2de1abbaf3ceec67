package unverified

import (
	"context"
	"errors"
	"net/http"
	"os"

	"github.com/lestrrat-go/jwx/jwa"
	"github.com/lestrrat-go/jwx/jws"
	first "github.com/lestrrat-go/jwx/jwt"
)

// revoked lists tokens that count no longer.
type revoked interface {
	Has(ctx context.Context, id string) (bool, error)
}

// VulnerableNoKey parses without a key, which this major takes for no wish to
// verify, and only asks whether the token has been revoked.
func VulnerableNoKey(list revoked, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		token, err := first.Parse([]byte(r.URL.Query().Get("pass"))) // want `jwt.Parse verifies nothing.*\(jwtverify/unverified\)`
		if err != nil {
			http.Error(w, "who are you", http.StatusUnauthorized)
			return
		}
		if gone, err := list.Has(r.Context(), token.JwtID()); err != nil || gone {
			http.Error(w, "who are you", http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r.WithContext(context.WithValue(r.Context(), session{}, token.Subject())))
	})
}

// VulnerableClaimsOnly has the claims checked, and no signature.
func VulnerableClaimsOnly(db store, w http.ResponseWriter, r *http.Request) {
	token, err := first.ParseString(r.Header.Get("X-Claims"), first.WithValidate(true), first.WithIssuer("desk")) // want `jwt.ParseString verifies nothing.*\(jwtverify/unverified\)`
	if err != nil {
		http.Error(w, "who are you", http.StatusUnauthorized)
		return
	}
	name, _ := db.Load(r.Context(), token.Subject())
	w.Write([]byte(name))
}

func deskKey() []byte { return []byte(os.Getenv("DESK_KEY")) }

// CorrectedKey hands the key over.
func CorrectedKey(db store, w http.ResponseWriter, r *http.Request) {
	token, err := first.ParseString(r.Header.Get("X-Ticket"), first.WithVerify(jwa.HS256, deskKey()))
	if err != nil {
		http.Error(w, "who are you", http.StatusUnauthorized)
		return
	}
	name, _ := db.Load(r.Context(), token.Subject())
	w.Write([]byte(name))
}

// CorrectedOption keeps the option that hands it over.
type CorrectedOption struct{ options []first.ParseOption }

// NewCorrectedOption makes one.
func NewCorrectedOption() *CorrectedOption {
	return &CorrectedOption{[]first.ParseOption{first.WithVerify(jwa.HS256, deskKey())}}
}

// Read has it among its options.
func (c *CorrectedOption) Read(db store, w http.ResponseWriter, r *http.Request) {
	token, err := first.ParseString(r.Header.Get("X-Ticket"), c.options...)
	if err != nil {
		http.Error(w, "who are you", http.StatusUnauthorized)
		return
	}
	name, _ := db.Load(r.Context(), token.Subject())
	w.Write([]byte(name))
}

// handedOptions may have a key among what it is given.
func handedOptions(raw string, options ...first.ParseOption) (string, error) {
	token, err := first.ParseString(raw, options...)
	if err != nil {
		return "", err
	}
	return token.Subject(), nil
}

// CorrectedCaller gives it one.
func CorrectedCaller(db store, w http.ResponseWriter, r *http.Request) {
	user, err := handedOptions(r.Header.Get("X-Handed"), first.WithVerify(jwa.HS256, deskKey()))
	if err != nil {
		http.Error(w, "who are you", http.StatusUnauthorized)
		return
	}
	name, _ := db.Load(r.Context(), user)
	w.Write([]byte(name))
}

// CorrectedPayload verifies first, and parses what was signed.
func CorrectedPayload(db store, w http.ResponseWriter, r *http.Request) {
	payload, err := jws.Verify([]byte(r.Header.Get("X-Payload")), jwa.HS256, deskKey())
	if err != nil {
		http.Error(w, "who are you", http.StatusUnauthorized)
		return
	}
	token, err := first.Parse(payload)
	if err != nil {
		http.Error(w, "what is that", http.StatusBadRequest)
		return
	}
	name, _ := db.Load(r.Context(), token.Subject())
	w.Write([]byte(name))
}

// CorrectedBefore verifies the same text before.
func CorrectedBefore(db store, w http.ResponseWriter, r *http.Request) {
	raw := []byte(r.Header.Get("X-Before"))
	if _, err := jws.Verify(raw, jwa.HS256, deskKey()); err != nil {
		http.Error(w, "who are you", http.StatusUnauthorized)
		return
	}
	token, err := first.Parse(raw)
	if err != nil {
		http.Error(w, "what is that", http.StatusBadRequest)
		return
	}
	name, _ := db.Load(r.Context(), token.Subject())
	w.Write([]byte(name))
}

// CorrectedByIssuer reads the issuer to choose the key.
func CorrectedByIssuer(db store, keys map[string][]byte, w http.ResponseWriter, r *http.Request) {
	user, err := byIssuer(keys, r.Header.Get("X-Issued"))
	if err != nil {
		http.Error(w, "who are you", http.StatusUnauthorized)
		return
	}
	name, _ := db.Load(r.Context(), user)
	w.Write([]byte(name))
}

func byIssuer(keys map[string][]byte, raw string) (string, error) {
	peek, err := first.ParseString(raw)
	if err != nil {
		return "", err
	}
	key, known := keys[peek.Issuer()]
	if !known {
		return "", errors.New("unknown issuer")
	}
	token, err := first.ParseString(raw, first.WithVerify(jwa.HS256, key))
	if err != nil {
		return "", err
	}
	return token.Subject(), nil
}
