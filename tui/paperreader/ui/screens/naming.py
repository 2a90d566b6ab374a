"""A small box that asks for a name."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static

from paperreader.ui.screens.over import OverScreen

if TYPE_CHECKING:
    from collections.abc import Collection

    from textual.app import ComposeResult
    from textual.binding import BindingType

LONGEST_NAME = 60


class NameScreen(OverScreen[str | None]):
    """Gives a name that is not taken, or None when it was left."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", show=False)]
    DEFAULT_CSS = """
    NameScreen > Vertical {
        width: 60; height: auto; background: $surface;
        border: round $primary; padding: 0 1;
    }
    NameScreen Input, NameScreen Input:focus {
        border: none; height: 1; padding: 0; background: $panel;
    }
    NameScreen Static { height: auto; color: $quiet; }
    """

    def __init__(self, title: str, name: str, about: str, taken: Collection[str]) -> None:
        super().__init__()
        self._title, self._name, self._about = title, name, about
        self._taken = frozenset(taken) - {name}

    def compose(self) -> ComposeResult:
        """A line to type in, and what gets the name."""
        with Vertical() as box:
            box.border_title = Content(self._title)
            box.border_subtitle = self.foot("Enter keeps it", "Esc closes")
            yield Input(self._name, max_length=LONGEST_NAME, placeholder="A name")
            yield Static(self._about, markup=False)

    def on_input_changed(self) -> None:
        """Another name, another chance."""
        self.query_one(Static).update(self._about)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Give the name, unless something else has it."""
        event.stop()
        name = " ".join(event.value.split())
        if name in self._taken:
            self.query_one(Static).update(f"There is a {name} already: choose another name.")
        elif name:
            self.dismiss(name)

    def action_leave(self) -> None:
        """Give no name."""
        self.dismiss(None)
