package std

import (
	"go/types"
	"time"
)

// TimeRole is what a function of package time does, as far as the distance of a
// point in time from the present is concerned.
type TimeRole int

const (
	// Now is the present.
	Now TimeRole = iota + 1
	// AddsDuration: the receiver, later by argument 0.
	AddsDuration
	// AddsDate: the receiver, later by years, months and days.
	AddsDate
	// Counts: the receiver as a number of Units.
	Counts
	// FromCount: argument 0, a number of Units, as a point in time.
	FromCount
	// Keeps: the receiver, in another zone or rounded.
	Keeps
	// ParsesDuration: the duration that argument 0 spells.
	ParsesDuration
)

// Time is the row of a function or method of package time.
type Time struct {
	Recv, Name string
	Does       TimeRole
	Unit       time.Duration
}

var times = []Time{
	// func Now() Time
	{Name: "Now", Does: Now},
	// func (t Time) Add(d Duration) Time
	{Recv: "Time", Name: "Add", Does: AddsDuration},
	// func (t Time) AddDate(years int, months int, days int) Time
	{Recv: "Time", Name: "AddDate", Does: AddsDate},
	// func (t Time) Unix() int64
	{Recv: "Time", Name: "Unix", Does: Counts, Unit: time.Second},
	{Recv: "Time", Name: "UnixMilli", Does: Counts, Unit: time.Millisecond},
	{Recv: "Time", Name: "UnixMicro", Does: Counts, Unit: time.Microsecond},
	{Recv: "Time", Name: "UnixNano", Does: Counts, Unit: time.Nanosecond},
	// func (d Duration) Seconds() float64
	{Recv: "Duration", Name: "Hours", Does: Counts, Unit: time.Hour},
	{Recv: "Duration", Name: "Minutes", Does: Counts, Unit: time.Minute},
	{Recv: "Duration", Name: "Seconds", Does: Counts, Unit: time.Second},
	{Recv: "Duration", Name: "Milliseconds", Does: Counts, Unit: time.Millisecond},
	{Recv: "Duration", Name: "Microseconds", Does: Counts, Unit: time.Microsecond},
	{Recv: "Duration", Name: "Nanoseconds", Does: Counts, Unit: time.Nanosecond},
	// func Unix(sec int64, nsec int64) Time
	{Name: "Unix", Does: FromCount, Unit: time.Second},
	{Name: "UnixMilli", Does: FromCount, Unit: time.Millisecond},
	{Name: "UnixMicro", Does: FromCount, Unit: time.Microsecond},
	// func (t Time) UTC() Time
	{Recv: "Time", Name: "UTC", Does: Keeps},
	{Recv: "Time", Name: "Local", Does: Keeps},
	{Recv: "Time", Name: "In", Does: Keeps},
	{Recv: "Time", Name: "Round", Does: Keeps},
	{Recv: "Time", Name: "Truncate", Does: Keeps},
	{Recv: "Duration", Name: "Abs", Does: Keeps},
	{Recv: "Duration", Name: "Round", Does: Keeps},
	{Recv: "Duration", Name: "Truncate", Does: Keeps},
	// func ParseDuration(s string) (Duration, error)
	{Name: "ParseDuration", Does: ParsesDuration},
}

// TimeOf returns the row of a function of package time, or nil.
func TimeOf(fn *types.Func) *Time {
	if fn == nil || fn.Pkg() == nil || fn.Pkg().Path() != "time" {
		return nil
	}
	recv := receiver(fn)
	for i := range times {
		if times[i].Name == fn.Name() && times[i].Recv == recv {
			return &times[i]
		}
	}
	return nil
}

// IsTime and IsDuration report whether a type is a point in time or a duration,
// of package time.
func IsTime(t types.Type) bool { return isOfTime(t, "Time") }

// IsDuration is described with IsTime.
func IsDuration(t types.Type) bool { return isOfTime(t, "Duration") }

func isOfTime(t types.Type, name string) bool {
	named, ok := types.Unalias(t).(*types.Named)
	return ok && named.Obj().Pkg() != nil && named.Obj().Pkg().Path() == "time" && named.Obj().Name() == name
}
