"""When papers were found: one column a month, in one line above the results."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, ClassVar

from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.reactive import Reactive
from textual.widget import Widget

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events

Month = tuple[str, int]  # such as `2024-12`, and a number of papers

BARS = "▁▂▃▄▅▆▇█"
LEAST_ROWS = 16  # of the screen; below, every line is for papers
STYLES = ("months--label", "months--bar", "months--cursor")
MARGINS = 48  # columns for the labels at both ends and for the month under the cursor


class Months(Widget, can_focus=True):
    """A histogram of months; the cursor says month and number."""

    COMPONENT_CLASSES: ClassVar[set[str]] = set(STYLES)
    DEFAULT_CSS = """
    Months { height: 1; padding: 0 1; display: none; }
    Months.-shown, Months.-kept { display: block; }
    Months > .months--bar { color: $accent; }
    Months > .months--cursor { color: $background; background: $accent; }
    Months > .months--label { color: $quiet; }
    """

    # It never scrolls: a change of its size is no reason to lay out everything again.
    virtual_size: Reactive[Size] = Reactive(Size(0, 0), repaint=False)

    class Chosen(Message):
        """The results shall be limited to a month such as `2024-12`."""

        def __init__(self, month: str) -> None:
            self.month = month
            super().__init__()

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._months: Sequence[Month] = ()
        self._cursor = 0

    def show(self, months: Sequence[Month]) -> None:
        """Show how many papers are of each month; hidden for less than two months."""
        filled = with_gaps(months)[-max(2, self.app.size.width - MARGINS) :]
        is_shown = len(filled) > 1 and self.app.size.height >= LEAST_ROWS
        if filled != self._months:
            self._months, self._cursor = filled, len(filled) - 1
            self.refresh()
        self.set_class(is_shown, "-shown")

    def keep_room(self, *, is_kept: bool) -> None:
        """Take the line also while there are no months: the first letter moves nothing then."""
        self.set_class(is_kept and self.app.size.height >= LEAST_ROWS, "-kept")

    @property
    def month(self) -> Month:
        """The month under the cursor and its number of papers."""
        return self._months[self._cursor]

    def move_by(self, months: int) -> None:
        """Move the cursor."""
        self._cursor = max(0, min(len(self._months) - 1, self._cursor + months))
        self.refresh()

    def choose(self) -> None:
        """Limit the results to the month under the cursor, if there are some of it."""
        month, papers = self.month
        if papers:
            self.post_message(self.Chosen(month))

    def on_focus(self) -> None:
        """The cursor is drawn only while it moves."""
        self.refresh()

    def on_blur(self) -> None:
        """See `on_focus`."""
        self.refresh()

    def on_click(self, event: events.Click) -> None:
        """A click on a bar limits to its month."""
        offset = event.get_content_offset(self)
        at = offset.x - len(self._months[0][0]) - 1 if offset else -1
        if 0 <= at < len(self._months):
            self._cursor = at
            self.choose()

    def render(self) -> Content:
        """Labels at both ends, the bars between them, what is under the cursor behind them."""
        if len(self._months) < 2:
            return Content("")
        label, bare, marked = map(self.get_visual_style, STYLES)
        cursor = self._cursor if self.has_focus else -1
        bars = [
            (bar, marked if at == cursor else bare)
            for at, bar in enumerate(drawn([papers for _, papers in self._months]))
        ]
        month, papers = self.month
        about = f"   {month}: {papers}" if self.has_focus else ""
        first, last = self._months[0][0], self._months[-1][0]
        return Content.assemble((f"{first} ", label), *bars, (f" {last}", label), about)


def drawn(numbers: Sequence[int]) -> str:
    """A bar for each number: the highest for the most, a blank for none."""
    most = max(numbers, default=0)
    return "".join(BARS[(number * len(BARS) - 1) // most] if number else " " for number in numbers)


def with_gaps(months: Sequence[Month]) -> list[Month]:
    """All months from the first to the last, those without papers too."""
    filled = list(months[:1])
    for (before, _), month in pairwise(months):
        at = _number(before) + 1
        filled += [(_name(gap), 0) for gap in range(at, _number(month[0]))]
        filled.append(month)
    return filled


def _number(month: str) -> int:
    year, number = month.split("-")
    return int(year) * 12 + int(number) - 1


def _name(number: int) -> str:
    return f"{number // 12:04}-{number % 12 + 1:02}"
