"""Marks as a journal: every change is an event, the current marks are the fold of all events."""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from paperreader.library.changes import default_of, values_of, verb
from paperreader.library.folding import fold
from paperreader.library.history import batches, size_of
from paperreader.library.model import BatchKind
from paperreader.library.records import dump

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterable, Sequence

    from paperreader.library.changes import Values
    from paperreader.library.model import Batch, Change

    Progress = Callable[[int, int], None]

CHUNK = 10_000
CHANGED_SINCE = """
    SELECT 1 FROM json_each(:numbers) j JOIN shelf s ON s.number = j.value
    JOIN marks m ON m.paper_id = s.id JOIN json_each(:fields) f ON f.value = m.field
    JOIN batches b ON b.number = m.batch WHERE b.at >= :since
"""
RECORD = """
    INSERT OR IGNORE INTO events
    SELECT :batch, s.id, :field, :value, coalesce(m.value, :default)
    FROM json_each(:numbers) j CROSS JOIN shelf s ON s.number = j.value
    LEFT JOIN marks m ON m.paper_id = s.id AND m.field = :field
    WHERE coalesce(m.value, :default) <> :value
"""
# What was marked later stays: only the value that the batch, an undo or a redo set goes back.
REVERT = """
    INSERT OR IGNORE INTO events
    SELECT :batch, coalesce(a.id, e.paper_id), e.field, e.{after}, e.{before}
    FROM events e LEFT JOIN aliases a ON a.old_id = e.paper_id
    JOIN marks m ON m.paper_id = coalesce(a.id, e.paper_id) AND m.field = e.field
    WHERE e.batch = :of AND m.value = e.{before} AND (m.batch = :of OR EXISTS (
      SELECT 1 FROM batches WHERE number = m.batch AND kind IN ('undo', 'redo')))
"""
# Only what was done in this library is of the kind `mark`; what was merged is left alone.
LAST_STANDING = "WHERE kind = 'mark' AND is_undone = 0 ORDER BY at DESC, number DESC LIMIT 1"
LAST_UNDONE = """
    WHERE id = (
      SELECT of FROM batches WHERE kind = 'undo' AND is_undone = 0 AND at > coalesce(
        (SELECT at FROM batches WHERE kind = 'mark' ORDER BY at DESC LIMIT 1), '')
      ORDER BY number DESC LIMIT 1)
"""


