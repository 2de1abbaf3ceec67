package data

// settings are statements that say for whom all that follows on a connection or
// in a transaction is: a schema of the tenant's own, or a variable that the
// policies of the tables ask for.
var settings = onUse(`(?is)^\s*(?:set\s+(?:local\s+|session\s+)?(?:search_path\b|role\b|[a-z_]+\.[a-z_.]+)|use\s|select\s+(?:pg_catalog\.)?set_config\s*\(|alter\s+session\s+set\s+current_schema\b)`)

// Settles reports whether a statement says for whom those that follow are.
func Settles(text string) bool { return settings().MatchString(text) }
