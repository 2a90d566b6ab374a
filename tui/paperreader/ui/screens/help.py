"""The help: every key, from the table of commands."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from paperreader.ui.key_names import show_keys
from paperreader.ui.text.cells import fit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from paperreader.ui.commands import Command

KEYS_WIDTH = 16


class HelpScreen(ModalScreen[None]):
    """All keys by group; typing narrows them."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", show=False),
        Binding("down", "scroll(1)", show=False),
        Binding("up", "scroll(-1)", show=False),
        Binding("pagedown", "scroll(10)", show=False),
        Binding("pageup", "scroll(-10)", show=False),
    ]
    DEFAULT_CSS = """
    HelpScreen { align: center middle; }
    HelpScreen > VerticalScroll {
        width: 76; max-width: 96%; height: auto; max-height: 92%;
        background: $surface; border: round $primary; padding: 0 1; scrollbar-size-vertical: 1;
    }
    HelpScreen Input, HelpScreen Input:focus {
        border: none; height: 1; padding: 0; background: $panel;
    }
    HelpScreen Static { height: auto; }
    """

    def __init__(self, commands: Sequence[Command]) -> None:
        super().__init__()
        self._commands = commands

    def compose(self) -> ComposeResult:
        """A search box over the table."""
        with VerticalScroll(can_focus=False) as box:
            box.border_title = Content("Keys")
            box.border_subtitle = Content("type to search · Esc closes")
            yield Input(placeholder="Search the keys")
            yield Static(self._table(""), markup=False)

    def on_mount(self) -> None:
        """Typing goes to the search box."""
        self.query_one(Input).focus()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Narrow the table."""
        self.query_one(Static).update(self._table(event.value))

    def action_leave(self) -> None:
        """Close the help."""
        self.dismiss()

    def action_scroll(self, lines: int) -> None:
        """Scroll while the search box has the keys."""
        self.query_one(VerticalScroll).scroll_relative(y=lines, animate=False)

    def _table(self, wanted: str) -> Content:
        lines: list[Content] = []
        words = wanted.casefold().split()
        for group, commands in groupby(self._commands, key=lambda command: command.group):
            rows = [
                Content.assemble(
                    (
                        fit("  " + "  ".join(map(show_keys, command.keys)), KEYS_WIDTH),
                        "bold $accent",
                    ),
                    f" {command.help}",
                )
                for command in commands
                if all(
                    word in f"{command.help} {command.label} {group}".casefold() for word in words
                )
            ]
            if rows:
                lines += [Content(""), Content.styled(group, "bold $secondary"), *rows]
        return Content("\n").join(lines) if lines else Content("\nNo key for that.")
