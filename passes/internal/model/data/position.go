package data

import "go/types"

// Values returns the index of the first argument that a method of a store
// keeps, rather than chooses records by; -1 if there is none.
func Values(fn *types.Func) int {
	first, ok := kept[fn.Name()]
	if !ok {
		return -1
	}
	if first == 0 && takesContext(fn) {
		return 1
	}
	return first
}

// kept: methods of object mappers and document stores. Documents are changed
// by (ctx, filter, change).
var kept = map[string]int{
	"Assign": 0, "Attrs": 0, "Create": 0, "CreateInBatches": 0, "FirstOrCreate": 0, "Insert": 0, "InsertMany": 0, "InsertOne": 0,
	"Save": 0, "Set": 0, "SetMap": 0, "Update": 0, "UpdateColumn": 0, "UpdateColumns": 0, "Updates": 0, "Values": 0, "Append": 0,
	"FindOneAndReplace": 2, "FindOneAndUpdate": 2, "ReplaceOne": 2, "UpdateByID": 2, "UpdateMany": 2, "UpdateOne": 2,
}

func takesContext(fn *types.Func) bool {
	params := fn.Signature().Params()
	if params.Len() == 0 {
		return false
	}
	named, ok := types.Unalias(params.At(0).Type()).(*types.Named)
	return ok && named.Obj().Name() == "Context" && named.Obj().Pkg() != nil && named.Obj().Pkg().Path() == "context"
}

// Pushes reports whether an operator of a document store adds to a list.
func Pushes(operator string) bool { return operator == "$push" || operator == "$addToSet" }
