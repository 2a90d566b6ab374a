"""The command palette: a line to type in, and under it what that may mean."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar, cast

from rich.cells import cell_len
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input
from textual.widgets.option_list import Option

from paperreader.errors import PaperReaderError
from paperreader.ui.palette import (
    MOST,
    Entry,
    command_entries,
    lit,
    paper_entries,
    ranked,
    view_entries,
)
from paperreader.ui.screens.over import PageScreen
from paperreader.ui.text.cells import fit, fit_right
from paperreader.ui.widgets.menu import Menu

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence

    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.widgets import OptionList

    from paperreader.ui.app import PaperReaderApp
    from paperreader.ui.screens.keyed import KeyedScreen
    from paperreader.ui.screens.main import MainScreen

    FindPapers = Callable[[str], Awaitable[list[Entry]]]

TITLES = ("Find a command, view, topic, tag or paper", "Find a command")
FOOT = ("Enter runs it", "Esc closes")
BESIDE = 5  # columns beside a line: border, padding, scrollbar
WIDTH = 84
NAME, KEYS = 18, 6  # columns of a name and of its keys beside what it is about
LEAST_ABOUT = 14  # in fewer columns it would say nothing
NOTHING = "Nothing of that name."


class PaletteScreen(PageScreen["Callable[[], object]"]):
    """Gives what to run. Papers are looked up while one goes on typing, and come last."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", show=False),
        Binding("down,ctrl+n", "move(1)", show=False),
        Binding("up,ctrl+p", "move(-1)", show=False, priority=True),
        Binding("pagedown", "page('page_down')", show=False),
        Binding("pageup", "page('page_up')", show=False),
    ]
    DEFAULT_CSS = """
    PaletteScreen > Vertical {
        width: 84; height: 26;
        background: $surface; border: round $primary; padding: 0 0 0 1;
    }
    PaletteScreen Input, PaletteScreen Input:focus {
        border: none; height: 1; padding: 0; margin: 0 1 0 0; background: $panel;
    }
    PaletteScreen Menu {
        height: 1fr; margin: 1 0 0 0; padding: 0; border: none; background: $surface;
        scrollbar-size-vertical: 1;
    }
    PaletteScreen Menu > .option-list--option { padding: 0; }
    PaletteScreen Menu > .option-list--option-highlighted {
        background: $primary-muted; color: $foreground; text-style: bold;
    }
    """

    def __init__(self, entries: Sequence[Entry], find_papers: FindPapers | None = None) -> None:
        super().__init__()
        self._entries, self._find_papers = entries, find_papers
        self._shown: list[Entry] = []

    def compose(self) -> ComposeResult:
        """The line, and the list."""
        with Vertical() as box:
            box.border_title = Content(TITLES[0] if self._find_papers else TITLES[1])
            box.border_subtitle = self.foot(*FOOT)
            yield Input(placeholder="Type a few letters of it")
            menu = Menu(markup=False)
            menu.can_focus = False
            yield menu

    def on_mount(self) -> None:
        """Show what there is."""
        self._show(ranked(self._entries, ""))

    def on_resize(self) -> None:
        """Another width has other lines."""
        self._show(self._shown, self._menu.highlighted or 0)

    @property
    def _menu(self) -> Menu:
        return self.query_one(Menu)

    @property
    def _columns(self) -> int:
        return self.room.width if self.is_whole else min(WIDTH, self.room.width)

    @property
    def _query(self) -> str:
        return self.query_one(Input).value

    def on_input_changed(self, event: Input.Changed) -> None:
        """Find what it means now."""
        event.stop()
        self.workers.cancel_group(self, "papers")
        self._show(ranked(self._entries, event.value))
        if self._find_papers is not None and event.value.strip():
            self.run_worker(self._add_papers(event.value), group="papers", exit_on_error=False)
        elif not self._shown:
            self._show_scattered()

    async def _add_papers(self, query: str) -> None:
        try:
            papers = await self._find_papers(query) if self._find_papers else []
        except PaperReaderError:  # as when another program has the library for long
            papers = []
        if self.is_attached and query == self._query:
            self._show([*self._shown, *papers], self._menu.highlighted or 0)
            if not self._shown:
                self._show_scattered()

    def _show_scattered(self) -> None:
        """At last what has the letters one after another, as one who can't spell may hope."""
        self._show(ranked(self._entries, self._query, scattered=True))
        if not self._shown:
            self._menu.add_option(Option(Content.styled(NOTHING, "$quiet"), disabled=True))

    def _show(self, entries: Sequence[Entry], cursor: int = 0) -> None:
        menu, width = self._menu, max(16, self._columns - BESIDE)
        self._shown = list(entries[:MOST])
        menu.clear_options()
        menu.add_options(Option(_line(each, self._query, width)) for each in self._shown)
        if self._shown:
            menu.highlighted = min(cursor, len(self._shown) - 1)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Run what is under the cursor."""
        event.stop()
        at = self._menu.highlighted
        if at is not None and at < len(self._shown):
            self.dismiss(self._shown[at].run)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """A click."""
        event.stop()
        self.dismiss(self._shown[event.option_index].run)

    def action_move(self, lines: int) -> None:
        """Move the cursor."""
        at = (self._menu.highlighted or 0) + lines
        if self._shown:
            self._menu.highlighted = max(0, min(len(self._shown) - 1, at))

    async def action_page(self, action: str) -> None:
        """Move the cursor by a page."""
        await self._menu.run_action(action)

    def action_leave(self) -> None:
        """Run nothing."""
        self.dismiss(None)


def open_palette(screen: MainScreen | KeyedScreen[Any]) -> None:
    """Find something to do on this screen, and do it; views and papers only on the main one."""
    app = cast("PaperReaderApp", screen.app)
    is_main = screen is app.main
    entries = command_entries(
        screen.keymap.commands.values(), screen.action_run_command, app.action_change_theme,
        getattr(screen, "HINTS", ""),
    )  # fmt: skip
    views = view_entries(app.main) if is_main else ()
    find_papers = partial(paper_entries, app.main) if is_main else None
    app.push_screen(PaletteScreen([*entries, *views], find_papers), _run)


def _run(run: Callable[[], object] | None) -> None:
    if run is not None:
        run()


def _line(entry: Entry, query: str, width: int) -> Content:
    """The name, what it is about, and at the right margin its key or what kind it is."""
    least = KEYS if entry.about else 0  # one column of keys, however short they are
    end = fit_right(entry.end, max(least, min(cell_len(entry.end), width // 2)))
    room = width - cell_len(end) - (2 if end else 0)
    wide = max(NAME, cell_len(entry.name)) if entry.about else room
    wide = wide if room - wide >= LEAST_ABOUT else room
    shown = fit(entry.name, min(wide, room))
    name = Content(shown)
    for start, stop in lit(entry, query):
        name = name.stylize("bold underline", start, min(stop, len(shown)))
    about = fit(f"  {entry.about}", room - cell_len(shown))
    gap = " " * (width - cell_len(shown) - cell_len(about) - cell_len(end))
    return Content.assemble(name, (about, "$quiet"), gap, (end, "$accent"))
