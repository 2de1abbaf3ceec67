// Package libraries keeps every library that fixtures use among the module's
// requirements.
package libraries

import (
	_ "github.com/MicahParks/keyfunc"
	_ "github.com/MicahParks/keyfunc/v2"
	_ "github.com/MicahParks/keyfunc/v3"
	_ "github.com/coreos/go-oidc"
	_ "github.com/dgrijalva/jwt-go"
	_ "github.com/dgrijalva/jwt-go/request"
	_ "github.com/dgrijalva/jwt-go/v4"
	_ "github.com/dgrijalva/jwt-go/v4/request"
	_ "github.com/form3tech-oss/jwt-go"
	_ "github.com/form3tech-oss/jwt-go/request"
	_ "github.com/go-jose/go-jose/v3/jwt"
	_ "github.com/go-jose/go-jose/v4/jwt"
	_ "github.com/golang-jwt/jwt"
	_ "github.com/golang-jwt/jwt/request"
	_ "github.com/golang-jwt/jwt/v4"
	_ "github.com/golang-jwt/jwt/v4/request"
	_ "github.com/golang-jwt/jwt/v5"
	_ "github.com/golang-jwt/jwt/v5/request"
	_ "github.com/lestrrat-go/jwx/jwt"
	_ "github.com/lestrrat-go/jwx/v2/jwt"
	_ "github.com/lestrrat-go/jwx/v3/jwt"
	_ "github.com/zitadel/oidc/v3/pkg/client/rp"
	_ "github.com/zitadel/oidc/v3/pkg/op"
	_ "google.golang.org/api/idtoken"
	_ "gopkg.in/go-jose/go-jose.v2/jwt"
	_ "gopkg.in/square/go-jose.v2/jwt"
)
