"""Where the reader is, kept from one start to the next."""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime
from typing import TYPE_CHECKING, Any, cast

from paperreader.errors import LibraryBusyError, PaperReaderError
from paperreader.ui import screens
from paperreader.ui.actions.base import Actions
from paperreader.ui.layout import PANES, Widths
from paperreader.ui.place import Place
from paperreader.ui.quiet import WhenQuiet
from paperreader.ui.widgets.status import Hints
from paperreader.ui.widgets.tour import TourCard

if TYPE_CHECKING:
    from textual import events

    from paperreader.ui.commands import Command
    from paperreader.ui.screens.main import MainScreen

SESSION = "session"
LAST_VISIT = "last visit"
TOUR = "tour was shown"  # true; else the step of a tour that is not over
REST_S = 0.7  # after so long without a key there is time for what makes other keys faster
LEAVING_S = 1.0  # for which the last place waits for another program that writes
KEEP_S = 3.0  # after so long without a key the place is kept, for a reader that is killed


class Session(Actions):
    """The reader itself."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._kept: Any = None  # the session as the library has it
        self._keeping = WhenQuiet(self, KEEP_S, self._keep_when_quiet)
        self._resting = WhenQuiet(self, REST_S, self._prepare_help)
        self._is_help_ready = False
        self._was_shown = False

    def on_screen_resume(self, event: events.ScreenResume) -> None:
        """Let all styles be worked out anew, but not the first time: they have just been."""
        event.refresh_styles = self._was_shown
        if self._was_shown:
            self.show_panes("search" if self.is_typing else self.pane)
        self._was_shown = True

    def on_screen_suspend(self) -> None:
        """A box has the keys: hints for others would be wrong."""
        if self._was_shown:
            self.query_one(Hints).show("box", self.app.size.width, self.keymap.commands)

    def do_palette(self) -> None:
        screens.open_palette(cast("MainScreen", self))

    def do_help(self) -> None:
        screens.HelpScreen.open(self.app, self._commands, here=self.pane)

    def _prepare_help(self) -> None:
        """Make the help ready, while the reader looks at the papers."""
        self._is_help_ready = True
        screens.HelpScreen.prepare(self.app, self._commands, here=self.pane)

    @property
    def _commands(self) -> tuple[Command, ...]:
        return tuple(self.keymap.commands.values())

    def do_tour(self, step: int = 0) -> None:
        self.query_one(TourCard).start(self.keymap, step)

    def offer_tour(self) -> None:
        """Begin the tour, or go on with it, unless it was seen or left before."""
        step = self.library.recall(TOUR, 0)
        if step is not True:
            self.do_tour(step)

    def on_tour_card_advanced(self, event: TourCard.Advanced) -> None:
        """A tour in the midst of which the reader is left goes on at the next start."""
        event.stop()
        self.library.remember(TOUR, True if event.step is None else event.step)

    def do_settings(self) -> None:
        self.app.push_screen(screens.SettingsScreen())

    def remember(self) -> None:
        """Keep where the reader is for the next start, and a note that is being written."""
        for screen in self.app.screen_stack[1:]:
            if isinstance(screen, screens.NoteScreen):
                screen.keep()
        self.settle()
        self.finish_work()
        with suppress(LibraryBusyError), self.library.hurried(LEAVING_S):
            self._keep(self._session())

    def place_changed(self) -> None:
        """Keep where the reader is when the keys rest: nothing may be left to do so later."""
        self._keeping.touch()
        if not self._is_help_ready:
            self._resting.touch()

    def _keep_when_quiet(self) -> None:
        session = self._session()
        if session != self._kept:
            try:
                self._keep(session, waits=False)
            except PaperReaderError:  # somebody else writes just now
                self._keeping.touch()

    def _keep(self, session: dict[str, Any], *, waits: bool = True) -> None:
        visit = self.desk.clock().isoformat()
        self.library.remember_all({SESSION: session, LAST_VISIT: visit}, waits=waits)
        self._kept = session

    def _session(self) -> dict[str, Any]:
        row = self.row
        return {
            "place": self.place.to_json(),
            "paper": row.id if row else None,
            "pane": self.pane if self.pane in PANES else "list",
            "widths": self.widths.to_json(),
            "language": self.language,
            "scroll": self.detail.scroll_offset.y,
        }

    def restore(self) -> None:
        """Go where the reader was, or to the newest unread papers."""
        session = self._kept = self.library.recall(SESSION) or {}
        visit = self.library.recall(LAST_VISIT)
        self.list.new_since = datetime.fromisoformat(visit) if visit else None
        if "language" not in self.desk.config.given:
            self.language = session.get("language", self.language)
        self.widths = Widths.from_json(session.get("widths", {}))
        number = self.library.number_of(session["paper"]) if session.get("paper") else None
        self.greets_in = Place.from_json(session.get("place", {}))
        self.go(self.greets_in, number, is_return=True)
        pane = session.get("pane", "list")
        self.go_to_pane(pane if pane in PANES else "list")
        if self.library.recall(TOUR, True) is not True:
            self.offer_tour()
        if number is not None and number == self.list.number:
            self.call_after_refresh(self._scroll_detail, session.get("scroll", 0))

    def _scroll_detail(self, lines: int) -> None:
        self.show_detail()
        self.detail.move_by(lines)
