package flow_test

// function is a kind of function that generated packages are made of.
type function struct {
	signature string
	returns   string
	vars      string // operands and results in sight of its body, named by kind
}

var functions = []function{
	{"Key%d(str string, key []byte) (key1 []byte)", "returnkey", "str key key1"},
	{"Func%d(token *jwt.Token) (value any, err error)", "returnvalue", "token value err"},
	{"Make%d(key []byte, strs ...string) jwt.Keyfunc", "returnkeyfunc", "key"},
	{"Opts%d(opts ...jwt.ParserOption) []jwt.ParserOption", "returnopts", "opts"},
	{"Parser%d(opts []jwt.ParserOption) (parser *jwt.Parser)", "returnparser", "opts parser"},
	{"Use%d(str string, keyfunc jwt.Keyfunc, key []byte, opts ...jwt.ParserOption) (claims jwt.MapClaims, err error)", "returnclaims", "str keyfunc key opts claims err"},
	{"Issue%d(str string, key []byte) (str1 string, err error)", "returnstr", "str key str1 err"},
	{"Check%d(claims jwt.MapClaims, str string) (err error)", "returnerr", "claims str err"},
}

// kindTypes are the types of variables, by kind.
var kindTypes = map[string]string{
	"str": "string", "key": "[]byte", "keyfunc": "jwt.Keyfunc", "opts": "[]jwt.ParserOption", "parser": "*jwt.Parser",
	"token": "*jwt.Token", "claims": "jwt.MapClaims", "err": "error", "value": "any",
}

