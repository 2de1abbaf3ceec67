// Package api has the shape of what ogen makes of a description of orders.
package api

// Order is what a customer has ordered.
type Order struct {
	ID         string `json:"id"`
	CustomerID string `json:"customer_id"`
	Item       string `json:"item"`
}

func (*Order) getOrderRes()   {}
func (*Order) getMyOrderRes() {}
func (*Order) peekOrderRes()  {}
func (*Order) historyRes()    {}

// OrderInput is what may be said about an order.
type OrderInput struct {
	Item string `json:"item"`
}

// Product can be ordered.
type Product struct {
	ID   string `json:"id"`
	Name string `json:"name"`
}

// Nothing is the answer 204.
type Nothing struct{}

func (*Nothing) updateOrderRes()   {}
func (*Nothing) deleteOrderRes()   {}
func (*Nothing) dropOrderRes()     {}
func (*Nothing) updateMyOrderRes() {}
func (*Nothing) deleteMyOrderRes() {}

// NotFound is the answer 404.
type NotFound struct{}

func (*NotFound) getOrderRes()      {}
func (*NotFound) updateOrderRes()   {}
func (*NotFound) deleteOrderRes()   {}
func (*NotFound) dropOrderRes()     {}
func (*NotFound) peekOrderRes()     {}
func (*NotFound) getMyOrderRes()    {}
func (*NotFound) updateMyOrderRes() {}
func (*NotFound) deleteMyOrderRes() {}
func (*NotFound) historyRes()       {}

// Forbidden is the answer 403.
type Forbidden struct{}

func (*Forbidden) dropOrderRes()     {}
func (*Forbidden) getMyOrderRes()    {}
func (*Forbidden) deleteMyOrderRes() {}
func (*Forbidden) historyRes()       {}

// The answers of each operation.
type (
	GetOrderRes      interface{ getOrderRes() }
	UpdateOrderRes   interface{ updateOrderRes() }
	DeleteOrderRes   interface{ deleteOrderRes() }
	DropOrderRes     interface{ dropOrderRes() }
	PeekOrderRes     interface{ peekOrderRes() }
	GetMyOrderRes    interface{ getMyOrderRes() }
	UpdateMyOrderRes interface{ updateMyOrderRes() }
	DeleteMyOrderRes interface{ deleteMyOrderRes() }
	HistoryRes       interface{ historyRes() }
)
