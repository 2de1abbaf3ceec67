// Package message is a service of notes, on gRPC: an ID is a field of the
// request's message, and whose it is an interceptor puts into the context.
//
// The wants are those with -jwtsub.from=path,message. Without, nothing is
// reported.
package message

import (
	"context"
	"encoding/json"
	"errors"
	"strings"

	"github.com/golang-jwt/jwt/v5"
	"google.golang.org/grpc"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/metadata"
	"google.golang.org/grpc/status"

	"example.com/fixtures/options/message/pb"
)

var (
	errNone  = errors.New("no such note")
	errOther = errors.New("somebody else's note")
)

type claims struct {
	Role string `json:"role"`
	jwt.RegisteredClaims
}

type callerKey struct{}

// authenticate goes around all methods.
func authenticate(key []byte) grpc.UnaryServerInterceptor {
	return func(ctx context.Context, req any, _ *grpc.UnaryServerInfo, handler grpc.UnaryHandler) (any, error) {
		md, _ := metadata.FromIncomingContext(ctx)
		raw := strings.TrimPrefix(strings.Join(md.Get("authorization"), ""), "Bearer ")
		who := new(claims)
		_, err := jwt.ParseWithClaims(raw, who, func(*jwt.Token) (any, error) { return key, nil },
			jwt.WithValidMethods([]string{"HS256"}))
		if err != nil {
			return nil, status.Error(codes.Unauthenticated, "who are you?")
		}
		return handler(context.WithValue(ctx, callerKey{}, who), req)
	}
}

func caller(ctx context.Context) *claims {
	who, ok := ctx.Value(callerKey{}).(*claims)
	if !ok {
		return new(claims)
	}
	return who
}

// service is the pb.NotesServer.
type service struct {
	pb.UnimplementedNotesServer
	notes  *store
	keeper keeper
	quotes map[string]string
}

// plain sends messages as JSON, for want of protocol buffers.
type plain struct{}

func (plain) Marshal(v any) ([]byte, error)      { return json.Marshal(v) }
func (plain) Unmarshal(data []byte, v any) error { return json.Unmarshal(data, v) }
func (plain) Name() string                       { return "json" }

// Server is the whole application: two people, a note each.
func Server(key []byte) *grpc.Server {
	notes := &store{notes: map[string]*pb.Note{
		"n1": {Id: "n1", OwnerId: "alice", Text: "milk, eggs"},
		"n2": {Id: "n2", OwnerId: "bob", Text: "bob's diary"},
	}}
	s := grpc.NewServer(grpc.ForceServerCodec(plain{}), grpc.ChainUnaryInterceptor(authenticate(key)))
	pb.RegisterNotesServer(s, &service{notes: notes, keeper: keeper{notes}, quotes: map[string]string{"q1": "time flies"}})
	return s
}

// ListNotes are the caller's.
func (s *service) ListNotes(ctx context.Context, _ *pb.ListNotesRequest) (*pb.NoteList, error) {
	return &pb.NoteList{Notes: s.notes.of(caller(ctx).Subject)}, nil
}

// CreateNote writes down for the caller.
func (s *service) CreateNote(ctx context.Context, req *pb.CreateNoteRequest) (*pb.Note, error) {
	return s.notes.add(&pb.Note{OwnerId: caller(ctx).Subject, Text: req.GetText()}), nil
}
