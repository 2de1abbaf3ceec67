// Package private signs with private keys whose text stands in the source.
// The keys were made for these fixtures and guard nothing.
package private

import (
	"crypto/ed25519"
	"crypto/x509"
	"encoding/pem"
	"errors"

	"github.com/golang-jwt/jwt/v5"
)

const rsaPEM = /* want "jwtkey/hardcoded" */ `-----BEGIN RSA PRIVATE KEY-----
MIIEogIBAAKCAQEAmmDJ8vs1JuOP0j5jRTKx31QgbuXvrv1u/uLPJThv/Eu7gPdm
R7+8pot75eFidS8TpQAcvbaM5JBK7bxBX9xcOW4IrqWsiB7FEhSFU94y+HHjKKAC
DKyc30Xp8H9qFbur5yyvY9gPj0sketgD2kRJIVqG+Wfxe4xwjN1l0yVfTGOJwize
HanwW5tEjnrNt7TpD13vAoAi4ic+h2306vdJ6nCG2raS9afCqyiYLY5EEdRV5+/a
GopCFxW5iSjUsPkXGx/xagI0og2WIv4P62tDb7hEKCqUTaIDHMlytSWts5WiDwJU
4bT2/OFb/Aww1Z7k2VvQ8jpt5MzG8OlD0hk6bwIDAQABAoIBABB4YxNZWcJcZOu5
XD31uqRpBUzPm1LAFyd6az89VjVEnyyTOIZPHoFmQEG2WhrGewIPkQFsiHuaKWRT
wWXIzM4Tvzli05VyMvRK3C6mdimrfODIsW9IuzPW8a6G6XqIGz7+tXehhYd0LOAu
S7rtrh+w2NWjEVBtG1TsCgEM663qhjTDERp3iU3RawoGeR/3WOm0bVhOKoFWGqae
B5rsR+dPs9b4JGP0kBuEpfLbnrJXU3DqBx5D9fT00n9oAr8J5KnTjsdLQZQLBL9o
PH/YMdNujZFUr9hrCPIRXxJlVjPZBgf8u1iiz/c3uNFbaxWNA9oNp2WpX30LeXJP
38ZBrIECgYEA1G1ic7yEK5CUICwgXICcQioZwxjwbucgaffia54vmD7xj6AO26V8
B4NBXyW+rdGRTYOQbGAPDuTv7NHmGxOuTnj2lwp5mGnhDCd9TgBpFOB5eJhH/agu
E+Zvs+LUNigxmDFTUwILqMENwzO1+fxLXBBq/yPBH/ciCLPxY+wecxMCgYEAugs5
gVEDp05xb4j2JyrG5h/x5lIAE3x4Cf1cJo4/rpv8gdKHFJmnxkiI2nCdJm99/PW/
NS/S6tCCFcmfNGB9nSWrFpuBQXG1TBclhUiRDxX34BHaWBID/oysTZ8w7rbE6/PX
5GLzY4qhNzSOlSEVrgSjcHC3NkLLT5nFaxjkarUCgYBktvfWp6qCfSm9ly5ArTlo
pU1RkqFr82kK1Nwk6frm0/Dzh4+D1BHZ/gEge2TMRG//sEDpISICjcizH1FZxRr/
WZqQQgcknA53FMH0GX24yDTPWGPJf9NY3AhZ4VF729Kntbsrv+yHNgCwa/P7cgLI
w3/3N5x461LXjXkFRw2owQKBgER/F3f+HOs/XVJkScSX4k0d29Ehxbdm70c2SfRE
ETw3YBtoKKW0AOpnEEPkjGd3SxqUXAa4Cd68T/i3l+8Py4/NK5WSQV+X/tj5+K1+
zzGPtAiCajJcx62zm0ik4L4y+oOo7oa+y7+NbdfGeOx9Ft9QA+DFDx9iLjqrcd0B
eC+1AoGAEWisO8fipL+p10O2sPfVuOsDwAybHY3vc8WIhtkwgMchBo0sjkGU6WpH
KTaQnw3bDEkdP0kQfheqKI5RvWhJDncLTeJ+gw88DhQa85o2b00Wiw6pQTNFGSkW
bngTN7esMlRcieRsBJvn/4MTfcrwQfxhvpQOhO5OxqXBs6c20Eg=
-----END RSA PRIVATE KEY-----
`

var ecPEM = []byte( /* want "jwtkey/hardcoded" */ `-----BEGIN EC PRIVATE KEY-----
MHcCAQEEICZJgSDy2vUfLRDxmcSB0c7tez1UWrLf6gj6IXDDSavooAoGCCqGSM49
AwEHoUQDQgAEY3G8CJiEbbwOiuA1BoBAGP7s0GbpqAsXUdqSWpD5wxGjrYfMZhkW
Cw08O6gn6o9vn0qrwy16eFeW2E0dXyTWUg==
-----END EC PRIVATE KEY-----
`)

