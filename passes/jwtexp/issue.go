package jwtexp

import (
	"fmt"
	"time"

	"github.com/jwtvet/jwtvet/passes/internal/diag"
	"github.com/jwtvet/jwtvet/passes/internal/flow"
)

// issued judges a place that issues tokens: the worst that their exp may be.
func (c *checker) issued(m *flow.Minted) *diag.Finding {
	var worst *diag.Finding
	rank := 0
	for _, x := range m.Exp {
		category, message, weight := c.judge(m, x.Life())
		if weight <= rank {
			continue
		}
		rank = weight
		worst = &diag.Finding{Pos: m.Pos, End: m.End, Category: category, Message: message,
			Steps: append(append([]flow.Step(nil), x.Steps...), m.Steps...)}
		if category == "jwtexp/units" {
			worst.Fixes = c.inSeconds(m, x)
		}
	}
	return worst
}

// judge says what is wrong with a lifetime, and how much; "" if nothing is.
func (c *checker) judge(m *flow.Minted, life flow.Life) (category, message string, weight int) {
	switch life.Verdict {
	case flow.WrongUnit:
		return "jwtexp/units", "exp is given in " + life.Unit + " (read as seconds it lies ages ahead); give it in seconds, with Unix()", 3 << 40
	case flow.Never:
		return "jwtexp/no-exp", "token issued without exp (it is valid for ever, a stolen one too); set exp a short time ahead", 2 << 40
	case flow.Ahead:
		bound, flag := c.life.max, "max"
		if m.Refresh {
			bound, flag = max(c.life.maxRefresh, bound), "max-refresh"
		}
		if life.Seconds > bound.Seconds()+1 {
			return "jwtexp/too-long", fmt.Sprintf("token is valid for %s (so is a stolen one; -jwtexp.%s is %s); shorten its lifetime",
				span(life.Seconds), flag, span(bound.Seconds())), int(life.Seconds)
		}
	}
	return "", "", 0
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
