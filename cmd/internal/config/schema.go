package config

import _ "embed" // for Schema

// Schema is the JSON schema of a .jwtvet.yml, for editors. A test writes it from the types and the registry.
//
//go:embed schema.json
var Schema string
