"""What was done to marks: the batches, their events, and those of other machines."""

from __future__ import annotations

import json
from datetime import datetime
from typing import TYPE_CHECKING, Any, NamedTuple

from paperreader.library.folding import fold
from paperreader.library.model import Batch, BatchKind
from paperreader.library.records import dump

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator

EVENTS = """
    SELECT b.at, b.machine, b.id, e.paper_id, e.field, e.value, e.old
    FROM batches b JOIN events e ON e.batch = b.number
    ORDER BY b.at, b.machine, b.number, e.paper_id, e.field
"""


class Event(NamedTuple):
    """One change of one field of one paper; `at` is UTC, ISO 8601 with microseconds."""

    at: str
    machine: str
    batch: str
    paper_id: str
    field: str
    value: Any
    old: Any


def batches(db: sqlite3.Connection, which: str, value: int, papers: int) -> Iterator[Batch]:
    """Batches with so many of their papers; `which` says in SQL which ones and in what order."""
    rows = db.execute(
        f"""SELECT number, id, at, machine, kind, what, of, is_undone, papers FROM batches
            WHERE {which}""",
        (value,),
    ).fetchall()
    for number, id_, at, machine, kind, what, of, is_undone, size in rows:
        yield Batch(
            id_, datetime.fromisoformat(at), machine, BatchKind(kind), what, size,
            _papers_of(db, number, papers), of, bool(is_undone),
        )  # fmt: skip


def _papers_of(db: sqlite3.Connection, batch: int, limit: int) -> tuple[str, ...]:
    rows = db.execute(
        "SELECT DISTINCT paper_id FROM events WHERE batch = ? ORDER BY paper_id LIMIT ?",
        (batch, limit),
    )
    return tuple(paper for (paper,) in rows)


def size_of(db: sqlite3.Connection, batch: int) -> int:
    """How many papers a batch changed."""
    row = db.execute("SELECT count(DISTINCT paper_id) FROM events WHERE batch = ?", (batch,))
    return int(row.fetchone()[0])


def papers_after(db: sqlite3.Connection, batch: int) -> list[int]:
    """The numbers of the papers that later batches changed."""
    rows = db.execute(
        """SELECT DISTINCT s.number FROM events e LEFT JOIN aliases a ON a.old_id = e.paper_id
           JOIN shelf s ON s.id = coalesce(a.id, e.paper_id) WHERE e.batch > ?""",
        (batch,),
    )
    return [number for (number,) in rows]


def all_events(db: sqlite3.Connection) -> Iterator[Event]:
    """The whole journal, oldest first."""
    for at, machine, batch, paper_id, field, value, old in db.execute(EVENTS):
        yield Event(at, machine, batch, paper_id, field, json.loads(value), json.loads(old))


def merge(db: sqlite3.Connection, events: Iterable[Event]) -> int:
    """Take in events of another machine; the number of those that were not known."""
    known, touched = 0, set()
    for event in events:
        batch = _batch_of(db, event)
        values = (batch, event.paper_id, event.field, dump(event.value), dump(event.old))
        if db.execute("INSERT OR IGNORE INTO events VALUES (?, ?, ?, ?, ?)", values).rowcount:
            known += 1
            touched.add(batch)
    for batch in touched:
        fold(db, batch)
        db.execute("UPDATE batches SET papers = ? WHERE number = ?", (size_of(db, batch), batch))
    return known


def _batch_of(db: sqlite3.Connection, event: Event) -> int:
    row = db.execute("SELECT number FROM batches WHERE id = ?", (event.batch,)).fetchone()
    if row:
        return int(row[0])
    cursor = db.execute(
        "INSERT INTO batches (id, at, machine, kind, what) VALUES (?, ?, ?, ?, ?)",
        (event.batch, event.at, event.machine, BatchKind.MERGED, f"marked on {event.machine}"),
    )
    return int(cursor.lastrowid or 0)
