module github.com/jwtvet/jwtvet

go 1.26.0

require (
	golang.org/x/mod v0.42.0 // indirect
	golang.org/x/tools v0.52.0 // indirect
)
