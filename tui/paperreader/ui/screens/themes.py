"""Choosing a theme: each is shown while the cursor is on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paperreader.ui.screens.choose import Choice, ChooseScreen
from paperreader.ui.themes import in_order

if TYPE_CHECKING:
    from collections.abc import Mapping

    from textual.theme import Theme
    from textual.widgets import OptionList


class ThemeScreen(ChooseScreen[str]):
    """Gives the name of the theme, None when the one before shall stay."""

    DEFAULT_CSS = """
    ThemeScreen { background: $background 0%; }
    """

    def __init__(self, themes: Mapping[str, Theme], current: str) -> None:
        choices = [Choice(name, _kind(themes[name]), name) for name in in_order(themes)]
        super().__init__("Theme", choices, current)

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Show it at once."""
        event.stop()
        self.app.theme = self._choices[event.option_index].value


def _kind(theme: Theme) -> str:
    if theme.ansi:
        return "the terminal's colours"
    return "dark" if theme.dark else "light"
