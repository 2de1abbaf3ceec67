package podium

import (
	"errors"

	"github.com/gin-gonic/gin"
	"go.mongodb.org/mongo-driver/v2/bson"
	"gorm.io/gorm"
)

// toggle claps, or takes it back: both is meant.
func (p *podium) toggle(c *gin.Context) {
	me, id := c.GetString("listener"), c.Param("id")
	var mine clap
	found := p.db.Where("listener_id = ? AND speech_id = ?", me, id).First(&mine)
	tx := p.db.Begin()
	if errors.Is(found.Error, gorm.ErrRecordNotFound) {
		if err := tx.Create(&clap{SpeechID: id, ListenerID: me}).Error; err != nil {
			tx.Rollback()
			end(c, err)
			return
		}
		if err := tx.Model(&speech{}).Where("id = ?", id).UpdateColumn("claps", gorm.Expr("claps + ?", 1)).Error; err != nil {
			tx.Rollback()
			end(c, err)
			return
		}
	} else {
		if err := tx.Delete(&mine).Error; err != nil {
			tx.Rollback()
			end(c, err)
			return
		}
		if err := tx.Model(&speech{}).Where("id = ?", id).UpdateColumn("claps", gorm.Expr("claps - ?", 1)).Error; err != nil {
			tx.Rollback()
			end(c, err)
			return
		}
	}
	end(c, tx.Commit().Error)
}

// unclap deletes the caller's own, and counts.
func (p *podium) unclap(c *gin.Context) {
	me, id := c.GetString("listener"), c.Param("id")
	p.db.Where("listener_id = ? AND speech_id = ?", me, id).Delete(&clap{})
	end(c, p.db.Model(&speech{}).Where("id = ?", id).Updates(map[string]any{"claps": gorm.Expr("claps - 1")}).Error)
}

// unclapAll is the same in documents.
func (p *podium) unclapAll(c *gin.Context) {
	me, id := c.GetString("listener"), c.Param("id")
	p.log.DeleteMany(c, bson.M{"speech": id, "listener": me})
	_, err := p.log.UpdateOne(c, bson.M{"_id": id}, bson.D{{Key: "$inc", Value: bson.D{{Key: "claps", Value: -1}}}})
	end(c, err)
}

// unstar is the same in SQL.
func (p *podium) unstar(c *gin.Context) {
	me, id := c.GetString("listener"), c.Param("id")
	p.sql.ExecContext(c, "DELETE FROM stars WHERE speech_id = $1 AND listener_id = $2", id, me)
	_, err := p.sql.ExecContext(c, "UPDATE speeches SET stars = GREATEST(stars - 1, 0), updated_at = NOW() WHERE id = $1 AND owner_id <> ''", id)
	end(c, err)
}

// star adds the caller's own, and counts.
func (p *podium) star(c *gin.Context) {
	me, id := c.GetString("listener"), c.Param("id")
	p.sql.ExecContext(c, "INSERT INTO stars (speech_id, listener_id) VALUES ($1, $2)", id, me)
	_, err := p.sql.ExecContext(c, "UPDATE speeches SET stars = stars + 1 WHERE id = $1 AND owner_id <> ''", id)
	end(c, err)
}

// quote makes a copy for the caller.
func (p *podium) quote(c *gin.Context) {
	me := c.GetString("listener")
	var original speech
	if err := p.db.First(&original, "id = ?", c.Param("id")).Error; err != nil {
		end(c, err)
		return
	}
	mine := speech{SpeakerID: me, OwnerID: me, Text: original.Text, QuotedID: &original.ID}
	if err := p.db.Create(&mine).Error; err != nil {
		end(c, err)
		return
	}
	p.db.Model(&original).Update("quotes", gorm.Expr("quotes + 1"))
	if original.OwnerID != me {
		p.tell(original.OwnerID)
	}
	end(c, nil)
}

func (p *podium) tell(string) {}

// view counts who has looked, whoever it was.
func (p *podium) view(c *gin.Context) {
	end(c, p.db.Model(&speech{}).Where("id = ?", c.Param("id")).Update("view_count", gorm.Expr("view_count + 1")).Error)
}

// seen keeps when somebody has looked.
func (p *podium) seen(c *gin.Context) {
	_, err := p.sql.ExecContext(c, "UPDATE speeches SET last_seen = NOW() WHERE id = $1 AND owner_id <> ''", c.Param("id"))
	end(c, err)
}

// remark adds one to those that everybody may make.
func (p *podium) remark(c *gin.Context) {
	id := c.Param("id")
	var one panel
	if err := p.log.FindOne(c, bson.M{"_id": id}).Decode(&one); err != nil {
		end(c, err)
		return
	}
	one.Remarks = append(one.Remarks, c.PostForm("text"))
	_, err := p.log.UpdateOne(c, bson.M{"_id": id}, bson.D{{Key: "$set", Value: bson.D{{Key: "remarks", Value: one.Remarks}}}})
	end(c, err)
}
