"""The screen: sidebar, list and detail; it owns where the reader is and passes it down."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Horizontal, Vertical
from textual.geometry import Region, Size
from textual.reactive import Reactive
from textual.screen import Screen

from paperreader.library.views import Count, Either, Every, Numbers, ViewKind
from paperreader.ui.actions import (
    Annotating,
    Arriving,
    Clicking,
    Dating,
    Finding,
    Indexing,
    Marking,
    Moving,
    Panes,
    Reading,
    Resembling,
    Saving,
    Searching,
    Session,
    Sharing,
    Showing,
    Sweeping,
    Typing,
    Visiting,
)
from paperreader.ui.all_read import all_read
from paperreader.ui.place import Place
from paperreader.ui.results import remarks, second_lines, why_nothing
from paperreader.ui.widgets.detail import PaperDetail
from paperreader.ui.widgets.key_hints import KeyHints
from paperreader.ui.widgets.months import Months
from paperreader.ui.widgets.paper_list import PaperList
from paperreader.ui.widgets.sidebar import Sidebar
from paperreader.ui.widgets.status import Hints, StatusLine
from paperreader.ui.widgets.tour import TourCard

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events
    from textual.app import ComposeResult
    from textual.strip import Strip
    from textual.timer import Timer
    from textual.widget import Widget

    from paperreader.desk import Desk
    from paperreader.library import Paper
    from paperreader.search import Found
    from paperreader.ui.keymap import Keymap
    from paperreader.ui.results import Results

NOTHING = {
    ViewKind.BOOKMARKS: "No bookmarks yet. Press {bookmark} on a paper to keep it here.",
    ViewKind.QUEUE: "The queue is empty. Press {queue} on a paper to read it later.",
    ViewKind.NOTES: "No notes yet. Press {note} on a paper to write one.",
}
MOST_OF_A_DAY = 1000  # batches that are counted when everything is read


class Covered:
    """A container that draws nothing: what is in it covers it, and the screen is behind."""

    def render_lines(self, crop: Region) -> list[Strip]:  # noqa: ARG002
        """Of a container."""
        return []


class Column(Covered, Vertical):
    """Never scrolls: Textual would lay out and paint everything twice for its `virtual_size`."""

    virtual_size: Reactive[Size] = Reactive(Size(0, 0), repaint=False)


class PaneRow(Covered, Horizontal):
    """See `Column`."""

    virtual_size: Reactive[Size] = Reactive(Size(0, 0), repaint=False)


class MainScreen(
    Typing,
    Panes,
    Moving,
    Showing,
    Reading,
    Marking,
    Annotating,
    Sweeping,
    Visiting,
    Finding,
    Saving,
    Searching,
    Resembling,
    Dating,
    Indexing,
    Arriving,
    Clicking,
    Sharing,
    Session,
    Screen[None],
):
    """Three panes, two or one, as many as the terminal has room for."""

    AUTO_FOCUS = "#list"
    focused: Reactive[Widget | None] = Reactive(None, repaint=False)  # the panes draw themselves
    DEFAULT_CSS = """
    MainScreen { layout: vertical; layers: default above; background: $background; }
    MainScreen #panes { height: 1fr; }
    MainScreen .pane {
        border: round $panel; border-title-color: $quiet; border-subtitle-color: $quiet;
        background: $background;
    }
    MainScreen .pane:focus {
        border: round $primary; border-title-color: $primary; border-title-style: bold;
        border-subtitle-color: $primary; background-tint: $foreground 0%;
    }
    MainScreen.-zen .pane, MainScreen.-zen .pane:focus { border: none; padding: 1 0; }
    MainScreen.-zen #hints { display: none; }
    """

    def __init__(self, desk: Desk, keymap: Keymap) -> None:
        super().__init__()
        self.desk = desk
        self.library = desk.library
        self.keymap = keymap
        self.topic_names = desk.topic_names
        self.place = Place()
        self.language = desk.config.language
        self.flipped: Found | None = None
        self.is_raw = False
        self.unfolded: int | None = None
        self.paper: Paper | None = None
        self.results: Results | None = None
        self._read_timer: Timer | None = None

    def compose(self) -> ComposeResult:
        """The panes, the search box and the lines at the foot."""
        with Column(id="column"):
            yield Months(id="months")
            with PaneRow(id="panes"):
                for pane in self._panes():
                    yield pane.add_class("pane", update=False)  # its style is to come
            yield TourCard()
            yield StatusLine(id="status")
            yield Hints(id="hints")
        yield KeyHints()

    def _panes(self) -> tuple[Widget, ...]:
        self.sidebar = Sidebar(self.topic_names, id="sidebar")
        self.list = PaperList(self.library.rows, id="list")
        self.detail = PaperDetail(id="detail")
        return self.sidebar, self.list, self.detail

    def on_mount(self) -> None:
        """Go where the reader was the last time."""
        self.sidebar.say_in_border(above="Views", below="unread/all")
        self.detail.say_in_border(above="Paper")
        self.months = self.query_one(Months)
        self.restore()
        self.call_after_refresh(self.tend_index)
        self.call_after_refresh(self.expect_papers)

    def render_lines(self, crop: Region) -> list[Strip]:
        """The same blank line everywhere: Textual would draw all of them, behind the panes."""
        return super().render_lines(Region(crop.x, 0, crop.width, 1)) * crop.height

    # Where the reader is

    def go(self, place: Place, number: int | None = None, *, is_return: bool = False) -> None:
        """Show a place, with the cursor on `number` when it is there.

        A return finds it there also when it was read meanwhile.
        """
        self.workers.cancel_group(self, "search")
        if not place.is_aside:
            self._trail.clear()
        if place.is_found:
            self.look_up(place, number)
        else:
            where = place.where()
            if is_return and number is not None:
                it = Numbers(frozenset({number}))
                if not self.desk.papers(Every((where, it))):  # an "or" takes twice as long
                    where = Either((where, it))
            numbers = self.desk.papers(where, place.sort)
            cursor = numbers.index(number) if number in numbers else 0
            self.show_papers(place, numbers, cursor=cursor)
        self.refresh_counts()
        self.sidebar.mark_open(place.view)

    def show_papers(
        self,
        place: Place,
        numbers: Sequence[int],
        *,
        cursor: int = 0,
        top: int | None = None,
        results: Results | None = None,
    ) -> None:
        """Show the papers of a place; `top` is the line that the list is scrolled to."""
        self.place, self.results = place, results
        self.months.show(results.months if results else ())
        self.list.show(
            numbers, cursor=cursor, top=top, nothing="" if numbers else self._nothing(),
            spans=results.found.terms.spans if results else None,
            snippet=self._second_line if results else None,
        )  # fmt: skip
        self.show_titles()
        if self.is_active:
            self.show_panes(self.pane)

    def _second_line(self, number: int) -> str:
        results = self.results
        if results is None:
            return ""
        if number in results.lines:
            return results.lines[number]
        terms, width = results.found.terms, self.list.size.width
        return second_lines(self.library, [number], terms, width, self.language).get(number, "")

    def _nothing(self) -> str:
        if self.results:
            is_unread_only = self.place.is_unread_only
            found = self.results.found
            return why_nothing(found, is_unread_only=is_unread_only, is_typing=self.is_typing)
        if self.place.view.kind is ViewKind.UNREAD:
            today = self.desk.clock().astimezone().date()
            history = self.library.history(MOST_OF_A_DAY)
            return all_read(self.library.counts(), history, today, self.keymap)
        if self.place.is_unread_only:
            text = "All read here. {next-unread} goes on to what is unread elsewhere."
            return self.keymap.sentence(text)
        return self.keymap.sentence(NOTHING.get(self.place.view.kind, "No papers here."))

    def show_titles(self) -> None:
        """Say what is shown and where the cursor is."""
        self.place_changed()
        numbers = self.list.numbers
        name = self._title()
        at = f"{self.list.cursor + 1}/{len(numbers)}" if numbers else "0/0"
        if selected := len(self.list.selected):
            at = f"{selected} selected · {at}"
        self.list.say_in_border(above=name, below=at)
        title = () if self.is_typing else (name,)
        notes = remarks(self.found, is_typing=self.is_typing) if self.found else ()
        way_out = f"{self.keymap.key_of('zen')} ends zen" if self.is_zen else ""
        has_border = self.list.display and not self.is_zen  # where the cursor is stands there
        self.query_one(StatusLine).say(
            " · ".join((*title, self._how_many(), *notes)),
            " · ".join(filter(None, (self.indexed, way_out, "" if has_border else at))),
        )

    def _title(self) -> str:
        """What is shown, in words; a saved search by its name."""
        title = self.place.title(self.topic_names)
        name = None if self.is_typing else self.saved_as()
        return f"{name} · {title}" if name and name not in title else title

    def _how_many(self) -> str:
        """`910 papers`; where the unread are listed, how many of them still are."""
        papers, place = len(self.list.numbers), self.place
        shown = "1 paper" if papers == 1 else f"{papers} papers"
        is_whole = not (place.is_aside or place.days)
        if not is_whole or not (place.is_unread_only or place.view.kind is ViewKind.UNREAD):
            return shown
        unread = self.sidebar.counts.get(place.view, Count(0, 0)).unread
        return f"{unread} unread of {shown}" if unread < papers else shown

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """The hints are about the pane that has the keys; the search box is for typing only."""
        if event.widget.id != "search":
            self.close_box()
        self.show_panes(event.widget.id or "list")
        if event.widget is self.detail:
            self.show_detail()
            self.paper_opened()
        else:
            self.stop_walking()

    def on_paper_list_opened(self) -> None:
        """A double click."""
        self.do_open()

    def on_sidebar_opened(self, event: Sidebar.Opened) -> None:
        """A view was chosen."""
        event.stop()
        self.go(Place.of(event.view))
        self.go_to_pane("list")
