// Package vault keeps documents through gorm.
package vault

import (
	"net/http"
	"strings"

	"github.com/gin-gonic/gin"
	"github.com/golang-jwt/jwt/v5"
	"gorm.io/gorm"
)

// Document belongs to one user.
type Document struct {
	ID        string `gorm:"primaryKey" json:"id"`
	UserID    string `json:"user_id"`
	Body      string `json:"body"`
	UpdatedBy string `json:"updated_by"`
}

type vault struct{ db *gorm.DB }

func authenticate(key []byte) gin.HandlerFunc {
	return func(c *gin.Context) {
		raw := strings.TrimPrefix(c.GetHeader("Authorization"), "Bearer ")
		token, err := jwt.Parse(raw, func(*jwt.Token) (any, error) { return key, nil },
			jwt.WithValidMethods([]string{"HS256"}))
		if err != nil {
			c.AbortWithStatus(http.StatusUnauthorized)
			return
		}
		claims, ok := token.Claims.(jwt.MapClaims)
		if !ok {
			c.AbortWithStatus(http.StatusUnauthorized)
			return
		}
		c.Set("claims", claims)
		c.Next()
	}
}

func userID(c *gin.Context) string {
	id, _ := c.MustGet("claims").(jwt.MapClaims)["sub"].(string)
	return id
}

// Handler is the application on the documents of db.
func Handler(key []byte, db *gorm.DB) http.Handler {
	v := &vault{db}
	r := gin.New()
	documents := r.Group("/documents", authenticate(key))
	documents.GET("", v.list)
	documents.POST("", v.create)

	documents.GET("/:id", v.show)
	documents.PUT("/:id", v.update)
	documents.DELETE("/:id", v.remove)
	documents.PATCH("/:id", v.rewrite)
	documents.DELETE("/:id/versions", v.clear)

	documents.GET("/:id/own", v.showOwn)
	documents.GET("/:id/example", v.showExample)
	documents.GET("/:id/scope", v.showScope)
	documents.GET("/:id/chain", v.showChain)
	documents.PUT("/:id/own", v.updateOwn)
	documents.PATCH("/:id/own", v.rewriteOwn)
	documents.DELETE("/:id/own", v.removeOwn)
	documents.DELETE("/:id/quietly", v.removeQuietly)
	return r
}

func (v *vault) list(c *gin.Context) {
	var all []Document
	if err := v.db.Where("user_id = ?", userID(c)).Find(&all).Error; err != nil {
		c.AbortWithStatus(http.StatusInternalServerError)
		return
	}
	c.JSON(http.StatusOK, all)
}

func (v *vault) create(c *gin.Context) {
	var d Document
	if err := c.ShouldBindJSON(&d); err != nil {
		c.AbortWithStatus(http.StatusBadRequest)
		return
	}
	d.UserID = userID(c)
	if err := v.db.Create(&d).Error; err != nil {
		c.AbortWithStatus(http.StatusInternalServerError)
		return
	}
	c.JSON(http.StatusCreated, d)
}

// answer says whether a change has found its document.
func answer(c *gin.Context, change *gorm.DB) {
	switch {
	case change.Error != nil:
		c.AbortWithStatus(http.StatusInternalServerError)
	case change.RowsAffected == 0:
		c.AbortWithStatus(http.StatusNotFound)
	default:
		c.Status(http.StatusNoContent)
	}
}
