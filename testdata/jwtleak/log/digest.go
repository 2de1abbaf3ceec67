package log

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"hash/crc32"
	"hash/fnv"
	"log"
	"net/http"
	"strings"
)

func bearer(r *http.Request) string {
	return strings.TrimPrefix(r.Header.Get("Authorization"), "Bearer ")
}

// bucket makes a number of a text, in which the text is no more.
func bucket(text string) string {
	sum := uint32(7)
	for i := range len(text) {
		sum = sum*131 + uint32(text[i])
	}
	return fmt.Sprintf("b%08x", sum)
}

// Bucketed is silent: the number in the log opens nothing.
func Bucketed(_ http.ResponseWriter, r *http.Request) {
	log.Printf("queued in %s", bucket(bearer(r)))
}

// Runes is silent: so does a sum of the letters.
func Runes(_ http.ResponseWriter, r *http.Request) {
	total := 0
	for _, letter := range bearer(r) {
		total = int(letter) + total
	}
	log.Print("sum ", total)
}

// Hashed is silent: the standard library's hashes are no different.
func Hashed(_ http.ResponseWriter, r *http.Request) {
	h := fnv.New64a()
	h.Write([]byte(bearer(r)))
	digest := sha256.Sum256([]byte(bearer(r)))
	log.Print(h.Sum64(), crc32.ChecksumIEEE([]byte(bearer(r))), hex.EncodeToString(digest[:]))
}

// Joined writes the token itself.
func Joined(_ http.ResponseWriter, r *http.Request) {
	log.Print("with " + bearer(r)) // want `log.Print writes the token that is verified .*\(jwtleak/log\)`
}

// short is a helper around a hash of the standard library.
func short(text string) string {
	digest := sha256.Sum256([]byte(text))
	return hex.EncodeToString(digest[:4])
}

// Helped is silent: so does a hash that a helper takes.
func Helped(_ http.ResponseWriter, r *http.Request) {
	log.Print("seen ", short(bearer(r)))
}

// prefix writes the first letters only, which say what algorithm the token has.
func prefix(r *http.Request, user string) {
	log.Printf("[granary] %d%% of %-8s went to %.10s", 50, user, bearer(r))
	log.Printf("%[2].3s %[1]s", bearer(r), user) // want `jwtleak/log`
	log.Printf("%*s %.10s", 20, bearer(r), user) // want `jwtleak/log`
	log.Printf("%-40s for %.3f", bearer(r), 0.5) // want `jwtleak/log`
}
