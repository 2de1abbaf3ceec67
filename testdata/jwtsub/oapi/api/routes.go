package api

import "net/http"

// StdHTTPServerOptions are for HandlerWithOptions.
type StdHTTPServerOptions struct {
	BaseURL          string
	BaseRouter       *http.ServeMux
	Middlewares      []MiddlewareFunc
	ErrorHandlerFunc func(w http.ResponseWriter, r *http.Request, err error)
}

// HandlerFromMux registers all operations on m.
func HandlerFromMux(si ServerInterface, m *http.ServeMux) http.Handler {
	return HandlerWithOptions(si, StdHTTPServerOptions{BaseRouter: m})
}

// HandlerWithOptions registers all operations.
func HandlerWithOptions(si ServerInterface, options StdHTTPServerOptions) http.Handler {
	m := options.BaseRouter
	if m == nil {
		m = http.NewServeMux()
	}
	if options.ErrorHandlerFunc == nil {
		options.ErrorHandlerFunc = func(w http.ResponseWriter, r *http.Request, err error) {
			http.Error(w, err.Error(), http.StatusBadRequest)
		}
	}
	wrapper := ServerInterfaceWrapper{
		Handler:            si,
		HandlerMiddlewares: options.Middlewares,
		ErrorHandlerFunc:   options.ErrorHandlerFunc,
	}
	m.HandleFunc("GET "+options.BaseURL+"/orders", wrapper.ListOrders)
	m.HandleFunc("POST "+options.BaseURL+"/orders", wrapper.CreateOrder)
	m.HandleFunc("GET "+options.BaseURL+"/orders/{id}", wrapper.GetOrder)
	m.HandleFunc("PUT "+options.BaseURL+"/orders/{id}", wrapper.UpdateOrder)
	m.HandleFunc("DELETE "+options.BaseURL+"/orders/{id}", wrapper.DeleteOrder)
	m.HandleFunc("POST "+options.BaseURL+"/orders/{id}/close", wrapper.CloseOrder)
	m.HandleFunc("GET "+options.BaseURL+"/orders/{id}/peek", wrapper.PeekOrder)
	m.HandleFunc("DELETE "+options.BaseURL+"/orders/{id}/late", wrapper.DropOrder)
	m.HandleFunc("GET "+options.BaseURL+"/users/{user_id}/orders", wrapper.ListUserOrders)
	m.HandleFunc("GET "+options.BaseURL+"/my/orders/{id}", wrapper.GetMyOrder)
	m.HandleFunc("PUT "+options.BaseURL+"/my/orders/{id}", wrapper.UpdateMyOrder)
	m.HandleFunc("DELETE "+options.BaseURL+"/my/orders/{id}", wrapper.DeleteMyOrder)
	m.HandleFunc("POST "+options.BaseURL+"/my/orders/{id}/close", wrapper.CloseMyOrder)
	m.HandleFunc("GET "+options.BaseURL+"/my/orders/{id}/history", wrapper.GetOrderHistory)
	m.HandleFunc("GET "+options.BaseURL+"/my/users/{user_id}/orders", wrapper.ListMyUserOrders)
	m.HandleFunc("GET "+options.BaseURL+"/products/{id}", wrapper.GetProduct)
	return m
}
