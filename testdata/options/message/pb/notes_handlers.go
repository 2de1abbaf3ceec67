package pb

import (
	"context"

	"google.golang.org/grpc"
)

func _Notes_ListNotes_Handler(srv any, ctx context.Context, dec func(any) error, interceptor grpc.UnaryServerInterceptor) (any, error) {
	in := new(ListNotesRequest)
	if err := dec(in); err != nil {
		return nil, err
	}
	if interceptor == nil {
		return srv.(NotesServer).ListNotes(ctx, in)
	}
	info := &grpc.UnaryServerInfo{Server: srv, FullMethod: "/notes.Notes/ListNotes"}
	handler := func(ctx context.Context, req any) (any, error) {
		return srv.(NotesServer).ListNotes(ctx, req.(*ListNotesRequest))
	}
	return interceptor(ctx, in, info, handler)
}

func _Notes_CreateNote_Handler(srv any, ctx context.Context, dec func(any) error, interceptor grpc.UnaryServerInterceptor) (any, error) {
	in := new(CreateNoteRequest)
	if err := dec(in); err != nil {
		return nil, err
	}
	if interceptor == nil {
		return srv.(NotesServer).CreateNote(ctx, in)
	}
	info := &grpc.UnaryServerInfo{Server: srv, FullMethod: "/notes.Notes/CreateNote"}
	handler := func(ctx context.Context, req any) (any, error) {
		return srv.(NotesServer).CreateNote(ctx, req.(*CreateNoteRequest))
	}
	return interceptor(ctx, in, info, handler)
}

func _Notes_GetNote_Handler(srv any, ctx context.Context, dec func(any) error, interceptor grpc.UnaryServerInterceptor) (any, error) {
	in := new(GetNoteRequest)
	if err := dec(in); err != nil {
		return nil, err
	}
	if interceptor == nil {
		return srv.(NotesServer).GetNote(ctx, in)
	}
	info := &grpc.UnaryServerInfo{Server: srv, FullMethod: "/notes.Notes/GetNote"}
	handler := func(ctx context.Context, req any) (any, error) {
		return srv.(NotesServer).GetNote(ctx, req.(*GetNoteRequest))
	}
	return interceptor(ctx, in, info, handler)
}

func _Notes_UpdateNote_Handler(srv any, ctx context.Context, dec func(any) error, interceptor grpc.UnaryServerInterceptor) (any, error) {
	in := new(UpdateNoteRequest)
	if err := dec(in); err != nil {
		return nil, err
	}
	if interceptor == nil {
		return srv.(NotesServer).UpdateNote(ctx, in)
	}
	info := &grpc.UnaryServerInfo{Server: srv, FullMethod: "/notes.Notes/UpdateNote"}
	handler := func(ctx context.Context, req any) (any, error) {
		return srv.(NotesServer).UpdateNote(ctx, req.(*UpdateNoteRequest))
	}
	return interceptor(ctx, in, info, handler)
}

func _Notes_DeleteNote_Handler(srv any, ctx context.Context, dec func(any) error, interceptor grpc.UnaryServerInterceptor) (any, error) {
	in := new(DeleteNoteRequest)
	if err := dec(in); err != nil {
		return nil, err
	}
	if interceptor == nil {
		return srv.(NotesServer).DeleteNote(ctx, in)
	}
	info := &grpc.UnaryServerInfo{Server: srv, FullMethod: "/notes.Notes/DeleteNote"}
	handler := func(ctx context.Context, req any) (any, error) {
		return srv.(NotesServer).DeleteNote(ctx, req.(*DeleteNoteRequest))
	}
	return interceptor(ctx, in, info, handler)
}

func _Notes_ListUserNotes_Handler(srv any, ctx context.Context, dec func(any) error, interceptor grpc.UnaryServerInterceptor) (any, error) {
	in := new(ListUserNotesRequest)
	if err := dec(in); err != nil {
		return nil, err
	}
	if interceptor == nil {
		return srv.(NotesServer).ListUserNotes(ctx, in)
	}
	info := &grpc.UnaryServerInfo{Server: srv, FullMethod: "/notes.Notes/ListUserNotes"}
	handler := func(ctx context.Context, req any) (any, error) {
		return srv.(NotesServer).ListUserNotes(ctx, req.(*ListUserNotesRequest))
	}
	return interceptor(ctx, in, info, handler)
}

func _Notes_PeekNote_Handler(srv any, ctx context.Context, dec func(any) error, interceptor grpc.UnaryServerInterceptor) (any, error) {
	in := new(GetNoteRequest)
	if err := dec(in); err != nil {
		return nil, err
	}
	if interceptor == nil {
		return srv.(NotesServer).PeekNote(ctx, in)
	}
	info := &grpc.UnaryServerInfo{Server: srv, FullMethod: "/notes.Notes/PeekNote"}
	handler := func(ctx context.Context, req any) (any, error) {
		return srv.(NotesServer).PeekNote(ctx, req.(*GetNoteRequest))
	}
	return interceptor(ctx, in, info, handler)
}

