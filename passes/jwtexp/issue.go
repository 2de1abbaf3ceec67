package jwtexp

import (
	"fmt"
	"time"

	"github.com/jwtvet/jwtvet/passes/internal/diag"
	"github.com/jwtvet/jwtvet/passes/internal/flow"
)

// issued judges a place that issues tokens: for each thing that may be wrong the
// worst that their exp may be. A long lifetime is not worth a line beside another.
func (c *checker) issued(m *flow.Minted) []*diag.Finding {
	worst := make(map[string]*diag.Finding)
	longest := 0.0
	for _, x := range m.Exp {
		life := x.Life()
		category, message := c.judge(m, life)
		if category == "" || worst[category] != nil && life.Seconds <= longest {
			continue
		}
		longest = max(longest, life.Seconds)
		worst[category] = &diag.Finding{Pos: m.Pos, End: m.End, Category: category, Message: message,
			Steps: append(append([]flow.Step(nil), x.Steps...), m.Steps...)}
		if category == "jwtexp/units" {
			worst[category].Fixes = c.inSeconds(m, x)
		}
	}
	if units, none := worst["jwtexp/units"], worst["jwtexp/no-exp"]; units != nil || none != nil {
		return []*diag.Finding{units, none}
	}
	return []*diag.Finding{worst["jwtexp/too-long"]}
}

// judge says what is wrong with a lifetime; "" if nothing is.
func (c *checker) judge(m *flow.Minted, life flow.Life) (category, message string) {
	switch life.Verdict {
	case flow.WrongUnit:
		return "jwtexp/units", "exp is given in " + life.Unit + " (read as seconds it lies ages ahead); give it in seconds, with Unix()"
	case flow.Never:
		return "jwtexp/no-exp", "token issued without exp (it is valid for ever, a stolen one too); set exp a short time ahead"
	case flow.Ahead:
		bound, flag := c.life.max, "max"
		if m.Refresh {
			bound, flag = max(c.life.maxRefresh, bound), "max-refresh"
		}
		if life.Seconds > bound.Seconds()+1 {
			return "jwtexp/too-long", fmt.Sprintf("token is valid for %s (so is a stolen one; -jwtexp.%s is %s); shorten its lifetime",
				span(life.Seconds), flag, span(bound.Seconds()))
		}
	}
	return "", ""
}

// span tells a number of seconds in the largest unit that it fills.
func span(seconds float64) string {
	d := time.Duration(seconds * float64(time.Second))
	switch day := 24 * time.Hour; {
	case seconds >= 2*365*24*3600:
		return fmt.Sprintf("%.0f years", seconds/(365*24*3600))
	case d >= 2*day:
		return fmt.Sprintf("%g days", round(d.Hours()/24))
	case d >= time.Hour:
		return fmt.Sprintf("%gh", round(d.Hours()))
	}
	return fmt.Sprintf("%gm", round(d.Minutes()))
}

func round(f float64) float64 { return float64(int(f*10+0.5)) / 10 }