@dataclass(frozen=True, slots=True)
class Journal:
    """Writes events and folds them; `machine` names this computer in them."""

    db: sqlite3.Connection
    machine: str
    now: datetime

    def mark(
        self,
        numbers: Sequence[int],
        changes: Sequence[Change],
        progress: Progress | None = None,
        since: datetime | None = None,
    ) -> Batch | None:
        """Make the changes that make a difference; None when there is none."""
        by_field = {change.field: change for change in changes}
        wanted = [
            values
            for change in by_field.values()
            for values in values_of(self.db, change, numbers, self.now)
        ]
        what = ", ".join(map(verb, by_field.values()))
        is_since = since is not None and not self._changed_since(since, numbers, by_field)
        return self.record(wanted, what, progress, since if is_since else None)

    def _changed_since(
        self, since: datetime, numbers: Sequence[int], fields: Iterable[str]
    ) -> bool:
        values = {
            "numbers": dump(list(numbers)),
            "fields": dump(list(fields)),
            "since": _iso(since),
        }
        return self.db.execute(CHANGED_SINCE, values).fetchone() is not None

    def record(
        self,
        wanted: Sequence[Values],
        what: str,
        progress: Progress | None = None,
        at: datetime | None = None,
    ) -> Batch | None:
        """Give papers values in fields; None when they have them already."""
        batch = self._begin(BatchKind.MARK, what, at=at)
        chunks = [chunk for values in wanted for chunk in values.chunks(CHUNK)]
        steps = len(chunks) + 1
        for step, chunk in enumerate(chunks, 1):
            self._write(batch, chunk)
            if progress is not None:
                progress(step, steps)
        fold(self.db, batch)
        if progress is not None:
            progress(steps, steps)
        papers = size_of(self.db, batch)
        if not papers:
            self.db.execute("DELETE FROM batches WHERE number = ?", (batch,))
            return None
        return self._finish(batch, papers, what if papers == 1 else f"{what}: {papers:,} papers")

    def _write(self, batch: int, values: Values) -> None:
        parameters = {
            "batch": batch,
            "field": values.field,
            "value": dump(values.value),
            "default": dump(default_of(values.field)),
            "numbers": dump(list(values.numbers)),
        }
        self.db.execute(RECORD, parameters)

    def undo(self) -> Batch | None:
        """Take back the last batch that stands."""
        return self._revert(LAST_STANDING, BatchKind.UNDO)

    def redo(self) -> Batch | None:
        """Do again what was undone last, unless something was marked since."""
        return self._revert(LAST_UNDONE, BatchKind.REDO)

    def undo_batch(self, batch: str) -> Batch | None:
        """Take back a batch; of an undo or redo its effect. None when it does not stand."""
        row = self.db.execute(
            """SELECT b.id, b.is_undone, u.kind FROM batches u
               JOIN batches b ON b.id = coalesce(u.of, u.id) WHERE u.id = ?""",
            (batch,),
        ).fetchone()
        if row is None:
            return None
        of, is_undone, kind = row
        wanted = BatchKind.REDO if kind == BatchKind.UNDO else BatchKind.UNDO
        if is_undone == (wanted is BatchKind.UNDO):
            return None
        return self._revert("WHERE id = ?", wanted, of)

    def _revert(self, which: str, kind: BatchKind, *values: str) -> Batch | None:
        row = self.db.execute(
            f"SELECT number, id, what, papers FROM batches b {which}", values
        ).fetchone()
        if row is None:
            return None
        original, of, what, papers = row
        is_undo = kind is BatchKind.UNDO
        before, after = ("value", "old") if is_undo else ("old", "value")
        batch = self._begin(kind, what, of)
        self.db.execute(REVERT.format(before=before, after=after), {"batch": batch, "of": original})
        fold(self.db, batch)
        self.db.execute(
            """UPDATE batches SET is_undone = ? OR of IS NOT NULL
               WHERE ? IN (id, of) AND number >= ? AND number < ?""",
            (is_undo, of, original, batch),
        )
        reverted = size_of(self.db, batch)
        return self._finish(
            batch, reverted, what if reverted == papers else f"{what} ({reverted:,} of {papers:,})"
        )

    def _begin(
        self, kind: BatchKind, what: str, of: str | None = None, at: datetime | None = None
    ) -> int:
        cursor = self.db.execute(
            "INSERT INTO batches (id, at, machine, kind, what, of) VALUES (?, ?, ?, ?, ?, ?)",
            (
                os.urandom(8).hex(),
                _iso(at or self._next_time()),
                self.machine,
                kind.value,
                what,
                of,
            ),
        )
        return int(cursor.lastrowid or 0)

    def _finish(self, batch: int, papers: int, what: str) -> Batch:
        self.db.execute(
            "UPDATE batches SET papers = ?, what = ? WHERE number = ?", (papers, what, batch)
        )
        (finished,) = batches(self.db, "number = ?", batch, papers)
        return finished

    def moment(self, later: timedelta = timedelta()) -> datetime:
        """Now, but so much later than all that is known: its clock may be ahead."""
        last = self.db.execute("SELECT max(at) FROM batches").fetchone()[0]
        now = self.now.astimezone(UTC)
        return now if last is None else max(now, datetime.fromisoformat(last) + later)

    def _next_time(self) -> datetime:
        """So that what is done last wins everywhere."""
        return self.moment(timedelta(microseconds=1))


def _iso(at: datetime) -> str:
    return at.isoformat(timespec="microseconds")
