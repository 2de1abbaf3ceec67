// Package orchard has trees that are their growers', and asks for the warden
// where the key of the token is chosen.
package orchard

import (
	"errors"
	"net/http"

	"github.com/golang-jwt/jwt/v5"
	echojwt "github.com/labstack/echo-jwt/v4"
	"github.com/labstack/echo/v4"
	"gorm.io/gorm"
)

type tree struct {
	ID      string `json:"id"`
	OwnerID string `json:"owner_id"`
}

type orchard struct {
	db  *gorm.DB
	key []byte
}

var errNoWarden = errors.New("no warden")

// wardenKey is the key of wardens' tokens.
func (o *orchard) wardenKey(token *jwt.Token) (any, error) {
	claims, ok := token.Claims.(jwt.MapClaims)
	if !ok || claims["is_admin"] != true {
		return nil, errNoWarden
	}
	return o.key, nil
}

// datedKey is the key of all tokens that say since when they are.
func (o *orchard) datedKey(token *jwt.Token) (any, error) {
	claims, ok := token.Claims.(jwt.MapClaims)
	if !ok || claims["iat"] == nil {
		return nil, errNoWarden
	}
	return o.key, nil
}

// Serve registers the orchard's routes.
func Serve(e *echo.Echo, db *gorm.DB, key []byte) {
	o := &orchard{db, key}
	wardens := echojwt.WithConfig(echojwt.Config{KeyFunc: o.wardenKey})
	rangers := echojwt.WithConfig(echojwt.Config{KeyFunc: func(token *jwt.Token) (any, error) {
		if role, ok := token.Claims.(jwt.MapClaims)["role"].(string); !ok || role != "ranger" {
			return nil, errNoWarden
		}
		return key, nil
	}})
	e.DELETE("/trees/:id", o.fell, wardens)
	e.DELETE("/stumps/:id", o.grub, rangers)
	e.DELETE("/apples/:id", o.pick, echojwt.WithConfig(echojwt.Config{KeyFunc: o.datedKey}))
	guests := echojwt.WithConfig(echojwt.Config{SigningKey: key})
	e.PUT("/crates/labels", o.pack, guests)
	e.DELETE("/labels/:id", o.rub, guests)
	e.DELETE("/crates/:id", o.unpack, guests)
	e.GET("/baskets", o.baskets, guests)
	e.GET("/baskets/:id", o.basket, guests)
	e.DELETE("/leaves/:id", o.rake, echojwt.WithConfig(echojwt.Config{SigningKey: key}))
}

func (o *orchard) fell(c echo.Context) error {
	return o.db.Delete(&tree{}, "id = ?", c.Param("id")).Error
}

func (o *orchard) grub(c echo.Context) error {
	return o.db.Delete(&tree{}, "stump = ?", c.Param("id")).Error
}

func (o *orchard) pick(c echo.Context) error {
	return o.db.Delete(&tree{}, "apple = ?", c.Param("id")).Error // want "jwtsub/unchecked-write"
}

func (o *orchard) rake(c echo.Context) error {
	return o.db.Delete(&tree{}, "leaf = ?", c.Param("id")).Error // want `changes\); check its owner or a role \(jwtsub/unchecked-write`
}

// label is everybody's, and hangs on crates that are somebody's.
type label struct{ ID string }

type crate struct {
	ID, OwnerID string
	Labels      []label `gorm:"many2many:crate_labels"`
}

func (o *orchard) pack(c echo.Context) error {
	sub, err := c.Get("user").(*jwt.Token).Claims.GetSubject()
	if err != nil {
		return err
	}
	var labels []label
	if err := c.Bind(&labels); err != nil {
		return err
	}
	mine := &crate{OwnerID: sub}
	return o.db.Model(mine).Association("Labels").Replace(labels)
}

func (o *orchard) rub(c echo.Context) error {
	return o.db.Delete(&label{}, "id = ?", c.Param("id")).Error
}

func (o *orchard) unpack(c echo.Context) error {
	return o.db.Delete(&crate{}, "id = ?", c.Param("id")).Error // want "jwtsub/unchecked-write"
}

// basket hangs on its picker.
type basket struct{ ID string }

type picker struct {
	ID      string
	Baskets []basket `gorm:"many2many:picker_baskets"`
}

func (o *orchard) baskets(c echo.Context) error {
	sub, err := c.Get("user").(*jwt.Token).Claims.GetSubject()
	if err != nil {
		return err
	}
	var all []basket
	if err := o.db.Model(&picker{ID: sub}).Association("Baskets").Find(&all); err != nil {
		return err
	}
	return c.JSON(http.StatusOK, all)
}

func (o *orchard) basket(c echo.Context) error {
	var one basket
	if err := o.db.First(&one, "id = ?", c.Param("id")).Error; err != nil { // want "jwtsub/unchecked-read"
		return err
	}
	return c.JSON(http.StatusOK, one)
}
