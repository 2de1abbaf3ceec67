// Package magazine shows essays to all its readers, and letters to who wrote
// them.
package magazine

import (
	"net/http"
	"os"
	"strconv"

	"github.com/golang-jwt/jwt/v5"
	echojwt "github.com/labstack/echo-jwt/v4"
	"github.com/labstack/echo/v4"

	"example.com/fixtures/jwtsub/echo4/magazine/ports"
)

// Magazine answers readers.
type Magazine struct {
	Essays  ports.Essays
	Critics ports.Critics
	Letters ports.Letters
	Drafts  ports.Drafts
	Bills   ports.Bills
}

func reader(c echo.Context) string {
	subject, err := c.Get("user").(*jwt.Token).Claims.GetSubject()
	if err != nil {
		return ""
	}
	return subject
}

func page(c echo.Context) int {
	n, err := strconv.Atoi(c.QueryParam("page"))
	if err != nil {
		return 0
	}
	return n
}

func answer(c echo.Context, found any, err error) error {
	if err != nil {
		return echo.ErrNotFound
	}
	return c.JSON(http.StatusOK, found)
}

func (m *Magazine) essays(c echo.Context) error {
	found, err := m.Essays.All(page(c), reader(c))
	return answer(c, found, err)
}

func (m *Magazine) authored(c echo.Context) error {
	found, err := m.Essays.AllByAuthor(page(c), reader(c))
	return answer(c, found, err)
}

// essay is nobody's secret, as far as can be told: a list shows it to everybody.
func (m *Magazine) essay(c echo.Context) error {
	found, err := m.Essays.Get(c.Param("id")) // want "jwtsub/weak-evidence"
	return answer(c, found, err)
}

// liked shows one of them, and whether its reader likes it.
func (m *Magazine) liked(c echo.Context) error {
	found, err := m.Essays.GetFor(c.Param("id"), reader(c))
	return answer(c, found, err)
}

// revise changes what somebody else has written, for all to read.
func (m *Magazine) revise(c echo.Context) error {
	return answer(c, nil, m.Essays.Revise(c.Param("id"), c.QueryParam("text"))) // want "jwtsub/unchecked-write"
}

func (m *Magazine) critics(c echo.Context) error {
	found, err := m.Critics.All(page(c))
	return answer(c, found, err)
}

func (m *Magazine) mine(c echo.Context) error {
	found, err := m.Critics.GetPage(reader(c))
	return answer(c, found, err)
}

// critic shows one whom the list shows as well.
func (m *Magazine) critic(c echo.Context) error {
	found, err := m.Critics.Get(c.Param("id")) // want "jwtsub/weak-evidence"
	return answer(c, found, err)
}

func (m *Magazine) letters(c echo.Context) error {
	found, err := m.Letters.ListReaderLetters(page(c), reader(c))
	return answer(c, found, err)
}

// letter is somebody's own.
func (m *Magazine) letter(c echo.Context) error {
	found, err := m.Letters.Get(c.Param("id")) // want "jwtsub/unchecked-read"
	return answer(c, found, err)
}

func (m *Magazine) desk(c echo.Context) error {
	found, err := m.Drafts.All(page(c))
	return answer(c, found, err)
}

func (m *Magazine) drafts(c echo.Context) error {
	found, err := m.Drafts.ByAuthor(reader(c))
	return answer(c, found, err)
}

// draft is somebody's own, though the editor has a list.
func (m *Magazine) draft(c echo.Context) error {
	found, err := m.Drafts.Get(c.Param("id")) // want "jwtsub/unchecked-read"
	return answer(c, found, err)
}

func (m *Magazine) bills(c echo.Context) error {
	found, err := m.Bills.All(page(c))
	return answer(c, found, err)
}

func (m *Magazine) owed(c echo.Context) error {
	found, err := m.Bills.ByReader(reader(c))
	return answer(c, found, err)
}

// bill is somebody's own: the list of all has been forgotten to be guarded.
func (m *Magazine) bill(c echo.Context) error {
	found, err := m.Bills.Get(c.Param("id")) // want "jwtsub/unchecked-read"
	return answer(c, found, err)
}

// editor lets nobody else pass.
func editor(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		claims, ok := c.Get("user").(*jwt.Token).Claims.(jwt.MapClaims)
		if !ok || claims["role"] != "admin" {
			return echo.ErrForbidden
		}
		return next(c)
	}
}

// Routes of the magazine.
func Routes(m *Magazine) *echo.Echo {
	e := echo.New()
	e.Use(echojwt.JWT([]byte(os.Getenv("MAGAZINE_KEY"))))
	e.GET("/essays", m.essays)
	e.GET("/authors/essays", m.authored)
	e.GET("/essays/:id", m.essay)
	e.GET("/readers/essays/:id", m.liked)
	e.PUT("/essays/:id", m.revise)
	e.GET("/critics", m.critics)
	e.GET("/critics/page", m.mine)
	e.GET("/critics/:id", m.critic)
	e.GET("/letters", m.letters)
	e.GET("/letters/:id", m.letter)
	e.GET("/desk/drafts", m.desk, editor)
	e.GET("/drafts", m.drafts)
	e.GET("/drafts/:id", m.draft)
	e.GET("/bills", m.bills)
	e.GET("/bills/owed", m.owed)
	e.GET("/bills/:id", m.bill)
	return e
}
