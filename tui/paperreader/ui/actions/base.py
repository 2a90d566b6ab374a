"""What the commands of the main screen share: its state, its panes and what they ask of it."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING, TypeVar

from paperreader.ui.widgets.detail import PaperDetail
from paperreader.ui.widgets.sidebar import Sidebar

if TYPE_CHECKING:
    import asyncio
    from collections.abc import Callable, Coroutine, Iterator, Sequence
    from datetime import date, datetime

    from textual.screen import Screen
    from textual.timer import Timer

    from paperreader.desk import Desk
    from paperreader.library import Library, Paper, PaperRow
    from paperreader.library.model import Change
    from paperreader.search import Found
    from paperreader.ui.keymap import Keymap
    from paperreader.ui.layout import Widths
    from paperreader.ui.place import Place
    from paperreader.ui.results import Results
    from paperreader.ui.text.markdown import Block
    from paperreader.ui.widgets.months import Months
    from paperreader.ui.widgets.paper_list import PaperList
    from paperreader.ui.widgets.search_bar import SearchBar

Result = TypeVar("Result")

if TYPE_CHECKING:
    OfScreen = Screen[None]
else:
    OfScreen = object  # the screen adds it: every class of Textual costs the start a millisecond


class Actions(OfScreen):
    """The `do_` methods, one a command; the main screen is made of them and of its panes."""

    desk: Desk
    library: Library
    place: Place
    language: str
    flipped: Found | None  # what was searched for when the language was changed
    is_raw: bool  # formulas are shown as LaTeX
    unfolded: int | None  # the paper whose authors are all shown
    paper: Paper | None
    results: Results | None
    list: PaperList
    sidebar: Sidebar
    detail: PaperDetail
    months: Months
    topic_names: dict[str, str]
    keymap: Keymap
    widths: Widths
    is_zen: bool
    greets_in: Place | None  # where to tell of the time before, once it is shown
    indexed: str  # how far the index is, while it is brought up to date
    _detail_timer: Timer | None
    _read_timer: Timer | None

    @abstractmethod
    def go(self, place: Place, number: int | None = None, *, is_return: bool = False) -> None:
        """Show a place, with the cursor on `number` when it is there.

        A return finds it there also when it was read meanwhile.
        """

    @property
    @abstractmethod
    def search_bar(self) -> SearchBar:
        """The box for searches."""

    @property
    @abstractmethod
    def is_typing(self) -> bool:
        """Whether the search box is open."""

    @abstractmethod
    def go_to_pane(self, name: str) -> None:
        """Give a pane the keys."""

    @abstractmethod
    def show_detail(self) -> None:
        """Show the paper under the cursor."""

    @abstractmethod
    def language_of(self, paper: Paper) -> str:
        """What a paper is shown in."""

    @abstractmethod
    def show_panes(self, pane: str) -> None:
        """Show as many panes as there is room for, `pane` among them."""

    @abstractmethod
    def show_titles(self) -> None:
        """Say what is shown and where the cursor is."""

    @abstractmethod
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

    @abstractmethod
    def look_up(self, place: Place, number: int | None = None) -> None:
        """Show a place when its papers are found, with the cursor on `number` when it is there."""

    @abstractmethod
    def change(self, numbers: Sequence[int], *changes: Change, is_told: bool = True) -> None:
        """Mark papers as one batch, show it and say it."""

    @abstractmethod
    def read_since(self, number: int, since: datetime) -> None:
        """Mark a paper read by itself: undoing takes back first what was marked since then."""

    @abstractmethod
    def mark_soon(self, number: int, change: Change) -> None:
        """Mark a paper, unsaid, when what the key did besides is painted."""

    @abstractmethod
    def settle(self) -> None:
        """Make the mark that waits for the paint: what comes now builds on it."""

    @abstractmethod
    def finish_work(self) -> None:
        """Do what still waits, as the reader ends: nothing that was marked is lost."""

    @abstractmethod
    def take_back(self, batch: str) -> None:
        """Take back what a batch of the history did; of an undoing, do it again."""

    @abstractmethod
    def do_undo(self) -> None:
        """Take back the last mark."""

    @abstractmethod
    def greet(self) -> None:
        """Say once what was left unfinished or what came meanwhile; of a note only on its paper."""

    @abstractmethod
    def marks_changed(self, numbers: Sequence[int] | None = None) -> None:
        """Show the marks of these papers (of all without numbers) and the counts as they are."""

    @abstractmethod
    def take_in(self, numbers: Sequence[int]) -> None:
        """Show those of these papers that have come into the view; nothing goes, or moves."""

    @abstractmethod
    def in_search_thread(self, work: Callable[[], Result]) -> asyncio.Future[Result]:
        """Do slow work in the thread that searches, one piece after another."""

    @abstractmethod
    def paper_opened(self) -> None:
        """The paper is before the reader's eyes."""

    @abstractmethod
    def do_zen(self) -> None:
        """Show the paper alone, or all panes again."""

    @abstractmethod
    def do_open(self) -> None:
        """Open what is under the cursor."""

    @abstractmethod
    def refresh_counts(self) -> None:
        """Show the counts of all views as they are now."""

    @abstractmethod
    def keep_place(self) -> None:
        """Remember where the reader is: leaving the search that begins now leads back."""

    @abstractmethod
    def saved_as(self) -> str | None:
        """The name under which the search that is shown was saved."""

    @abstractmethod
    def place_changed(self) -> None:
        """Something of where the reader is has changed."""

    @abstractmethod
    def tend_index(self) -> None:
        """Make the search index ready, soon."""

    @abstractmethod
    def show_similar(self, number: int) -> None:
        """Show at the foot of this paper, when it stays open, which ones are like it."""

    @abstractmethod
    def foot(self, number: int) -> Iterator[Block]:
        """Which papers are like this one, when that is known already."""

    @abstractmethod
    def similar_at_foot(self, number: int) -> Sequence[PaperRow]:
        """The papers that are named at the foot of this one."""

    @abstractmethod
    def action_show_similar(self, number: int) -> None:
        """Open one of the papers at the foot of another, among its like; Esc returns."""

    @abstractmethod
    def leave_search(self) -> None:
        """Go back to where the search began."""

    @abstractmethod
    def leave_days(self, days: tuple[date, date]) -> None:
        """Go back to catching up, to the line that led to these days."""

    @abstractmethod
    def walk_matches(self, step: int) -> bool:
        """Go to another match of the open paper; False when none is looked for."""

    @abstractmethod
    def close_box(self) -> None:
        """Close the search box and keep what was searched for."""

    @property
    @abstractmethod
    def is_at_top(self) -> bool:
        """Whether there is nothing to go back from."""

    @property
    def found(self) -> Found | None:
        """What the search found whose papers are shown."""
        return self.results.found if self.results else None

    @property
    def found_any(self) -> bool:
        """Whether the search found papers."""
        return bool(self.results and self.results.found.numbers)

    @property
    def pane(self) -> str:
        """The pane that has the keys."""
        focused = self.focused
        return focused.id if focused is not None and focused.id else "list"

    @property
    def focused_pane(self) -> Sidebar | PaperList | PaperDetail:
        """The pane that moves on the keys for moving."""
        widget = self.focused
        return widget if isinstance(widget, Sidebar | PaperDetail) else self.list

    @property
    def targets(self) -> Sequence[int]:
        """The papers that the next action is for: the selected ones, else that of the cursor."""
        number = self.list.number
        return self.list.selected or ([] if number is None else [number])

    def in_background(self, work: Callable[[], Coroutine[None, None, None]], group: str) -> None:
        """Do this while the reader goes on; what the same group was doing is given up."""
        self.run_worker(
            work,  # type: ignore[arg-type] # a union that mypy can't resolve
            group=group, exclusive=True, exit_on_error=False,
        )  # fmt: skip

    def say(self, sentence: str) -> None:
        """Tell what was done, for a moment; only the last sentence stays to be read."""
        self.app.notify(sentence, markup=False)

    @property
    def row(self) -> PaperRow | None:
        """The paper under the cursor."""
        number = self.list.number
        return None if number is None else self.list.row(number)
