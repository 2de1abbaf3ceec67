package diary

import (
	"net/http"

	"github.com/labstack/echo/v4"
	"gorm.io/gorm"
)

func (s *server) showOwn(c echo.Context) error {
	id, err := number(c)
	if err != nil {
		return echo.ErrNotFound
	}
	row, err := s.entries.own(&Entry{ID: id, UserID: user(c)})
	if err != nil {
		return finish(c, err)
	}
	return c.JSON(http.StatusOK, row)
}

func (r *entries) own(data *Entry) (*Entry, error) {
	var row Entry
	err := r.db.Where("id = ? AND user_id = ?", data.ID, data.UserID).First(&row).Error
	return &row, err
}

func (s *server) rewriteOwn(c echo.Context) error {
	id, err := number(c)
	if err != nil {
		return echo.ErrNotFound
	}
	return finish(c, s.entries.updateOwn(&Entry{ID: id, UserID: user(c), Text: c.QueryParam("text")}))
}

// updateOwn changes what it has found by both.
func (r *entries) updateOwn(data *Entry) error {
	row, err := r.own(data)
	if err != nil {
		return err
	}
	return r.db.Model(row).Updates(data).Error
}

func (s *server) saveOwn(c echo.Context) error {
	id, err := number(c)
	if err != nil {
		return echo.ErrNotFound
	}
	return finish(c, s.entries.overwriteOwn(Entry{ID: id, UserID: user(c), Text: c.QueryParam("text")}))
}

// overwriteOwn has both in the condition.
func (r *entries) overwriteOwn(data Entry) error {
	change := r.db.Model(&Entry{}).Where("id = ? AND user_id = ?", data.ID, data.UserID).Updates(data)
	if change.Error == nil && change.RowsAffected == 0 {
		return gorm.ErrRecordNotFound
	}
	return change.Error
}
