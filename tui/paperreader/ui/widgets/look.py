"""What panes of drawn lines share: when the lines look different, and the terminal's cursor."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from textual.content import Content
from textual.geometry import Offset, Region
from textual.widget import Widget

if TYPE_CHECKING:
    from collections.abc import Callable

    from rich.style import Style

    Base = Widget
else:
    Base = object  # the first base that is a widget is the one whose styles are inherited


class KeepsLines(Base):
    """Textual tells of a new style with every focus; this tells of one that changes the lines."""

    _look: object = None
    _style: Style | None = None
    _above, _below = "", ""  # the words in the border
    _is_in_place = False  # whether what is drawn anew takes as much room as before
    _only: tuple[Region, ...] = ()  # what is painted for words in the border

    @property
    def rich_style(self) -> Style:
        """The style of an empty cell; every line asks for it, so it is worked out once."""
        if self._style is None:
            self._style = super().rich_style
        return self._style

    def notify_style_update(self) -> None:
        """Ask for new lines where colours have changed."""
        Widget.notify_style_update(self)  # not the next in line: a Tree would forget its own lines
        self._style = None
        look = (self.rich_style, self.app.current_theme)
        if look != self._look:
            self._look = look
            self.look_changed()

    def look_changed(self) -> None:
        """Draw all lines anew."""

    def say_in_border(self, *, above: str | None = None, below: str | None = None) -> None:
        """Put words into the border; only its lines are painted, not all within it."""
        (width, height), (x, y) = self.outer_size, self.content_offset
        if above not in (None, self._above):
            self._above, self._only = above, (Region(-x, -y, width, 1),)
            self.border_title = Content(above)
        if below not in (None, self._below):
            self._below, self._only = below, (Region(-x, height - 1 - y, width, 1),)
            self.border_subtitle = Content(below)
        self._only = ()

    def refresh(self, *regions: Region, **how: Any) -> Self:
        """Paint anew; Textual asks for all of a widget when its title is another."""
        if self._is_in_place:
            how["layout"] = False
        return super().refresh(*(regions or self._only), **how)

    def after_paint(self, work: Callable[[], object]) -> None:
        """Do this when what was asked for until now is painted."""
        # On the way that the widget's own wish to be painted takes: else the screen may be idle
        # before it hears of that, and do this first.
        self.call_later(self.screen.call_after_refresh, work)

    def place_cursor(self, x: int, y: int) -> None:
        """Put the terminal's cursor here, as screen readers follow it; counted in what is seen."""
        if self.screen.focused is self:
            self.app.cursor_position = self.content_region.offset + Offset(x, y)
