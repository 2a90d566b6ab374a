"""A small list to choose one line from: links, orders."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Generic, TypeVar

from textual.binding import Binding
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import OptionList
from textual.widgets.option_list import Option

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events
    from textual.app import ComposeResult
    from textual.binding import BindingType

Value = TypeVar("Value")
NUMBERS = "123456789"


@dataclass(frozen=True, slots=True)
class Choice(Generic[Value]):
    """One line: its name, what more there is to say, and what choosing it gives."""

    name: str
    more: str
    value: Value


class ChooseScreen(ModalScreen[Value | None], Generic[Value]):
    """Gives the value of the chosen line, None when nothing was chosen."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "leave", show=False),
        Binding("j", "move(1)", show=False),
        Binding("k", "move(-1)", show=False),
    ]
    DEFAULT_CSS = """
    ChooseScreen { align: center middle; }
    ChooseScreen > OptionList {
        width: auto; min-width: 36; max-width: 96%; height: auto; max-height: 90%;
        background: $surface; border: round $primary; padding: 0 1; scrollbar-size-vertical: 1;
    }
    ChooseScreen > OptionList:focus { border: round $primary; background-tint: $foreground 0%; }
    ChooseScreen > OptionList:focus > .option-list--option-highlighted {
        background: $primary-muted; color: $foreground; text-style: bold;
    }
    """

    def __init__(
        self, title: str, choices: Sequence[Choice[Value]], current: Value | None = None
    ) -> None:
        super().__init__()
        self._title, self._choices, self._current = title, choices, current

    def compose(self) -> ComposeResult:
        """The list, with the cursor on what holds now."""
        names = max(len(choice.name) for choice in self._choices)
        options = OptionList(
            *(Option(self._line(at, names)) for at in range(len(self._choices))), markup=False
        )
        options.border_title = Content(self._title)
        options.border_subtitle = Content("Enter or number · Esc closes")
        values = [choice.value for choice in self._choices]
        options.highlighted = values.index(self._current) if self._current in values else 0
        yield options

    def _line(self, at: int, width: int) -> Content:
        choice = self._choices[at]
        number = NUMBERS[at] if at < len(NUMBERS) else " "
        is_current = self._current is not None and choice.value == self._current
        more = f"  {choice.more}" + (" (now)" if is_current else "")
        return Content.assemble(
            (f"{number} ", "bold $accent"), choice.name.ljust(width), (more, "$quiet")
        )

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Enter or a click."""
        event.stop()
        self.dismiss(self._choices[event.option_index].value)

    def on_key(self, event: events.Key) -> None:
        """A number chooses its line."""
        at = NUMBERS.find(event.character or "-")
        if 0 <= at < len(self._choices):
            event.stop()
            self.dismiss(self._choices[at].value)

    def action_move(self, lines: int) -> None:
        """Move the cursor."""
        options = self.query_one(OptionList)
        at = (options.highlighted or 0) + lines
        options.highlighted = max(0, min(len(self._choices) - 1, at))

    def action_leave(self) -> None:
        """Choose nothing."""
        self.dismiss(None)
