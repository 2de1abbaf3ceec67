package atelier

import (
	"context"

	"github.com/cloudwego/hertz/pkg/app"
)

func (a *atelier) showOwn(ctx context.Context, c *app.RequestContext) {
	withID(ctx, c, func(ctx context.Context, id string) (any, error) {
		k, ok := a.casts[id]
		if !ok || k.OwnerID != owner(ctx) {
			return nil, errNone
		}
		return k, nil
	})
}

func (a *atelier) meltOwn(ctx context.Context, c *app.RequestContext) { withID(ctx, c, a.removeOwn) }

func (a *atelier) removeOwn(ctx context.Context, id string) (any, error) {
	if k, ok := a.casts[id]; !ok || k.OwnerID != owner(ctx) {
		return nil, errNone
	}
	return a.remove(ctx, id)
}
