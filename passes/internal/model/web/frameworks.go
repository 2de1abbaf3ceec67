package web

import (
	"maps"
	"slices"
)

// frameworks is the list of all families. A new one is a file beside this one
// and a line here.
var frameworks = []*Framework{
	auth0,
	chi1,
	chi5,
	echo4,
	echo5,
	echoJWT,
	echoOldJWT,
	fasthttp,
	fiber2,
	fiber3,
	fiberJWT,
	fiberOldJWT,
	gin,
	ginJWT,
	goZero,
	gorilla,
	hertz,
	httprouter,
	huma,
	iris,
	irisJWT,
	jwtauth,
	kratosJWT,
	netHTTP,
	oidc,
	restful,
}

func sortedKeys(m map[string]string) []string { return slices.Sorted(maps.Keys(m)) }
