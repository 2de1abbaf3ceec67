package diary

import "github.com/labstack/echo/v4"

// rewrite hands the caller on, who becomes the owner.
func (s *server) rewrite(c echo.Context) error {
	id, err := number(c) // want "jwtsub/unchecked-write"
	if err != nil {
		return echo.ErrNotFound
	}
	return finish(c, s.entries.update(&Entry{ID: id, UserID: user(c), Text: c.QueryParam("text")}))
}

func (r *entries) update(data *Entry) error {
	var row Entry
	if err := r.db.First(&row, data.ID).Error; err != nil {
		return err
	}
	return r.db.Model(&row).Updates(data).Error
}

// save hands it on as well, into a chain.
func (s *server) save(c echo.Context) error {
	id, err := number(c) // want "jwtsub/unchecked-write"
	if err != nil {
		return echo.ErrNotFound
	}
	data := Entry{Text: c.QueryParam("text")}
	data.ID, data.UserID = id, user(c)
	return finish(c, s.entries.overwrite(data))
}

func (r *entries) overwrite(data Entry) error {
	return r.db.Model(&Entry{}).Where("id = ?", data.ID).Updates(data).Error
}
