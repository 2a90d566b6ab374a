"""The common settings, each changed in its line and seen at once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar

from textual.binding import Binding
from textual.content import Content
from textual.widgets.option_list import Option

from paperreader.config import GLYPHS, LANGUAGES
from paperreader.ui.screens.over import OverScreen
from paperreader.ui.widgets.menu import Menu

if TYPE_CHECKING:
    from collections.abc import Mapping

    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.widgets import OptionList

    from paperreader.ui.app import PaperReaderApp

FOOT = ("Enter lists the colours", "h l change", "Esc closes")
NAME_WIDTH, VALUE_WIDTH = 11, 26
NAMES = {
    "en": "English",
    "ko": "Korean",
    "both": "both",
    "unicode": "Unicode (▪ ⚑ ▴)",
    "ascii": "ASCII only",
}


@dataclass(frozen=True, slots=True)
class Row:
    """A setting that can be changed here: what it is called and what it may be."""

    setting: str
    name: str
    values: tuple[Any, ...]


ROWS = (
    Row("theme", "Colours", ()),
    Row("language", "Language", LANGUAGES),
    Row("auto_read", "Mark read", ("never", "open", 2.0, 5.0, 10.0)),
    Row("glyphs", "Signs", GLYPHS),
)


class SettingsScreen(OverScreen[None]):
    """Changes are made at once and kept; those of config.toml hold again at the next start."""

    app: PaperReaderApp

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,comma", "leave", show=False),
        Binding("j", "move(1)", show=False),
        Binding("k", "move(-1)", show=False),
        Binding("l,right,space", "change(1)", show=False),
        Binding("h,left", "change(-1)", show=False),
    ]
    DEFAULT_CSS = """
    SettingsScreen.-away { background: $background 0%; }
    SettingsScreen.-away > Menu { visibility: hidden; }
    SettingsScreen > Menu, SettingsScreen > Menu:focus {
        width: 62; height: auto; padding: 0 1;
        background: $surface; background-tint: $foreground 0%; border: round $primary;
    }
    SettingsScreen > Menu:focus > .option-list--option-highlighted {
        background: $primary-muted; color: $foreground; text-style: bold;
    }
    """

    def compose(self) -> ComposeResult:
        """A line for each setting."""
        options = Menu(markup=False)
        options.border_title = Content("Settings")
        options.border_subtitle = self.foot(*FOOT)
        yield options

    def on_mount(self) -> None:
        """Show what holds now."""
        options = self.query_one(Menu)
        options.add_options([Option(self._line(row)) for row in ROWS])
        options.highlighted = 0

    def _line(self, row: Row) -> Content:
        value = self.app.setting(row.setting)
        said = self.app.of_file(row.setting)
        holds = "says it" if said == value else "differs"
        note = "" if said is None else f"config.toml {holds}"
        name = Content(row.name).pad_right(NAME_WIDTH - len(row.name))
        shown = Content.styled(_shown(row.setting, value), "bold $accent")
        gap = " " * max(1, VALUE_WIDTH - shown.cell_length)
        return Content.assemble(name, shown, gap, (note, "$quiet"))

    def action_change(self, step: int) -> None:
        """The next value of the line under the cursor."""
        options = self.query_one(Menu)
        row = ROWS[options.highlighted or 0]
        values = row.values or self.app.theme_names
        now = self.app.setting(row.setting)
        at = values.index(now) if now in values else -1
        self._change(row, values[(at + step) % len(values)])

    def _change(self, row: Row, value: Any) -> None:
        self.app.change_setting(row.setting, value)
        self.query_one(Menu).replace_option_prompt_at_index(ROWS.index(row), self._line(row))
        said = self.app.of_file(row.setting)
        if said not in {None, value}:
            sentence = "config.toml says {}: that holds again at the next start."
            self.notify(sentence.format(_shown(row.setting, said)), markup=False)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Enter or a click."""
        event.stop()
        row = ROWS[event.option_index]
        if row.values:
            self.action_change(1)
        else:
            self.app.choose_theme(lambda name: self._change(row, name))

    def on_screen_suspend(self) -> None:
        """Each theme is shown as it is, over nothing but the reader."""
        self.add_class("-away")

    def on_screen_resume(self) -> None:
        """See `on_screen_suspend`."""
        self.remove_class("-away")

    def action_move(self, lines: int) -> None:
        """Move the cursor."""
        options = self.query_one(Menu)
        at = (options.highlighted or 0) + lines
        options.highlighted = max(0, min(len(ROWS) - 1, at))

    def action_leave(self) -> None:
        """Close."""
        self.dismiss()


def _shown(setting: str, value: Any) -> str:
    names: Mapping[Any, str] = NAMES
    if setting == "auto_read":
        names = {"never": "never by itself", "open": "when opened"}
        return names.get(value) or f"{value:g} s after opening"
    return names.get(value, str(value))
