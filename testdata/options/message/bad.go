package message

import (
	"context"
	"log/slog"

	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"

	"example.com/fixtures/options/message/pb"
)

// GetNote shows any.
func (s *service) GetNote(_ context.Context, req *pb.GetNoteRequest) (*pb.Note, error) {
	n, err := s.notes.find(req.GetId()) // want "jwtsub/unchecked-read"
	if err != nil {
		return nil, status.Error(codes.NotFound, err.Error())
	}
	return n, nil
}

// ListUserNotes lists for the user in the message.
func (s *service) ListUserNotes(_ context.Context, req *pb.ListUserNotesRequest) (*pb.NoteList, error) {
	return &pb.NoteList{Notes: s.notes.of(req.GetUserId())}, nil // want "jwtsub/unchecked-read"
}

// UpdateNote writes into any, for whoever is somebody, and reads the field without its getter.
func (s *service) UpdateNote(ctx context.Context, req *pb.UpdateNoteRequest) (*pb.Note, error) {
	if caller(ctx).Subject == "" {
		return nil, status.Error(codes.Unauthenticated, "who are you?")
	}
	n, err := s.notes.update(req.Id, req.Text) // want "jwtsub/unchecked-write"
	if err != nil {
		return nil, status.Error(codes.NotFound, err.Error())
	}
	return n, nil
}

// DeleteNote names the caller for the log; the store is two calls away.
func (s *service) DeleteNote(ctx context.Context, req *pb.DeleteNoteRequest) (*pb.Empty, error) {
	id := req.GetId() // want "jwtsub/unchecked-write"
	slog.DebugContext(ctx, "deleted", "note", id, "by", caller(ctx).Subject)
	s.keeper.shred(id)
	return &pb.Empty{}, nil
}

// PeekNote writes strangers down and shows them all.
func (s *service) PeekNote(ctx context.Context, req *pb.GetNoteRequest) (*pb.Note, error) {
	n, err := s.notes.find(req.GetId()) // want "jwtsub/ineffective"
	if err != nil {
		return nil, status.Error(codes.NotFound, err.Error())
	}
	if n.GetOwnerId() != caller(ctx).Subject {
		slog.DebugContext(ctx, "a stranger", "note", n.GetId())
	}
	return n, nil
}

// DropNote refuses strangers when it is done.
func (s *service) DropNote(ctx context.Context, req *pb.DeleteNoteRequest) (*pb.Empty, error) {
	n, err := s.notes.find(req.GetId()) // want "jwtsub/ineffective"
	if err != nil {
		return nil, status.Error(codes.NotFound, err.Error())
	}
	s.notes.delete(req.GetId())
	if n.GetOwnerId() != caller(ctx).Subject {
		return nil, status.Error(codes.PermissionDenied, errOther.Error())
	}
	return &pb.Empty{}, nil
}
