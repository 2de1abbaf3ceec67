// Package access decides who may go near which horse.
package access

import (
	"log"

	"github.com/labstack/echo/v4"
)

// Rider is who asks.
func Rider(c echo.Context) string {
	name, _ := c.Get("rider").(string)
	return name
}

var riders = map[string]map[string]bool{"h2": {"bob": true}}

// Authorize refuses all who are not down for the horse.
func Authorize(c echo.Context, action, horse string) error {
	if !riders[horse][Rider(c)] {
		return echo.NewHTTPError(echo.ErrForbidden.Code, "no "+action)
	}
	return nil
}

// Announce has everybody know, and refuses nobody.
func Announce(c echo.Context, action, horse string) error {
	log.Println(Rider(c), action, horse)
	return nil
}
