"""What may follow a key such as `g`: a panel that shows after a moment and never takes a key."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from textual.content import Content
from textual.style import Style
from textual.widgets import Static

from paperreader.ui.key_names import show_keys
from paperreader.ui.widgets.status import StatusLine

if TYPE_CHECKING:
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
        background: $panel; color: $foreground;
    }
    KeyHints.-shown { display: block; }
    """

    def __init__(self) -> None:
        super().__init__("", markup=False)
        self._timer: Timer | None = None

    def follow(self, keymap: Keymap) -> None:
        """Show what may follow the pending keys after a pause; hide when nothing is pending."""
        if self._timer is not None:
            self._timer.stop()
        if keymap.pending:
            self._timer = self.set_timer(PAUSE_S, lambda: self._show(keymap))
        elif self.has_class("-shown"):
            self.remove_class("-shown")

    def _show(self, keymap: Keymap) -> None:
        hints = [
            _hint(keys, keymap.commands[command].label, command)
            for keys, command in sorted(keymap.continuations(), key=lambda each: each[0].lower())
        ]
        self.update(in_columns(hints, self.screen.size.width - 2))
        self.add_class("-shown")


def show_typed(screen: Screen[Any], keymap: Keymap) -> None:
    """Show on a screen what was typed of a command, and what may follow it."""
    screen.query_one(StatusLine).show_typed(keymap.typed)
    screen.query_one(KeyHints).follow(keymap)


def in_columns(hints: list[Content], width: int) -> Content:
    """Hints under each other, in as many columns as fit."""
    column = max(hint.cell_length for hint in hints) + GAP
    rows = -(-len(hints) // max(1, (width + GAP) // column))
    padded = [hint.pad_right(column - hint.cell_length) for hint in hints]
    return Content("\n").join(
        Content("").join(padded[row::rows]).truncate(width) for row in range(rows)
    )


def _hint(keys: str, label: str, command: str) -> Content:
    click = Style.from_meta({"@click": f"screen.run_command({command!r})"})
    text = Content.assemble((show_keys(keys), "bold $accent"), f"  {label}")
    return text.stylize(click)
