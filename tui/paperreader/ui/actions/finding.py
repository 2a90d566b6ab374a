"""Commands that go to other views and orders."""

from __future__ import annotations

from dataclasses import replace

from paperreader.library.views import View, ViewKind
from paperreader.ui.actions.base import Actions
from paperreader.ui.navigator import date_keys
from paperreader.ui.place import Place


class Finding(Actions):
    """Views and orders."""

    def do_unread_only(self) -> None:
        place = replace(self.place, query="", is_unread_only=not self.place.is_unread_only)
        self.go(place, self.list.number)

    def do_sort(self) -> None:
        self.go(replace(self.place, query="").sorted_next(), self.list.number)
        self.say(f"Sorted by {self.place.sort.value}.")

    def do_go_date(self) -> None:
        row = self.row
        if row is not None and row.last_date is not None:
            keys = date_keys(self.library.counts(), 10)
            day = row.last_date.isoformat()
            key = day if day in keys else day[:7]
            self.go(Place(View(ViewKind.DATE, key)), row.number)

    def do_go_all(self) -> None:
        self.go(Place(View(ViewKind.ALL)), self.list.number)

    def do_go_unread(self) -> None:
        self.go(Place(View(ViewKind.UNREAD)), self.list.number)

    def do_go_bookmarks(self) -> None:
        self.go(Place(View(ViewKind.BOOKMARKS)), self.list.number)
