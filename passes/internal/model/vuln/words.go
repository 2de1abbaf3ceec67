package vuln

// words say what can happen, for the messages. They are our own: the table has
// the database's facts alone.
var words = map[string]string{
	"GO-2020-0009": "padding oracle in JWE",
	"GO-2020-0010": "private key disclosed",
	"GO-2020-0017": "audience check bypassed",
	"GO-2020-0023": "signature guessed by timing",
	"GO-2022-0945": "signature check bypassed",
	"GO-2023-1859": "padding oracle in JWE",
	"GO-2023-2334": "JWE exhausts the CPU",
	"GO-2023-2379": "JWE exhausts the CPU",
	"GO-2023-2409": "JWE exhausts the CPU",
	"GO-2024-2454": "panic on a forged JWS",
	"GO-2024-2631": "JWE exhausts the memory",
	"GO-2024-2632": "JWE exhausts the memory",
	"GO-2024-3250": "forged tokens pass as expired ones",
	"GO-2025-3376": "withdrawn keys stay valid",
	"GO-2025-3485": "parsing exhausts the memory",
	"GO-2025-3553": "parsing exhausts the memory",
	"GO-2025-4123": "JWE exhausts the memory",
	"GO-2026-4945": "panic on a forged JWE",
}
