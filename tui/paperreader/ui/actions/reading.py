"""Commands that go from paper to paper and from date to date."""

from __future__ import annotations

from paperreader.library.model import Change
from paperreader.library.views import View, ViewKind
from paperreader.ui.actions.base import Actions
from paperreader.ui.navigator import (
    date_keys,
    date_of,
    neighbour_date,
    next_unread,
)
from paperreader.ui.place import Place, view_name
from paperreader.ui.text.blocks import BOTH, languages_of


class Reading(Actions):
    """Reading on."""

    def paper_opened(self) -> None:
        """The paper is before the reader's eyes: it becomes read as `auto_read` says."""
        auto_read = self.desk.config.auto_read
        if self._read_timer is not None:
            self._read_timer.stop()
        row = self.row
        if auto_read == "never" or row is None or row.marks.read:
            return
        if auto_read == "open":
            self._read_if_still_open(row.number)
        else:
            self._read_timer = self.set_timer(
                max(0.001, auto_read), lambda: self._read_if_still_open(row.number)
            )

    def _read_if_still_open(self, number: int) -> None:
        if self.pane == "detail" and self.list.number == number:
            self.change([number], Change("read", True), is_told=False)

    def do_read_on(self) -> None:
        if self.pane == "sidebar":
            self.sidebar.open_cursor()
        elif not self.detail.display:
            self.do_open()
        elif not self.detail.is_at_end:
            self.detail.move_pages(1)
        else:
            self._mark_under_cursor()
            self.do_next_unread()

    def _mark_under_cursor(self) -> None:
        row = self.row
        if row is not None and not row.marks.read:
            self.change([row.number], Change("read", True), is_told=False)

    def do_next_unread(self, count: int = 1) -> None:
        if not self.walk_matches(count):
            self._to_unread(count, backwards=False)

    def do_previous_unread(self, count: int = 1) -> None:
        if not self.walk_matches(-count):
            self._to_unread(count, backwards=True)

    def _to_unread(self, count: int, *, backwards: bool) -> None:
        number = next_unread(
            self.library, self.list.numbers, self.list.cursor, backwards=backwards, steps=count
        )
        if number is not None:
            self.move_to(number)
            return
        number = self.library.next_unread(self.list.number, backwards=backwards)
        if number is None:
            self.say("Everything is read.")
            return
        row = self.library.rows([number])[0]
        if self.place.view.kind is ViewKind.DATE and row.last_date:
            self.go(Place(View(ViewKind.DATE, row.last_date.isoformat())), number)
        else:
            self.go(Place(View(ViewKind.ALL)), number)
        self.say(f"On to {view_name(self.place.view, self.topic_names)}.")
        self._paper_changed()

    def do_next_paper(self, count: int = 1) -> None:
        self.list.move_by(count)
        self._paper_changed()

    def do_previous_paper(self, count: int = 1) -> None:
        self.list.move_by(-count)
        self._paper_changed()

    def move_to(self, number: int) -> None:
        """Put the cursor on a paper of the list, and go on reading when one was."""
        self.list.move_to(number)
        self._paper_changed()

    def _paper_changed(self) -> None:
        if self.pane == "detail":
            self.show_detail()
            self.paper_opened()

    def do_older_digest(self, count: int = 1) -> None:
        self._to_date(10, count, older=True)

    def do_newer_digest(self, count: int = 1) -> None:
        self._to_date(10, count, older=False)

    def do_older_month(self, count: int = 1) -> None:
        self._to_date(7, count, older=True)

    def do_newer_month(self, count: int = 1) -> None:
        self._to_date(7, count, older=False)

    def _to_date(self, length: int, count: int, *, older: bool) -> None:
        row = self.row
        now = date_of(self.place.view, row.last_date if row else None, length)
        keys = date_keys(self.library.counts(), length)
        key = neighbour_date(keys, now, older=older, steps=count)
        if key is None:
            self.say(f"No {'older' if older else 'newer'} {'digest' if length > 7 else 'month'}.")
            return
        self.go(Place(View(ViewKind.DATE, key)))

    def do_language(self) -> None:
        languages = languages_of(self.paper) if self.paper else []
        if len(languages) < 2:
            self.say("This paper is here in one language only.")
            return
        choices = [*languages, BOTH]
        at = choices.index(self.language) if self.language in choices else 0
        self.language = choices[(at + 1) % len(choices)]
        self.show_detail()

    def do_formulas(self) -> None:
        self.is_raw = not self.is_raw
        self.show_detail()
        self.say("Formulas as LaTeX." if self.is_raw else "Formulas as text.")

    def do_authors(self) -> None:
        number = self.list.number
        self.unfolded = None if self.unfolded == number else number
        self.show_detail()
