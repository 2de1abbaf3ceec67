package tickets

// Retitle does so for anybody.
func (s Service) Retitle(id, title string) error {
	return s.change(id, func(t *Ticket) { t.Title = title })
}

func (s Service) change(id string, edit func(*Ticket)) error {
	t, err := s.Find(id)
	if err != nil {
		return err
	}
	edit(&t)
	s.Save(t)
	return nil
}

// Close writes down who has closed it.
func (s Service) Close(id, by string) error {
	return s.change(id, func(t *Ticket) { t.Title, t.ClosedBy = "closed", by })
}

// Apply does not read the tenant of the edit.
func (s Service) Apply(e Edit) error { return s.Retitle(e.TicketID, e.Title) }

// Archive takes any ticket out.
func (s Service) Archive(id string) error {
	if _, err := s.Find(id); err != nil {
		return err
	}
	s.Delete(id)
	return nil
}
