"""Marks on papers: each change is on disk when its method returns, and can be undone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paperreader.library import history
from paperreader.library.changes import queue_of, queued
from paperreader.library.database import others_wrote
from paperreader.library.journal import Journal
from paperreader.library.opened import Opened
from paperreader.library.queue import places_moved

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from datetime import datetime

    from paperreader.library.history import Event
    from paperreader.library.journal import Progress
    from paperreader.library.model import Batch, Change

PAPERS_IN_HISTORY = 100


class Marking(Opened):
    """Marks with undo, redo and history."""

    def mark(
        self,
        numbers: Sequence[int],
        *changes: Change,
        progress: Progress | None = None,
        since: datetime | None = None,
    ) -> Batch | None:
        """Change marks; on disk when this returns. None when nothing is different.

        `progress` is told now and then how many steps are done, and of how many. `since` is the
        `moment` from which the change counts, unless the same was changed meanwhile: what was
        marked after it is undone before it.
        """
        return self._act(lambda journal: journal.mark(numbers, changes, progress, since))

    def moment_of_marks(self) -> datetime:
        """The time now, not before the marks that are there."""
        return Journal(self._db, self._machine, self._clock()).moment()

    def move_in_queue(self, number: int, steps: int) -> Batch | None:
        """Move a queued paper down the queue, up for negative steps; None when it can't move."""

        def move(journal: Journal) -> Batch | None:
            places = places_moved(queue_of(journal.db), number, steps)
            return journal.record(queued(places), "moved in the queue")

        return self._act(move)

    def undo(self) -> Batch | None:
        """Take back the last action; None when there is none."""
        return self._act(Journal.undo)

    def undo_batch(self, id: str) -> Batch | None:  # noqa: A002 - a batch's id
        """Take back one action of the history, an undo or redo too; later marks stay."""
        return self._act(lambda journal: journal.undo_batch(id))

    def redo(self) -> Batch | None:
        """Do again what was undone last; None when there is nothing."""
        return self._act(Journal.redo)

    @property
    def others_wrote(self) -> int:
        """Another number whenever another program, or thread, wrote into the file."""
        return others_wrote(self._db)

    @property
    def last_batch(self) -> int:
        """The number of the last batch of marks; later ones have higher numbers."""
        return int(self._db.execute("SELECT coalesce(max(number), 0) FROM batches").fetchone()[0])

    def marked_after(self, batch: int) -> list[int]:
        """The papers that batches after the one of this number changed."""
        return history.papers_after(self._db, batch)

    def history(self, limit: int = 200) -> list[Batch]:
        """What was done to marks, newest first."""
        return list(
            history.batches(
                self._db, "true ORDER BY at DESC, machine LIMIT ?", limit, PAPERS_IN_HISTORY
            )
        )

    def tags(self) -> list[tuple[str, int]]:
        """The tags and how many papers have each, the most used first."""
        return list(
            self._db.execute(
                """SELECT key, total FROM counts WHERE kind = 'tag' AND total > 0
                   ORDER BY total DESC, key"""
            )
        )

    def events(self) -> Iterator[Event]:
        """The whole journal, oldest first."""
        return history.all_events(self._db)

    def merge(self, events: Iterable[Event]) -> int:
        """Take in another machine's journal: the later change of a field wins."""
        with self._database.writing() as db:
            known = history.merge(db, events)
        self._counts.forget()
        return known

    def _act(self, action: Callable[[Journal], Batch | None]) -> Batch | None:
        with self._database.writing() as db:
            batch = action(Journal(db, self._machine, self._clock()))
        self._counts.forget()
        return batch
