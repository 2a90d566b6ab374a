"""Where the reader is, kept from one start to the next."""

from __future__ import annotations

from datetime import datetime

from paperreader.ui import screens
from paperreader.ui.actions.base import Actions
from paperreader.ui.layout import PANES, Widths
from paperreader.ui.place import Place
from paperreader.ui.widgets.tour import TourCard

SESSION = "session"
LAST_VISIT = "last visit"
TOUR = "tour was shown"


class Session(Actions):
    """The reader itself."""

    def do_palette(self) -> None:
        self.app.action_command_palette()

    def do_help(self) -> None:
        commands = tuple(self.keymap.commands.values())
        screens.HelpScreen.open(self.app, commands, here=self.pane)

    def do_tour(self) -> None:
        self.library.remember(TOUR, True)
        self.query_one(TourCard).start(self.keymap)

    def offer_tour(self) -> None:
        """Begin the tour unless it was shown before."""
        if not self.library.recall(TOUR):
            self.do_tour()

    def do_settings(self) -> None:
        self.app.push_screen(screens.SettingsScreen(self.desk.config.given))

    def remember(self) -> None:
        """Keep where the reader is for the next start, and a note that is being written."""
        for screen in self.app.screen_stack[1:]:
            if isinstance(screen, screens.NoteScreen):
                screen.keep()
        self.settle()
        row = self.row
        session = {
            "place": self.place.to_json(),
            "paper": row.id if row else None,
            "pane": self.pane if self.pane in PANES else "list",
            "widths": self.widths.to_json(),
            "language": self.language,
            "scroll": self.detail.scroll_offset.y,
        }
        self.library.remember(SESSION, session)
        self.library.remember(LAST_VISIT, self.desk.clock().isoformat())

    def restore(self) -> None:
        """Go where the reader was, or to the newest unread papers."""
        session = self.library.recall(SESSION) or {}
        visit = self.library.recall(LAST_VISIT)
        self.list.new_since = datetime.fromisoformat(visit) if visit else None
        if "language" not in self.desk.config.given:
            self.language = session.get("language", self.language)
        self.widths = Widths.from_json(session.get("widths", {}))
        number = self.library.number_of(session["paper"]) if session.get("paper") else None
        self.go(Place.from_json(session.get("place", {})), number, is_return=True)
        pane = session.get("pane", "list")
        self.go_to_pane(pane if pane in PANES else "list")
        self.greet(self.list.new_since)
        if number is not None and number == self.list.number:
            self.call_after_refresh(self._scroll_detail, session.get("scroll", 0))

    def _scroll_detail(self, lines: int) -> None:
        self.show_detail()
        self.detail.move_by(lines)
