"""A screen that is one list of lines, with the reader's keys: catching up, the history."""

from __future__ import annotations

from abc import abstractmethod
from dataclasses import dataclass
from functools import partialmethod
from typing import TYPE_CHECKING, Generic, TypeVar

from textual.containers import Vertical
from textual.content import Content
from textual.widgets.option_list import Option

from paperreader.ui.screens.keyed import KeyedScreen
from paperreader.ui.widgets.menu import Menu
from paperreader.ui.widgets.status import Hints, StatusLine

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult
    from textual.widgets import OptionList

    from paperreader.ui.app import PaperReaderApp

Value = TypeVar("Value")
Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Line(Generic[Value]):
    """A line and what it stands for: nothing for a heading, which the cursor passes."""

    content: Content
    value: Value | None = None


class ListedScreen(KeyedScreen[Result], Generic[Result, Value]):
    """Shows the lines that `lines` gives, and again after every change of marks."""

    app: PaperReaderApp

    DEFAULT_CSS = """
    ListedScreen { layout: vertical; background: $background; }
    ListedScreen Menu, ListedScreen Menu:focus {
        height: 1fr; border: round $primary; padding: 0 1; background: $background;
        border-title-color: $primary; border-title-style: bold; scrollbar-size-vertical: 1;
        background-tint: $foreground 0%;
    }
    ListedScreen Menu:focus > .option-list--option-highlighted {
        background: $primary-muted; color: $foreground; text-style: bold;
    }
    """

    @abstractmethod
    def lines(self, width: int) -> Sequence[Line[Value]]:
        """The lines for so many columns."""

    @abstractmethod
    def heading(self) -> str:
        """What stands over the lines."""

    @abstractmethod
    def remark(self) -> str:
        """What the status line says of the line under the cursor."""

    def compose(self) -> ComposeResult:
        """The list, and the lines at the foot."""
        self._lines: Sequence[Line[Value]] = ()
        with Vertical():
            yield Menu(markup=False)
            yield StatusLine(id="status")
            yield Hints(id="hints")

    def on_resize(self) -> None:
        """Lines and hints that fit."""
        self.query_one(Hints).show(self.HINTS, self.app.size.width, self.keymap.commands)
        self.call_after_refresh(self.marks_changed)

    def marks_changed(self) -> None:
        """Show everything as it is now, with the cursor where it was."""
        options = self._options
        at = options.highlighted
        options.border_title = Content(self.heading())
        self._lines = self.lines(max(20, options.scrollable_content_region.width))
        options.clear_options()
        options.add_options(
            Option(line.content, disabled=line.value is None) for line in self._lines
        )
        with_value = [n for n, line in enumerate(self._lines) if line.value is not None]
        if with_value:
            options.highlighted = next((n for n in with_value if n >= (at or 0)), with_value[-1])
        self._show_remark()

    @property
    def value(self) -> Value | None:
        """What the line under the cursor stands for."""
        at = self._options.highlighted
        return None if at is None or at >= len(self._lines) else self._lines[at].value

    @property
    def _options(self) -> Menu:
        return self.query_one(Menu)

    def _show_remark(self) -> None:
        values = [line.value for line in self._lines if line.value is not None]
        at = f"{values.index(self.value) + 1}/{len(values)}" if self.value is not None else ""
        self.query_one(StatusLine).say(self.remark(), at)

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Another line is under the cursor."""
        event.stop()
        self._show_remark()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Enter or a click."""
        event.stop()
        self.do_open()

    @abstractmethod
    def do_open(self) -> None:
        """Do what the line is there for."""

    def do_down(self, count: int = 1) -> None:
        """Move."""
        for _ in range(count):
            self._options.action_cursor_down()

    def do_up(self, count: int = 1) -> None:
        """Move."""
        for _ in range(count):
            self._options.action_cursor_up()

    def do_first(self, _line: int = 1) -> None:
        """Move to the top."""
        self._options.action_first()

    def do_last(self, _line: int = 0) -> None:
        """Move to the bottom."""
        self._options.action_last()

    def do_page_down(self, _count: int = 1) -> None:
        """Move by a page."""
        self._move_page(1)

    def do_page_up(self, _count: int = 1) -> None:
        """Move by a page."""
        self._move_page(-1)

    def _move_page(self, pages: int) -> None:
        lines = pages * max(1, self._options.scrollable_content_region.height - 1)
        move = self.do_down if pages > 0 else self.do_up
        move(min(abs(lines), self._lines_until_end(down=pages > 0)))

    def _lines_until_end(self, *, down: bool) -> int:
        at = self._options.highlighted or 0
        rest = self._lines[at + 1 :] if down else self._lines[:at]
        return sum(line.value is not None for line in rest)

    do_half_down, do_half_up = do_page_down, do_page_up

    def _leave_for(self, command: str) -> None:
        """Return to the list of papers, and do there what the key is for."""
        self.dismiss()
        self.app.main.action_run_command(command)

    do_search = partialmethod(_leave_for, "search")
    do_go_all = partialmethod(_leave_for, "go-all")
    do_go_unread = partialmethod(_leave_for, "go-unread")
    do_go_bookmarks = partialmethod(_leave_for, "go-bookmarks")
    do_go_queue = partialmethod(_leave_for, "go-queue")
    do_go_notes = partialmethod(_leave_for, "go-notes")
    do_go_interesting = partialmethod(_leave_for, "go-interesting")
    do_go_tags = partialmethod(_leave_for, "go-tags")
    do_go_date = partialmethod(_leave_for, "go-date")

    def do_back(self) -> None:
        """Return to the list of papers."""
        self.dismiss()

    do_close = do_back
