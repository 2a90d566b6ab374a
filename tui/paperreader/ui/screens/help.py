"""The help: the keys of what is focused, then every key, from the table of commands."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any, ClassVar, cast

from textual import events
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input

from paperreader.ui.commands import FOOTER, HERE, Command
from paperreader.ui.key_names import show_keys
from paperreader.ui.screens.over import PageScreen
from paperreader.ui.text import symbols
from paperreader.ui.widgets.key_table import KeyTable

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from textual.app import App, ComposeResult
    from textual.binding import BindingType
    from textual.geometry import Offset

NAME = "help"
WIDTH, FRAME = 76, 5  # the frame: border, a blank before and behind the text, scrollbar
BORDER_AND_SEARCH = 3  # lines of the box that are not for keys
PANE_TITLES = {
    "sidebar": "Here, in the sidebar", "list": "Here, in the list", "detail": "Here, in the paper",
    "triage": "Here, in triage", "catch-up": "Here, catching up", "history": "Here, in the history",
}  # fmt: skip
SIGNS = (
    (symbols.UNREAD, "Not read yet; dimmed papers are read"),
    (symbols.NEW, "Not read yet, and came since your last visit"),
    (symbols.BOOKMARKED, "Bookmarked"),
    (symbols.QUEUED, "In the queue"),
    ("+", "Interesting"),
    ("-", "Dull"),
    (symbols.NOTE, "Has a note of yours"),
    (symbols.VOTES, "Votes that a digest gives"),
    (symbols.SELECTED, "Selected"),
)


class HelpScreen(PageScreen[None]):
    """All keys by group; typing narrows them."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", show=False),
        Binding("down", "scroll(1)", show=False),
        Binding("up", "scroll(-1)", show=False),
        Binding("pagedown", "scroll(10)", show=False),
        Binding("pageup", "scroll(-10)", show=False),
    ]
    DEFAULT_CSS = """
    HelpScreen > Vertical {
        width: 76; background: $surface; border: round $primary; padding: 0 0 0 1;
    }
    HelpScreen Input, HelpScreen Input:focus {
        border: none; height: 1; padding: 0; background: $panel;
    }
    """

    def __init__(self) -> None:
        super().__init__()
        self._commands: Sequence[Command] = ()
        self._here = ""
        self._theme: str | None = None  # in which it was shown last
        self._shown: object = None
        self._cursor: Offset | None = None  # that of the terminal, when it was made ready unseen
        self._table = KeyTable()
        self._search = Input(placeholder="Search the keys")
        self._box = Vertical(self._search, self._table)

    @classmethod
    def open(cls, app: App[Any], commands: Sequence[Command], here: str) -> None:
        """Show these commands, first those for the pane `here`."""
        screen = cls._made(app)
        if screen not in app.screen_stack:
            screen.about(commands, here)
            screen._search.can_focus = True
            app.push_screen(screen)

    @classmethod
    def prepare(cls, app: App[Any], commands: Sequence[Command], here: str) -> None:
        """Make it ready to be opened: so it opens the first time as fast as later."""
        if app.is_screen_installed(NAME):
            return
        screen = cls._made(app)
        screen.about(commands, here)
        screen._theme = app.theme
        screen._search.can_focus = False
        screen._cursor = app.cursor_position
        # Private: without it, it is made ready when it is opened.
        if (get := getattr(app, "_get_screen", None)) is not None:
            get(NAME)

    @classmethod
    def _made(cls, app: App[Any]) -> HelpScreen:
        """The one there is: making it takes longer than to show it."""
        if not app.is_screen_installed(NAME):
            app.install_screen(cls(), NAME)
        return cast("HelpScreen", app.get_screen(NAME))

    def on_mount(self) -> None:
        """Lay it out and draw it, also when it is not to be shown yet."""
        if self._cursor is not None:
            self.call_later(self._draw_ahead, self._cursor)

    def _draw_ahead(self, cursor: Offset) -> None:
        self.app.cursor_position = cursor  # the search box has taken it
        self._refresh_layout(self.app.size)
        for widget in self._box.walk_children(Widget, with_self=True):
            widget.render_lines(widget.outer_size.region)

    def about(self, commands: Sequence[Command], here: str) -> None:
        """Show these commands, all of them, from the top."""
        self._commands, self._here = commands, here
        with self.prevent(Input.Changed):
            self._search.value = ""
        self._show("")

    async def on_event(self, event: events.Event) -> None:
        """Shown once more in the same theme, it looks as before: its styles are kept."""
        if isinstance(event, events.ScreenResume):
            event.refresh_styles = self._theme != self.app.theme
            self._theme = self.app.theme
        await super().on_event(event)

    def compose(self) -> ComposeResult:
        """A search box over the table."""
        self._box.border_title = Content("Keys")
        self._box.border_subtitle = self.foot("type to search", "Esc closes")
        yield self._box

    def on_input_changed(self, event: Input.Changed) -> None:
        """Narrow the table."""
        self._show(event.value)

    def on_resize(self) -> None:
        """Another width has other lines."""
        self._show(self._search.value)

    def action_leave(self) -> None:
        """Close the help."""
        self.dismiss()

    def action_scroll(self, lines: int) -> None:
        """Scroll while the search box has the keys."""
        self._table.scroll_relative(y=lines, animate=False)

    def _show(self, wanted: str) -> None:
        """Show the keys that have these words, in a box no higher than they need."""
        columns, rows = self.room
        shown = (wanted, self._commands, self._here, columns, rows)
        if shown == self._shown:
            self._table.scroll_to(y=0, animate=False, immediate=True, force=True)
            return
        self._shown = shown
        words = wanted.casefold().split()
        sections = [
            (title, found)
            for title, commands in self._sections(is_all=bool(words))
            if (found := [each for each in commands if _fits(each, words)])
        ]
        width = columns if self.is_whole else min(WIDTH, columns)
        lines = self._table.show(sections, width - FRAME, "No key for that.")
        self._box.styles.height = rows if self.is_whole else min(lines + BORDER_AND_SEARCH, rows)

    def _sections(self, *, is_all: bool) -> Iterator[tuple[str, list[Command]]]:
        """What the focused pane does, unless everything is searched; then the groups."""
        names = (*FOOTER.get(self._here, ()), *HERE.get(self._here, ()))
        first = dict.fromkeys(() if is_all else names)
        by_id = {each.id: each for each in self._commands}
        yield PANE_TITLES.get(self._here, ""), [by_id[each] for each in first if each in by_id]
        for group, commands in groupby(self._commands, key=lambda each: each.group):
            yield group, list(commands)
        yield "Signs", [Command("", (sign,), "sign", text, "Signs") for sign, text in SIGNS]


def _fits(command: Command, words: Sequence[str]) -> bool:
    keys = {show_keys(keys) for keys in command.keys}
    text = f"{command.help} {command.label} {command.group} {command.id}".casefold()
    return all(word in text or word in {key.casefold() for key in keys} for word in words)
