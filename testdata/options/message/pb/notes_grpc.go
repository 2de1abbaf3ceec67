package pb

import (
	"context"

	"google.golang.org/grpc"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"
)

// NotesServer is the server API for the Notes service.
type NotesServer interface {
	ListNotes(context.Context, *ListNotesRequest) (*NoteList, error)
	CreateNote(context.Context, *CreateNoteRequest) (*Note, error)
	GetNote(context.Context, *GetNoteRequest) (*Note, error)
	UpdateNote(context.Context, *UpdateNoteRequest) (*Note, error)
	DeleteNote(context.Context, *DeleteNoteRequest) (*Empty, error)
	ListUserNotes(context.Context, *ListUserNotesRequest) (*NoteList, error)
	PeekNote(context.Context, *GetNoteRequest) (*Note, error)
	DropNote(context.Context, *DeleteNoteRequest) (*Empty, error)
	GetMyNote(context.Context, *GetNoteRequest) (*Note, error)
	UpdateMyNote(context.Context, *UpdateNoteRequest) (*Note, error)
	DeleteMyNote(context.Context, *DeleteNoteRequest) (*Empty, error)
	GetHistory(context.Context, *GetNoteRequest) (*NoteList, error)
	PurgeNote(context.Context, *DeleteNoteRequest) (*Empty, error)
	GetQuote(context.Context, *GetQuoteRequest) (*Quote, error)
	mustEmbedUnimplementedNotesServer()
}

// UnimplementedNotesServer must be embedded by implementations.
type UnimplementedNotesServer struct{}

// ListNotes is not implemented.
func (UnimplementedNotesServer) ListNotes(context.Context, *ListNotesRequest) (*NoteList, error) {
	return nil, status.Error(codes.Unimplemented, "method ListNotes not implemented")
}

// CreateNote is not implemented.
func (UnimplementedNotesServer) CreateNote(context.Context, *CreateNoteRequest) (*Note, error) {
	return nil, status.Error(codes.Unimplemented, "method CreateNote not implemented")
}

// GetNote is not implemented.
func (UnimplementedNotesServer) GetNote(context.Context, *GetNoteRequest) (*Note, error) {
	return nil, status.Error(codes.Unimplemented, "method GetNote not implemented")
}

// UpdateNote is not implemented.
func (UnimplementedNotesServer) UpdateNote(context.Context, *UpdateNoteRequest) (*Note, error) {
	return nil, status.Error(codes.Unimplemented, "method UpdateNote not implemented")
}

// DeleteNote is not implemented.
func (UnimplementedNotesServer) DeleteNote(context.Context, *DeleteNoteRequest) (*Empty, error) {
	return nil, status.Error(codes.Unimplemented, "method DeleteNote not implemented")
}

// ListUserNotes is not implemented.
func (UnimplementedNotesServer) ListUserNotes(context.Context, *ListUserNotesRequest) (*NoteList, error) {
	return nil, status.Error(codes.Unimplemented, "method ListUserNotes not implemented")
}

// PeekNote is not implemented.
func (UnimplementedNotesServer) PeekNote(context.Context, *GetNoteRequest) (*Note, error) {
	return nil, status.Error(codes.Unimplemented, "method PeekNote not implemented")
}

// DropNote is not implemented.
func (UnimplementedNotesServer) DropNote(context.Context, *DeleteNoteRequest) (*Empty, error) {
	return nil, status.Error(codes.Unimplemented, "method DropNote not implemented")
}

// GetMyNote is not implemented.
func (UnimplementedNotesServer) GetMyNote(context.Context, *GetNoteRequest) (*Note, error) {
	return nil, status.Error(codes.Unimplemented, "method GetMyNote not implemented")
}

// UpdateMyNote is not implemented.
func (UnimplementedNotesServer) UpdateMyNote(context.Context, *UpdateNoteRequest) (*Note, error) {
	return nil, status.Error(codes.Unimplemented, "method UpdateMyNote not implemented")
}

// DeleteMyNote is not implemented.
func (UnimplementedNotesServer) DeleteMyNote(context.Context, *DeleteNoteRequest) (*Empty, error) {
	return nil, status.Error(codes.Unimplemented, "method DeleteMyNote not implemented")
}

// GetHistory is not implemented.
func (UnimplementedNotesServer) GetHistory(context.Context, *GetNoteRequest) (*NoteList, error) {
	return nil, status.Error(codes.Unimplemented, "method GetHistory not implemented")
}

// PurgeNote is not implemented.
func (UnimplementedNotesServer) PurgeNote(context.Context, *DeleteNoteRequest) (*Empty, error) {
	return nil, status.Error(codes.Unimplemented, "method PurgeNote not implemented")
}

// GetQuote is not implemented.
func (UnimplementedNotesServer) GetQuote(context.Context, *GetQuoteRequest) (*Quote, error) {
	return nil, status.Error(codes.Unimplemented, "method GetQuote not implemented")
}

func (UnimplementedNotesServer) mustEmbedUnimplementedNotesServer() {}

// RegisterNotesServer adds an implementation to a server.
func RegisterNotesServer(s grpc.ServiceRegistrar, srv NotesServer) {
	s.RegisterService(&Notes_ServiceDesc, srv)
}

// Notes_ServiceDesc describes the service to the server.
var Notes_ServiceDesc = grpc.ServiceDesc{
	ServiceName: "notes.Notes",
	HandlerType: (*NotesServer)(nil),
	Methods: []grpc.MethodDesc{
		{MethodName: "ListNotes", Handler: _Notes_ListNotes_Handler},
		{MethodName: "CreateNote", Handler: _Notes_CreateNote_Handler},
		{MethodName: "GetNote", Handler: _Notes_GetNote_Handler},
		{MethodName: "UpdateNote", Handler: _Notes_UpdateNote_Handler},
		{MethodName: "DeleteNote", Handler: _Notes_DeleteNote_Handler},
		{MethodName: "ListUserNotes", Handler: _Notes_ListUserNotes_Handler},
		{MethodName: "PeekNote", Handler: _Notes_PeekNote_Handler},
		{MethodName: "DropNote", Handler: _Notes_DropNote_Handler},
		{MethodName: "GetMyNote", Handler: _Notes_GetMyNote_Handler},
		{MethodName: "UpdateMyNote", Handler: _Notes_UpdateMyNote_Handler},
		{MethodName: "DeleteMyNote", Handler: _Notes_DeleteMyNote_Handler},
		{MethodName: "GetHistory", Handler: _Notes_GetHistory_Handler},
		{MethodName: "PurgeNote", Handler: _Notes_PurgeNote_Handler},
		{MethodName: "GetQuote", Handler: _Notes_GetQuote_Handler},
	},
	Streams:  []grpc.StreamDesc{},
	Metadata: "notes.proto",
}
