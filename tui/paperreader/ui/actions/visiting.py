"""Commands that lead to screens of their own: triage, catching up, the history."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from paperreader.library.model import PaperRow, UnreadDays
from paperreader.library.views import During, Every, View, ViewKind
from paperreader.ui import screens
from paperreader.ui.actions.base import Actions
from paperreader.ui.marks import DRAFT
from paperreader.ui.navigator import UNREAD
from paperreader.ui.place import Place
from paperreader.ui.text.blocks import Shown
from paperreader.ui.widgets.status import StatusLine

if TYPE_CHECKING:
    from datetime import date, datetime

UNFINISHED, UNFINISHED_END = "The note on this paper was left unfinished", "goes on with it"
AWAY = timedelta(3)  # from here on a sentence says what came meanwhile


class Visiting(Actions):
    """Screens for a while; the list is then where they left it."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._before_days: tuple[Place, int | None] = Place(), None  # where catching up began
        self.greets_in: Place | None = None
        self._unfinished: int | None = None  # the paper whose note is told to be so
        self._led_to_days: UnreadDays | PaperRow | None = None  # the line of it that was opened

    def do_triage(self) -> None:
        numbers = self._to_triage()
        if not numbers:
            self.say("No papers here.")
            return
        shown = Shown(self.language, self.is_raw)
        screen = screens.TriageScreen(
            self.library, self.keymap, numbers, shown=shown,
            topic_names=self.topic_names, tell=self._seen,
        )  # fmt: skip
        self.app.push_screen(screen, lambda _: self.marks_changed())

    def _to_triage(self) -> list[int]:
        """What is selected, else what is unread of the list, else all of it.

        It begins at the cursor and comes to what stands above it after the end.
        """
        if self.list.selected:
            return self.list.selected
        unread = set(self.library.select(UNREAD))
        at, numbers = self.list.cursor, self.list.numbers
        turned = [*numbers[at:], *numbers[:at]]
        return [each for each in turned if each in unread] or turned

    def _seen(self, number: int) -> None:
        self.list.move_to(number)

    def do_go_history(self) -> None:
        today = self.desk.clock().astimezone().date()
        self.app.push_screen(
            screens.HistoryScreen(self.library, self.keymap, self.take_back, today)
        )

    def greet(self) -> None:
        if self._unfinished not in {None, self.list.number}:
            self._unfinished = None
            self.query_one(StatusLine).hush(UNFINISHED_END)
        if self.place != self.greets_in:
            return
        self.greets_in = None
        row, last_visit = self.row, self.list.new_since
        if row is not None and self.library.recall(DRAFT + row.id) is not None:
            self._unfinished = row.number
            self.say(self.keymap.sentence(f"{UNFINISHED} - {{note}} {UNFINISHED_END}"))
        elif last_visit is not None:
            self._tell_what_came(last_visit)

    def _tell_what_came(self, last_visit: datetime) -> None:
        if self.desk.clock() - last_visit < AWAY:
            return
        since = last_visit.astimezone().date()
        unread = self.library.count(Every((UNREAD, During(since, None)))).total
        if unread:
            key = self.keymap.key_of("catch-up")
            self.say(f"{unread:,} unread since {since} - {key} catches up")

    def do_catch_up(self, start: UnreadDays | PaperRow | None = None) -> None:
        screen = screens.CatchUpScreen(self.library, self.keymap, self.change, self.do_undo, start)
        self.app.push_screen(screen, self._caught)

    def leave_days(self, days: tuple[date, date]) -> None:
        place, number = self._before_days
        self.go(place, number, is_return=True)
        self.do_catch_up(self._led_to_days or UnreadDays(*days, papers=0))

    def _caught(self, chosen: UnreadDays | PaperRow | None) -> None:
        """Show the papers of these days; where a paper was chosen open it among those of its."""
        if chosen is None:
            return
        if self.place.days is None:
            self._before_days = self.place, self.list.number
        self._led_to_days = chosen
        days = chosen if isinstance(chosen, UnreadDays) else self._days_of(chosen)
        month = View(ViewKind.DATE, f"{days.first:%Y-%m}")
        view = month if days.is_month else View(ViewKind.ALL)
        place = Place(view, is_unread_only=True, days=(days.first, days.last))
        if isinstance(chosen, PaperRow):
            self.go(place, chosen.number)
            self.go_to_pane("detail")
        else:
            self.go(place)
            self.go_to_pane("list")

    def _days_of(self, row: PaperRow) -> UnreadDays:
        """The days that an unread paper is counted on."""
        caught = self.library.catch_up()
        return next(each for each in (*caught.days, *caught.months) if each.first == row.last_date)
