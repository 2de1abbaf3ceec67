package api

import "net/http"

// handleListOrdersRequest handles listOrders operation.
func (s *Server) handleListOrdersRequest(w http.ResponseWriter, r *http.Request) {
	ctx, ok := s.secured("ListOrders", w, r)
	if !ok {
		return
	}
	response, err := s.h.ListOrders(ctx)
	encodeResponse(response, err, w)
}

// handleCreateOrderRequest handles createOrder operation.
func (s *Server) handleCreateOrderRequest(w http.ResponseWriter, r *http.Request) {
	ctx, ok := s.secured("CreateOrder", w, r)
	if !ok {
		return
	}
	request, err := decodeOrderInput(r)
	if err != nil {
		badRequest(err, w)
		return
	}
	response, err := s.h.CreateOrder(ctx, request)
	encodeResponse(response, err, w)
}

// handleGetOrderRequest handles getOrder operation.
func (s *Server) handleGetOrderRequest(args [1]string, argsEscaped bool, w http.ResponseWriter, r *http.Request) {
	ctx, ok := s.secured("GetOrder", w, r)
	if !ok {
		return
	}
	params, err := decodeGetOrderParams(args, argsEscaped, r)
	if err != nil {
		badRequest(err, w)
		return
	}
	response, err := s.h.GetOrder(ctx, params)
	encodeResponse(response, err, w)
}

// handleUpdateOrderRequest handles updateOrder operation.
func (s *Server) handleUpdateOrderRequest(args [1]string, argsEscaped bool, w http.ResponseWriter, r *http.Request) {
	ctx, ok := s.secured("UpdateOrder", w, r)
	if !ok {
		return
	}
	request, err := decodeOrderInput(r)
	if err != nil {
		badRequest(err, w)
		return
	}
	params, err := decodeUpdateOrderParams(args, argsEscaped, r)
	if err != nil {
		badRequest(err, w)
		return
	}
	response, err := s.h.UpdateOrder(ctx, request, params)
	encodeResponse(response, err, w)
}

// handleDeleteOrderRequest handles deleteOrder operation.
func (s *Server) handleDeleteOrderRequest(args [1]string, argsEscaped bool, w http.ResponseWriter, r *http.Request) {
	ctx, ok := s.secured("DeleteOrder", w, r)
	if !ok {
		return
	}
	params, err := decodeDeleteOrderParams(args, argsEscaped, r)
	if err != nil {
		badRequest(err, w)
		return
	}
	response, err := s.h.DeleteOrder(ctx, params)
	encodeResponse(response, err, w)
}

// handleDropOrderRequest handles dropOrder operation.
func (s *Server) handleDropOrderRequest(args [1]string, argsEscaped bool, w http.ResponseWriter, r *http.Request) {
	ctx, ok := s.secured("DropOrder", w, r)
	if !ok {
		return
	}
	params, err := decodeDropOrderParams(args, argsEscaped, r)
	if err != nil {
		badRequest(err, w)
		return
	}
	response, err := s.h.DropOrder(ctx, params)
	encodeResponse(response, err, w)
}

// handlePeekOrderRequest handles peekOrder operation.
func (s *Server) handlePeekOrderRequest(args [1]string, argsEscaped bool, w http.ResponseWriter, r *http.Request) {
	ctx, ok := s.secured("PeekOrder", w, r)
	if !ok {
		return
	}
	params, err := decodePeekOrderParams(args, argsEscaped, r)
	if err != nil {
		badRequest(err, w)
		return
	}
	response, err := s.h.PeekOrder(ctx, params)
	encodeResponse(response, err, w)
}

// handleListCustomerOrdersRequest handles listCustomerOrders operation.
func (s *Server) handleListCustomerOrdersRequest(args [1]string, argsEscaped bool, w http.ResponseWriter, r *http.Request) {
	ctx, ok := s.secured("ListCustomerOrders", w, r)
	if !ok {
		return
	}
	params, err := decodeListCustomerOrdersParams(args, argsEscaped, r)
	if err != nil {
		badRequest(err, w)
		return
	}
	response, err := s.h.ListCustomerOrders(ctx, params)
	encodeResponse(response, err, w)
}

// handleGetMyOrderRequest handles getMyOrder operation.
func (s *Server) handleGetMyOrderRequest(args [1]string, argsEscaped bool, w http.ResponseWriter, r *http.Request) {
	ctx, ok := s.secured("GetMyOrder", w, r)
	if !ok {
		return
	}
	params, err := decodeGetMyOrderParams(args, argsEscaped, r)
	if err != nil {
		badRequest(err, w)
		return
	}
	response, err := s.h.GetMyOrder(ctx, params)
	encodeResponse(response, err, w)
}

// handleUpdateMyOrderRequest handles updateMyOrder operation.
func (s *Server) handleUpdateMyOrderRequest(args [1]string, argsEscaped bool, w http.ResponseWriter, r *http.Request) {
	ctx, ok := s.secured("UpdateMyOrder", w, r)
	if !ok {
		return
	}
	request, err := decodeOrderInput(r)
	if err != nil {
		badRequest(err, w)
		return
	}
	params, err := decodeUpdateMyOrderParams(args, argsEscaped, r)
	if err != nil {
		badRequest(err, w)
		return
	}
	response, err := s.h.UpdateMyOrder(ctx, request, params)
	encodeResponse(response, err, w)
}

// handleDeleteMyOrderRequest handles deleteMyOrder operation.
func (s *Server) handleDeleteMyOrderRequest(args [1]string, argsEscaped bool, w http.ResponseWriter, r *http.Request) {
	ctx, ok := s.secured("DeleteMyOrder", w, r)
	if !ok {
		return
	}
	params, err := decodeDeleteMyOrderParams(args, argsEscaped, r)
	if err != nil {
		badRequest(err, w)
		return
	}
	response, err := s.h.DeleteMyOrder(ctx, params)
	encodeResponse(response, err, w)
}

// handleHistoryRequest handles history operation.
func (s *Server) handleHistoryRequest(args [1]string, argsEscaped bool, w http.ResponseWriter, r *http.Request) {
	ctx, ok := s.secured("History", w, r)
	if !ok {
		return
	}
	params, err := decodeHistoryParams(args, argsEscaped, r)
	if err != nil {
		badRequest(err, w)
		return
	}
	response, err := s.h.History(ctx, params)
	encodeResponse(response, err, w)
}

// handleGetProductRequest handles getProduct operation.
func (s *Server) handleGetProductRequest(args [1]string, argsEscaped bool, w http.ResponseWriter, r *http.Request) {
	ctx, ok := s.secured("GetProduct", w, r)
	if !ok {
		return
	}
	params, err := decodeGetProductParams(args, argsEscaped, r)
	if err != nil {
		badRequest(err, w)
		return
	}
	response, err := s.h.GetProduct(ctx, params)
	encodeResponse(response, err, w)
}
