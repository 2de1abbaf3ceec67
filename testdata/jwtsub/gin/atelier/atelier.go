// Package atelier has works that only who made them changes, and benches whose
// free hours everybody may see.
package atelier

import (
	"database/sql"
	"errors"
	"net/http"
	"strings"

	"github.com/gin-gonic/gin"
	"github.com/golang-jwt/jwt/v5"
)

type hour struct {
	ID, BenchID, UserID string
}

// sought says which hours are looked for; what is empty does not matter.
type sought struct {
	BenchID, UserID string
	Page            int
}

// revision is what may be changed of a work.
type revision struct {
	Title *string `json:"title"`
	Text  *string `json:"text"`
}

var errNotYours = errors.New("not yours")

type atelier struct {
	db     *sql.DB
	key    []byte
	images images
}

// images are kept outside of the database.
type images interface {
	Put(name string) error
	Remove(name string) error
}

func (a *atelier) maker(c *gin.Context) {
	var mine jwt.RegisteredClaims
	_, err := jwt.ParseWithClaims(strings.TrimPrefix(c.GetHeader("Authorization"), "Bearer "), &mine,
		func(*jwt.Token) (any, error) { return a.key, nil }, jwt.WithValidMethods([]string{"HS256"}))
	if err != nil {
		c.AbortWithStatus(http.StatusUnauthorized)
		return
	}
	c.Set("maker", mine.Subject)
}

func (a *atelier) hours(w sought) ([]hour, int, error) {
	rows, err := a.db.Query(`SELECT id, bench_id, user_id FROM hours WHERE bench_id = $1 AND (user_id = $2 OR $2 = '') OFFSET $3`, w.BenchID, w.UserID, w.Page)
	if err != nil {
		return nil, 0, err
	}
	defer rows.Close()
	var all []hour
	for rows.Next() {
		var h hour
		if err := rows.Scan(&h.ID, &h.BenchID, &h.UserID); err != nil {
			return nil, 0, err
		}
		all = append(all, h)
	}
	return all, len(all), rows.Err()
}

// taken lists the hours of a bench, page by page.
func (a *atelier) taken(bench string) ([]hour, error) {
	var all []hour
	for page := 0; ; page++ {
		batch, total, err := a.hours(sought{BenchID: bench, Page: page})
		if err != nil {
			return nil, err
		}
		all = append(all, batch...)
		if len(batch) == 0 || len(all) >= total {
			return all, nil
		}
	}
}

func (a *atelier) madeBy(id string) (maker string, err error) {
	err = a.db.QueryRow("SELECT user_id FROM works WHERE id = $1", id).Scan(&maker)
	return maker, err
}

func (a *atelier) write(id string, r *revision, image *string) error {
	_, err := a.db.Exec("UPDATE works SET title = $1, body = $2, image = $3 WHERE id = $4", r.Title, r.Text, image, id)
	return err
}

// revise asks whose work it is, and takes the new image away if it fails.
func (a *atelier) revise(id, caller string, r *revision) error {
	maker, err := a.madeBy(id)
	if err != nil {
		return err
	}
	if maker != caller {
		return errNotYours
	}
	var image *string
	if r.Text != nil {
		name := *r.Text + ".png"
		image = &name
		if err := a.images.Put(name); err != nil {
			return err
		}
	}
	if err := a.write(id, r, image); err != nil {
		if image != nil {
			return errors.Join(err, a.images.Remove(*image))
		}
		return err
	}
	return nil
}
