"""The help: the keys of what is focused, then every key, from the table of commands."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from paperreader.ui.commands import FOOTER, HERE
from paperreader.ui.key_names import show_keys
from paperreader.ui.text.cells import fit

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from paperreader.ui.commands import Command

WIDTH, FRAME = 76, 5  # the frame: border, padding and scrollbar
KEYS_WIDTH = 16
PANE_TITLES = {
    "sidebar": "Here, in the sidebar", "list": "Here, in the list", "detail": "Here, in the paper",
}  # fmt: skip


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

    def __init__(self, commands: Sequence[Command], here: str) -> None:
        super().__init__()
        self._commands, self._here = commands, here

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

    def on_resize(self) -> None:
        """Another width has other lines."""
        self.query_one(Static).update(self._table(self.query_one(Input).value))

    def action_leave(self) -> None:
        """Close the help."""
        self.dismiss()

    def action_scroll(self, lines: int) -> None:
        """Scroll while the search box has the keys."""
        self.query_one(VerticalScroll).scroll_relative(y=lines, animate=False)

    def _table(self, wanted: str) -> Content:
        words = wanted.casefold().split()
        lines: list[Content] = []
        for title, commands in self._sections(is_all=bool(words)):
            found = [each for each in commands if _fits(each, words)]
            if found:
                heading = Content.styled(title, "bold $secondary")
                lines += [Content(""), heading, *(self._row(each) for each in found)]
        return Content("\n").join(lines) if lines else Content("\nNo key for that.")

    def _sections(self, *, is_all: bool) -> Iterator[tuple[str, list[Command]]]:
        """What the focused pane does, unless everything is searched; then the groups."""
        names = (*FOOTER.get(self._here, ()), *HERE.get(self._here, ()))
        first = dict.fromkeys(() if is_all else names)
        by_id = {each.id: each for each in self._commands}
        yield PANE_TITLES.get(self._here, ""), [by_id[each] for each in first if each in by_id]
        for group, commands in groupby(self._commands, key=lambda each: each.group):
            yield group, list(commands)

    def _row(self, command: Command) -> Content:
        """Its keys, and beside them what it does, in as many lines as it takes."""
        room = min(WIDTH, self.app.size.width * 96 // 100) - FRAME
        keys_width = KEYS_WIDTH if room >= 2 * KEYS_WIDTH + 12 else KEYS_WIDTH - 6
        keys = fit(" " + "  ".join(map(show_keys, command.keys)), keys_width)
        first, *more = Content(command.help).wrap(max(8, room - keys_width - 1))
        rest = [Content(" " * (keys_width + 1)) + line for line in more]
        return Content("\n").join([Content.assemble((keys, "bold $accent"), " ", first), *rest])


def _fits(command: Command, words: Sequence[str]) -> bool:
    keys = {show_keys(keys) for keys in command.keys}
    text = f"{command.help} {command.label} {command.group} {command.id}".casefold()
    return all(word in text or word in {key.casefold() for key in keys} for word in words)
