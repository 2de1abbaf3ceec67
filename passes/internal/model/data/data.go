// Package data holds what is known about the packages that keep records, and
// about the words that programs name their own accesses by. Data only.
package data

import (
	"go/types"
	"strings"
	"sync"
)

// Kind is what a call does to the record that an ID names.
type Kind int

const (
	// Nothing: the call computes, logs or answers; the ID has not reached data.
	Nothing Kind = iota
	// Builds: the call adds to a query that a later one makes.
	Builds
	// Reads returns the record.
	Reads
	// Inserts adds a record that mentions the ID.
	Inserts
	// Writes changes the record or deletes it.
	Writes
	// Unnamed: an access whose name does not say what it does.
	Unnamed
)

// String returns the kind as it stands in facts' text.
func (k Kind) String() string {
	return [...]string{"nothing", "builds", "reads", "inserts", "writes", "accesses"}[k]
}

// Package says what calls into a package, and those below it, do.
type Package struct {
	Path string
	Is   PackageRole
}

// PackageRole is what a package is for.
type PackageRole int

const (
	// Computes: results derive from the operands, nothing is kept.
	Computes PackageRole = iota
	// Keeps records: the method's name says what it does.
	Keeps
	// Notes: logs, metrics, messages, caches. What goes in is no access.
	Notes
	// Decides: policy engines. A branch on the result is a guard.
	Decides
)

// Of returns the role of a package by the longest row; other packages compute.
func Of(path string) PackageRole {
	for rows := roles(); ; {
		if role, ok := rows[path]; ok {
			return role
		}
		end := strings.LastIndexByte(path, '/')
		if end < 0 {
			return Computes
		}
		path = path[:end]
	}
}

// roles indexes the rows by path on first use.
var roles = sync.OnceValue(func() map[string]PackageRole {
	out := make(map[string]PackageRole, len(packages))
	for _, p := range packages {
		out[p.Path] = p.Is
	}
	return out
})

// packages lists the packages that do more than compute.
var packages = []Package{
	{"cloud.google.com/go/bigtable", Keeps},
	{"cloud.google.com/go/datastore", Keeps},
	{"cloud.google.com/go/firestore", Keeps},
	{"cloud.google.com/go/logging", Notes},
	{"cloud.google.com/go/spanner", Keeps},
	{"database/sql", Keeps},
	{"entgo.io/ent", Keeps},
	{"expvar", Notes},
	{"github.com/aws/aws-sdk-go-v2/service/dynamodb", Keeps},
	{"github.com/aws/aws-sdk-go-v2/service/s3", Keeps},
	{"github.com/aws/aws-sdk-go/service/dynamodb", Keeps},
	{"github.com/asdine/storm", Keeps},
	{"github.com/beego/beego/v2/client/orm", Keeps},
	{"github.com/casbin/casbin", Decides},
	{"github.com/cedar-policy/cedar-go", Decides},
	{"github.com/charmbracelet/log", Notes},
	{"github.com/cloudwego/hertz/pkg/common/hlog", Notes},
	{"github.com/dgraph-io/badger", Keeps},
	{"github.com/doug-martin/goqu", Keeps},
	{"github.com/georgysavva/scany", Keeps},
	{"github.com/getsentry/sentry-go", Notes},
	{"github.com/globalsign/mgo", Keeps},
	{"github.com/go-gorp/gorp", Keeps},
	{"github.com/go-kit/log", Notes},
	{"github.com/go-logr/logr", Notes},
	{"github.com/go-pg/pg", Keeps},
	{"github.com/gocql/gocql", Keeps},
	{"github.com/golang/glog", Notes},
	{"github.com/hashicorp/go-hclog", Notes},
	{"github.com/jackc/pgx", Keeps},
	{"github.com/jackc/pgx/v5/pgtype", Computes},
	{"github.com/jinzhu/gorm", Keeps},
	{"github.com/jmoiron/sqlx", Keeps},
	{"github.com/kamva/mgm", Keeps},
	{"github.com/Masterminds/squirrel", Keeps},
	{"github.com/open-policy-agent/opa", Decides},
	{"github.com/openfga/go-sdk", Decides},
	{"github.com/ory/ladon", Decides},
	{"github.com/pocketbase/dbx", Keeps},
	{"github.com/prometheus/client_golang", Notes},
	{"github.com/qiniu/qmgo", Keeps},
	{"github.com/rs/zerolog", Notes},
	{"github.com/sirupsen/logrus", Notes},
	{"github.com/zeromicro/go-zero/core/logx", Notes},
	{"github.com/uptrace/bun", Keeps},
	{"github.com/upper/db", Keeps},
	{"github.com/volatiletech/sqlboiler", Keeps},
	{"go.etcd.io/bbolt", Keeps},
	{"go.mongodb.org/mongo-driver", Keeps},
	{"go.mongodb.org/mongo-driver/bson", Computes},
	{"go.mongodb.org/mongo-driver/mongo/options", Computes},
	{"go.mongodb.org/mongo-driver/v2/bson", Computes},
	{"go.mongodb.org/mongo-driver/v2/mongo/options", Computes},
	{"go.opentelemetry.io/otel", Notes},
	{"go.uber.org/zap", Notes},
	{"gopkg.in/mgo.v2", Keeps},
	{"gopkg.in/mgo.v2/bson", Computes},
	{"gorm.io/gorm", Keeps},
	{"gorm.io/gorm/clause", Computes},
	{"gorm.io/gen", Keeps},
	{"k8s.io/klog", Notes},
	{"log", Notes},
	{"xorm.io/builder", Computes},
	{"xorm.io/xorm", Keeps},
	{"zombiezen.com/go/sqlite", Keeps},
}

// Handle reports whether values of t are connections, queries or loggers:
// things that an access goes through, not data.
func Handle(t types.Type) bool {
	if p, ok := types.Unalias(t).(*types.Pointer); ok {
		t = p.Elem()
	}
	named, ok := types.Unalias(t).(*types.Named)
	if !ok || named.Obj().Pkg() == nil {
		return false
	}
	role := Of(named.Obj().Pkg().Path())
	if role == Keeps && strings.HasPrefix(named.Obj().Name(), "Null") {
		return false // sql.NullInt64 and its like are data.
	}
	return role != Computes
}

// Several reports whether a type that an access returns, by its name, goes
// through more than one record.
func Several(name string) bool { return name == "Rows" || name == "Cursor" }

// Links reports whether a method changes what links records to another (gorm's
// Association): that is the other one's, not theirs.
func Links(fn *types.Func) bool {
	recv := fn.Signature().Recv()
	if recv == nil || fn.Pkg() == nil || Of(fn.Pkg().Path()) != Keeps || KindOf(fn.Name()) == Reads {
		return false
	}
	t := types.Unalias(recv.Type())
	if p, ok := t.(*types.Pointer); ok {
		t = types.Unalias(p.Elem())
	}
	named, ok := t.(*types.Named)
	return ok && named.Obj().Name() == "Association"
}
