"""What may be changed about a paper: the fields, their values, and the words for it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, NamedTuple

from paperreader.errors import UsageError
from paperreader.library.queue import places_at_end

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import datetime

    from paperreader.library.model import Change
    from paperreader.library.queue import Queue

DEFAULTS: Mapping[str, Any] = {
    "read": False, "bookmarked": False, "queued": None, "note": None, "interest": 0,
}  # fmt: skip
VERBS = {
    ("read", True): "read", ("read", False): "unread", ("bookmarked", True): "bookmarked",
    ("bookmarked", False): "bookmark removed", ("queued", True): "queued",
    ("queued", False): "taken from the queue", ("note", None): "note removed",
    ("interest", 1): "interesting", ("interest", -1): "not interesting",
    ("interest", 0): "interest taken back",
}  # fmt: skip
TAG = "tag:"


class Values(NamedTuple):
    """A value for one field of some papers."""

    numbers: Sequence[int]
    field: str
    value: Any

    def chunks(self, size: int) -> Iterator[Values]:
        """The same for at most so many papers at a time."""
        for start in range(0, len(self.numbers), size):
            yield Values(self.numbers[start : start + size], self.field, self.value)


def default_of(field: str) -> Any:
    """The value of a field before anybody marked anything."""
    return DEFAULTS.get(field, False)


def values_of(
    db: sqlite3.Connection, change: Change, numbers: Sequence[int], now: datetime
) -> list[Values]:
    """The values that a change means; raises UsageError where there is no such mark."""
    field, value = change.field, change.value
    if field == TAG or (field not in DEFAULTS and not field.startswith(TAG)):
        raise UsageError(f"there is no mark {field!r}")
    if field == "queued" and value is True:
        return queued(places_at_end(queue_of(db), numbers, now.timestamp()))
    if field == "queued":
        value = None if value is False or value is None else float(value)
    elif field == "note":
        value = value or None
    return [Values(numbers, field, value)]


def queued(places: Mapping[int, float]) -> list[Values]:
    """Places in the queue as values."""
    return [Values([number], "queued", place) for number, place in places.items()]


def queue_of(db: sqlite3.Connection) -> Queue:
    """The queued papers with their places, in order."""
    rows = db.execute(
        """SELECT l.paper, m.value FROM places l JOIN shelf s ON s.number = l.paper
           JOIN marks m ON m.paper_id = s.id AND m.field = 'queued' WHERE l.kind = 'queue'"""
    )
    return sorted(_by_place(rows), key=lambda place: (place[1], place[0]))


def _by_place(rows: Iterator[tuple[int, str]]) -> Iterator[tuple[int, float]]:
    return ((number, float(json.loads(place))) for number, place in rows)


def verb(change: Change) -> str:
    """What a change does, in words."""
    field, value = change.field, change.value
    if field.startswith(TAG):
        name = field.removeprefix(TAG)
        return f"tagged #{name}" if value else f"tag #{name} removed"
    known = VERBS.get((field, value))  # type: ignore[arg-type] # any value may be asked for
    return known or {"note": "noted"}.get(field, field)
