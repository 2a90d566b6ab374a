"""How many papers each view holds; the library keeps the counts of places current by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paperreader.library.database import others_wrote
from paperreader.library.views import Count, View, ViewKind

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Mapping

PLACES = "SELECT kind, key, total, unread FROM counts"
ALL = "SELECT (SELECT count(*) FROM shelf), (SELECT count(*) FROM shelf WHERE is_read = 0)"
KINDS = {kind.value: kind for kind in ViewKind}  # the class takes three times as long to call
ALWAYS_THERE = (ViewKind.BOOKMARKS, ViewKind.QUEUE, ViewKind.NOTES)


class Counts:
    """The counts of all views but saved searches, read again when something changed."""

    def __init__(self) -> None:
        self._counts: dict[View, Count] = {View(kind): Count(0, 0) for kind in ALWAYS_THERE}
        self._rows: frozenset[tuple[str, str, int, int]] = frozenset()
        self._seen: tuple[int, int] | None = None

    def get(self, db: sqlite3.Connection) -> Mapping[View, Count]:
        """The counts as they are now, also when another process changed something."""
        seen = (id(db), others_wrote(db))
        if self._seen != seen:
            self._read(db)
            self._seen = seen
        return self._counts

    def forget(self) -> None:
        """Read them again the next time: this connection changed something."""
        self._seen = None

    def _read(self, db: sqlite3.Connection) -> None:
        """Take over what is different: after a mark that is little."""
        rows = frozenset(db.execute(PLACES))
        total, unread = db.execute(ALL).fetchone()
        counts = dict(self._counts)
        counts[View(ViewKind.ALL)] = Count(total, unread)
        counts[View(ViewKind.UNREAD)] = Count(unread, unread)
        for kind, key, papers, new in rows - self._rows:
            view = View(KINDS[kind], key)
            if papers or view.kind in ALWAYS_THERE:
                counts[view] = Count(papers, new)
            else:
                counts.pop(view, None)
        self._counts, self._rows = counts, rows
