package url

import (
	"context"
	"net/http"
	neturl "net/url"
	"strings"

	josejwt "github.com/go-jose/go-jose/v4/jwt"
)

// Measuring hands an address with the token out.
func Measuring(base *neturl.URL, user string) (string, error) {
	token, err := sign(user)
	if err != nil {
		return "", err
	}
	params := neturl.Values{}
	params.Set("access_token", token) // want `url.Set puts a token into an address \(it ends in logs and histories\); send it in a header \(jwtleak/url\)`
	params.Set("run", "7")
	target := *base
	target.RawQuery = params.Encode()
	return target.String(), nil
}

// signer is implemented elsewhere.
type signer interface {
	Sign(claims josejwt.Claims) (string, error)
}

type desk struct{ signer }

func (d *desk) issue(user string) string {
	token, err := d.Sign(josejwt.Claims{Subject: user})
	if err != nil {
		panic(err)
	}
	return token
}

// Addresses does so with a signer out of view, in a function that is given the token.
func (d *desk) Addresses(hosts []string, user string) []string {
	token := d.issue(user)
	var out []string
	for _, host := range hosts {
		out = append(out, address(host, token)) // want `puts a token into an address .*\(jwtleak/url\)`
	}
	return out
}

func address(host, token string) string {
	params := make(neturl.Values)
	params.Add("access_token", token)
	return "https://" + host + "/run?" + params.Encode()
}

// Added adds it to what is there.
func Added(target *neturl.URL, user string) error {
	token, err := sign(user)
	if err != nil {
		return err
	}
	query := target.Query()
	query.Add("jwt", token) // want `url.Add puts a token into an address .*\(jwtleak/url\)`
	target.RawQuery = query.Encode()
	return nil
}

// Posted sends it in the body of a form.
func Posted(ctx context.Context, user string) (*http.Request, error) {
	token, err := sign(user)
	if err != nil {
		return nil, err
	}
	form := neturl.Values{}
	form.Set("access_token", token)
	return http.NewRequestWithContext(ctx, http.MethodPost, "https://desk.example/turn", strings.NewReader(form.Encode()))
}

// Returning carries what the login is about, which lets nobody in.
func Returning(target *neturl.URL, user string) error {
	state, err := sign(user)
	if err != nil {
		return err
	}
	query := target.Query()
	query.Set("state", state)
	target.RawQuery = query.Encode()
	return nil
}

// Foreign passes the token of another service on as that one asks for it.
func Foreign(target *neturl.URL, key string) {
	query := target.Query()
	query.Set("access_token", key)
	target.RawQuery = query.Encode()
}
