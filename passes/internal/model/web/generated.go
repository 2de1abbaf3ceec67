package web

import "strings"

// Generated is what a generator makes of an API's description: an interface
// with a method for each operation, which the program implements.
type Generated struct {
	Name      string // for people: "ogen"
	Interface string // name of the interface; "*Server" for any that ends so
	Input     string // operand whose fields are parameters: its type is called as the operation, with this at the end; "" if there is none
	Scalars   bool   // parameters of the path are operands of their own
	Messages  bool   // operands are messages; which fields came out of the path cannot be seen
	Other     string // fields of the input that are no parameters of the path, and the start of the types of those that are optional
}

// Generators lists the generators of servers.
func Generators() []Generated { return generators }

var generators = []Generated{
	// type StrictServerInterface interface {
	//	GetOrder(ctx context.Context, request GetOrderRequestObject) (GetOrderResponseObject, error)
	// }
	{Name: "oapi-codegen, strict", Interface: "StrictServerInterface", Input: "RequestObject", Other: "Body JSONBody FormdataBody MultipartBody TextBody Params ContentType"},
	// type ServerInterface interface {
	//	GetOrder(w http.ResponseWriter, r *http.Request, id string)
	// }
	{Name: "oapi-codegen", Interface: "ServerInterface", Scalars: true},
	// type Handler interface {
	//	GetOrder(ctx context.Context, params GetOrderParams) (GetOrderRes, error)
	// }
	{Name: "ogen", Interface: "Handler", Input: "Params", Other: "Opt Nil OptNil"},
	// type OrdersServer interface {
	//	GetOrder(context.Context, *GetOrderRequest) (*Order, error)
	// }
	{Name: "gRPC", Interface: "*Server", Messages: true},
}

// Names reports whether an interface of this name may be one of the generator's.
func (g *Generated) Names(name string) bool {
	if end, ok := strings.CutPrefix(g.Interface, "*"); ok {
		return strings.HasSuffix(name, end) && name != end
	}
	return name == g.Interface
}

// Skips reports whether a field of the input, or a field of this type, is no
// parameter of the path.
func (g *Generated) Skips(field, typeName string) bool {
	for word := range strings.FieldsSeq(g.Other) {
		if field == word || strings.HasPrefix(typeName, word) {
			return true
		}
	}
	return false
}
