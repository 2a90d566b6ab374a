"""The paper under the cursor of the list: what is told and shown of it."""

from __future__ import annotations

from itertools import chain
from time import monotonic
from typing import TYPE_CHECKING, Any

from paperreader.ui.actions.base import Actions
from paperreader.ui.text.blocks import (
    BOTH,
    Shown,
    languages_of,
    paper_blocks,
    shown_entries,
)

if TYPE_CHECKING:
    from textual.timer import Timer

    from paperreader.library import Paper
    from paperreader.ui.widgets.paper_list import PaperList

DETAIL_DEBOUNCE_S = 0.02
HELD_S = 0.05  # a key that moves sooner than this after another one is held
TYPING_DEBOUNCE_S = 0.25  # while one types a search: longer than from one letter to the next


class Showing(Actions):
    """Shows the paper, again only when something of it has changed."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._drawn: object = None  # what the detail shows, to draw it only when that changes
        self._detail_timer: Timer | None = None
        self._moved_at = 0.0  # when the cursor came to another paper

    def on_paper_list_moved(self, event: PaperList.Moved) -> None:
        """Another paper is under the cursor: show it, but not each one of a held key."""
        event.stop()
        self.greet()
        if self._detail_timer is not None:
            self._detail_timer.stop()
        since_s, self._moved_at = monotonic() - self._moved_at, monotonic()
        if self.is_typing or since_s < HELD_S:
            self.show_titles()
            delay = TYPING_DEBOUNCE_S if self.is_typing else DETAIL_DEBOUNCE_S
            self._detail_timer = self.set_timer(delay, self.show_detail)
        else:
            self.list.after_paint(self._show_paper)

    def _show_paper(self) -> None:
        """All that is about the paper under the cursor, in one paint."""
        self.show_titles()
        self.show_detail()

    def show_detail(self) -> None:
        """Show the paper under the cursor."""
        number = self.list.number
        if not self.detail.display or not self.is_attached:
            return
        if number is None:
            self.paper = self._drawn = None
            self.detail.show((), None, keep_place=False)
            return
        is_same = self.paper is not None and self.paper.row.number == number
        self.paper = self.library.paper(number)
        if self.paper is None:
            return
        shown = self._shown(self.paper)
        # Whether it is read is not seen in it: marking a paper read draws it no second time.
        row = self.paper.row
        unread = row._replace(marks=row.marks._replace(read=False))
        drawn = (self.paper._replace(row=unread), shown, self.found)
        if drawn != self._drawn:
            self._drawn = drawn
            self._draw_paper(self.paper, shown, keep_place=is_same)

    def _shown(self, paper: Paper) -> Shown:
        is_unfolded = paper.row.number == self.unfolded
        return Shown(self.language_of(paper), self.is_raw, is_unfolded)

    def _draw_paper(self, paper: Paper, shown: Shown, *, keep_place: bool) -> None:
        number = paper.row.number
        blocks = chain(paper_blocks(paper, shown, self.topic_names), self.foot(number))
        spans = self.found.terms.spans if self.found else None
        self.detail.show(blocks, spans, keep_place=keep_place)
        self.show_similar(number)
        languages = languages_of(paper)
        is_both = shown.language == BOTH
        now = BOTH if is_both else shown_entries(paper, shown.language)[0].language
        hint = f"{now.upper()} of {'/'.join(languages).upper()}" if len(languages) > 1 else now
        self.detail.say(hint.upper() if len(hint) < 3 else hint)
