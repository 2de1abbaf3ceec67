package jukebox

import (
	"net/http"

	"github.com/gin-gonic/gin"
)

func (j *jukebox) favorites(c *gin.Context) {
	var all []song
	j.db.Joins("JOIN favorites ON favorites.song_id = songs.id").Where("favorites.user_id = ?", caller(c)).Find(&all)
	c.JSON(http.StatusOK, all)
}

func (j *jukebox) song(c *gin.Context) {
	var one song
	j.db.First(&one, "id = ?", c.Param("id"))
	c.JSON(http.StatusOK, one)
}

func (j *jukebox) vouchers(c *gin.Context) {
	var all []voucher
	j.db.Where("user_id = ?", caller(c)).Find(&all)
	c.JSON(http.StatusOK, all)
}

func (j *jukebox) voucher(c *gin.Context) {
	var one voucher
	j.db.First(&one, "id = ?", c.Param("id")) // want "jwtsub/unchecked-read"
	c.JSON(http.StatusOK, one)
}

// home shows what the caller needs for the day.
func (j *jukebox) home(c *gin.Context) {
	var s shift
	var n []notice
	var p seat
	var r rota
	j.db.First(&s, "worker = ?", caller(c))
	j.db.Find(&n, "worker = ?", caller(c))
	j.db.First(&p, "worker = ?", caller(c))
	j.db.First(&r, "worker = ?", caller(c))
	c.JSON(http.StatusOK, gin.H{"shift": s, "notices": n, "seat": p, "rota": r})
}

func (j *jukebox) shift(c *gin.Context) {
	var one shift
	j.db.First(&one, "id = ?", c.Param("id")) // want "jwtsub/weak-evidence"
	c.JSON(http.StatusOK, one)
}
