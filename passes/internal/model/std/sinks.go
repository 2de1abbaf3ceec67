package std

import (
	"go/types"
	"slices"
	"sync"
)

// Sink is what becomes of a function's operand that somebody else must not
// choose, or must not read: what taint analysis calls a sink.
type Sink string

const (
	// OpensFile: the operand names a file.
	OpensFile Sink = "file"
	// RunsSQL: the operand is, or is part of, the text of a query.
	RunsSQL Sink = "SQL"
	// RunsCommand: the operand is a program's name, or one of its arguments.
	RunsCommand Sink = "command"
	// FetchesURL: the operand is an address that is asked for something.
	FetchesURL Sink = "URL"
	// Logs: the operand is written where people who look after the program read it.
	Logs Sink = "log"
)

// Obeys reports whether a sink does as the operand says, so that it matters who
// has chosen that.
func (s Sink) Obeys() bool {
	switch s {
	case OpensFile, RunsSQL, RunsCommand, FetchesURL:
		return true
	}
	return false
}

// SinkRow is the row of a function that is a sink for its arguments from From
// on, up to To or, if To is 0, all.
type SinkRow struct {
	Path, Recv, Name string
	Sink             Sink
	From, To         int
}

// SinkOf returns the row of a function that is a sink, or nil.
func SinkOf(fn *types.Func) *SinkRow {
	if fn == nil || fn.Pkg() == nil {
		return nil
	}
	rows, ok := sinksByPath()[fn.Pkg().Path()]
	if !ok {
		return nil
	}
	return rows[key{receiver(fn), fn.Name()}]
}

// sinksByPath indexes the rows on first use.
var sinksByPath = sync.OnceValue(func() map[string]map[key]*SinkRow {
	out := make(map[string]map[key]*SinkRow)
	all := slices.Concat(fileSinks, sqlSinks(), commandSinks, urlSinks, logSinks())
	for i := range all {
		row := &all[i]
		if out[row.Path] == nil {
			out[row.Path] = make(map[key]*SinkRow)
		}
		out[row.Path][key{row.Recv, row.Name}] = row
	}
	return out
})

var fileSinks = []SinkRow{
	// func Open(name string) (*File, error)
	{Path: "os", Name: "Open", Sink: OpensFile, To: 1},
	// func OpenFile(name string, flag int, perm FileMode) (*File, error)
	{Path: "os", Name: "OpenFile", Sink: OpensFile, To: 1},
	// func ReadFile(name string) ([]byte, error)
	{Path: "os", Name: "ReadFile", Sink: OpensFile, To: 1},
	{Path: "io/ioutil", Name: "ReadFile", Sink: OpensFile, To: 1},
	// func ServeFile(w ResponseWriter, r *Request, name string)
	{Path: "net/http", Name: "ServeFile", Sink: OpensFile, From: 2},
	// func LoadX509KeyPair(certFile, keyFile string) (Certificate, error)
	{Path: "crypto/tls", Name: "LoadX509KeyPair", Sink: OpensFile},
}

// sqlSinks: the text of a query; its parameters are no sinks.
func sqlSinks() []SinkRow {
	var out []SinkRow
	for _, recv := range []string{"DB", "Tx", "Conn"} {
		for _, name := range []string{"Query", "QueryRow", "Exec", "Prepare"} {
			out = append(out,
				// func (db *DB) Query(query string, args ...any) (*Rows, error)
				SinkRow{Path: "database/sql", Recv: recv, Name: name, Sink: RunsSQL, To: 1},
				// func (db *DB) QueryContext(ctx context.Context, query string, args ...any) (*Rows, error)
				SinkRow{Path: "database/sql", Recv: recv, Name: name + "Context", Sink: RunsSQL, From: 1, To: 2})
		}
		// func (db *DB) Get(dest interface{}, query string, args ...interface{}) error
		for _, name := range []string{"Get", "Select"} {
			out = append(out,
				SinkRow{Path: "github.com/jmoiron/sqlx", Recv: recv, Name: name, Sink: RunsSQL, From: 1, To: 2},
				// func (db *DB) GetContext(ctx context.Context, dest interface{}, query string, args ...interface{}) error
				SinkRow{Path: "github.com/jmoiron/sqlx", Recv: recv, Name: name + "Context", Sink: RunsSQL, From: 2, To: 3})
		}
	}
	for _, name := range []string{"Raw", "Exec", "Where", "Or", "Not", "Having", "Order", "Select", "Joins"} {
		// func (db *DB) Raw(sql string, values ...interface{}) (tx *DB)
		out = append(out, SinkRow{Path: "gorm.io/gorm", Recv: "DB", Name: name, Sink: RunsSQL, To: 1})
	}
	return append(out, pgxSinks()...)
}

func pgxSinks() []SinkRow {
	var out []SinkRow
	for _, path := range []string{"github.com/jackc/pgx/v4", "github.com/jackc/pgx/v5"} {
		for _, name := range []string{"Query", "QueryRow", "Exec"} {
			out = append(out,
				// func (c *Conn) Query(ctx context.Context, sql string, args ...any) (Rows, error)
				SinkRow{Path: path, Recv: "Conn", Name: name, Sink: RunsSQL, From: 1, To: 2},
				// func (Tx) Query(ctx context.Context, sql string, args ...any) (Rows, error)
				SinkRow{Path: path, Recv: "Tx", Name: name, Sink: RunsSQL, From: 1, To: 2},
				// func (p *Pool) Query(ctx context.Context, sql string, args ...any) (pgx.Rows, error)
				SinkRow{Path: path + "/pgxpool", Recv: "Pool", Name: name, Sink: RunsSQL, From: 1, To: 2})
		}
	}
	return out
}

var commandSinks = []SinkRow{
	// func Command(name string, arg ...string) *Cmd
	{Path: "os/exec", Name: "Command", Sink: RunsCommand},
	// func CommandContext(ctx context.Context, name string, arg ...string) *Cmd
	{Path: "os/exec", Name: "CommandContext", Sink: RunsCommand, From: 1},
	// func StartProcess(name string, argv []string, attr *ProcAttr) (*Process, error)
	{Path: "os", Name: "StartProcess", Sink: RunsCommand, To: 2},
}

var urlSinks = []SinkRow{
	// func Get(url string) (resp *Response, err error)
	{Path: "net/http", Name: "Get", Sink: FetchesURL, To: 1},
	{Path: "net/http", Name: "Head", Sink: FetchesURL, To: 1},
	// func Post(url, contentType string, body io.Reader) (resp *Response, err error)
	{Path: "net/http", Name: "Post", Sink: FetchesURL, To: 1},
	{Path: "net/http", Name: "PostForm", Sink: FetchesURL, To: 1},
	// func (c *Client) Get(url string) (resp *Response, err error)
	{Path: "net/http", Recv: "Client", Name: "Get", Sink: FetchesURL, To: 1},
	{Path: "net/http", Recv: "Client", Name: "Head", Sink: FetchesURL, To: 1},
	{Path: "net/http", Recv: "Client", Name: "Post", Sink: FetchesURL, To: 1},
	{Path: "net/http", Recv: "Client", Name: "PostForm", Sink: FetchesURL, To: 1},
	// func NewRequest(method, url string, body io.Reader) (*Request, error)
	{Path: "net/http", Name: "NewRequest", Sink: FetchesURL, From: 1, To: 2},
	// func NewRequestWithContext(ctx context.Context, method, url string, body io.Reader) (*Request, error)
	{Path: "net/http", Name: "NewRequestWithContext", Sink: FetchesURL, From: 2, To: 3},
}
