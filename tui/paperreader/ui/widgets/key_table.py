"""The keys and what they do, a heading over each group; only the lines that are seen are drawn."""

from __future__ import annotations

from functools import lru_cache
from textwrap import wrap
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from rich.segment import Segment
from textual.geometry import Size
from textual.reactive import Reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from paperreader.ui.key_names import show_keys
from paperreader.ui.text.cells import fit
from paperreader.ui.widgets.look import KeepsLines
from paperreader.ui.widgets.pointing import Pointable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from paperreader.ui.commands import Command

    Section = tuple[str, Sequence[Command]]

KEYS_WIDTH = 16


class Line(NamedTuple):
    """A line: the keys, or a heading, and what is said beside them."""

    bold: str
    text: str = ""
    is_heading: bool = False


class KeyTable(Pointable, KeepsLines, ScrollView, can_focus=False):
    """Shows commands by group."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"key-table--heading", "key-table--keys"}
    DEFAULT_CSS = """
    KeyTable { overflow-x: hidden; overflow-y: scroll; scrollbar-size-vertical: 1; height: 1fr; }
    KeyTable > .key-table--heading { color: $secondary; text-style: bold; }
    KeyTable > .key-table--keys { color: $accent; text-style: bold; }
    """

    # No layout when there are more lines: the scrollbar is always there.
    virtual_size: Reactive[Size] = Reactive(Size(0, 0), repaint=False)

    def __init__(self) -> None:
        super().__init__()
        self._lines: list[Line] = []

    def show(self, sections: Sequence[Section], width: int, nothing: str) -> int:
        """Show these commands in so many columns, from the top; how many lines that takes."""
        keys_width = KEYS_WIDTH if width >= 2 * KEYS_WIDTH + 12 else KEYS_WIDTH - 6
        self._lines = [
            line
            for title, commands in sections
            for line in _section(title, tuple(commands), keys_width, width)
        ] or [Line(""), Line("", nothing)]
        self.virtual_size = Size(width, len(self._lines))
        self.scroll_to(y=0, animate=False, immediate=True, force=True)
        self.refresh()
        return len(self._lines)

    def text_of(self, y: int) -> str:
        """The text of a line, for copying."""
        line = self._lines[y] if y < len(self._lines) else Line("")
        return (line.bold + line.text).rstrip()

    def text_line(self, y: int) -> Strip:
        """A line of the table."""
        base = self.rich_style
        if y >= len(self._lines):
            return Strip.blank(self.size.width, base)
        line = self._lines[y]
        name = "key-table--heading" if line.is_heading else "key-table--keys"
        bold = base + self.get_component_rich_style(name, partial=True)
        return Strip([Segment(line.bold, bold), Segment(line.text, base)])


def _section(title: str, commands: Sequence[Command], keys_width: int, width: int) -> list[Line]:
    lines = [Line(""), Line(title, is_heading=True)]
    for command in commands:
        lines += _lines(command, keys_width, width)
    return lines


@lru_cache(512)
def _lines(command: Command, keys_width: int, width: int) -> tuple[Line, ...]:
    """Its keys, and beside them what it does, in as many lines as it takes."""
    keys = fit(" " + "  ".join(map(show_keys, command.keys)), keys_width)
    first, *more = wrap(command.help, max(8, width - keys_width - 1)) or [""]
    rest = (Line("", " " * (keys_width + 1) + line) for line in more)
    return Line(keys, f" {first}"), *rest
