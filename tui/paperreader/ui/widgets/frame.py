"""The border beside drawn lines: Textual works it out for each line, here for one of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.filter import ANSIToTruecolor
from textual.geometry import Region
from textual.strip import Strip

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.filter import LineFilter
    from textual.widget import Widget

    Base = Widget
else:
    Base = object  # the first base that is a widget is the one whose styles are inherited


class FramesLines(Base):
    """A widget of lines in the colours of a theme, in a border or none, without any tint."""

    columns = scrolled = 0  # the room and the place in the text, told before lines are drawn
    _beside: object = None  # the look of what is beside the lines
    _framed: dict[int, tuple[Strip, Strip]]  # a line, and the same with what is beside it

    def render_lines(self, crop: Region) -> list[Strip]:
        """The lines of this part of the widget, with its border."""
        self.columns, self.scrolled = self.size.width, self.scroll_offset.y
        width, height = self.outer_size
        gutter = self.styles.gutter
        start, end = crop.line_span
        top, bottom = max(start, gutter.top), min(end, height - gutter.bottom)
        if bottom <= top:
            return super().render_lines(crop)
        lines = [
            *self._drawn_by_textual(start, top),
            *self._lines_between(top, bottom),
            *self._drawn_by_textual(bottom, end),
        ]
        if crop.column_span == (0, width):
            return lines
        return [line.crop(*crop.column_span) for line in lines]

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Without the one for ANSI colours, of which a line has none or wants them as they are."""
        return [
            each for each in super().get_line_filters() if not isinstance(each, ANSIToTruecolor)
        ]

    def _drawn_by_textual(self, start: int, end: int) -> list[Strip]:
        if start >= end:
            return []
        return super().render_lines(Region(0, start, self.outer_size.width, end - start))

    def _lines_between(self, start: int, end: int) -> list[Strip]:
        (left, right), filters = self._sides(), self.get_line_filters()
        background, first = self.background_colors[1], self.styles.gutter.top
        beside = (left, right, self.columns, background, filters)
        if beside != self._beside:
            self._beside, self._framed = beside, {}
        lines: list[Strip] = []
        for y in range(start - first, end - first):
            line = self.render_line(y)
            was, framed = self._framed.get(y, (None, None))
            if framed is None or was is not line:
                inner = line.adjust_cell_length(self.columns, self.rich_style)
                for each in filters:
                    inner = inner.apply_filter(each, background)
                framed = Strip.join([left, inner, right])
                self._framed[y] = line, framed
            lines.append(framed)
        return lines

    def _sides(self) -> tuple[Strip, Strip]:
        gutter, width = self.styles.gutter, self.outer_size.width
        (line,) = self._drawn_by_textual(gutter.top, gutter.top + 1)
        return line.crop(0, gutter.left), line.crop(width - gutter.right, width)
