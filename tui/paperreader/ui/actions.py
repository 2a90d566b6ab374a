"""What each command of the table does on the main screen."""

from __future__ import annotations

from abc import abstractmethod
from dataclasses import replace
from typing import TYPE_CHECKING

from textual.screen import Screen

from paperreader.digests.model import LinkKind
from paperreader.library.model import Change
from paperreader.library.views import View, ViewKind
from paperreader.ui.blocks import BOTH, languages_of
from paperreader.ui.detail import PaperDetail
from paperreader.ui.help_screen import HelpScreen
from paperreader.ui.navigator import (
    date_keys,
    date_of,
    neighbour_date,
    next_unread,
    unread_elsewhere,
)
from paperreader.ui.place import Place, view_name
from paperreader.ui.sidebar import Sidebar

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.timer import Timer

    from paperreader.desk import Desk
    from paperreader.library import Batch, Library, Paper, PaperRow
    from paperreader.search import Found
    from paperreader.ui.keymap import Keymap
    from paperreader.ui.paper_list import PaperList

SESSION = "session"
PANES = ("sidebar", "list", "detail")


class Actions(Screen[None]):
    """The `do_` methods, one a command; the main screen is made of them and of its panes."""

    desk: Desk
    library: Library
    place: Place
    language: str
    paper: Paper | None
    found: Found | None
    list: PaperList
    sidebar: Sidebar
    detail: PaperDetail
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
    def refresh_counts(self) -> None:
        """Show the counts of all views as they are now."""

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

    # Moving

    def do_down(self) -> None:
        self.focused_pane.move_by(1)

    def do_up(self) -> None:
        self.focused_pane.move_by(-1)

    def do_first(self) -> None:
        self.focused_pane.move_to_end(first=True)

    def do_last(self) -> None:
        self.focused_pane.move_to_end(first=False)

    def do_half_down(self) -> None:
        self.focused_pane.move_pages(0.5)

    def do_half_up(self) -> None:
        self.focused_pane.move_pages(-0.5)

    def do_page_down(self) -> None:
        self.focused_pane.move_pages(1)

    def do_page_up(self) -> None:
        self.focused_pane.move_pages(-1)

    # Panes

    def do_right(self) -> None:
        if self.pane == "sidebar" and self.sidebar.open_branch():
            return
        self.go_to_pane("list" if self.pane == "sidebar" else "detail")

    def do_left(self) -> None:
        if self.pane == "sidebar":
            self.sidebar.close_branch()
        else:
            self.go_to_pane("list" if self.pane == "detail" else "sidebar")

    def do_next_pane(self) -> None:
        self._cycle(1)

    def do_previous_pane(self) -> None:
        self._cycle(-1)

    def _cycle(self, step: int) -> None:
        at = PANES.index(self.pane) if self.pane in PANES else 1
        self.go_to_pane(PANES[(at + step) % len(PANES)])

    def do_sidebar(self) -> None:
        self.go_to_pane("sidebar")

    def do_list(self) -> None:
        self.go_to_pane("list")

    def do_detail(self) -> None:
        self.go_to_pane("detail")

    def do_open(self) -> None:
        if self.pane == "sidebar":
            self.sidebar.open_cursor()
        elif self.list.number is not None:
            self.go_to_pane("detail")

    def do_back(self) -> None:
        if self.pane in {"detail", "sidebar"}:
            self.go_to_pane("list")
        elif self.place.query:
            self.leave_search()

    def do_close(self) -> None:
        if self.pane == "detail" and not self.list.display:
            self.go_to_pane("list")
        elif self.place.query:
            self.leave_search()
        else:
            self.app.exit()

    # Reading on

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
            self.change([number], Change("read", True))

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
            self.change([row.number], Change("read", True))

    def do_next_unread(self) -> None:
        self._to_unread(backwards=False)

    def do_previous_unread(self) -> None:
        self._to_unread(backwards=True)

    def _to_unread(self, *, backwards: bool) -> None:
        number = next_unread(self.library, self.list.numbers, self.list.cursor, backwards=backwards)
        if number is not None:
            self.move_to(number)
            return
        number = unread_elsewhere(self.library, self.list.number, backwards=backwards)
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

    def do_next_paper(self) -> None:
        self.list.move_by(1)
        self._paper_changed()

    def do_previous_paper(self) -> None:
        self.list.move_by(-1)
        self._paper_changed()

    def move_to(self, number: int) -> None:
        """Put the cursor on a paper of the list, and go on reading when one was."""
        self.list.move_to(number)
        self._paper_changed()

    def _paper_changed(self) -> None:
        if self.pane == "detail":
            self.show_detail()
            self.paper_opened()

    def do_older_digest(self) -> None:
        self._to_date(10, older=True)

    def do_newer_digest(self) -> None:
        self._to_date(10, older=False)

    def do_older_month(self) -> None:
        self._to_date(7, older=True)

    def do_newer_month(self) -> None:
        self._to_date(7, older=False)

    def _to_date(self, length: int, *, older: bool) -> None:
        row = self.row
        now = date_of(self.place.view, row.last_date if row else None, length)
        keys = date_keys(self.library.counts(), length)
        key = neighbour_date(keys, now, older=older)
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

    # Marks

    @property
    def row(self) -> PaperRow | None:
        """The paper under the cursor."""
        number = self.list.number
        return None if number is None else self.list.row(number)

    def change(self, numbers: Sequence[int], change: Change) -> Batch | None:
        """Mark papers, and show it."""
        batch = self.library.mark(numbers, change)
        self._marks_changed()
        return batch

    def _marks_changed(self) -> None:
        self.list.reload()
        self.refresh_counts()

    def do_toggle_read(self) -> None:
        if (row := self.row) is not None:
            self.change([row.number], Change("read", not row.marks.read))

    def do_bookmark(self) -> None:
        if (row := self.row) is not None:
            self.change([row.number], Change("bookmarked", not row.marks.bookmarked))
            done = "Bookmark removed" if row.marks.bookmarked else "Bookmarked"
            self.say(f"{done} - u undoes")

    def do_read_all(self) -> None:
        batch = self.change(list(self.list.numbers), Change("read", True))
        count = len(batch.papers) if batch else 0
        self.say(f"Marked {count} read - u undoes" if count else "All of these are read already.")

    def do_undo(self) -> None:
        self._take_back(self.library.undo(), "Undone", "Nothing to undo.")

    def do_redo(self) -> None:
        self._take_back(self.library.redo(), "Redone", "Nothing to redo.")

    def _take_back(self, batch: Batch | None, done: str, nothing: str) -> None:
        self._marks_changed()
        self.say(f"{done}: {batch.what}" if batch else nothing)

    # Finding

    def do_unread_only(self) -> None:
        place = replace(self.place, query="", is_unread_only=not self.place.is_unread_only)
        self.go(place, self.list.number)

    def do_sort(self) -> None:
        self.go(replace(self.place, query="").sorted_next(), self.list.number)
        self.say(f"Sorted by {self.place.sort.value}.")

    def do_go_date(self) -> None:
        row = self.row
        if row is not None and row.last_date is not None:
            keys = date_keys(self.library.counts(), 10)
            day = row.last_date.isoformat()
            key = day if day in keys else day[:7]
            self.go(Place(View(ViewKind.DATE, key)), row.number)

    def do_go_all(self) -> None:
        self.go(Place(View(ViewKind.ALL)), self.list.number)

    def do_go_unread(self) -> None:
        self.go(Place(View(ViewKind.UNREAD)), self.list.number)

    def do_go_bookmarks(self) -> None:
        self.go(Place(View(ViewKind.BOOKMARKS)), self.list.number)

    # Opening and copying

    def _address(self) -> str | None:
        number = self.list.number
        paper = self.library.paper(number) if number is not None else None
        if paper is None:
            return None
        for kind in (LinkKind.ARXIV, LinkKind.HUGGINGFACE, LinkKind.PROJECT, LinkKind.PAGE):
            if address := paper.link(kind):
                return address
        return None

    def do_open_page(self) -> None:
        self._open_address(self._address())

    def do_open_pdf(self) -> None:
        number = self.list.number
        paper = self.library.paper(number) if number is not None else None
        self._open_address(paper.link(LinkKind.PDF) if paper else None)

    def _open_address(self, address: str | None) -> None:
        if address is None:
            self.say("This paper has no such link.")
        else:
            self.action_open_address(address)

    def action_open_address(self, address: str) -> None:
        """Open a web address in the browser, and say it, for those who are far from theirs."""
        if address.startswith(("http://", "https://")):
            self.app.open_url(address)
        self.say(address)

    def do_copy_url(self) -> None:
        self._copy(self._address())

    def do_copy_id(self) -> None:
        self._copy(self.row.id if self.row else None)

    def do_copy_title(self) -> None:
        self._copy(self.row.title if self.row else None)

    def do_copy_markdown(self) -> None:
        row, address = self.row, self._address()
        self._copy(f"[{row.title}]({address})" if row and address else None)

    def _copy(self, text: str | None) -> None:
        if text is None:
            self.say("Nothing to copy.")
        else:
            self.app.copy_to_clipboard(text)
            self.say(f"Copied: {text}")

    # The reader itself

    def do_palette(self) -> None:
        self.app.action_command_palette()

    def do_help(self) -> None:
        self.app.push_screen(HelpScreen(tuple(self.keymap.commands.values())))

    def remember(self) -> None:
        """Keep where the reader is for the next start."""
        row = self.row
        session = {
            "place": self.place.to_json(),
            "paper": row.id if row else None,
            "pane": self.pane if self.pane in PANES else "list",
            "language": self.language,
            "theme": self.app.theme,
            "scroll": self.detail.scroll_offset.y,
        }
        self.library.remember(SESSION, session)

    def restore(self) -> None:
        """Go where the reader was, or to the newest unread papers."""
        session = self.library.recall(SESSION) or {}
        self.language = session.get("language", self.language)
        number = self.library.number_of(session["paper"]) if session.get("paper") else None
        self.go(Place.from_json(session.get("place", {})), number)
        pane = session.get("pane", "list")
        self.go_to_pane(pane if pane in PANES else "list")
