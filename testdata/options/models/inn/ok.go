package inn

import (
	"net/http"

	"example.com/fixtures/options/models/porter"
)

// ownWish compares the owner with the lodger.
func (i *inn) ownWish(c *porter.Call) {
	room, ok := i.find(c.Word("room"))
	if !ok || room.OwnerID != c.Lodger() {
		c.Answer(http.StatusNotFound, "no such room")
		return
	}
	c.Answer(http.StatusOK, room.Wish)
}

// leaveVouched asks the town.
func (i *inn) leaveVouched(c *porter.Call) {
	id := c.Word("room")
	if !porter.Vouch(c, id) {
		c.Answer(http.StatusForbidden, "that is not yours")
		return
	}
	i.delete(id)
	c.Answer(http.StatusOK, "farewell")
}

// menusOfCook lists what the lodger has cooked.
func (i *inn) menusOfCook(c *porter.Call) {
	text := ""
	for _, m := range i.menus {
		if m.OwnerID == c.Lodger() {
			text += m.Soup
		}
	}
	c.Answer(http.StatusOK, text)
}

// menu shows a menu, which is public.
func (i *inn) menu(c *porter.Call) {
	m, ok := i.menus[c.Word("day")]
	if !ok {
		c.Answer(http.StatusNotFound, "no soup")
		return
	}
	c.Answer(http.StatusOK, m.Soup)
}
