package bench

// measure is one of the figures of a sample.
type measure struct {
	name string
	of   func(Sample) float64
}

var (
	cpu    = measure{"CPU", func(s Sample) float64 { return s.CPU }}
	wall   = measure{"wall", func(s Sample) float64 { return s.Wall }}
	memory = measure{"peak", func(s Sample) float64 { return s.Peak }}
)

// limit is how much a command may cost, in terms of another.
type limit struct {
	of, over string // names of faces; over is "" for a GB
	measure  measure
	most     func(*tree) float64 // 0 where nothing is promised
}

// limits are what the project promises.
var limits = []limit{
	{"jwtvet", "gosec", cpu, withTokens(0.4)},
	{"jwtvet", "type-check", cpu, withTokens(1.5)},
	{"jwtvet", "type-check", memory, withTokens(1.5)},
	{"jwtvet", "", memory, always(2)},
	{"jwtvet", "list", cpu, withoutTokens(1.3)},
	{"jwtvet-warm", "list", cpu, always(1.5)},
	{"jwtvet-warm", "staticcheck-warm", cpu, always(1)},
	{"jwtvet-empty-gocache", "staticcheck-cold", cpu, always(0.25)},
	{"vet-cold", "empty-cold", cpu, func(t *tree) float64 {
		if t.share() < 1.0/3 {
			return 0.5
		}
		return 0.8
	}},
	{"vet-warm", "empty-warm", cpu, always(1.1)},
	{"golangci", "golangci-empty", cpu, always(1.2)},
	{"golangci", "golangci-factless", cpu, always(0)},
}

func always(most float64) func(*tree) float64 { return func(*tree) float64 { return most } }

// withTokens holds for trees that have something to analyse, withoutTokens for the others.
func withTokens(most float64) func(*tree) float64 { return only(true, most) }

func withoutTokens(most float64) func(*tree) float64 { return only(false, most) }

func only(tokens bool, most float64) func(*tree) float64 {
	return func(t *tree) float64 {
		if (len(t.LetIn) > 0) != tokens {
			return 0
		}
		return most
	}
}
