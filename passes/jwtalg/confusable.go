package jwtalg

import (
	"fmt"
	"slices"
	"strings"

	"github.com/jwtvet/jwtvet/passes/internal/diag"
	"github.com/jwtvet/jwtvet/passes/internal/flow"
	"github.com/jwtvet/jwtvet/passes/internal/model"
)

// confusable reports keys whose kind the token chooses.
func (c *checker) confusable(at diag.Finding, methods flow.Enforcement, returns []flow.KeyReturn, s *flow.Site) bool {
	at.Category = "jwtalg/confusable"
	names, complete := methodNames(methods)
	symmetric, asymmetric := families(names)
	mixed := mixedReturn(returns)
	switch {
	case s.Loose && passesUnsigned(returns) && !complete:
		at.Message = "an HS256 token without a signature passes (this release ignores a key of another type); pin the method, and upgrade"
	case symmetric && asymmetric && !onlyAsymmetric(returns):
		at.Message = fmt.Sprintf("valid methods mix %s (the token chooses which kind of key verifies it); keep one family", oneOfEach(names))
	case complete && asymmetric && !symmetric:
		return false // One family only: the other key is never used.
	case mixed != nil && len(methods.Found) == 0:
		at.Message = fmt.Sprintf("the tests admit %s for one key (the token chooses which kind it is); return each kind for its own method", oneOfEach(mixed))
	case publicAsSecret(returns):
		at.Message = "public key handed over as []byte (it verifies HS256 as a secret); return the parsed key and pin its method"
	case complete && symmetric && !asymmetric:
		return false
	case severalKinds(returns):
		at.Message = "the token chooses between an HMAC secret and a public key (one may pass for the other); use a keyfunc per key"
	default:
		return false
	}
	for _, r := range returns {
		at.Steps = append(at.Steps, returned(r)...)
	}
	c.report.Report(at)
	return true
}

// mixedReturn lists the algorithms of both kinds that were tested for on the
// way to one key whose kind is open; nil if there is no such key.
func mixedReturn(returns []flow.KeyReturn) []string {
	for _, r := range returns {
		symmetric, asymmetric := families(r.Allowed)
		if symmetric && asymmetric && r.Pin == flow.Pinned && kindOf(r) == "" && !r.Typed && !r.Bound {
			return r.Allowed
		}
	}
	return nil
}

// passesUnsigned reports whether HMAC may be asked for with a key that is not
// its own kind.
func passesUnsigned(returns []flow.KeyReturn) bool {
	for _, r := range returns {
		hmac := r.Pin == flow.Unpinned || slices.ContainsFunc(r.Allowed, isHMAC)
		if hmac && !r.Bound && kindOf(r) != model.HMAC && (kindOf(r) != "" || r.Pin == flow.Pinned) {
			return true
		}
	}
	return false
}

// publicAsSecret reports whether bytes that hold a public key are returned as
// they are: the libraries verify HS* with them.
func publicAsSecret(returns []flow.KeyReturn) bool {
	for _, r := range returns {
		if r.Family != model.HMAC && r.Family != "" || r.Pin == flow.Pinned && !slices.ContainsFunc(r.Allowed, isHMAC) && len(r.Allowed) > 0 {
			continue
		}
		if r.Key.Has(isPublicPEM) && r.Key.Kind != flow.Key {
			return true
		}
	}
	return false
}

func isPublicPEM(v flow.Value) bool {
	return v.Kind == flow.Literal && strings.HasPrefix(v.Text, "-----BEGIN ") &&
		(strings.Contains(v.Text, "PUBLIC KEY") || strings.Contains(v.Text, "CERTIFICATE"))
}

// severalKinds reports whether HMAC and public keys are both returned.
func severalKinds(returns []flow.KeyReturn) bool {
	hmac, public := false, false
	for _, r := range returns {
		switch kind := kindOf(r); {
		case r.Bound:
		case kind == model.HMAC:
			hmac = true
		case kind != "":
			public = true
		default:
			h, p := kindsIn(r.Key)
			h = h || slices.Contains(r.Families, model.HMAC)
			p = p || slices.ContainsFunc(r.Families, func(f model.Family) bool { return f != model.HMAC })
			hmac, public = hmac || h, public || p
		}
	}
	return hmac && public
}

func kindOf(r flow.KeyReturn) model.Family {
	if r.Family != "" {
		return r.Family
	}
	if r.Key.Kind == flow.Key {
		if r.Key.Text != "" {
			return model.Family(r.Key.Text)
		}
		return model.RSA
	}
	return ""
}

// kindsIn looks for keys of both kinds among the possible values of one
// interface.
func kindsIn(key flow.Value) (hmac, public bool) {
	for _, alt := range key.Alternatives() {
		switch alt.Kind {
		case flow.Key:
			public = true
		case flow.Literal, flow.Outside, flow.Random:
			hmac = true
		}
	}
	return hmac, public
}

// onlyAsymmetric reports whether all keys in view are public keys by their
// type, or tell their kind themselves.
func onlyAsymmetric(returns []flow.KeyReturn) bool {
	for _, r := range returns {
		if !r.Typed && (r.Family == "" || r.Family == model.HMAC) {
			return false
		}
	}
	return len(returns) > 0
}

// families tells which kinds of algorithm a list names.
func families(names []string) (symmetric, asymmetric bool) {
	for _, name := range names {
		if isHMAC(name) {
			symmetric = true
		} else if len(name) >= 2 && name != "none" {
			asymmetric = true
		}
	}
	return symmetric, asymmetric
}

// oneOfEach names the first method of either kind.
func oneOfEach(names []string) string {
	hmac := slices.IndexFunc(names, isHMAC)
	public := slices.IndexFunc(names, func(name string) bool { return !isHMAC(name) })
	return names[hmac] + " with " + names[public]
}

func isHMAC(name string) bool { return strings.HasPrefix(name, "HS") || name == string(model.HMAC) }
