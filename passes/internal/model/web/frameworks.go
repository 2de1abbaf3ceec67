package web

// frameworks is the list of all families. A new one is a file beside this one
// and a line here.
var frameworks = []*Framework{
	gin,
}
