"""What other programs do while the reader is open: marks are shown, new papers are told."""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING, Any

from paperreader.library.views import Either, Every, Numbers, Sort, View, ViewKind
from paperreader.ui.actions.at_work import MANY
from paperreader.ui.actions.base import Actions
from paperreader.ui.place import Place
from paperreader.ui.widgets.paper_list import ROW_HEIGHT

if TYPE_CHECKING:
    from collections.abc import Sequence

LOOK_S = 20.0  # from one look for papers to the next, where the first one was no good moment
MARKS_S = 1.5  # a look for what was written is one question to the library
SETTLED_S = 2.0  # an import that adds nothing for so long is probably over
SHOWN_S = 15.0  # what comes meanwhile is of the same import


class Arriving(Actions):
    """Looks now and then, and when the terminal comes to the fore."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._last_known = 0  # the last paper that was there, or was told of
        self._told_at, self._told_after = -SHOWN_S, 0  # when, and what came after which paper
        self._last_seen = 0  # the last paper at the last look: an import may be under way
        self._wrote = self._last_batch = 0  # as of the last look

    def expect_papers(self) -> None:
        """Look out from now on; what is there is known."""
        self.know_papers()
        self._wrote, self._last_batch = self.library.others_wrote, self.library.last_batch
        self.set_interval(LOOK_S, self.look_for_papers)
        self.set_interval(MARKS_S, self.look)

    def look(self) -> None:
        """Show what another program, or a thread of this one, has written."""
        wrote = self.library.others_wrote
        if wrote == self._wrote:
            return
        self._wrote = wrote
        marked = self.library.marked_after(self._last_batch)
        self._last_batch = self.library.last_batch
        if marked:
            self.take_in(marked)
            self.marks_changed(marked)
        self.look_for_papers()

    def take_in(self, numbers: Sequence[int]) -> None:
        """Show those of these papers that have come into the view; nothing goes, or moves."""
        place, shown = self.place, self.list.numbers
        if place.is_found or len(shown) >= len(numbers) > MANY:
            return  # of so many they are those that are shown
        here = self.library.select(Every((Numbers(frozenset(numbers)), place.where())))
        if set(here) <= set(shown):
            return
        it, top = self.list.number, self.list.scroll_offset.y
        where = Either((place.where(), Numbers(frozenset(shown))))
        papers = self.desk.papers(where, place.sort)
        cursor = papers.index(it) if it is not None else 0
        top += (cursor - self.list.cursor) * ROW_HEIGHT
        self.show_papers(place, papers, cursor=cursor, top=top)

    def know_papers(self) -> None:
        """What is in the library is no news."""
        self._last_known = self._last_seen = self.library.last_paper

    def look_for_papers(self) -> None:
        """Tell of new papers when no more of them come and nothing is open over the list."""
        last = self.library.last_paper
        if last == self._last_known or not self.is_active:
            return
        if last != self._last_seen:
            self._last_seen = last
            self.set_timer(SETTLED_S, self.look_for_papers)
        else:
            self._tell_of_papers()
            self.know_papers()

    def _tell_of_papers(self) -> None:
        if not self.library.count_after(self._last_known):
            return
        since_s, self._told_at = monotonic() - self._told_at, monotonic()
        if since_s > SHOWN_S:
            self._told_after = self._last_known
        papers = self.library.count_after(self._told_after)
        if self.list.numbers:
            self.refresh_counts()
            self.show_titles()
        else:
            self.go(self.place)
        many = f"{papers:,} new papers came in - {{go-new}} shows them"
        one = "1 new paper came in - {go-new} shows it"
        sentence = self.keymap.sentence(one if papers == 1 else many)
        self.app.notify(sentence, markup=False, timeout=SHOWN_S)

    def do_go_new(self) -> None:
        self.go(Place(View(ViewKind.UNREAD), sort=Sort.ADDED))
        self.go_to_pane("list")
