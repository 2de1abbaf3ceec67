package garden

import (
	"net/http"

	"github.com/labstack/echo/v4"

	"example.com/fixtures/jwtsub/echo4/garden/middleware"
)

func (g *garden) own(c echo.Context) (*bed, error) {
	b, err := g.find(c.Param("id"))
	if err != nil {
		return nil, err
	}
	if b.OwnerID != middleware.Caller(c) {
		return nil, echo.ErrForbidden
	}
	return b, nil
}

func (g *garden) showOwn(c echo.Context) error {
	b, err := g.own(c)
	if err != nil {
		return err
	}
	return c.JSON(http.StatusOK, b)
}

func (g *garden) replantOwn(c echo.Context) error {
	b, err := g.own(c)
	if err != nil {
		return err
	}
	b.Plants = c.QueryParam("plants")
	return c.NoContent(http.StatusNoContent)
}

// look stands behind middleware, and none that asks for a token.
func (g *garden) look(c echo.Context) error {
	b, err := g.find(c.Param("id"))
	if err != nil {
		return err
	}
	return c.String(http.StatusOK, b.Plants)
}
