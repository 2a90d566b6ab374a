"""A screen over another one, which is seen dimmed behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self, TypeVar

from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.content import Content
from textual.renderables.background_screen import BackgroundScreen
from textual.screen import ModalScreen
from textual.strip import Strip

from paperreader.ui.text.cells import parts_that_fit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events
    from textual.filter import LineFilter
    from textual.geometry import Region, Size

Result = TypeVar("Result")

BESIDE = (4, 5)  # columns and rows beside a box: see the padding
ROOMY = 10  # rows from which there is room beside a box
CORNERS = 6  # columns of a border that are not for text
WIDE, HIGH = 81, 25  # columns and rows from which a page leaves something to be seen behind it
MOST_KEPT = 2048  # styles: every link and every view of the sidebar has one of its own


class OverScreen(ModalScreen[Result]):
    """Dims what is behind it in a fraction of the time that Textual takes.

    The box keeps clear of the frame of what is behind; see `PageScreen` for those that fill it.
    """

    VERTICAL_BREAKPOINTS = [  # noqa: RUF012 - as Textual declares it
        (0, "-tiny"), (ROOMY, "-low"), (HIGH, "-high"),
    ]  # fmt: skip
    DEFAULT_CSS = """
    OverScreen { align: center middle; padding: 1 2 4 2; }
    OverScreen.-tiny { padding: 0; }
    OverScreen > * { max-width: 100%; max-height: 100%; }
    """
    _behind: Sequence[Strip] = ()
    _dimming: _Dimming | None = None

    @property
    def room(self) -> Size:
        """The columns and rows that its box may take."""
        return self.app.size - BESIDE if self.app.size.height >= ROOMY else self.app.size

    def foot(self, *parts: str) -> Content:
        """The keys of the box for its border, the last ones where there is no room for all."""
        return Content(parts_that_fit(parts, self.room.width - CORNERS))

    async def on_click(self, event: events.Click) -> None:
        """A click beside the box leaves it."""
        if event.widget is self:
            event.stop()
            await self.run_action("leave")

    def refresh(self, *regions: Region, **how: Any) -> Self:
        """Look again at what is behind: Textual tells so of its changes."""
        self._behind = ()
        return super().refresh(*regions, **how)

    def render_lines(self, crop: Region) -> list[Strip]:
        """What is behind, dimmed."""
        if not self._behind:
            self._behind = self._lines_behind()
        if len(self._behind) < crop.bottom:
            return super().render_lines(crop)
        start, end = crop.line_span
        lines = self._behind[start:end]
        if crop.column_span == (0, self.outer_size.width):
            return list(lines)
        return [line.crop(*crop.column_span) for line in lines]

    def _lines_behind(self) -> Sequence[Strip]:
        behind = self.render()
        if not isinstance(behind, BackgroundScreen):
            return ()
        # Private, and what Textual's own way of drawing it asks: without it, its own way.
        get_lines = getattr(getattr(behind.screen, "_compositor", None), "render_strips", None)
        return self._dimmed(get_lines(), behind.color) if get_lines is not None else ()

    def _dimmed(self, lines: Sequence[Strip], color: Color) -> Sequence[Strip]:
        """The same text in dimmed styles that know nothing of clicks."""
        look = (color, self.background_colors[1], self.get_line_filters())
        if self._dimming is None or self._dimming.look != look or len(self._dimming) > MOST_KEPT:
            self._dimming = _Dimming(look)
        dimming = self._dimming
        return [
            Strip([Segment(text, dimming[style]) for text, style, _ in line], line.cell_length)
            for line in lines
        ]


class PageScreen(OverScreen[Result]):
    """Has a box for much text: on small screens that is all there is to see."""

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (WIDE, "-wide")]  # noqa: RUF012 - see above
    DEFAULT_CSS = """
    PageScreen.-narrow, PageScreen.-low { padding: 0; }
    PageScreen.-narrow > *, PageScreen.-low > *, PageScreen.-tiny > * { width: 100%; height: 100%; }
    """

    @property
    def is_whole(self) -> bool:
        """Whether its box fills the screen."""
        columns, rows = self.app.size
        return columns < WIDE or rows < HIGH

    @property
    def room(self) -> Size:
        """The columns and rows that its box may take."""
        return self.app.size if self.is_whole else super().room


class _Dimming(dict["Style | None", Style]):
    """The dimmed style of each style; worked out once for each of the twenty looks they have."""

    def __init__(self, look: tuple[Color, Color, Sequence[LineFilter]]) -> None:
        super().__init__()
        self.look = look
        self._looks: dict[Style, Style] = {}

    def __missing__(self, style: Style | None) -> Style:
        plain = Style() if style is None else style.clear_meta_and_links()
        if plain not in self._looks:
            self._looks[plain] = self._worked_out(plain)
        self[style] = self._looks[plain]
        return self[style]

    def _worked_out(self, style: Style) -> Style:
        color, background, filters = self.look
        front, back = (
            (Color.from_rich_color(each) + color).rich_color
            if each is not None and color.a
            else each
            for each in (style.color, style.bgcolor)
        )
        strip = Strip([Segment(" ", style + Style.from_color(front, back))])
        for each in filters:
            strip = strip.apply_filter(each, background)
        (segment,) = strip
        return segment.style or Style()
