package api

import (
	"context"
	"encoding/json"
	"net/http"
	"strings"
)

// securityBearerAuth finds the token; false if there is none.
func (s *Server) securityBearerAuth(ctx context.Context, operationName string, r *http.Request) (context.Context, bool, error) {
	token, ok := strings.CutPrefix(r.Header.Get("Authorization"), "Bearer ")
	if !ok {
		return nil, false, nil
	}
	rctx, err := s.sec.HandleBearerAuth(ctx, operationName, BearerAuth{Token: token})
	if err != nil {
		return nil, false, err
	}
	return rctx, true, nil
}

// secured has the context of one whose token is good; others have their answer.
func (s *Server) secured(operationName string, w http.ResponseWriter, r *http.Request) (context.Context, bool) {
	ctx, ok, err := s.securityBearerAuth(r.Context(), operationName, r)
	if err != nil {
		http.Error(w, err.Error(), http.StatusUnauthorized)
		return nil, false
	}
	if !ok {
		http.Error(w, "security requirement is not satisfied", http.StatusUnauthorized)
		return nil, false
	}
	return ctx, true
}

func decodeOrderInput(r *http.Request) (*OrderInput, error) {
	var request OrderInput
	if err := json.NewDecoder(r.Body).Decode(&request); err != nil {
		return nil, err
	}
	return &request, nil
}

// encodeResponse writes the answer of any operation.
func encodeResponse(response any, err error, w http.ResponseWriter) {
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	switch response := response.(type) {
	case *Nothing:
		w.WriteHeader(http.StatusNoContent)
	case *NotFound:
		w.WriteHeader(http.StatusNotFound)
	case *Forbidden:
		w.WriteHeader(http.StatusForbidden)
	default:
		w.Header().Set("Content-Type", "application/json; charset=utf-8")
		_ = json.NewEncoder(w).Encode(response)
	}
}

func badRequest(err error, w http.ResponseWriter) { http.Error(w, err.Error(), http.StatusBadRequest) }