const blockPEM = /* want "jwtkey/hardcoded" */ `-----BEGIN PRIVATE KEY-----
MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQCWQRq3WkMOnv6V
etZaB0i/GQi/LBlSBn0rgJgxwfe4L6RGzy16Jm5P4gNA50tCmiPAvNwfDsSz6Ap4
Go9MqDHCzwcAY8pzOTqcaOCz0e0GcCIc0SjAHSQzNzSaMC9a0Gw3oDuJe7vFh+Oq
bFidm3uXWVgPRr3llBXY8NPOub7SQLmcH8XUuMl054NIwM4n86HEc4zkMy51SRzB
vI0WD+s/c12vEE8K8gEIu3JZ0S+1ZEzaFK5PqjymvVMWONNYxyVjVgrBFTGQNAUc
MpTDQ4NoDDxT0YKCQ+5Tjm9UO7hkofUql9/nS+MeDCJ/oMyyyta5AO/Vau+BJNI/
eGwqLeXdAgMBAAECggEAAPanaXQUeIBIASThwX+I9aK/NdyeR/KfNFt1fmIwSLfT
fZnAAKfE7tGz9CNXjfSHlKmRXsidNcsf4A/JifQNJ6LkuFmrd2wvRkf84uJOewtW
iKlFsd+t9v8cYP28nAA4pW2rXBEVTem2acYall4kH38U67ooJxP5ROQcc5eo09fQ
ZNnvGK3qnoVWEk0egoFWPECM7G3T7d1SSrcPMgsbMwgYhsjvwHpRQS3wb/eVFreS
iGM5rRRncvPvSppW4HCh9BLtaRH1VPTp7IFkddVwt8G5n3A5I97HUZXIZd3QT3dQ
LhDEJQ3Lf/P2E7HJu7HGPcED95X1xD4e0HPeCS7a6QKBgQDH1hr9KmUdYrY+CkHe
QV6QcUAC0tgeCvxq/4YK/hv6irhbdQZmI6BTR4enoq1IItmk6L4iG/Zi91SzPqW1
oDvHCH7cMq8HRB/vSDUvK9E4td/saE3twQYJyKUV3EGaWPYCPGjolyYvJ8iELMWx
UjpKXNBwYRQabIGv8uy6oIRsNQKBgQDAe6dPOI7iLBvkwrhQOYWKMHURxVysZUYM
9VIgkLAF8VCFudUx5x/j+NKPOhkO1UyFjKtVpgYR0K3EhWkYrWvo0C08Q41dD8Yv
dkp6A1QbXa/P5YQkdcFbQoMFUECsHUMVkv6P3YJqQTb1y7RRJXitislDPPMsETQU
ZWkhcMC4CQKBgEurVyzmEMO/zSJQ4AA44IXxXDu1ewBlSI97klY3QoDsZkK7XWDv
vJXMUCG6B8N47tDzEIv56qIu5XO6FSVhN0F2hhL7XityMGV7AiiKfv7qX5A1Ls0I
ejDaOSi97llztjPCjDcGhP72IYdrLLCoYkomOwdSuzoGPFVTtzAz9/DBAoGAUNLb
c0F9he0dnVZCTLWKpHcqgVbNTjqMSp6saK44q5YjyLM6mWTCmFiAGdI8eWUJZ76k
pyc6vzpP7QhUFB+mAzF+/SIkduJLxtw187v4EjGpxHNMpH6pvWdVWuLS9TKoW6PI
rqJFw9Y0fMuXoMdKQBzZ3Bj4xxVGOBZJKdiNo/kCgYEAkF4UttNmfcoi7Lfx4pxN
uRCnIO0Cj/t/nC5/HAwkaNQyRYBbd8+wWV5P5Z0CqAPiJw3YoE/zuGq93eqyBU9q
wx9JJTpmGo0uD9qxtEjIWB3bp5HJYW2B+l/YCT49bJBuDtehCjJ8LErP5TiYw2J8
DEdBPVFvjwrWffBLvZM4Ye8=
-----END PRIVATE KEY-----
`

// RSA reads the constant with the library.
func RSA(user string) (string, error) {
	key, err := jwt.ParseRSAPrivateKeyFromPEM([]byte(rsaPEM))
	if err != nil {
		return "", err
	}
	return jwt.NewWithClaims(jwt.SigningMethodRS256, jwt.MapClaims{"sub": user}).SignedString(key)
}

// EC reads a variable with the library.
func EC(user string) (string, error) {
	key, err := jwt.ParseECPrivateKeyFromPEM(ecPEM)
	if err != nil {
		return "", err
	}
	return jwt.NewWithClaims(jwt.SigningMethodES256, jwt.MapClaims{"sub": user}).SignedString(key)
}

// Block reads it with the standard library.
func Block(user string) (string, error) {
	block, _ := pem.Decode([]byte(blockPEM))
	if block == nil {
		return "", errors.New("no key")
	}
	key, err := x509.ParsePKCS8PrivateKey(block.Bytes)
	if err != nil {
		return "", err
	}
	return jwt.NewWithClaims(jwt.SigningMethodPS256, jwt.MapClaims{"sub": user}).SignedString(key)
}

// Seed makes the private key from a text.
func Seed(user string) (string, error) {
	key := ed25519.NewKeyFromSeed([]byte("0123456789abcdef0123456789abcdef")) // want "jwtkey/hardcoded"
	return jwt.NewWithClaims(jwt.SigningMethodEdDSA, jwt.MapClaims{"sub": user}).SignedString(key)
}
