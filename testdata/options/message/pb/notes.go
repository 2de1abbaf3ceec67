// Package pb has the shape of what protoc-gen-go and protoc-gen-go-grpc make
// of a service of notes, without what protocol buffers need.
package pb

// Note is what somebody has written down.
type Note struct {
	Id      string `json:"id,omitempty"`
	OwnerId string `json:"owner_id,omitempty"`
	Text    string `json:"text,omitempty"`
}

// GetId returns the field, or nothing of no message.
func (x *Note) GetId() string {
	if x != nil {
		return x.Id
	}
	return ""
}

// GetOwnerId returns the field, or nothing of no message.
func (x *Note) GetOwnerId() string {
	if x != nil {
		return x.OwnerId
	}
	return ""
}

// GetText returns the field, or nothing of no message.
func (x *Note) GetText() string {
	if x != nil {
		return x.Text
	}
	return ""
}

// Quote is for all.
type Quote struct {
	Id   string `json:"id,omitempty"`
	Text string `json:"text,omitempty"`
}

// GetId returns the field, or nothing of no message.
func (x *Quote) GetId() string {
	if x != nil {
		return x.Id
	}
	return ""
}

// GetText returns the field, or nothing of no message.
func (x *Quote) GetText() string {
	if x != nil {
		return x.Text
	}
	return ""
}

// Empty is no answer.
type Empty struct{}

// ListNotesRequest is for the caller's own.
type ListNotesRequest struct{}

// CreateNoteRequest is for a new note.
type CreateNoteRequest struct {
	Text string `json:"text,omitempty"`
}

// GetText returns the field, or nothing of no message.
func (x *CreateNoteRequest) GetText() string {
	if x != nil {
		return x.Text
	}
	return ""
}

// GetNoteRequest is for one note.
type GetNoteRequest struct {
	Id string `json:"id,omitempty"`
}

// GetId returns the field, or nothing of no message.
func (x *GetNoteRequest) GetId() string {
	if x != nil {
		return x.Id
	}
	return ""
}

// UpdateNoteRequest is for a change.
type UpdateNoteRequest struct {
	Id   string `json:"id,omitempty"`
	Text string `json:"text,omitempty"`
}

// GetId returns the field, or nothing of no message.
func (x *UpdateNoteRequest) GetId() string {
	if x != nil {
		return x.Id
	}
	return ""
}

// GetText returns the field, or nothing of no message.
func (x *UpdateNoteRequest) GetText() string {
	if x != nil {
		return x.Text
	}
	return ""
}

// DeleteNoteRequest is for an end.
type DeleteNoteRequest struct {
	Id string `json:"id,omitempty"`
}

// GetId returns the field, or nothing of no message.
func (x *DeleteNoteRequest) GetId() string {
	if x != nil {
		return x.Id
	}
	return ""
}

// ListUserNotesRequest is for what a user has.
type ListUserNotesRequest struct {
	UserId string `json:"user_id,omitempty"`
}

// GetUserId returns the field, or nothing of no message.
func (x *ListUserNotesRequest) GetUserId() string {
	if x != nil {
		return x.UserId
	}
	return ""
}

// GetQuoteRequest is for a quote.
type GetQuoteRequest struct {
	Id string `json:"id,omitempty"`
}

// GetId returns the field, or nothing of no message.
func (x *GetQuoteRequest) GetId() string {
	if x != nil {
		return x.Id
	}
	return ""
}

// NoteList is more than one.
type NoteList struct {
	Notes []*Note `json:"notes,omitempty"`
}

// GetNotes returns the field, or nothing of no message.
func (x *NoteList) GetNotes() []*Note {
	if x != nil {
		return x.Notes
	}
	return nil
}
