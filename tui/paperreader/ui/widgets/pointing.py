"""What widgets of drawn lines do for pointers: text to select, and a wheel."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len
from textual.geometry import Offset
from textual.selection import Selection
from textual.strip import Strip

if TYPE_CHECKING:
    from textual.widget import Widget

    Base = Widget
else:
    Base = object  # the first base that is a widget is the one whose styles are inherited


class Pointable(Base):
    """A widget that draws lines, numbered from the top of its text."""

    ALLOW_SELECT: ClassVar[bool] = True

    def text_of(self, y: int) -> str:
        """The text of a line, for copying."""
        raise NotImplementedError

    @property
    def allow_vertical_scroll(self) -> bool:
        """The wheel scrolls though there is no scrollbar."""
        return True

    def selectable(self, line: Strip, y: int) -> Strip:
        """A drawn line with the selected part of it marked, and ready to be selected."""
        span = self.text_selection.get_span(y) if self.text_selection else None
        if span is not None:
            text = line.text
            start, end = (cell_len(text[:at] if at >= 0 else text) for at in span)
            style = self.screen.get_component_rich_style("screen--selection")
            cuts = pairwise((0, start, max(start, end), line.cell_length))
            before, inside, after = (line.crop(a, b) for a, b in cuts)
            line = Strip.join([before, inside.apply_style(style), after])
        return line.apply_offsets(0, y)

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """The selected text, as far as it was seen where the selection has no end."""
        top = self.scroll_offset.y
        start, end = selection
        first = start.y if start else top
        last = end.y if end else max(first, top + self.size.height - 1)
        text = "\n".join(self.text_of(y) for y in range(first, last + 1))
        up = Offset(0, first)
        moved = Selection(start and start - up, end and end - up)
        return moved.extract(text), "\n"

    def selection_updated(self, selection: Selection | None) -> None:  # noqa: ARG002
        """Draw the selection."""
        self.refresh()
