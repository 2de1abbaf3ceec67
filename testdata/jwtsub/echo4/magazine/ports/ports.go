// Package ports says what the magazine needs of its shelves; who keeps them is
// nowhere in view.
package ports

// Essay is for everybody to read, and shows whether the reader likes it.
type Essay struct {
	ID       int    `json:"id"`
	AuthorID string `json:"author_id"`
	Text     string `json:"text"`
	Liked    bool   `json:"liked"`
}

// Essays lists all of them for a reader, and those of an author.
type Essays interface {
	All(page int, readerID string) ([]Essay, error)
	AllByAuthor(page int, authorID string) ([]Essay, error)
	Get(id string) (Essay, error)
	GetFor(id, readerID string) (Essay, error)
	Revise(id, text string) error
}

// Critic is somebody who writes.
type Critic struct {
	ID   string `json:"id"`
	Name string `json:"name"`
}

// Critics shows all of them to everybody, and each their own page.
type Critics interface {
	All(page int) ([]Critic, error)
	GetPage(criticID string) (Critic, error)
	Get(id string) (Critic, error)
}

// Letter is between a reader and the magazine.
type Letter struct {
	ID       int    `json:"id"`
	ReaderID string `json:"reader_id"`
	Text     string `json:"text"`
}

// Letters are listed by who wrote them.
type Letters interface {
	ListReaderLetters(page int, readerID string) ([]Letter, error)
	Get(id string) (Letter, error)
}

// Draft is what nobody else should see.
type Draft struct {
	ID       int    `json:"id"`
	AuthorID string `json:"author_id"`
	Text     string `json:"text"`
}

// Drafts are listed by who writes them; only the editor sees all.
type Drafts interface {
	All(page int) ([]Draft, error)
	ByAuthor(authorID string) ([]Draft, error)
	Get(id string) (Draft, error)
}

// Bill is what a reader owes.
type Bill struct {
	ID       int    `json:"id"`
	ReaderID string `json:"reader_id"`
	Sum      int    `json:"sum"`
}

// Bills are listed by who owes, and all together.
type Bills interface {
	All(page int) ([]Bill, error)
	ByReader(readerID string) ([]Bill, error)
	Get(id string) (Bill, error)
}
