package atelier

import (
	"context"

	"github.com/cloudwego/hertz/pkg/app"
)

func (a *atelier) show(ctx context.Context, c *app.RequestContext) {
	withID(ctx, c, func(_ context.Context, id string) (any, error) { // want "jwtsub/unchecked-read"
		k, ok := a.casts[id]
		if !ok {
			return nil, errNone
		}
		return k, nil
	})
}

// melt gives a method.
func (a *atelier) melt(ctx context.Context, c *app.RequestContext) {
	withID(ctx, c, a.remove) // want "jwtsub/unchecked-write"
}

func (a *atelier) remove(_ context.Context, id string) (any, error) {
	if _, ok := a.casts[id]; !ok {
		return nil, errNone
	}
	delete(a.casts, id)
	return "liquid", nil
}
