"""What widgets of drawn lines do for pointers: text to select, and a wheel."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
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
    _selection: Selection | None = None

    def text_of(self, y: int) -> str:
        """The text of a line, for copying."""
        raise NotImplementedError

    def text_line(self, y: int) -> Strip:
        """A line of the text as it is drawn."""
        raise NotImplementedError

    def draw_line(self, y: int) -> Strip:
        """A line of the screen, with the selected part marked."""
        y += self.scroll_offset.y
        line = self.text_line(y)
        if self._selection and (span := self._selection.get_span(y)) is not None:
            line = self._marked(line.adjust_cell_length(self._text_room, self.rich_style), span)
        return Strip.join([self._blank, line]) if self.text_margin else line

    def render_line(self, y: int) -> Strip:
        """The same, which tells besides what of the text is under the pointer.

        Textual asks for it when the mouse moves; what is painted does without.
        """
        line = self.draw_line(y).crop(self.text_margin)
        line = line.adjust_cell_length(self._text_room, self.rich_style)
        return Strip.join([self._blank, line.apply_offsets(0, y + self.scroll_offset.y)])

    @property
    def text_margin(self) -> int:
        """Blank cells before the text."""
        return 0

    @property
    def _blank(self) -> Strip:
        return Strip.blank(self.text_margin, self.rich_style)

    @property
    def _text_room(self) -> int:
        return self.size.width - self.text_margin

    def _marked(self, line: Strip, span: tuple[int, int]) -> Strip:
        text = line.text
        start, end = (cell_len(text[:at] if at >= 0 else text) for at in span)
        cuts = pairwise((0, start, max(start, end), line.cell_length))
        before, inside, after = (line.crop(a, b) for a, b in cuts)
        look = Segment.apply_style(inside, post_style=self._selection_style)
        marked = Strip(list(look), inside.cell_length)
        return Strip.join([before, marked, after])

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

    def selection_updated(self, selection: Selection | None) -> None:
        """Draw the selection."""
        self._selection = selection
        self.refresh()
