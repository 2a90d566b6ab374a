"""Saved searches as text: the query that finds what a place shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paperreader.library.views import View, ViewKind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from paperreader.ui.place import Place

_FIELDS = {
    ViewKind.DATE: "date", ViewKind.TOPIC: "topic", ViewKind.TAG: "tag", ViewKind.SOURCE: "source",
}  # fmt: skip
_WORDS = {
    ViewKind.UNREAD: "is:unread", ViewKind.BOOKMARKS: "is:bookmarked", ViewKind.QUEUE: "is:queued",
    ViewKind.NOTES: "has:note",
}  # fmt: skip


def query_of(place: Place, saved: Mapping[str, str]) -> str:
    """The query for the papers of a place; empty for all papers."""
    parts = [place.query]
    if not place.is_search:
        parts.append(view_query(place.view, saved))
    if place.days and not place.is_search and place.view.kind is not ViewKind.DATE:
        parts.append(f"date:{place.days[0]}..{place.days[1]}")
    if place.is_unread_only:
        parts.append("is:unread")
    parts = list(dict.fromkeys(filter(None, parts)))
    return " ".join(map(_grouped, parts)) if len(parts) > 1 else "".join(parts)


def view_query(view: View, saved: Mapping[str, str]) -> str:
    """The query for the papers of a view."""
    if view.kind is ViewKind.SAVED:
        return saved.get(view.key, "")
    if name := _FIELDS.get(view.kind):
        return f'{name}:"{view.key}"' if " " in view.key else f"{name}:{view.key}"
    return _WORDS.get(view.kind, "")


def _grouped(query: str) -> str:
    return f"({query})" if " OR " in query else query
