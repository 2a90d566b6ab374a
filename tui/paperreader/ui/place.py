"""Where the reader is: a view, perhaps a search in it, and how it is sorted and limited."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, NamedTuple

from paperreader.library.views import (
    Every,
    Has,
    InView,
    Mark,
    Not,
    Sort,
    View,
    ViewKind,
)
from paperreader.ui.navigator import newest_during

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from paperreader.library.views import Condition
    from paperreader.ui.results import Results

UNREAD = View(ViewKind.UNREAD)
NAMES = {
    ViewKind.ALL: "All papers",
    ViewKind.UNREAD: "Unread",
    ViewKind.BOOKMARKS: "Bookmarks",
    ViewKind.QUEUE: "Queue",
    ViewKind.NOTES: "Notes",
}
SORT_NAMES = {  # what the menu says: the order, and what comes first
    Sort.RELEVANCE: ("relevance", "best first"),
    Sort.QUEUE: ("queue", "in your own order"),
    Sort.DATE: ("date", "newest first"),
    Sort.VOTES: ("votes", "most first"),
    Sort.TITLE: ("title", "A to Z"),
    Sort.ADDED: ("added", "last imported first"),
}


class Place(NamedTuple):
    """What the list shows; everything that is needed to come back to it.

    A query searches everything, a filter only the view; the view of a search is the one that it
    was asked from. `similar_to` is the id of a paper whose like are shown, `named` its title. Where
    there are `days`, first and last, only papers are shown whose newest date is one of them; of a
    month it is the first day that stands for digests of the whole month.
    """

    view: View = UNREAD
    query: str = ""
    sort: Sort = Sort.DATE
    is_unread_only: bool = False
    days: tuple[date, date] | None = None
    is_filter: bool = False
    similar_to: str = ""
    named: str = ""

    @property
    def is_search(self) -> bool:
        """Whether it holds what a search through everything found."""
        return bool(self.query) and not self.is_filter

    @property
    def is_aside(self) -> bool:
        """Whether it is left by Esc, for the view that it was reached from."""
        return bool(self.query or self.similar_to)

    @property
    def is_found(self) -> bool:
        """Whether its papers come from a search, which takes its time."""
        return self.is_aside or self.view.kind is ViewKind.SAVED

    @classmethod
    def of(cls, view: View) -> Place:
        """A view in its usual order."""
        return cls(view, sort=cls(view).orders[0])

    @property
    def span(self) -> tuple[date, date] | None:
        """The days that it is about, first and last, where it is about some."""
        if self.view.kind is not ViewKind.DATE or self.query:
            return self.days
        year, month, day = (*map(int, self.view.key.split("-")), 0, 0)[:3]
        first = date(year, month or 1, day or 1)
        if day:
            return first, first
        after = date(year + 1, 1, 1) if not month or month == 12 else date(year, month + 1, 1)
        return first, after - timedelta(1)

    def name(self, topic_names: Mapping[str, str]) -> str:
        """What it is about, without order and limits."""
        if self.is_search:
            return f"Search: {self.query}"
        if self.similar_to:
            return f"Similar to: {self.named}"
        if self.days and self.view.kind is not ViewKind.DATE:
            first, last = self.days
            return f"{first} to {last}" if first != last else str(first)
        return view_name(self.view, topic_names)

    def where(self) -> Condition:
        """The condition for the papers of the view, where it isn't a search."""
        where: Condition = InView(self.view)
        if self.days:
            where = Every((where, newest_during(*self.days)))
        return narrowed(where, is_unread_only=self.is_unread_only)

    def title(self, topic_names: Mapping[str, str]) -> str:
        """What is shown, in words: `Image generation · unread only · by votes`."""
        parts = [self.name(topic_names)]
        if self.is_filter and self.query:
            parts.append(f"filter: {self.query}")
        if self.is_unread_only:
            parts.append("unread only")
        if self.sort is not self.orders[0]:
            parts.append(f"by {SORT_NAMES[self.sort][0]}")
        return " · ".join(parts)

    def searching(self) -> Place:
        """The search that is shown, to change it; else a new one, best first."""
        return self if self.is_search else Place(self.view, sort=Sort.RELEVANCE)

    def filtering(self) -> Place:
        """The search or filter that is shown, to change it; else a new filter in the same order."""
        return self if self.query else self._replace(is_filter=True)

    def similar(self, id: str, title: str) -> Place:  # noqa: A002 - a paper's id
        """The papers like one, nearest first."""
        return Place(self.view, sort=Sort.RELEVANCE, similar_to=id, named=title)

    def around(self) -> Place:
        """What Esc leads to where no way was kept: what a filter is in, the view of a search."""
        if self.query and self.is_filter:
            return self._replace(query="", is_filter=False)
        return Place.of(self.view) if self.is_aside else self

    def to_json(self) -> dict[str, Any]:
        """For the library to remember."""
        return {
            "view": [self.view.kind.value, self.view.key],
            "query": self.query,
            "sort": self.sort.value,
            "is_unread_only": self.is_unread_only,
            "days": [day.isoformat() for day in self.days or ()],
            "is_filter": self.is_filter,
            "similar_to": self.similar_to,
            "named": self.named,
        }

    @classmethod
    def from_json(cls, value: Mapping[str, Any]) -> Place:
        """What was remembered; the usual place where it makes no sense any more."""
        try:
            kind, key = value["view"]
            return cls(
                View(ViewKind(kind), str(key)),
                str(value["query"]),
                Sort(value["sort"]),
                bool(value["is_unread_only"]),
                _days(value.get("days", ())),
                bool(value.get("is_filter", False)),
                str(value.get("similar_to", "")),
                str(value.get("named", "")),
            )
        except (KeyError, TypeError, ValueError):
            return cls()

    @property
    def orders(self) -> tuple[Sort, ...]:
        """What it can be sorted by, the usual order first."""
        is_ranked = self.is_search or bool(self.similar_to)
        is_queue = self.view.kind is ViewKind.QUEUE and not is_ranked
        special = {Sort.RELEVANCE: is_ranked, Sort.QUEUE: is_queue}
        return tuple(sort for sort in SORT_NAMES if special.get(sort, True))


def _days(texts: Sequence[str]) -> tuple[date, date] | None:
    if not texts:
        return None
    first, last = map(date.fromisoformat, texts)
    return first, last


class Spot(NamedTuple):
    """A place as it was left: its papers, the cursor, the scrolling and the pane with the keys."""

    place: Place
    results: Results | None
    numbers: Sequence[int]
    cursor: int
    top: int
    pane: str


def narrowed(where: Condition, *, is_unread_only: bool) -> Condition:
    """A condition, perhaps for unread papers only."""
    return Every((where, Not(Has(Mark.READ)))) if is_unread_only else where


def view_name(view: View, topic_names: Mapping[str, str]) -> str:
    """What people call a view."""
    if view.kind is ViewKind.TOPIC:
        return topic_names.get(view.key, view.key)
    if view.kind is ViewKind.TAG:
        return f"#{view.key}"
    return NAMES.get(view.kind, view.key)
