package garden

import (
	"net/http"

	"github.com/labstack/echo/v4"
)

func (g *garden) show(c echo.Context) error {
	b, err := g.find(c.Param("id")) // want "jwtsub/unchecked-read"
	if err != nil {
		return err
	}
	return c.JSON(http.StatusOK, b)
}

func (g *garden) replant(c echo.Context) error {
	b, err := g.find(c.Param("id")) // want "jwtsub/unchecked-write"
	if err != nil {
		return err
	}
	b.Plants = c.QueryParam("plants")
	return c.NoContent(http.StatusNoContent)
}

func (g *garden) clear(c echo.Context) error {
	delete(g.beds, c.Param("id")) // want "jwtsub/unchecked-write"
	return c.NoContent(http.StatusNoContent)
}
