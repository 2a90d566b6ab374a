"""How the app looks: its themes, its signs, and the settings that are changed while it runs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from textual.app import App
from textual.filter import NoColor
from textual.widget import Widget

from paperreader.ui import screens
from paperreader.ui.plain_glyphs import PlainGlyphs
from paperreader.ui.settings import CHANGEABLE, changed, use_settings, with_remembered
from paperreader.ui.themes import (
    ANSI_FALLBACK,
    DARK,
    FALLBACK,
    FEW_COLOURS,
    FEW_COLOURS_CSS,
    LIGHT_OF_FEW,
    TERMINAL,
    THEMES,
    in_order,
)
from paperreader.ui.type_ahead import TypeAhead
from paperreader.ui.widgets.status import StatusLine

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual.filter import LineFilter

    from paperreader.desk import Desk
    from paperreader.ui.screens.main import MainScreen


# Only over boxes, which have no line for messages: above the lines at the foot.
MESSAGES_CSS = """
ToastRack { margin-bottom: 2; }
Toast { width: auto; max-width: 100%; padding: 0 1; }
"""
STYLES = {"warning": "bold $warning", "error": "bold $error"}  # of messages, by their weight


class Appearance(TypeAhead, App[None]):
    """An app that looks as the settings say."""

    CSS: ClassVar[str] = MESSAGES_CSS
    main: MainScreen

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        for theme in THEMES:
            self.register_theme(theme)
        if self._has_few_colours:
            self.register_theme(LIGHT_OF_FEW)
        use_settings(desk)
        self._of_file = desk.config
        desk.config = with_remembered(desk.config, desk.library)
        self._plain_glyphs = PlainGlyphs(enabled=desk.config.glyphs == "ascii")
        self.set_class(self._has_few_colours, "-few-colours")
        self.theme = self._chosen_theme()
        self.watch_theme()  # also where it is the one that Textual begins with

    @property
    def _has_few_colours(self) -> bool:
        return self.console.color_system in FEW_COLOURS

    def refresh_css(self, animate: bool = True) -> None:
        """Show the colours of the theme; before there is a screen it is enough to know them."""
        if self.screen_stack:
            super().refresh_css(animate)
        else:
            self.stylesheet.set_variables(self.get_css_variables())

    def watch_theme(self) -> None:
        """Read the style sheet for few colours where there are few: it takes 2 ms."""
        if self.native_ansi_color or self.no_color or self._has_few_colours:
            self.stylesheet.add_source(FEW_COLOURS_CSS, ("", "FEW_COLOURS_CSS"))

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Colours of ours that other themes don't have."""
        return ANSI_FALLBACK if self.current_theme.ansi else FALLBACK

    def _chosen_theme(self) -> str:
        if self.desk.config.theme in self.available_themes:
            return self.desk.config.theme
        return TERMINAL.name if self.no_color or self._has_few_colours else DARK.name

    def notify(self, message: str, *, timeout: float | None = None, **kwargs: Any) -> None:
        """Say it in the status line, where it covers nothing; in a corner where there is none."""
        self.clear_notifications()
        seconds = self.NOTIFICATION_TIMEOUT if timeout is None else timeout
        style = STYLES.get(kwargs.get("severity", ""), "bold $accent")
        lines = self._status_lines()
        for line in lines:
            line.tell(message, seconds=seconds, style=style)
        if not lines:
            super().notify(message, timeout=seconds, **kwargs)

    def clear_notifications(self) -> None:
        """Say nothing of what has happened any more."""
        super().clear_notifications()
        for line in self._status_lines():
            line.hush()

    def _status_lines(self) -> list[StatusLine]:
        """That of the screen that is seen; none in a box, nor when the reader has ended."""
        return list(self.screen.query(StatusLine)) if self.screen_stack else []

    @property
    def theme_names(self) -> list[str]:
        """The themes to choose from, ours first."""
        return in_order(self.available_themes)

    def get_line_filters(self) -> Sequence[LineFilter]:
        """What is done to every line drawn: NO_COLOR means none at all, plain signs are ASCII."""
        colours = [NoColor()] if self.no_color else super().get_line_filters()
        return [*colours, self._plain_glyphs] if self._plain_glyphs.enabled else colours

    def setting(self, name: str) -> Any:
        """What a setting is now."""
        now = {"theme": self.theme, "language": self.main.language}
        return now.get(name, getattr(self.desk.config, name))

    def of_file(self, name: str) -> Any:
        """What config.toml says a setting is; None where it says nothing of it."""
        return getattr(self._of_file, name) if name in self._of_file.given else None

    def change_setting(self, name: str, value: Any) -> None:
        """Let another value hold, now and at the next start."""
        if name in CHANGEABLE:
            self.desk.config = changed(self.desk.config, self.desk.library, name, value)
        if name == "theme":
            self.theme = value
        elif name == "language":
            self.main.show_language(value)
        elif name == "glyphs":
            self._plain_glyphs.enabled = value == "ascii"
            for screen in self.screen_stack:
                for widget in screen.walk_children(Widget, with_self=True):
                    widget.refresh()

    def choose_theme(self, keep: Callable[[str], None]) -> None:
        """Show the themes in a list; `keep` is called with the one that was chosen."""
        before = self.theme

        def chosen(name: str | None) -> None:
            self.theme = name or before
            if name:
                keep(name)

        self.push_screen(screens.ThemeScreen(self.available_themes, before), chosen)

    def action_change_theme(self) -> None:
        """Choose a theme from the palette."""
        self.choose_theme(lambda name: self.change_setting("theme", name))
