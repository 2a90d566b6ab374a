"""Where the reader is: a view, perhaps a search, and how it is sorted and limited."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from paperreader.library.views import (
    Condition,
    Every,
    Has,
    InView,
    Mark,
    Not,
    Sort,
    View,
    ViewKind,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

UNREAD = View(ViewKind.UNREAD)
NAMES = {
    ViewKind.ALL: "All papers",
    ViewKind.UNREAD: "Unread",
    ViewKind.BOOKMARKS: "Bookmarks",
    ViewKind.QUEUE: "Queue",
    ViewKind.NOTES: "Notes",
}
SORT_NAMES = {  # what the menu says: the order, and what comes first
    Sort.DATE: ("date", "newest first"),
    Sort.VOTES: ("votes", "most first"),
    Sort.TITLE: ("title", "A to Z"),
    Sort.ADDED: ("added", "last imported first"),
    Sort.QUEUE: ("queue", "in your own order"),
}


@dataclass(frozen=True, slots=True)
class Place:
    """What the list shows; everything that is needed to come back to it."""

    view: View = UNREAD
    query: str = ""
    sort: Sort = Sort.DATE
    is_unread_only: bool = False

    def where(self) -> Condition:
        """The condition for the papers of the view."""
        inside = InView(self.view)
        return Every((inside, Not(Has(Mark.READ)))) if self.is_unread_only else inside

    def title(self, topic_names: Mapping[str, str]) -> str:
        """What is shown, in words: `Image generation · unread only · by votes`."""
        parts = [f"Search: {self.query}" if self.query else view_name(self.view, topic_names)]
        if self.is_unread_only and not self.query:
            parts.append("unread only")
        if self.sort is not Sort.DATE and not self.query:
            parts.append(f"by {SORT_NAMES[self.sort][0]}")
        return " · ".join(parts)

    def to_json(self) -> dict[str, Any]:
        """For the library to remember."""
        return {
            "view": [self.view.kind.value, self.view.key],
            "query": self.query,
            "sort": self.sort.value,
            "is_unread_only": self.is_unread_only,
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
            )
        except (KeyError, TypeError, ValueError):
            return cls()


def view_name(view: View, topic_names: Mapping[str, str]) -> str:
    """What people call a view."""
    if view.kind is ViewKind.TOPIC:
        return topic_names.get(view.key, view.key)
    if view.kind is ViewKind.TAG:
        return f"#{view.key}"
    return NAMES.get(view.kind, view.key)
