"""A small list to choose one line from: links, orders."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Generic, TypeVar

from rich.cells import cell_len
from textual.binding import Binding
from textual.content import Content
from textual.widgets.option_list import Option

from paperreader.ui.screens.over import OverScreen
from paperreader.ui.widgets.menu import Menu

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from textual import events
    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.widgets import OptionList

Value = TypeVar("Value")
NUMBERS = "123456789"
GAP, FRAME = 2, 5  # cells between a name and the rest; border, padding and scrollbar
NARROWEST = 20  # the rest has so many cells beside the name, else it stands below


@dataclass(frozen=True, slots=True)
class Choice(Generic[Value]):
    """One line: its name, what more there is to say, and what choosing it gives."""

    name: str
    more: str
    value: Value


class ChooseScreen(OverScreen[Value | None], Generic[Value]):
    """Gives the value of the chosen line, None when nothing was chosen."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "leave", show=False),
        Binding("j", "move(1)", show=False),
        Binding("k", "move(-1)", show=False),
        Binding("ctrl+d", "scroll('page_down')", show=False),
        Binding("ctrl+u", "scroll('page_up')", show=False),
        Binding("g", "scroll('first')", show=False),
        Binding("G", "scroll('last')", show=False),
    ]
    DEFAULT_CSS = """
    ChooseScreen > Menu {
        width: auto; min-width: 36; height: auto;
        background: $surface; border: round $primary; padding: 0 1; scrollbar-size-vertical: 1;
    }
    ChooseScreen > Menu:focus { border: round $primary; background-tint: $foreground 0%; }
    ChooseScreen > Menu:focus > .option-list--option-highlighted {
        background: $primary-muted; color: $foreground; text-style: bold;
    }
    """

    def __init__(
        self, title: str, choices: Sequence[Choice[Value]], current: Value | None = None
    ) -> None:
        super().__init__()
        self._title, self._choices, self._current = title, choices, current
        is_notice = all(choice.value is None for choice in choices)
        self._numbers = "" if is_notice else NUMBERS

    def compose(self) -> ComposeResult:
        """The list, with the cursor on what holds now."""
        options = Menu(*(Option(line) for line in self._lines()), markup=False)
        options.border_title = Content(self._title)
        ways = ("Enter or number",) if self._numbers else ()
        options.border_subtitle = self.foot(*ways, "Esc closes")
        values = [choice.value for choice in self._choices]
        options.highlighted = values.index(self._current) if self._current in values else 0
        yield options

    def on_resize(self) -> None:
        """Another width has other lines."""
        options = self.query_one(Menu)
        for at, line in enumerate(self._lines()):
            options.replace_option_prompt_at_index(at, line)

    def _lines(self) -> Iterator[Content]:
        room = self.room.width - FRAME
        names = max(cell_len(choice.name) for choice in self._choices)
        for at, choice in enumerate(self._choices):
            number = f"{self._numbers[at : at + 1]:1} " if self._numbers else ""
            is_current = self._current is not None and choice.value == self._current
            more = Content.styled(choice.more + (" (now)" if is_current else ""), "$quiet")
            name = Content.assemble((number, "bold $accent"), choice.name)
            yield beside(name, more, names + len(number) + GAP, room)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Enter or a click."""
        event.stop()
        self.dismiss(self._choices[event.option_index].value)

    def on_key(self, event: events.Key) -> None:
        """A number chooses its line."""
        at = self._numbers.find(event.character or "-")
        if 0 <= at < len(self._choices):
            event.stop()
            self.dismiss(self._choices[at].value)

    def action_move(self, lines: int) -> None:
        """Move the cursor."""
        options = self.query_one(Menu)
        at = (options.highlighted or 0) + lines
        options.highlighted = max(0, min(len(self._choices) - 1, at))

    async def action_scroll(self, where: str) -> None:
        """Move the cursor far, as the keys of the list do it."""
        await self.query_one(Menu).run_action(where)

    def action_leave(self) -> None:
        """Choose nothing."""
        self.dismiss(None)


def beside(name: Content, more: Content, column: int, room: int) -> Content:
    """A name, and in a column beside it the rest, in as many lines as it takes."""
    if more.cell_length > room - column and room - column < NARROWEST:
        below = [Content(" ") + line for line in more.wrap(max(8, room - 1))]
        return Content("\n").join([name, *below])
    first, *rest = more.wrap(max(8, room - column)) or [Content("")]
    lines = [name.pad_right(column - name.cell_length) + first]
    return Content("\n").join([*lines, *(Content(" " * column) + line for line in rest)])
