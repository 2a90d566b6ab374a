"""What the commands of the main screen share: its state, its panes and what they ask of it."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING

from textual.screen import Screen

from paperreader.ui.widgets.detail import PaperDetail
from paperreader.ui.widgets.sidebar import Sidebar

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.timer import Timer

    from paperreader.desk import Desk
    from paperreader.library import Batch, Library, Paper, PaperRow
    from paperreader.library.model import Change
    from paperreader.search import Found
    from paperreader.ui.keymap import Keymap
    from paperreader.ui.place import Place
    from paperreader.ui.widgets.paper_list import PaperList
    from paperreader.ui.widgets.search_bar import SearchBar

PANES = ("sidebar", "list", "detail")


class Actions(Screen[None]):
    """The `do_` methods, one a command; the main screen is made of them and of its panes."""

    desk: Desk
    library: Library
    place: Place
    language: str
    is_raw: bool  # formulas are shown as LaTeX
    unfolded: int | None  # the paper whose authors are all shown
    paper: Paper | None
    found: Found | None
    list: PaperList
    sidebar: Sidebar
    detail: PaperDetail
    search_bar: SearchBar
    topic_names: dict[str, str]
    keymap: Keymap
    _read_timer: Timer | None

    @abstractmethod
    def go(self, place: Place, number: int | None = None) -> None:
        """Show a place, with the cursor on `number` when it is there."""

    @abstractmethod
    def go_to_pane(self, name: str) -> None:
        """Give a pane the keys."""

    @abstractmethod
    def show_detail(self) -> None:
        """Show the paper under the cursor."""

    @abstractmethod
    def show_panes(self, pane: str) -> None:
        """Show as many panes as there is room for, `pane` among them."""

    @abstractmethod
    def show_titles(self) -> None:
        """Say what is shown and where the cursor is."""

    @abstractmethod
    def show_found(self, found: Found, query: str, number: int | None) -> None:
        """Show what a search found, with the cursor on `number` when it is there."""

    @abstractmethod
    def change(self, numbers: Sequence[int], change: Change) -> Batch | None:
        """Mark papers, and show it."""

    @abstractmethod
    def paper_opened(self) -> None:
        """The paper is before the reader's eyes."""

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
    def leave_search(self) -> None:
        """Go back to where the search began."""

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

    def say(self, sentence: str) -> None:
        """Tell what was done, for a moment."""
        self.notify(sentence, markup=False, timeout=4)

    @property
    def row(self) -> PaperRow | None:
        """The paper under the cursor."""
        number = self.list.number
        return None if number is None else self.list.row(number)