func _Notes_DropNote_Handler(srv any, ctx context.Context, dec func(any) error, interceptor grpc.UnaryServerInterceptor) (any, error) {
	in := new(DeleteNoteRequest)
	if err := dec(in); err != nil {
		return nil, err
	}
	if interceptor == nil {
		return srv.(NotesServer).DropNote(ctx, in)
	}
	info := &grpc.UnaryServerInfo{Server: srv, FullMethod: "/notes.Notes/DropNote"}
	handler := func(ctx context.Context, req any) (any, error) {
		return srv.(NotesServer).DropNote(ctx, req.(*DeleteNoteRequest))
	}
	return interceptor(ctx, in, info, handler)
}

func _Notes_GetMyNote_Handler(srv any, ctx context.Context, dec func(any) error, interceptor grpc.UnaryServerInterceptor) (any, error) {
	in := new(GetNoteRequest)
	if err := dec(in); err != nil {
		return nil, err
	}
	if interceptor == nil {
		return srv.(NotesServer).GetMyNote(ctx, in)
	}
	info := &grpc.UnaryServerInfo{Server: srv, FullMethod: "/notes.Notes/GetMyNote"}
	handler := func(ctx context.Context, req any) (any, error) {
		return srv.(NotesServer).GetMyNote(ctx, req.(*GetNoteRequest))
	}
	return interceptor(ctx, in, info, handler)
}

func _Notes_UpdateMyNote_Handler(srv any, ctx context.Context, dec func(any) error, interceptor grpc.UnaryServerInterceptor) (any, error) {
	in := new(UpdateNoteRequest)
	if err := dec(in); err != nil {
		return nil, err
	}
	if interceptor == nil {
		return srv.(NotesServer).UpdateMyNote(ctx, in)
	}
	info := &grpc.UnaryServerInfo{Server: srv, FullMethod: "/notes.Notes/UpdateMyNote"}
	handler := func(ctx context.Context, req any) (any, error) {
		return srv.(NotesServer).UpdateMyNote(ctx, req.(*UpdateNoteRequest))
	}
	return interceptor(ctx, in, info, handler)
}

func _Notes_DeleteMyNote_Handler(srv any, ctx context.Context, dec func(any) error, interceptor grpc.UnaryServerInterceptor) (any, error) {
	in := new(DeleteNoteRequest)
	if err := dec(in); err != nil {
		return nil, err
	}
	if interceptor == nil {
		return srv.(NotesServer).DeleteMyNote(ctx, in)
	}
	info := &grpc.UnaryServerInfo{Server: srv, FullMethod: "/notes.Notes/DeleteMyNote"}
	handler := func(ctx context.Context, req any) (any, error) {
		return srv.(NotesServer).DeleteMyNote(ctx, req.(*DeleteNoteRequest))
	}
	return interceptor(ctx, in, info, handler)
}

func _Notes_GetHistory_Handler(srv any, ctx context.Context, dec func(any) error, interceptor grpc.UnaryServerInterceptor) (any, error) {
	in := new(GetNoteRequest)
	if err := dec(in); err != nil {
		return nil, err
	}
	if interceptor == nil {
		return srv.(NotesServer).GetHistory(ctx, in)
	}
	info := &grpc.UnaryServerInfo{Server: srv, FullMethod: "/notes.Notes/GetHistory"}
	handler := func(ctx context.Context, req any) (any, error) {
		return srv.(NotesServer).GetHistory(ctx, req.(*GetNoteRequest))
	}
	return interceptor(ctx, in, info, handler)
}

func _Notes_PurgeNote_Handler(srv any, ctx context.Context, dec func(any) error, interceptor grpc.UnaryServerInterceptor) (any, error) {
	in := new(DeleteNoteRequest)
	if err := dec(in); err != nil {
		return nil, err
	}
	if interceptor == nil {
		return srv.(NotesServer).PurgeNote(ctx, in)
	}
	info := &grpc.UnaryServerInfo{Server: srv, FullMethod: "/notes.Notes/PurgeNote"}
	handler := func(ctx context.Context, req any) (any, error) {
		return srv.(NotesServer).PurgeNote(ctx, req.(*DeleteNoteRequest))
	}
	return interceptor(ctx, in, info, handler)
}

func _Notes_GetQuote_Handler(srv any, ctx context.Context, dec func(any) error, interceptor grpc.UnaryServerInterceptor) (any, error) {
	in := new(GetQuoteRequest)
	if err := dec(in); err != nil {
		return nil, err
	}
	if interceptor == nil {
		return srv.(NotesServer).GetQuote(ctx, in)
	}
	info := &grpc.UnaryServerInfo{Server: srv, FullMethod: "/notes.Notes/GetQuote"}
	handler := func(ctx context.Context, req any) (any, error) {
		return srv.(NotesServer).GetQuote(ctx, req.(*GetQuoteRequest))
	}
	return interceptor(ctx, in, info, handler)
}
