// Package podium has speeches that everybody may applaud: how often that was
// done is counted in the speech, and who did it stands beside it.
package podium

import (
	"database/sql"
	"net/http"
	"strings"

	"github.com/gin-gonic/gin"
	"github.com/golang-jwt/jwt/v5"
	"go.mongodb.org/mongo-driver/v2/mongo"
	"gorm.io/gorm"
)

type speech struct {
	ID        string `gorm:"primaryKey"`
	SpeakerID string
	OwnerID   string
	QuotedID  *string
	Text      string
	Fee       int
	Claps     int
	Quotes    int
}

type panel struct {
	ID      string   `bson:"_id"`
	OwnerID string   `bson:"owner_id"`
	Remarks []string `bson:"remarks"`
}

type clap struct {
	ID         uint
	SpeechID   string
	ListenerID string
}

type podium struct {
	db  *gorm.DB
	sql *sql.DB
	log *mongo.Collection
}

func guard(key []byte) gin.HandlerFunc {
	return func(c *gin.Context) {
		var mine jwt.RegisteredClaims
		_, err := jwt.ParseWithClaims(strings.TrimPrefix(c.GetHeader("Authorization"), "Bearer "), &mine,
			func(*jwt.Token) (any, error) { return key, nil }, jwt.WithValidMethods([]string{"HS256"}))
		if err != nil {
			c.AbortWithStatus(http.StatusUnauthorized)
			return
		}
		c.Set("listener", mine.Subject)
		c.Next()
	}
}

// Handler is the whole application.
func Handler(key []byte, db *gorm.DB, plain *sql.DB, log *mongo.Collection) http.Handler {
	p := &podium{db, plain, log}
	r := gin.New()
	r.Use(guard(key))
	r.POST("/speeches/:id/clap", p.toggle)
	r.DELETE("/speeches/:id/clap", p.unclap)
	r.DELETE("/speeches/:id/claps", p.unclapAll)
	r.DELETE("/speeches/:id/star", p.unstar)
	r.PUT("/speeches/:id/star", p.star)
	r.POST("/speeches/:id/quote", p.quote)
	r.PUT("/speeches/:id/views", p.view)
	r.DELETE("/speeches/:id/fee", p.refund)
	r.DELETE("/speeches/:id/pin", p.unpin)
	r.DELETE("/speeches/:id/stage", p.leave)
	r.PUT("/speeches/:id/strikes", p.strike)
	r.DELETE("/speeches/:id/honours", p.disgrace)
	r.PUT("/speeches/:id/seen", p.seen)
	r.POST("/panels/:id/remarks", p.remark)
	r.POST("/panels/:id/silence", p.silence)
	return r
}

func end(c *gin.Context, err error) {
	if err != nil {
		c.AbortWithStatus(http.StatusInternalServerError)
		return
	}
	c.Status(http.StatusNoContent)
}
