"""Papers that another program brings in while the reader is open are told, and shown on a key."""

from __future__ import annotations

from typing import Any

from paperreader.library.views import Sort, View, ViewKind
from paperreader.ui.actions.base import Actions
from paperreader.ui.place import Place

LOOK_S = 20.0  # from one look to the next; a look is one question to the library
SETTLED_S = 2.0  # an import that adds nothing for so long is over
SHOWN_S = 15.0


class Arriving(Actions):
    """Looks now and then, and when the terminal comes to the fore."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._last_known = 0  # the last paper that was there, or was told of
        self._last_seen = 0  # the last paper at the last look: an import may be under way

    def expect_papers(self) -> None:
        """Look out from now on; what is there is known."""
        self.know_papers()
        self.set_interval(LOOK_S, self.look_for_papers)

    def know_papers(self) -> None:
        """What is in the library is no news."""
        self._last_known = self._last_seen = self.library.last_paper

    def look_for_papers(self) -> None:
        """Tell of new papers when no more of them come and nothing is open over the list."""
        last = self.library.last_paper
        if last == self._last_known or not self.is_current:
            return
        if last != self._last_seen:
            self._last_seen = last
            self.set_timer(SETTLED_S, self.look_for_papers)
        else:
            self._tell_of(self.library.count_after(self._last_known))
            self.know_papers()

    def _tell_of(self, papers: int) -> None:
        if not papers:
            return
        if self.list.numbers:
            self.refresh_counts()
            self.show_titles()
        else:
            self.go(self.place)
        shown = "1 new paper" if papers == 1 else f"{papers:,} new papers"
        sentence = self.keymap.sentence(f"{shown} came in - {{go-new}} shows them")
        self.app.notify(sentence, markup=False, timeout=SHOWN_S)

    def do_go_new(self) -> None:
        self.go(Place(View(ViewKind.UNREAD), sort=Sort.ADDED))
        self.go_to_pane("list")
