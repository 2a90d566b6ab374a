"""Commands that lead to screens of their own: triage, catching up, the history."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from paperreader.library.model import PaperRow, UnreadDays
from paperreader.library.views import During, Every, View, ViewKind
from paperreader.ui import screens
from paperreader.ui.actions.base import Actions
from paperreader.ui.navigator import UNREAD
from paperreader.ui.place import Place
from paperreader.ui.text.blocks import Shown

if TYPE_CHECKING:
    from datetime import date, datetime

AWAY = timedelta(3)  # from here on a sentence says what came meanwhile


class Visiting(Actions):
    """Screens for a while; the list is then where they left it."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._before_days: tuple[Place, int | None] = Place(), None  # where catching up began

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

    def greet(self, last_visit: datetime | None) -> None:
        if last_visit is None or self.desk.clock() - last_visit < AWAY:
            return
        since = last_visit.astimezone().date()
        unread = self.library.count(Every((UNREAD, During(since, None)))).total
        if unread:
            key = self.keymap.key_of("catch-up")
            self.say(f"{unread:,} unread since {since} - {key} catches up")

    def do_catch_up(self, day: date | None = None) -> None:
        screen = screens.CatchUpScreen(self.library, self.keymap, self.change, self.do_undo, day)
        self.app.push_screen(screen, self._caught)

    def leave_days(self, last: date) -> None:
        place, number = self._before_days
        self.go(place, number, is_return=True)
        self.do_catch_up(last)

    def _caught(self, chosen: UnreadDays | PaperRow | None) -> None:
        if isinstance(chosen, PaperRow):
            self.go(Place.of(View(ViewKind.UNREAD)), chosen.number)
            self.go_to_pane("detail")
        elif isinstance(chosen, UnreadDays):
            days = (chosen.first, chosen.last)
            if self.place.days is None:
                self._before_days = self.place, self.list.number
            month = View(ViewKind.DATE, f"{chosen.first:%Y-%m}")
            view = month if chosen.is_month else View(ViewKind.ALL)
            self.go(Place(view, is_unread_only=True, days=days))
            self.go_to_pane("list")
