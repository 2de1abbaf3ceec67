package api

import (
	"fmt"
	"net/http"
	"net/url"
)

// The parameters of each operation; all are parts of the path.
type (
	GetOrderParams           struct{ ID string }
	UpdateOrderParams        struct{ ID string }
	DeleteOrderParams        struct{ ID string }
	DropOrderParams          struct{ ID string }
	PeekOrderParams          struct{ ID string }
	ListCustomerOrdersParams struct{ CustomerID string }
	GetMyOrderParams         struct{ ID string }
	UpdateMyOrderParams      struct{ ID string }
	DeleteMyOrderParams      struct{ ID string }
	HistoryParams            struct{ ID string }
	GetProductParams         struct{ ID string }
)

// DecodeParamError says which parameter is none.
type DecodeParamError struct {
	Name string
	Err  error
}

func (e *DecodeParamError) Error() string { return fmt.Sprintf("path: %q: %v", e.Name, e.Err) }

func decodePath(name, arg string, escaped bool) (string, error) {
	if !escaped {
		return arg, nil
	}
	value, err := url.PathUnescape(arg)
	if err != nil {
		return "", &DecodeParamError{Name: name, Err: err}
	}
	return value, nil
}

func decodeGetOrderParams(args [1]string, argsEscaped bool, _ *http.Request) (params GetOrderParams, _ error) {
	// Decode path: id.
	if err := func() error {
		val, err := decodePath("id", args[0], argsEscaped)
		if err != nil {
			return err
		}
		params.ID = val
		return nil
	}(); err != nil {
		return params, err
	}
	return params, nil
}

func decodeUpdateOrderParams(args [1]string, argsEscaped bool, _ *http.Request) (params UpdateOrderParams, _ error) {
	// Decode path: id.
	if err := func() error {
		val, err := decodePath("id", args[0], argsEscaped)
		if err != nil {
			return err
		}
		params.ID = val
		return nil
	}(); err != nil {
		return params, err
	}
	return params, nil
}

func decodeDeleteOrderParams(args [1]string, argsEscaped bool, _ *http.Request) (params DeleteOrderParams, err error) {
	params.ID, err = decodePath("id", args[0], argsEscaped)
	return params, err
}

func decodeDropOrderParams(args [1]string, argsEscaped bool, _ *http.Request) (params DropOrderParams, err error) {
	params.ID, err = decodePath("id", args[0], argsEscaped)
	return params, err
}

func decodePeekOrderParams(args [1]string, argsEscaped bool, _ *http.Request) (params PeekOrderParams, err error) {
	params.ID, err = decodePath("id", args[0], argsEscaped)
	return params, err
}

func decodeListCustomerOrdersParams(args [1]string, argsEscaped bool, _ *http.Request) (params ListCustomerOrdersParams, err error) {
	params.CustomerID, err = decodePath("customer_id", args[0], argsEscaped)
	return params, err
}

func decodeGetMyOrderParams(args [1]string, argsEscaped bool, _ *http.Request) (params GetMyOrderParams, err error) {
	params.ID, err = decodePath("id", args[0], argsEscaped)
	return params, err
}

func decodeUpdateMyOrderParams(args [1]string, argsEscaped bool, _ *http.Request) (params UpdateMyOrderParams, err error) {
	params.ID, err = decodePath("id", args[0], argsEscaped)
	return params, err
}

func decodeDeleteMyOrderParams(args [1]string, argsEscaped bool, _ *http.Request) (params DeleteMyOrderParams, err error) {
	params.ID, err = decodePath("id", args[0], argsEscaped)
	return params, err
}

func decodeHistoryParams(args [1]string, argsEscaped bool, _ *http.Request) (params HistoryParams, err error) {
	params.ID, err = decodePath("id", args[0], argsEscaped)
	return params, err
}

func decodeGetProductParams(args [1]string, argsEscaped bool, _ *http.Request) (params GetProductParams, err error) {
	params.ID, err = decodePath("id", args[0], argsEscaped)
	return params, err
}
