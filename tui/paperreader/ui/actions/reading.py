"""Commands that go from paper to paper and from date to date."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from paperreader.library.model import Change
from paperreader.library.views import Sort, View, ViewKind
from paperreader.ui.actions.base import Actions
from paperreader.ui.actions.typing import COUNT_S
from paperreader.ui.navigator import (
    date_keys,
    date_of,
    date_view,
    neighbour_date,
    next_unread,
    next_unread_beyond,
)
from paperreader.ui.place import Place
from paperreader.ui.text.blocks import BOTH, languages_of, matching_language

if TYPE_CHECKING:
    from datetime import date, datetime

    from paperreader.library import Paper


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
        if auto_read == "open" and not self.keymap.has_called_digit:
            self.mark_soon(row.number, Change("read", True))
        else:  # the 3 that led here may be the count of a 3j
            since = self.library.moment_of_marks()
            seconds = COUNT_S if auto_read == "open" else max(0.001, auto_read)
            self._read_timer = self.set_timer(
                seconds, lambda: self._read_if_still_open(row.number, since)
            )

    def _read_if_still_open(self, number: int, since: datetime) -> None:
        if self.pane == "detail" and self.list.number == number:
            self.read_since(number, since)

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
            self.mark_soon(row.number, Change("read", True))

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
            sentence = self._new_date(number)
            self.move_to(number)
            if sentence:
                self.list.after_paint(partial(self.say, sentence))
            return
        self.settle()
        if self.place.span is not None:
            self._leave_dates(self.place.span, backwards=backwards)
        else:
            self._start_over(backwards=backwards)

    def _new_date(self, number: int) -> str:
        """What is said when the paper is of another date than that of the cursor."""
        now, row = self.row, self.list.row(number)
        is_by_date = self.place.sort is Sort.DATE and self.place.span is None
        if is_by_date and now and row and now.last_date != row.last_date:
            return f"End of {now.shown_date}, on to {row.shown_date}."
        return ""

    def _leave_dates(self, span: tuple[date, date], *, backwards: bool) -> None:
        number = next_unread_beyond(self.library, span, backwards=backwards)
        row = self.library.rows([number])[0] if number is not None else None
        if row is None or row.last_date is None:
            self._all_read()
            return
        self._go_on(Place(date_view(self.library.counts(), row.last_date)), row.number)

    def _start_over(self, *, backwards: bool) -> None:
        """From the other end of a list that is not of one date, or on to all that is unread."""
        papers = self.list.numbers
        end = len(papers) if backwards else -1
        number = next_unread(self.library, papers, end, backwards=backwards)
        if number is not None:
            self.say(f"On from the {'end' if backwards else 'top'} of the list.")
            self.move_to(number)
        elif self.place.is_aside:
            self.say("All that was found is read.")
        elif (number := self.library.next_unread(self.list.number, backwards=backwards)) is None:
            self._all_read()
        else:
            self._go_on(Place(View(ViewKind.UNREAD)), number)

    def _go_on(self, place: Place, number: int) -> None:
        end = self.place.name(self.topic_names)
        self.go(place, number)
        self.say(f"End of {end}, on to {place.name(self.topic_names)}.")
        self._paper_changed()

    def _all_read(self) -> None:
        self.go(Place(View(ViewKind.UNREAD)))
        self.go_to_pane("list")

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
        self.app.clear_notifications()
        self.go(Place(View(ViewKind.DATE, key)))

    def do_language(self) -> None:
        languages = languages_of(self.paper) if self.paper else []
        if self.paper is None or len(languages) < 2:
            self.say("This paper is here in one language only.")
            return
        choices = [*languages, BOTH]
        now = self.language_of(self.paper)
        at = choices.index(now) if now in choices else 0
        self.show_language(choices[(at + 1) % len(choices)])

    def show_language(self, language: str) -> None:
        """Show papers in this language, or in all, also those that were searched for in another."""
        self.language = language
        self.flipped = self.found
        self.show_detail()

    def language_of(self, paper: Paper) -> str:
        """What a paper is shown in: as it was searched for, until another language is asked for."""
        if self.found is None or self.found is self.flipped or self.language == BOTH:
            return self.language
        return matching_language(paper, self.language, self.found.terms.spans)

    def do_formulas(self) -> None:
        self.is_raw = not self.is_raw
        self.show_detail()
        self.say("Formulas as LaTeX." if self.is_raw else "Formulas as text.")

    def do_authors(self) -> None:
        number = self.list.number
        self.unfolded = None if self.unfolded == number else number
        self.show_detail()
