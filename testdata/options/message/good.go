package message

import (
	"context"

	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"

	"example.com/fixtures/options/message/pb"
)

// GetMyNote compares what it has found.
func (s *service) GetMyNote(ctx context.Context, req *pb.GetNoteRequest) (*pb.Note, error) {
	n, err := s.notes.find(req.GetId())
	if err != nil {
		return nil, status.Error(codes.NotFound, err.Error())
	}
	if n.GetOwnerId() != caller(ctx).Subject {
		return nil, status.Error(codes.PermissionDenied, errOther.Error())
	}
	return n, nil
}

// UpdateMyNote writes by both.
func (s *service) UpdateMyNote(ctx context.Context, req *pb.UpdateNoteRequest) (*pb.Note, error) {
	n, err := s.notes.updateOf(caller(ctx).Subject, req.Id, req.Text)
	if err != nil {
		return nil, status.Error(codes.NotFound, err.Error())
	}
	return n, nil
}

// DeleteMyNote has the comparison two calls away.
func (s *service) DeleteMyNote(ctx context.Context, req *pb.DeleteNoteRequest) (*pb.Empty, error) {
	if err := s.keeper.shredOf(caller(ctx).Subject, req.GetId()); err != nil {
		return nil, status.Error(codes.PermissionDenied, err.Error())
	}
	return &pb.Empty{}, nil
}

// GetHistory is for the owner and the administrator.
func (s *service) GetHistory(ctx context.Context, req *pb.GetNoteRequest) (*pb.NoteList, error) {
	n, err := s.notes.find(req.GetId())
	if err != nil {
		return nil, status.Error(codes.NotFound, err.Error())
	}
	if who := caller(ctx); who.Role != "admin" && who.Subject != n.GetOwnerId() {
		return nil, status.Error(codes.PermissionDenied, errOther.Error())
	}
	return &pb.NoteList{Notes: []*pb.Note{n}}, nil
}

// PurgeNote is for the administrator, and that is any.
func (s *service) PurgeNote(ctx context.Context, req *pb.DeleteNoteRequest) (*pb.Empty, error) {
	if caller(ctx).Role != "admin" {
		return nil, status.Error(codes.PermissionDenied, "not for you")
	}
	s.notes.delete(req.GetId())
	return &pb.Empty{}, nil
}

// GetQuote shows what is nobody's.
func (s *service) GetQuote(_ context.Context, req *pb.GetQuoteRequest) (*pb.Quote, error) {
	text, ok := s.quotes[req.GetId()]
	if !ok {
		return nil, status.Error(codes.NotFound, "no such quote")
	}
	return &pb.Quote{Id: req.GetId(), Text: text}, nil
}
