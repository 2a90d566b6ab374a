"""A screen over another one, which is seen dimmed behind it."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, TypeVar

from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.renderables.background_screen import BackgroundScreen
from textual.screen import ModalScreen
from textual.strip import Strip
from textual.visual import Visual

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.visual import VisualType

Result = TypeVar("Result")


class OverScreen(ModalScreen[Result]):
    """Dims what is behind it in a fraction of the time that Textual takes."""

    def render(self) -> VisualType:  # type: ignore[override] # Textual takes any visual
        """What is behind."""
        behind = super().render()
        if isinstance(behind, BackgroundScreen):
            # Private, and what Textual's own way of drawing it asks: without it, its own way.
            get_lines = getattr(getattr(behind.screen, "_compositor", None), "render_strips", None)
            if get_lines is not None:
                return _Dimmed(get_lines, behind.color)
        return behind


class _Dimmed(Visual):
    """Works each style out once: a screen has a thousand pieces of text in twenty styles."""

    def __init__(self, get_lines: Callable[[], list[Strip]], color: Color) -> None:
        self._get_lines, self._color = get_lines, color

    def render_strips(self, *_: object, **__: object) -> list[Strip]:
        """The same text in dimmed styles that know nothing of clicks."""
        return [
            Strip(
                [Segment(text, _dimmed(style or Style(), self._color)) for text, style, _ in line],
                line.cell_length,
            )
            for line in self._get_lines()
        ]

    def get_optimal_width(self, _rules: object, container_width: int) -> int:
        """All of it."""
        return container_width

    def get_height(self, _rules: object, _width: int) -> int:
        """As many lines as there are."""
        return len(self._get_lines())


@lru_cache(4096)
def _dimmed(style: Style, color: Color) -> Style:
    style = style.clear_meta_and_links()
    front, back = (
        (Color.from_rich_color(each) + color).rich_color if each is not None and color.a else each
        for each in (style.color, style.bgcolor)
    )
    return style + Style.from_color(front, back)
