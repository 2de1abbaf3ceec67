// Package base has what all controllers of the counter share.
package base

import (
	"net/http"

	"github.com/beego/beego/v2/server/web"
)

// Base is embedded in controllers.
type Base struct{ web.Controller }

// ID reads a number out of the path.
func (b *Base) ID(name string) int64 {
	id, err := b.GetInt64(name)
	if err != nil {
		b.CustomAbort(http.StatusBadRequest, "no number")
	}
	return id
}

// User is who the filter has let in.
func (b *Base) User() string {
	name, _ := b.Ctx.Input.GetData("user").(string)
	return name
}

// Refuse answers, and does not come back.
func (b *Base) Refuse(why string) {
	b.Ctx.Output.SetStatus(http.StatusForbidden)
	b.Data["json"] = map[string]string{"error": why}
	_ = b.ServeJSON()
	b.StopRun()
}