// grammar lists the alternatives of each nonterminal, a short one first.
// $var, $new and $body go before a kind: a variable in sight, a declaration,
// and the body of a function that returns it; $foreign before what only app
// can say. $L is one label in each alternative.
var grammar = map[string][]string{
	"globalstr":     {"Name"},
	"globalkey":     {"Late", "Keys.value", "Stored.Key", "Keys.next.value", `Keys.table["a"]`, "Keys.list[2]"},
	"globalkeyfunc": {"Funcs.value", `Funcs.table["x"]`, "Funcs.list[1]"},
	"globalopts":    {"Options", "Stored.Inner.Options", "Stored.Options"},
	"globalparser":  {"Stored.Parser"},
	"globaltoken":   {"jwt.New(jwt.SigningMethodHS256)"},
	"globalclaims":  {"jwt.MapClaims{}", "jwt.MapClaims(nil)"},
	"globalerr":     {"ErrNo"},
	"globalvalue":   {"any(nil)"},
	"str": {
		"$varstr", `"text"`, `""`, "Secret", "Name", `os.Getenv("VALUE")`, "string($key)", "$str + $str", "strings.TrimSpace($str)",
		"fmt.Sprintf(\"%s-%d\", $str, 1)", "First($str, $str)", "$varstr[1:]", "$token.Raw", "string(Bytes($str)[:0:0])",
		"func() string { s, _ := $issue; return s }()", "Apply($key, func(k []byte) string { return string(k) })", "$foreignstr",
	},
	"foreignstr": {"lib.Name", "lib.Secret", "derived.Role", "lib.First($str, $str)", "derived.Claims.Issuer"},
	"key": {
		"$varkey", `[]byte("literal")`, "Key$number($str, $key)", "[]byte($str)", "$globalkey", "append($key, $key...)",
		"(<-Keys.pipe)", "Keys.Get()", "Keys.Set($key).Get()", "(*Box[[]byte]).Get(Keys)", "First($key, $key)",
		"Lazy(func() []byte $bodykey)()", "func() []byte $bodykey()",
		"func() (key []byte) { defer func() { key = $key }(); return $key }()", "Looped.Bytes()", "raw($key).Bytes()",
		"raw.Bytes(raw($str))", "Bytes($str)", "Bytes(raw($key))", "Store{Box: Keys, Key: $key}.Key",
		"(&Store{Box: &Box[[]byte]{value: $key}}).Box.value", "$varkey[:len($varkey)/2]",
		`map[string][]byte{"a": $key, $str: $key}[$str]`, "[...][]byte{$key, 3: $key}[2]",
		"func() []byte { k := [4]byte($key); return k[:] }()", "(*(*[2]byte)($key))[:]",
		"Apply($str, func(s string) []byte { return []byte(s) })", "Stored.Get()",
		"func(ks ...[]byte) []byte { return ks[0] }($key, $key)", "$foreignkey",
	},
	"foreignkey": {
		"lib.Late", "lib.Key$libnumber($str, $key)", "derived.Key", "derived.Bytes()", "derived.Get()", "lib.Keys.Set($key).Get()",
		"lib.Lazy(func() []byte $bodykey)()", "lib.Bytes($str)", "(&lib.Box[[]byte]{}).Set($key).Get()", "lib.First($key, $key)",
	},
	"value": {
		"$varvalue", "any($key)", "any($keyfunc)", "any(jwt.UnsafeAllowNoneSignatureType)", "$claims[$str]", "$token.Header[$str]",
		"any(&Claims{})", "any($str)", "jwt.VerificationKeySet{Keys: []jwt.VerificationKey{$key, $key}}",
		"interface{ Bytes() []byte }(raw($key))",
	},
	"keyfunc": {
		"$varkeyfunc", "Func$number", "Make$number($key)", "Make$number($key, $str, $str)", "$globalkeyfunc",
		"func(token *jwt.Token) (any, error) $bodyvalue", "Wrap($keyfunc)", "Wrap(func(token *jwt.Token) (any, error) $bodyvalue)",
		"Funcs.Get()", "Funcs.table[$str]", "First[jwt.Keyfunc]($keyfunc, $keyfunc)", "Lazy(func() jwt.Keyfunc $bodykeyfunc)()",
		"Stored.Keyfunc", "func(t *jwt.Token) (any, error) { return (*Inner).Keyfunc(&Stored.Inner, t) }", "Stored.Inner.Keyfunc",
		"map[string]jwt.Keyfunc{$str: $keyfunc}[$str]",
		"func(f jwt.Keyfunc) jwt.Keyfunc { return func(token *jwt.Token) (any, error) { return f(token) } }($keyfunc)",
		"[]jwt.Keyfunc{$keyfunc, $keyfunc}[len($varkey)]", "$foreignkeyfunc",
	},
	"foreignkeyfunc": {
		"lib.Func$libnumber", "lib.Make$libnumber($key)", "derived.Keyfunc", "lib.Wrap($keyfunc)", "lib.Funcs.Get()",
	},
	"option": {
		"jwt.WithIssuer($str)", "jwt.WithAudience($strs...)", "jwt.WithAudience($str, $str)", "jwt.WithValidMethods($strs)",
		"jwt.WithSubject($str)", "jwt.WithExpirationRequired()", "jwt.WithoutClaimsValidation()", "First($opts...)", "$varopts[0]",
		"func(p *jwt.Parser) { jwt.WithIssuer($str)(p) }",
		`map[string]func(string) jwt.ParserOption{"iss": jwt.WithIssuer, "sub": jwt.WithSubject}[$str]($str)`,
		"Apply($str, jwt.WithIssuer)",
	},
	"strs": {
		"[]string(nil)", `[]string{"HS256"}`, `[]string{"HS256", "RS256"}`, `[]string{"none", $str}`, "strings.Fields($str)",
		"append($strs, $str)", "[]string{jwt.SigningMethodES256.Alg()}[:1]",
	},
	"opts": {
		"$varopts", "[]jwt.ParserOption{$option}", "[]jwt.ParserOption{$option, $option, $option}", "append($opts, $option)",
		"append($opts, $opts...)", "Opts$number()", "Opts$number($opts...)", "Opts$number($option, $option)", "$globalopts",
		"$varopts[:0]", "func(list ...jwt.ParserOption) []jwt.ParserOption { return list }($option, $option)",
		"func() []jwt.ParserOption $bodyopts()", "map[bool][]jwt.ParserOption{$cond: $opts}[$cond]", "$foreignopts",
	},
	"foreignopts": {"lib.Options", "lib.Opts$libnumber($opts...)", "derived.Options", "lib.Opts$libnumber($option)"},
	"parser": {
		"$varparser", "jwt.NewParser()", "jwt.NewParser($opts...)", "jwt.NewParser($option, $option)", "Parser$number($opts)",
		"(<-Parsers)", "Stored.Parser", "(&Store{Parser: $parser}).Parser", "new(jwt.Parser)", "First($parser, $parser)",
		"map[string]*jwt.Parser{$str: $parser}[$str]", "$foreignparser",
	},
	"foreignparser": {"lib.Stored.Parser", "lib.Parser$libnumber($opts)", "derived.Parser", "(<-lib.Parsers)"},
	"method": {
		"jwt.SigningMethodHS256", "jwt.SigningMethodHS512", "jwt.SigningMethodRS256", "jwt.SigningMethodNone",
		"jwt.GetSigningMethod($str)", "$token.Method", "First[jwt.SigningMethod](jwt.SigningMethodHS384, $method)",
	},
	"token": {
		"$vartoken", "jwt.New($method)", "jwt.NewWithClaims($method, $claims)", "jwt.NewWithClaims($method, &Claims{})",
		"func() *jwt.Token { t, _ := $verify; return t }()",
	},
	"claims": {
		"$varclaims", `jwt.MapClaims{"sub": $str, "exp": 1}`, "jwt.MapClaims(nil)", "$token.Claims.(jwt.MapClaims)",
		"func() jwt.MapClaims { c, _ := $use; return c }()",
	},
	"verify": {
		"jwt.Parse($str, $keyfunc)", "jwt.Parse($str, $keyfunc, $opts...)", "jwt.ParseWithClaims($str, $claims, $keyfunc)",
		"jwt.ParseWithClaims($str, &Claims{}, $keyfunc, $opts...)", "$parser.Parse($str, $keyfunc)",
		"$parser.ParseWithClaims($str, &Legacy{Tenant: $str}, $keyfunc)", "$parser.ParseWithClaims($str, $claims, $keyfunc)",
		"(*jwt.Parser).ParseWithClaims($parser, $str, &Claims{}, $keyfunc)",
		"func(parse func(string, jwt.Keyfunc, ...jwt.ParserOption) (*jwt.Token, error)) (*jwt.Token, error) { return parse($str, $keyfunc) }(jwt.Parse)",
	},
	"use": {
		"Use$number($str, $keyfunc, $key)", "Use$number($str, $keyfunc, $key, $opts...)",
		"ParseAs($str, $claims, $keyfunc, $opts...)", "$foreignuse",
	},
	"foreignuse": {"lib.Use$libnumber($str, $keyfunc, $key, $option)", "lib.ParseAs($str, $claims, $keyfunc, $opts...)"},
	"issue": {
		"Issue$number($str, $key)", "$token.SignedString($key)", "(*jwt.Token).SignedString($token, $key)", "$foreignissue",
	},
	"foreignissue": {"lib.Issue$libnumber($str, $key)"},
	"err": {
		"$varerr", "nil", "ErrNo", `errors.New($str)`, `fmt.Errorf("%w: %s", ErrNo, $str)`, "Check$number($claims, $str)",
		"Claims{}.Validate()", "jwt.NewValidator($opts...).Validate($claims)", "func() error { _, err := $verify; return err }()",
		"$method.Verify($str, []byte($str), $key)", "func() error $bodyerr()",
	},
	"cond": {
		"len($varkey) > 3", `$varstr == ""`, "$varstr != $str", "error($err) != nil", "errors.Is($err, jwt.ErrTokenExpired)",
		"$token.Valid", `$token.Method.Alg() == "HS256"`, "$token.Method == jwt.SigningMethodHS256", `$token.Header["alg"] == $str`,
		"strings.HasPrefix($token.Method.Alg(), $str)", `$claims["iss"] == $str`,
		"func() bool { aud, _ := $claims.GetAudience(); return First(aud...) == $str }()",
		"func() bool { iss, err := $claims.GetIssuer(); return err == nil && iss == $str }()",
		"func() bool { _, ok := $token.Method.(*jwt.SigningMethodHMAC); return ok }()", "$cond && $cond", "$cond || !($cond)",
	},
	"set": {
		"Sink()", "$varkey = $key", "$varstr = $str", "$varkeyfunc = $keyfunc", "$varopts = $opts", "$varparser = $parser",
		"$varerr = $err", "Keys.table[$str] = $key", "Funcs.table[$str] = $keyfunc", "Keys.pipe <- $key",
		"Stored.Inner = Inner{Options: $opts}", "copy($varkey, $str)", "*Keys = Box[[]byte]{value: $key}",
		"Stored.Box, Stored.Key = &Box[[]byte]{value: $key}, $key", "clear(Keys.table)",
	},
	"stmt": {
		"$set", "$newkey", "$newstr", "$newkeyfunc", "$newopts", "$newparser", "$newtoken", "$newclaims", "$newerr", "$newvalue",
		"if ($cond) $block", "if ($cond) $block else $block", "if ($cond) {\n$return\n}",
		"if err := error($err); err != nil {\n$return\n}", "$L:\nif ($cond) $block\nif ($cond) {\ngoto $L\n}",
		"{\nif ($cond) {\ngoto $L\n}\n$block\n$L:\n}", "$L:\nfor range 3 {\nfor $block\nif ($cond) {\ncontinue $L\n}\nbreak $L\n}",
		"for i := 0; i < 3 && ($cond); i++ $block", "for _, key := range [][]byte{$key, $key} {\nLate = key\n$set\n}",
		"for key := range Keys.All() {\nKeys.value = key\nif ($cond) {\n$return\n}\n}", "$bigswitch",
		"switch {\ndefault:\n$set\ncase $cond:\n}",
		"switch {\ncase $cond:\n$set\nfallthrough\ncase $cond:\n$set\ndefault:\n$return\n}",
		"switch v := any($value).(type) {\ncase []byte:\nLate = v\ncase jwt.Keyfunc:\nFuncs.value = v\n$set\ncase nil:\n$return\ndefault:\nSink(v)\n}",
		"switch m := $token.Method.(type) {\ncase *jwt.SigningMethodHMAC:\n$set\ncase *jwt.SigningMethodRSA, *jwt.SigningMethodECDSA:\nSink(m)\n$return\n}",
		"select {\ncase key := <-Keys.pipe:\nStored.Key = key\ncase p, ok := <-Parsers:\nSink(p.Parse($str, $keyfunc))\nSink(ok)\ncase Keys.pipe <- $key:\n$set\ndefault:\n$set\n}",
		"defer func() $bodynothing()", "defer func() {\nif r := recover(); r != nil {\n$set\n}\n}()", "defer Sink($verify)",
		"go func() $bodynothing()", "go jwt.Parse($str, $keyfunc)",
		"{\nouter := func() []byte $bodykey\ninner := func() []byte { outer := func() []byte { return outer() }; return outer() }\n$varkey = inner()\nouter = inner\n}",
		"{\nvar again func(n int) []byte\nagain = func(n int) []byte {\nif n == 0 {\nreturn $key\n}\nreturn again(n - 1)\n}\n$varkey = again(3)\n}",
		"{\nparse := jwt.ParseWithClaims\nSink(parse($str, $claims, $keyfunc, $opts...))\n}",
		"{\nsign := $token.SignedString\nSink(sign($key))\n}", "{\nget := Keys.Get\nSink(Apply(Keys, (*Box[[]byte]).Get), get())\n}",
		"Sink($verify)", "Sink($use)", "Sink($issue)", "Parsers <- $parser",
		"{\ntype $L struct {\njwt.RegisteredClaims\nExp any `json:\"exp\"`\n}\nSink(jwt.ParseWithClaims($str, &$L{}, $keyfunc))\n}",
		"{\ntype $L struct{ jwt.MapClaims }\nSink($parser.ParseWithClaims($str, $L{}, $keyfunc))\n}",
		"if _, err := $verify; err == nil $block", "if token, err := $verify; err != nil || !token.Valid {\n$return\n}",
		"func() $bodynothing()", "$block", "for k, v := range ($claims) {\nif k == \"iss\" && v == $str {\n$return\n}\n}",
	},
	"returnnothing": {"return", "Sink()", "panic($str)"},
	"returnkey":     {"return $key", "return append($key, $str...)"},
	"returnvalue": {
		"return $value, $err", "return $key, nil", "return nil, $err", "return Func$number($token)", "return $keyfunc($token)",
		`return nil, fmt.Errorf("unexpected method %v", $token.Header["alg"])`,
	},
	"returnkeyfunc": {"return $keyfunc", "return func(token *jwt.Token) (any, error) $bodyvalue"},
	"returnopts":    {"return $opts", "return nil"},
	"returnparser":  {"return $parser"},
	"returnclaims":  {"return $claims, $err", "return $use", "return nil, $err"},
	"returnstr":     {"return $str, $err", "return $issue"},
	"returnerr":     {"return $err"},
}
