"""What widgets of drawn lines do for pointers: text to select, and a wheel."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any, ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.geometry import Offset
from textual.selection import Selection
from textual.strip import Strip

MOST_READY = 1000  # lines

if TYPE_CHECKING:
    from textual.widget import Widget

    Base = Widget
else:
    Base = object  # the first base that is a widget is the one whose styles are inherited


class Pointable(Base):
    """A widget that draws lines, numbered from the top of its text."""

    ALLOW_SELECT: ClassVar[bool] = True

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._ready: dict[int, tuple[Strip, Strip]] = {}  # lines, and the same to be selected

    def text_of(self, y: int) -> str:
        """The text of a line, for copying."""
        raise NotImplementedError

    def selectable(self, line: Strip, y: int, width: int) -> Strip:
        """A drawn line of this width with the selected part marked, and ready to be selected."""
        if (selection := self.text_selection) and (span := selection.get_span(y)) is not None:
            return self._marked(line.adjust_cell_length(width, self.rich_style), span, y)
        was, ready = self._ready.get(y, (None, None))
        if ready is None or was is not line or ready.cell_length != width:
            if len(self._ready) > MOST_READY:
                self._ready.clear()
            ready = line.adjust_cell_length(width, self.rich_style).apply_offsets(0, y)
            self._ready[y] = line, ready
        return ready

    def _marked(self, line: Strip, span: tuple[int, int], y: int) -> Strip:
        text = line.text
        start, end = (cell_len(text[:at] if at >= 0 else text) for at in span)
        cuts = pairwise((0, start, max(start, end), line.cell_length))
        before, inside, after = (line.crop(a, b) for a, b in cuts)
        look = Segment.apply_style(inside, post_style=self._selection_style)
        marked = Strip(list(look), inside.cell_length)
        return Strip.join([before, marked, after]).apply_offsets(0, y)

    @property
    def _selection_style(self) -> Style:
        if "nocolor" in self.pseudo_classes:
            return Style(reverse=True)
        style = self.screen.get_component_rich_style("screen--selection")
        if "ansi" in self.pseudo_classes:
            return style
        return Style(color=self.rich_style.color, bgcolor=style.bgcolor)  # its own is the same

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
