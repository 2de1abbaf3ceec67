package jwt

import (
	"fmt"

	"github.com/jwtvet/jwtvet/passes/internal/model"
)

// checks asks VerifyIssuer and its like about the right value, a wrong one
// and a missing claim; a required argument both ways.
func (p *program) checks(row *model.Func) {
	good, bad := p.claim(row, "me"), p.claim(row, "you")
	value := `"me"`
	if row.Check == model.Exp {
		good, bad, value = future, expired, "now().Unix()"
		if row.Recv == "RegisteredClaims" {
			value = "now()"
		}
	}
	for _, required := range []bool{true, false} {
		is := func(claims string) string {
			args := fmt.Sprintf("(%s, %v)", value, required)
			if p.lib == dgrijalvaV4 {
				args = fmt.Sprintf("(jwt.NewValidationHelper(), %s) == nil", value)
			}
			return fmt.Sprintf("decode[jwt.%s](%s).%s%s", row.Recv, claims, row.Name, args)
		}
		name := fmt.Sprintf("%s with %v accepts ", nameOf(row), required)
		p.ask(name+"the value", is(good), true)
		p.ask(name+"another value", is(bad), false)
		p.ask(name+"a missing claim", is(none), row.Absent || row.Required != model.None && !required)
	}
}

// claim is JSON with the claim that a row checks. One library's struct takes a
// list for the audience only, its ancestor's map a single one only.
func (p *program) claim(row *model.Func, value string) string {
	if p.lib == form3tech && row.Recv == "StandardClaims" && row.Check == model.Aud {
		return fmt.Sprintf("`{%q:[%q]}`", row.Check, value)
	}
	return holding(row.Check, value)
}

// validates asks whether a claims type, or a validator, checks the expiry.
func (p *program) validates(row *model.Func) {
	is := func(claims string) string {
		arg := ""
		if p.lib == dgrijalvaV4 {
			arg = "nil"
		}
		return fmt.Sprintf("decode[jwt.%s](%s).%s(%s) == nil", row.Recv, claims, row.Name, arg)
	}
	if row.Claims != model.Recv {
		is = func(claims string) string {
			return fmt.Sprintf("jwt.New%s(jwt.WithIssuer(%q)).%s(*decode[jwt.MapClaims](%s)) == nil", row.Recv, "me", row.Name, claims)
		}
		p.ask(nameOf(row)+" accepts what its options expect", is(holding(model.Iss, "me")), true)
		p.ask(nameOf(row)+" accepts what they do not", is(holding(model.Iss, "you")), false)
		return
	}
	p.ask(nameOf(row)+" accepts claims without expiry", is(none), true)
	p.ask(nameOf(row)+" accepts expired claims", is(expired), false)
}
