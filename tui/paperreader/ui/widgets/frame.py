"""Panes of drawn lines in a border: only what is no longer the same is drawn anew."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple, Self

from textual import events
from textual.filter import ANSIToTruecolor
from textual.geometry import Region, Size, Spacing
from textual.strip import Strip

from paperreader.ui.widgets.look import KeepsLines

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from textual.color import Color
    from textual.filter import LineFilter

MOST_LINES = 1000  # that are kept in their frame: scrolling shows most of them again
MOST_FRAMES = 2  # that of the pane that has the keys, and the other one


class FrameLook(NamedTuple):
    """What a frame is drawn from."""

    border: tuple[object, ...]
    gutter: Spacing
    backgrounds: tuple[Color, Color]
    filters: Sequence[LineFilter]
    columns: int


class Frame(NamedTuple):
    """What is beside the lines, and the lines that were put into it."""

    look: FrameLook
    left: Strip
    right: Strip
    framed: dict[int, tuple[Strip, Strip]]  # by its id a line, and the same with what is beside it


class FramesLines(KeepsLines):
    """A widget of lines in the colours of a theme, in a border or none, without any tint.

    Textual asks for all lines of a widget whenever something on the screen is painted, and works
    out the border of each; here a line is drawn when `refresh` was asked for it.
    """

    columns = 0  # the room, told before lines are drawn
    _room: tuple[Size, Spacing] | None = None  # that the lines were drawn for
    _frame: Frame | None = None  # none when it is to be looked at again
    _frames: tuple[Frame, ...] = ()
    _is_same_within = False  # whether only the border is another
    _lines_drawn: list[Strip]
    _within: dict[int, Strip]  # the lines without border
    _stale: set[int]

    @property
    def allow_vertical_scroll(self) -> bool:
        """The wheel scrolls though there is no scrollbar."""
        return True

    def render_lines(self, crop: Region) -> list[Strip]:
        """The lines of this part of the widget, with its border."""
        self.columns = self.size.width
        (width, height), gutter = self.outer_size, self.styles.gutter
        if height <= gutter.height or width <= gutter.width:
            return super().render_lines(crop)
        if self._room != (self.outer_size, gutter):
            self._room = self.outer_size, gutter
            self._forget()
        self._draw_stale()
        start, end = crop.line_span
        lines = self._lines_drawn[start:end]
        if crop.column_span == (0, width):
            return lines
        return [line.crop(*crop.column_span) for line in lines]

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Without the one for ANSI colours, of which a line has none or wants them as they are."""
        return [
            each for each in super().get_line_filters() if not isinstance(each, ANSIToTruecolor)
        ]

    def draw_line(self, y: int) -> Strip:
        """A line within the border."""
        return self.render_line(y)

    def refresh(self, *regions: Region, **how: Any) -> Self:
        """Note which lines are to be drawn anew."""
        regions = regions or self._only
        if self._is_same_within and not regions:
            return self  # `on_event` asks once, for the border
        if self._room is not None:
            (left, top), (width, height) = self.content_offset, self.outer_size
            for region in regions:
                self._stale.update(range(max(0, region.y + top), min(height, region.bottom + top)))
            if not regions:
                self._forget()
            # Whole lines: of a part Textual would cut each, and render anew what it has kept.
            regions = tuple(Region(-left, each.y, width, each.height) for each in regions)
        return super().refresh(*regions, **how)

    def notify_style_update(self) -> None:
        """Look at the border again; at the lines where their colours have changed."""
        self._frame = None
        if self._is_same_within:
            return
        before = self._look
        super().notify_style_update()
        if before != self._look and self._room is not None:
            self._forget()

    async def on_event(self, event: events.Event) -> None:
        """The border tells which pane has the keys; what else does is drawn with `on_focus`."""
        self._is_same_within = isinstance(event, events.Focus | events.Blur)
        await super().on_event(event)
        if self._is_same_within:
            self._is_same_within = False
            super().refresh()

    def _get_component_classes(self) -> frozenset[str]:  # type: ignore[override] # of the class
        # Private: Textual works the styles of all parts out for a focus that changes none of them.
        return frozenset() if self._is_same_within else super()._get_component_classes()

    def _forget(self) -> None:
        self._frame, self._within, self._stale = None, {}, set()

    def _draw_stale(self) -> None:
        lines: Iterable[int] = self._stale
        if self._frame is None:
            self._frame = self._seen_frame()
            lines = range(self.outer_size.height)
            self._lines_drawn = [Strip.blank(0)] * len(lines)
        gutter = self.styles.gutter
        within = range(gutter.top, self.outer_size.height - gutter.bottom)
        for y in lines:
            self._lines_drawn[y] = (
                self._framed(y, within.start) if y in within else self._drawn_by_textual(y)
            )
        self._stale.clear()

    def _framed(self, y: int, top: int) -> Strip:
        if y in self._stale or y not in self._within:
            self._within[y] = self.draw_line(y - top)
        line, frame = self._within[y], self._frame
        assert frame is not None, "looked at before lines are drawn"
        was, framed = frame.framed.get(id(line), (None, None))
        if framed is None or was is not line:
            inner = line.adjust_cell_length(frame.look.columns, self.rich_style)
            for each in frame.look.filters:
                inner = inner.apply_filter(each, frame.look.backgrounds[1])
            framed = Strip.join([frame.left, inner, frame.right])
            if len(frame.framed) > MOST_LINES:
                frame.framed.clear()
            frame.framed[id(line)] = line, framed
        return framed

    def _seen_frame(self) -> Frame:
        """What is beside the lines now; with the lines in it, where it was seen lately."""
        styles, filters = self.styles, self.get_line_filters()
        look = FrameLook(
            styles.border, styles.gutter, self.background_colors, filters, self.columns
        )
        seen = next((each for each in self._frames if each.look == look), None)
        if seen is None:
            line, width = self._drawn_by_textual(look.gutter.top), self.outer_size.width
            left = line.crop(0, look.gutter.left)
            seen = Frame(look, left, line.crop(width - look.gutter.right, width), {})
        others = [each for each in self._frames if each is not seen]
        self._frames = (seen, *others)[:MOST_FRAMES]
        return seen

    def _drawn_by_textual(self, y: int) -> Strip:
        (line,) = super().render_lines(Region(0, y, self.outer_size.width, 1))
        return line
