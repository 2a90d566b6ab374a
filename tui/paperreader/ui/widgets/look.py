"""What panes of drawn lines share: when the lines look different, and the terminal's cursor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.geometry import Offset
from textual.widget import Widget

if TYPE_CHECKING:
    from rich.style import Style

    Base = Widget
else:
    Base = object  # the first base that is a widget is the one whose styles are inherited


class KeepsLines(Base):
    """Textual tells of a new style with every focus; this tells of one that changes the lines."""

    _look: object = None
    _style: Style | None = None

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

    def place_cursor(self, x: int, y: int) -> None:
        """Put the terminal's cursor here, as screen readers follow it; counted in what is seen."""
        if self.screen.focused is self:
            self.app.cursor_position = self.content_region.offset + Offset(x, y)
