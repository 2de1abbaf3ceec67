package std

import "sync"

// byPath indexes the rows on first use.
var byPath = sync.OnceValue(func() map[string]map[key]*Func {
	out := make(map[string]map[key]*Func)
	for i := range rows {
		row := &rows[i]
		if out[row.Path] == nil {
			out[row.Path] = make(map[key]*Func)
		}
		out[row.Path][key{row.Recv, row.Name}] = row
	}
	return out
})

var rows = []Func{
	// func Getenv(key string) string
	{Path: "os", Name: "Getenv", Does: Outside},
	// func LookupEnv(key string) (string, bool)
	{Path: "os", Name: "LookupEnv", Does: Outside},
	// func ReadFile(name string) ([]byte, error)
	{Path: "os", Name: "ReadFile", Does: Outside},
	{Path: "io/ioutil", Name: "ReadFile", Does: Outside},
	// func ReadAll(r io.Reader) ([]byte, error)
	{Path: "io", Name: "ReadAll", Does: Outside},
	{Path: "syscall", Name: "Getenv", Does: Outside},

	// func Or[T comparable](vals ...T) T
	{Path: "cmp", Name: "Or", Does: FirstSet},

	// func String(name string, value string, usage string) *string
	{Path: "flag", Name: "String", Does: Default, Arg: 1},
	{Path: "flag", Recv: "FlagSet", Name: "String", Does: Default, Arg: 1},
	// func StringVar(p *string, name string, value string, usage string)
	{Path: "flag", Name: "StringVar", Does: Binds, Arg: 2},
	{Path: "flag", Recv: "FlagSet", Name: "StringVar", Does: Binds, Arg: 2},
	// func (f *FlagSet) StringVar(p *string, name string, value string, usage string)
	{Path: "github.com/spf13/pflag", Name: "String", Does: Default, Arg: 1},
	{Path: "github.com/spf13/pflag", Name: "StringVar", Does: Binds, Arg: 2},
	{Path: "github.com/spf13/pflag", Recv: "FlagSet", Name: "String", Does: Default, Arg: 1},
	{Path: "github.com/spf13/pflag", Recv: "FlagSet", Name: "StringVar", Does: Binds, Arg: 2},
	// func (f *FlagSet) StringVarP(p *string, name, shorthand string, value string, usage string)
	{Path: "github.com/spf13/pflag", Recv: "FlagSet", Name: "StringVarP", Does: Binds, Arg: 3},

	// func GetString(key string) string
	{Path: "github.com/spf13/viper", Name: "GetString", Does: ReadsSetting},
	{Path: "github.com/spf13/viper", Recv: "Viper", Name: "GetString", Does: ReadsSetting},
	// func SetDefault(key string, value any)
	{Path: "github.com/spf13/viper", Name: "SetDefault", Does: SetsDefault, Arg: 1},
	{Path: "github.com/spf13/viper", Recv: "Viper", Name: "SetDefault", Does: SetsDefault, Arg: 1},

	// func Marshal(v any) ([]byte, error)
	{Path: "encoding/json", Name: "Marshal", Does: Encodes},
	// func Unmarshal(data []byte, v any) error
	{Path: "encoding/json", Name: "Unmarshal", Does: Decodes, Arg: 1},
	// func Decode(input interface{}, output interface{}) error
	{Path: "github.com/mitchellh/mapstructure", Name: "Decode", Does: Decodes, Arg: 1},
	{Path: "github.com/go-viper/mapstructure/v2", Name: "Decode", Does: Decodes, Arg: 1},

	// func ParseCertificate(der []byte) (*Certificate, error)
	{Path: "crypto/x509", Name: "ParseCertificate", Does: Builds},
	// func (z *Int) SetBytes(buf []byte) *Int
	{Path: "math/big", Recv: "Int", Name: "SetBytes", Does: Builds},
	// func (dec *Decoder) Decode(v any) error
	{Path: "encoding/json", Recv: "Decoder", Name: "Decode", Does: Decodes},
	// func NewDecoder(r io.Reader) *Decoder
	{Path: "encoding/json", Name: "NewDecoder", Does: Builds},

	// func Sprintf(format string, a ...any) string
	{Path: "fmt", Name: "Sprintf", Does: Builds},
	{Path: "fmt", Name: "Sprint", Does: Builds},
	{Path: "fmt", Name: "Sprintln", Does: Builds},
	// func String(key, value string) Attr
	{Path: "log/slog", Name: "String", Does: Builds},
	{Path: "log/slog", Name: "Any", Does: Builds},
	// func String(key string, val string) Field
	{Path: "go.uber.org/zap", Name: "String", Does: Builds},
	{Path: "go.uber.org/zap", Name: "Any", Does: Builds},
	{Path: "go.uber.org/zap", Name: "ByteString", Does: Builds},
	// func Split(s, sep string) []string
	{Path: "strings", Name: "Split", Does: Builds},
	{Path: "strings", Name: "SplitN", Does: Builds},
	{Path: "strings", Name: "Fields", Does: Builds},
	{Path: "strings", Name: "Join", Does: Builds},
	// func Cut(s, sep string) (before, after string, found bool)
	{Path: "strings", Name: "Cut", Does: Builds},
	{Path: "strings", Name: "CutPrefix", Does: Builds},
	{Path: "strings", Name: "CutSuffix", Does: Builds},
	// func Join(elem ...string) string
	{Path: "path", Name: "Join", Does: Builds},
	{Path: "path/filepath", Name: "Join", Does: Builds},
	// func Parse(rawURL string) (*URL, error)
	{Path: "net/url", Name: "Parse", Does: Builds},
	// func JoinPath(base string, elem ...string) (result string, err error)
	{Path: "net/url", Name: "JoinPath", Does: Builds},
	// func (u *URL) Query() Values
	{Path: "net/url", Recv: "URL", Name: "Query", Does: Builds},
	// func (u *URL) String() string
	{Path: "net/url", Recv: "URL", Name: "String", Does: Builds},

	// func TrimSpace(s string) string
	{Path: "strings", Name: "TrimSpace", Does: Passes},
	{Path: "strings", Name: "Trim", Does: Passes},
	{Path: "strings", Name: "TrimPrefix", Does: Passes},
	{Path: "strings", Name: "TrimSuffix", Does: Passes},
	{Path: "strings", Name: "TrimRight", Does: Passes},
	{Path: "strings", Name: "TrimLeft", Does: Passes},
	{Path: "strings", Name: "ReplaceAll", Does: Passes},
	{Path: "strings", Name: "Replace", Does: Passes},
	{Path: "strings", Name: "ToLower", Does: Passes},
	{Path: "strings", Name: "ToUpper", Does: Passes},
	{Path: "strings", Name: "Clone", Does: Passes},
	{Path: "bytes", Name: "TrimSpace", Does: Passes},
	{Path: "bytes", Name: "Clone", Does: Passes},
	{Path: "bytes", Name: "NewBufferString", Does: Passes},
	{Path: "slices", Name: "Clone", Does: Passes},
	// func (enc *Encoding) DecodeString(s string) ([]byte, error)
	{Path: "encoding/base64", Recv: "Encoding", Name: "DecodeString", Does: Passes},
	{Path: "encoding/base64", Recv: "Encoding", Name: "EncodeToString", Does: Passes},
	{Path: "encoding/base32", Recv: "Encoding", Name: "DecodeString", Does: Passes},
	{Path: "encoding/hex", Name: "DecodeString", Does: Passes},
	{Path: "encoding/hex", Name: "EncodeToString", Does: Passes},
	// func (f FS) ReadFile(name string) ([]byte, error)
	{Path: "embed", Recv: "FS", Name: "ReadFile", Does: Passes, Arg: Receiver},
	// func NewKeyFromSeed(seed []byte) PrivateKey
	{Path: "crypto/ed25519", Name: "NewKeyFromSeed", Does: ParsesPrivate},
	// func Sum256(data []byte) [Size]byte
	{Path: "crypto/sha256", Name: "Sum256", Does: Digests},
	{Path: "crypto/sha512", Name: "Sum512", Does: Digests},
	// func Decode(data []byte) (p *Block, rest []byte)
	{Path: "encoding/pem", Name: "Decode", Does: Passes},

	// func ParsePKCS1PrivateKey(der []byte) (*rsa.PrivateKey, error)
	{Path: "crypto/x509", Name: "ParsePKCS1PrivateKey", Does: ParsesPrivate},
	{Path: "crypto/x509", Name: "ParsePKCS8PrivateKey", Does: ParsesPrivate},
	{Path: "crypto/x509", Name: "ParseECPrivateKey", Does: ParsesPrivate},
	{Path: "crypto/x509", Name: "ParsePKCS1PublicKey", Does: ParsesPublic},
	{Path: "crypto/x509", Name: "ParsePKIXPublicKey", Does: ParsesPublic},

	// func Read(b []byte) (n int, err error)
	{Path: "crypto/rand", Name: "Read", Does: Fills},
	// func ReadFull(r io.Reader, buf []byte) (n int, err error)
	{Path: "io", Name: "ReadFull", Does: Fills, Arg: 1},
	// func Text() string
	{Path: "crypto/rand", Name: "Text", Does: Random},
	// func Read(p []byte) (n int, err error)
	{Path: "math/rand", Name: "Read", Does: FillsWeakly},
	{Path: "math/rand", Recv: "Rand", Name: "Read", Does: FillsWeakly},
	{Path: "math/rand", Name: "Int", Does: Weak},
	{Path: "math/rand", Name: "Intn", Does: Weak},
	{Path: "math/rand", Name: "Int63", Does: Weak},
	{Path: "math/rand", Recv: "Rand", Name: "Int63", Does: Weak},
	{Path: "math/rand", Recv: "Rand", Name: "Intn", Does: Weak},
	{Path: "math/rand/v2", Name: "Int", Does: Weak},
	{Path: "math/rand/v2", Name: "IntN", Does: Weak},
	{Path: "math/rand/v2", Name: "Uint64", Does: Weak},
	{Path: "math/rand/v2", Recv: "Rand", Name: "Uint64", Does: Weak},

	// func GenerateKey(random io.Reader, bits int) (*PrivateKey, error)
	{Path: "crypto/rsa", Name: "GenerateKey", Does: MakesKey, Arg: 1},

	// func EqualFold(s, t string) bool
	{Path: "strings", Name: "EqualFold", Does: Matches},
	{Path: "strings", Name: "HasPrefix", Does: Matches},
	{Path: "strings", Name: "HasSuffix", Does: Matches},
	{Path: "strings", Name: "Contains", Does: Matches},
	{Path: "strings", Name: "Compare", Does: Matches},
	{Path: "slices", Name: "Contains", Does: Matches},
	{Path: "slices", Name: "Index", Does: Matches},
	{Path: "slices", Name: "Equal", Does: Matches},
	{Path: "reflect", Name: "DeepEqual", Does: Matches},
	{Path: "bytes", Name: "Equal", Does: Matches},
	{Path: "crypto/subtle", Name: "ConstantTimeCompare", Does: Matches},
	{Path: "crypto/hmac", Name: "Equal", Does: Matches},

	// func New(text string) error
	{Path: "errors", Name: "New", Does: Errors},
	{Path: "fmt", Name: "Errorf", Does: Errors},
	// func New(message string) error
	{Path: "github.com/pkg/errors", Name: "New", Does: Errors},
	{Path: "github.com/pkg/errors", Name: "Errorf", Does: Errors},
	// func Error(c codes.Code, msg string) error
	{Path: "google.golang.org/grpc/status", Name: "Error", Does: Errors},
	{Path: "google.golang.org/grpc/status", Name: "Errorf", Does: Errors},
}
