package podium

import (
	"github.com/gin-gonic/gin"
	"go.mongodb.org/mongo-driver/v2/bson"
	"gorm.io/gorm"
)

// refund takes as much as the caller says.
func (p *podium) refund(c *gin.Context) {
	me, id := c.GetString("listener"), c.Param("id") // want "jwtsub/unchecked-write"
	p.db.Where("listener_id = ? AND speech_id = ?", me, id).Delete(&clap{})
	end(c, p.db.Model(&speech{}).Where("id = ?", id).UpdateColumn("fee", gorm.Expr("fee - ?", c.Query("much"))).Error)
}

// unpin counts, and changes something else on the way.
func (p *podium) unpin(c *gin.Context) {
	me, id := c.GetString("listener"), c.Param("id") // want "jwtsub/unchecked-write"
	p.db.Where("listener_id = ? AND speech_id = ?", me, id).Delete(&clap{})
	end(c, p.db.Model(&speech{}).Where("id = ?", id).Updates(map[string]any{"claps": gorm.Expr("claps - 1"), "pinned": false}).Error)
}

// leave does so in SQL.
func (p *podium) leave(c *gin.Context) {
	me, id := c.GetString("listener"), c.Param("id") // want "jwtsub/unchecked-write"
	p.sql.ExecContext(c, "DELETE FROM stars WHERE speech_id = $1 AND listener_id = $2", id, me)
	_, err := p.sql.ExecContext(c, "UPDATE speeches SET stars = stars - 1, text = '' WHERE id = $1 AND owner_id <> ''", id)
	end(c, err)
}

// disgrace does so in documents.
func (p *podium) disgrace(c *gin.Context) {
	me, id := c.GetString("listener"), c.Param("id") // want "jwtsub/unchecked-write"
	p.db.Where("listener_id = ? AND speech_id = ?", me, id).Delete(&clap{})
	var one speech
	err := p.log.FindOneAndUpdate(c, bson.M{"_id": id}, bson.M{"$inc": bson.M{"claps": -1}, "$set": bson.M{"text": ""}}).Decode(&one)
	end(c, err)
}

// strike counts something that is no applause, for nobody.
func (p *podium) strike(c *gin.Context) {
	end(c, p.db.Model(&speech{}).Where("id = ?", c.Param("id")).Update("strikes", gorm.Expr("strikes + 1")).Error) // want "jwtsub/unchecked-write"
}

// silence drops what others have remarked.
func (p *podium) silence(c *gin.Context) {
	id := c.Param("id") // want "jwtsub/unchecked-write"
	var one panel
	if err := p.log.FindOne(c, bson.M{"_id": id}).Decode(&one); err != nil {
		end(c, err)
		return
	}
	one.Remarks = append([]string{}, c.PostForm("text"))
	_, err := p.log.UpdateOne(c, bson.M{"_id": id}, bson.D{{Key: "$set", Value: bson.D{{Key: "remarks", Value: one.Remarks}}}})
	end(c, err)
}
