"""Marks on papers: each change is on disk when its method returns, and can be undone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paperreader.library.journal import Journal, all_events, queue_of
from paperreader.library.opened import Opened
from paperreader.library.queue import places_moved
from paperreader.library.records import dump

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from datetime import datetime

    from paperreader.library.journal import Event
    from paperreader.library.model import Batch, Change

    Action = Callable[[sqlite3.Connection, Journal, datetime], Batch | None]
    Progress = Callable[[int, int], None]


class Marking(Opened):
    """Marks with undo, redo and history."""

    def mark(
        self, numbers: Sequence[int], *changes: Change, progress: Progress | None = None
    ) -> Batch | None:
        """Change marks; on disk when this returns. None when nothing is different.

        `progress` is told now and then how many papers are done, and of how many.
        """
        return self._act(
            lambda db, journal, now: journal.mark(db, _ids(db, numbers), changes, now, progress)
        )

    def move_in_queue(self, number: int, steps: int) -> Batch | None:
        """Move a queued paper down the queue, up for negative steps; None when it can't move."""

        def move(db: sqlite3.Connection, journal: Journal, now: datetime) -> Batch | None:
            for paper in _ids(db, [number]):
                places = places_moved(queue_of(db), paper, steps)
                return journal.record(db, "queued", places, "moved in the queue", now)
            return None

        return self._act(move)

    def undo(self) -> Batch | None:
        """Take back the last action; None when there is none."""
        return self._act(lambda db, journal, now: journal.undo(db, now))

    def undo_batch(self, id: str) -> Batch | None:  # noqa: A002 - a batch's id
        """Take back one action of the history, an undo or redo too; later marks stay."""
        return self._act(lambda db, journal, now: journal.undo_batch(db, id, now))

    def redo(self) -> Batch | None:
        """Do again what was undone last; None when there is nothing."""
        return self._act(lambda db, journal, now: journal.redo(db, now))

    def history(self, limit: int = 200) -> list[Batch]:
        """What was done to marks, newest first."""
        return Journal(self._machine).history(self._db, limit)

    def tags(self) -> list[tuple[str, int]]:
        """The tags and how many papers have each, the most used first."""
        rows = self._db.execute(
            """SELECT substr(field, 5), count(*) FROM marks
               WHERE field LIKE 'tag:%' AND value = 'true'
               GROUP BY field ORDER BY count(*) DESC, field"""
        )
        return list(rows)

    def events(self) -> Iterator[Event]:
        """The whole journal, oldest first."""
        return all_events(self._db)

    def merge(self, events: Iterable[Event]) -> int:
        """Take in another machine's journal: the later change of a field wins."""
        with self._database.writing() as db:
            known = Journal(self._machine).merge(db, events)
            db.execute(
                """UPDATE papers SET is_read = coalesce((SELECT value = 'true' FROM marks
                     WHERE paper_id = papers.id AND field = 'read'), 0)"""
            )
        self._counts.forget()
        return known

    def _act(self, action: Action) -> Batch | None:
        with self._database.writing() as db:
            batch = action(db, Journal(self._machine), self._clock())
            read = _note_read(db, batch) if batch else {}
        if batch:
            self._counts.read_changed(self._db, read)
            self._counts.marked_changed(self._db)
        return batch


def _ids(db: sqlite3.Connection, numbers: Sequence[int]) -> list[str]:
    """The ids of papers, in this order."""
    rows = db.execute(
        """SELECT p.id FROM json_each(?) j CROSS JOIN papers p ON p.number = j.value
           ORDER BY j.key""",
        (dump(list(numbers)),),
    )
    return [paper_id for (paper_id,) in rows]


def _note_read(db: sqlite3.Connection, batch: Batch) -> dict[int, bool]:
    rows = db.execute(
        """SELECT p.number, e.value = 'true' FROM events e JOIN papers p ON p.id = e.paper_id
           WHERE e.batch = ? AND e.field = 'read'""",
        (batch.id,),
    ).fetchall()
    db.executemany(
        "UPDATE papers SET is_read = ? WHERE number = ?",
        [(is_read, number) for number, is_read in rows],
    )
    return {number: bool(is_read) for number, is_read in rows}
