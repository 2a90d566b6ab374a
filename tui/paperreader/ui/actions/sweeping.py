"""Commands for many papers: selecting them, and marking a whole part of the list as read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paperreader.library.model import Change
from paperreader.library.views import Every
from paperreader.ui import screens
from paperreader.ui.actions.base import Actions
from paperreader.ui.navigator import UNREAD, unread_before

if TYPE_CHECKING:
    from collections.abc import Sequence

    from paperreader.library.views import Condition

BY_QUERY = ()  # the choice that asks for a query: it names no papers yet


class Sweeping(Actions):
    """Selecting, and marking many as read with their exact number."""

    def do_select(self) -> None:
        self.list.toggle_selection()
        self.show_titles()

    def do_read_all(self) -> None:
        self.app.push_screen(
            screens.ChooseScreen("Mark unread papers read", self._sweeps()), self._sweep
        )

    def _sweeps(self) -> list[screens.Choice[Sequence[int]]]:
        shown, cursor, row = self.list.numbers, self.list.cursor, self.row
        unread = set(self.library.select(UNREAD))
        parts: list[tuple[str, Sequence[int]]] = [
            ("All shown", shown),
            ("Above the cursor", shown[:cursor]),
            ("Below the cursor", shown[cursor + 1 :]),
        ]
        if selected := self.list.selected:
            parts.insert(0, ("Selected", selected))
        if row is not None and row.last_date is not None:
            older = self.library.select(unread_before(row.last_date))
            parts.append((f"Before {row.last_date}, in all views", older))
        choices: list[screens.Choice[Sequence[int]]] = []
        for name, numbers in parts:
            wanted = [number for number in numbers if number in unread]
            choices.append(screens.Choice(name, f"{len(wanted):,}", wanted))
        return [*choices, screens.Choice("Matching a query", "…", BY_QUERY)]

    def _sweep(self, numbers: Sequence[int] | None) -> None:
        if numbers is BY_QUERY:
            screen = screens.AskQueryScreen(
                "Mark as read what matches", self._count_unread, self.desk.finder.remarks
            )
            self.app.push_screen(screen, self._sweep_query)
        elif numbers is not None:
            self.change(numbers, Change("read", True))

    def _unread_of(self, query: str) -> Condition:
        return Every((self.desk.finder.where(query), UNREAD))

    def _count_unread(self, query: str) -> int:
        return self.library.count(self._unread_of(query)).total

    def _sweep_query(self, query: str | None) -> None:
        if query is not None:
            self.change(self.library.select(self._unread_of(query)), Change("read", True))
