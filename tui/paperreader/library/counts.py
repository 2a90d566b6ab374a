"""How many papers each view holds: counted once, then kept current by what changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paperreader.library.views import Count, View, ViewKind

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Mapping

BY_PLACE = """
    SELECT l.kind, l.key, count(*), sum(p.is_read = 0)
    FROM places l JOIN papers p ON p.number = l.paper GROUP BY l.kind, l.key
"""
MARKED = """
    SELECT count(*), coalesce(sum(p.is_read = 0), 0) FROM marks m JOIN papers p ON p.id = m.paper_id
    WHERE m.field = ? AND m.value NOT IN ('false', 'null')
"""
BY_TAG = """
    SELECT substr(m.field, 5), count(*), sum(p.is_read = 0)
    FROM marks m JOIN papers p ON p.id = m.paper_id
    WHERE m.field LIKE 'tag:%' AND m.value = 'true' GROUP BY m.field
"""
FEW_PAPERS = 200  # up to here adjusting is cheaper than counting anew


class Counts:
    """The counts of all views but saved searches."""

    def __init__(self) -> None:
        self._counts: dict[View, Count] | None = None
        self._seen: tuple[int, int] | None = None

    def get(self, db: sqlite3.Connection) -> Mapping[View, Count]:
        """The counts as they are now, also when another process changed something."""
        version = int(db.execute("PRAGMA data_version").fetchone()[0])
        seen = (id(db), version)
        if self._counts is None or self._seen != seen:
            self._counts, self._seen = _count(db), seen
        return self._counts

    def forget(self) -> None:
        """Count anew the next time."""
        self._counts = None

    def read_changed(self, db: sqlite3.Connection, changed: Mapping[int, bool]) -> None:
        """These papers became read or unread."""
        if self._counts is None or len(changed) > FEW_PAPERS:
            self.forget()
            return
        for number, is_read in changed.items():
            places = db.execute("SELECT kind, key FROM places WHERE paper = ?", (number,))
            views = [View(ViewKind(kind), key) for kind, key in places]
            self._adjust([View(ViewKind.ALL), View(ViewKind.UNREAD), *views], is_read)

    def marked_changed(self, db: sqlite3.Connection) -> None:
        """Bookmarks, queue, notes or tags changed: these are few and counted anew."""
        if self._counts is None:
            return
        tags = {view for view in self._counts if view.kind is ViewKind.TAG}
        for view in tags:
            del self._counts[view]
        self._counts.update(_count_marked(db))

    def _adjust(self, views: Iterable[View], is_read: bool) -> None:
        assert self._counts is not None
        change = -1 if is_read else 1
        for view in views:
            count = self._counts[view]
            total = count.total + change if view.kind is ViewKind.UNREAD else count.total
            self._counts[view] = Count(total, count.unread + change)


def _count(db: sqlite3.Connection) -> dict[View, Count]:
    total, unread = db.execute(
        "SELECT count(*), coalesce(sum(is_read = 0), 0) FROM papers"
    ).fetchone()
    counts = {
        View(ViewKind.ALL): Count(total, unread),
        View(ViewKind.UNREAD): Count(unread, unread),
    }
    counts |= {
        View(ViewKind(kind), key): Count(number, new)
        for kind, key, number, new in db.execute(BY_PLACE)
    }
    return counts | _count_marked(db)


def _count_marked(db: sqlite3.Connection) -> dict[View, Count]:
    fields = {"bookmarked": ViewKind.BOOKMARKS, "queued": ViewKind.QUEUE, "note": ViewKind.NOTES}
    counts = {
        View(kind): Count(*db.execute(MARKED, (field,)).fetchone())
        for field, kind in fields.items()
    }
    tags = db.execute(BY_TAG)
    return counts | {View(ViewKind.TAG, tag): Count(number, new) for tag, number, new in tags}
