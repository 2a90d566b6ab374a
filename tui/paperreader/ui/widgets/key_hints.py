"""What may follow a key such as `g`: a panel that shows after a moment and never takes a key."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from textual.content import Content
from textual.widgets import Static

from paperreader.ui.key_names import show_keys
from paperreader.ui.widgets.status import StatusLine

if TYPE_CHECKING:
    from textual import events
    from textual.screen import Screen
    from textual.timer import Timer

    from paperreader.ui.keymap import Keymap

PAUSE_S = 0.25  # who knows the keys types faster and sees no panel
GAP = 2


class KeyHints(Static):
    """Follows the keymap; each hint can be clicked."""

    ALLOW_SELECT: ClassVar[bool] = False
    DEFAULT_CSS = """
    KeyHints {
        layer: above; dock: bottom; margin-bottom: 2; height: auto; padding: 0 1; display: none;
        background: $panel; color: $foreground; text-wrap: nowrap;
    }
    KeyHints.-shown { display: block; }
    """

    def __init__(self) -> None:
        super().__init__("", markup=False)
        self._timer: Timer | None = None
        self._commands: list[str] = []
        self._column = self._rows = 1  # how wide a column is, and how many lines there are

    def follow(self, keymap: Keymap) -> None:
        """Show what may follow the pending keys after a pause; hide when nothing is pending."""
        if self._timer is not None:
            self._timer.stop()
        if keymap.pending:
            self._timer = self.set_timer(PAUSE_S, lambda: self._show(keymap))
        elif self.has_class("-shown"):
            self.remove_class("-shown")

    def _show(self, keymap: Keymap) -> None:
        follow = sorted(keymap.continuations(), key=lambda each: each[0].lower())
        self._commands = [command for _, command in follow]
        hints = [_hint(keys, keymap.commands[command].label) for keys, command in follow]
        self._column = max(hint.cell_length for hint in hints) + GAP
        columns = max(1, (self.screen.size.width - 2 + GAP) // self._column)
        self._rows = -(-len(hints) // columns)
        self.update(in_columns(hints, self._column, self._rows))
        self.add_class("-shown")

    def on_click(self, event: events.Click) -> None:
        """A click on a hint does what its key does."""
        offset = event.get_content_offset(self)
        at = offset.x // self._column * self._rows + offset.y if offset else -1
        if 0 <= at < len(self._commands):
            self.screen.action_run_command(self._commands[at])  # type: ignore[attr-defined] # ours


def show_typed(screen: Screen[Any], keymap: Keymap) -> None:
    """Show on a screen what was typed of a command, and what may follow it."""
    screen.query_one(StatusLine).show_typed(keymap.typed)
    screen.query_one(KeyHints).follow(keymap)


def in_columns(hints: list[Content], column: int, rows: int) -> Content:
    """Hints under each other, in columns of so many cells and rows."""
    padded = [hint.pad_right(column - hint.cell_length) for hint in hints]
    lines = (Content("").join(padded[row::rows]).rstrip() for row in range(rows))
    return Content("\n").join(lines)


def _hint(keys: str, label: str) -> Content:
    return Content.assemble((show_keys(keys), "bold $accent"), f"  {label}")
