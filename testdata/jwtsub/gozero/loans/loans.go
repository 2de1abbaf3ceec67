// Package loans lends books, on go-zero, laid out as goctl does it. What
// handlers do with an ID is in another package than their routes.
package loans

import (
	"context"
	"errors"
	"net/http"

	"github.com/zeromicro/go-zero/rest"
	"github.com/zeromicro/go-zero/rest/httpx"

	"example.com/fixtures/jwtsub/gozero/loans/internal/handler"
	"example.com/fixtures/jwtsub/gozero/loans/internal/svc"
)

// Server is the whole application: two people, a loan each.
func Server(key []byte) (*rest.Server, error) {
	server, err := rest.NewServer(rest.RestConf{})
	if err != nil {
		return nil, err
	}
	handler.RegisterHandlers(server, svc.NewServiceContext(string(key)))
	httpx.SetErrorHandlerCtx(func(_ context.Context, err error) (int, any) {
		switch {
		case errors.Is(err, svc.ErrNoLoan):
			return http.StatusNotFound, err
		case errors.Is(err, svc.ErrReader):
			return http.StatusForbidden, err
		}
		return http.StatusBadRequest, err
	})
	return server, nil
}
