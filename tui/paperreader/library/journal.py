"""Marks as a journal: every change is an event, the current marks are the fold of all events."""

from __future__ import annotations

import json
import secrets
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

from paperreader.errors import UsageError
from paperreader.library.model import Batch, BatchKind, Change
from paperreader.library.queue import places_at_end
from paperreader.library.records import dump

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from paperreader.library.queue import Queue

DEFAULTS: dict[str, Any] = {
    "read": False, "bookmarked": False, "queued": None, "note": None, "interest": 0,
}  # fmt: skip
VERBS = {
    ("read", True): "read", ("read", False): "unread", ("bookmarked", True): "bookmarked",
    ("bookmarked", False): "not bookmarked", ("queued", True): "queued",
    ("queued", False): "not queued",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Event:
    """One change of one field of one paper; `at` is UTC, ISO 8601 with microseconds."""

    at: str
    machine: str
    batch: str
    paper_id: str
    field: str
    value: Any
    old: Any


@dataclass(frozen=True, slots=True)
class Journal:
    """Writes events and folds them; `machine` names this computer in them."""

    machine: str

    def mark(
        self,
        db: sqlite3.Connection,
        paper_ids: Sequence[str],
        changes: Sequence[Change],
        now: datetime,
        progress: Callable[[int, int], None] | None = None,
    ) -> Batch | None:
        """Make the changes that make a difference; None when there is none."""
        wanted = {change.field: _values(db, change, paper_ids, now) for change in changes}
        what = ", ".join(_verb(change) for change in changes)
        batch = self._record(db, wanted, what, now)
        if progress is not None:
            progress(len(paper_ids), len(paper_ids))
        return batch

    def record(
        self,
        db: sqlite3.Connection,
        field: str,
        values: Mapping[str, Any],
        what: str,
        now: datetime,
    ) -> Batch | None:
        """Give papers, by id, values of their own in one field; None when there is no change."""
        return self._record(db, {field: values}, what, now)

    def _record(
        self,
        db: sqlite3.Connection,
        wanted: Mapping[str, Mapping[str, Any]],
        what: str,
        now: datetime,
    ) -> Batch | None:
        at, batch = self._next_time(db, now), secrets.token_hex(8)
        papers = list(dict.fromkeys(paper for values in wanted.values() for paper in values))
        current = _current(db, papers, list(wanted))
        events = [
            Event(at, self.machine, batch, paper, field, values[paper], current[paper, field])
            for paper in papers
            for field, values in wanted.items()
            if paper in values and values[paper] != current[paper, field]
        ]
        return self._write(db, BatchKind.MARK, events, what) if events else None

    def undo(self, db: sqlite3.Connection, now: datetime) -> Batch | None:
        """Take back the last batch that stands."""
        row = db.execute(
            """SELECT id, what FROM batches WHERE kind = 'mark' AND is_undone = 0 AND machine = ?
               ORDER BY at DESC LIMIT 1""",
            (self.machine,),
        ).fetchone()
        return self._revert(db, now, BatchKind.UNDO, row) if row else None

    def undo_batch(self, db: sqlite3.Connection, batch: str, now: datetime) -> Batch | None:
        """Take back a batch; of an undo or redo its effect. None when it does not stand."""
        row = db.execute(
            """SELECT b.id, b.what, b.is_undone, u.kind FROM batches u
               JOIN batches b ON b.id = coalesce(u.of, u.id) WHERE u.id = ?""",
            (batch,),
        ).fetchone()
        if row is None:
            return None
        *original, is_undone, kind = row
        is_undo = kind != BatchKind.UNDO
        if is_undone == is_undo:
            return None
        return self._revert(db, now, BatchKind.UNDO if is_undo else BatchKind.REDO, original)

    def redo(self, db: sqlite3.Connection, now: datetime) -> Batch | None:
        """Do again what was undone last, unless something was marked since."""
        row = db.execute(
            """SELECT b.id, b.what FROM batches b JOIN batches u ON u.of = b.id AND u.kind = 'undo'
               WHERE b.is_undone = 1 AND b.machine = ? AND u.at > coalesce(
                 (SELECT max(at) FROM batches WHERE kind = 'mark' AND machine = b.machine), '')
               ORDER BY u.at DESC LIMIT 1""",
            (self.machine,),
        ).fetchone()
        return self._revert(db, now, BatchKind.REDO, row) if row else None

    def history(self, db: sqlite3.Connection, limit: int) -> list[Batch]:
        """The last batches, newest first."""
        rows = db.execute(
            """SELECT id, at, machine, kind, what, of, is_undone FROM batches
               ORDER BY at DESC, machine LIMIT ?""",
            (limit,),
        ).fetchall()
        return [
            Batch(
                id_, datetime.fromisoformat(at), machine, BatchKind(kind), what,
                _papers_of(db, id_), of, bool(is_undone),
            )
            for id_, at, machine, kind, what, of, is_undone in rows
        ]  # fmt: skip

    def merge(self, db: sqlite3.Connection, events: Iterable[Event]) -> int:
        """Take in events of another machine; the number of those that were not known."""
        known, touched = 0, set()
        for event in events:
            cursor = db.execute(
                "INSERT OR IGNORE INTO events VALUES (?, ?, ?, ?, ?, ?, ?)", _row(event)
            )
            if cursor.rowcount:
                known += 1
                touched.add((event.paper_id, event.field))
        for paper_id, field in touched:
            _fold(db, paper_id, field)
        return known

    def _revert(
        self, db: sqlite3.Connection, now: datetime, kind: BatchKind, row: Sequence[str]
    ) -> Batch:
        undone, what = row
        is_undo = kind is BatchKind.UNDO
        at, batch = self._next_time(db, now), secrets.token_hex(8)
        current = _current_of_batch(db, undone)
        events = []
        for event in _events(db, "batch = ?", undone):
            before, after = (event.value, event.old) if is_undo else (event.old, event.value)
            paper_id = _alias(db, event.paper_id)
            if current[event.paper_id, event.field] == before:
                events.append(Event(at, self.machine, batch, paper_id, event.field, after, before))
        db.execute(
            "UPDATE batches SET is_undone = ? OR of IS NOT NULL WHERE ? IN (id, of)",
            (is_undo, undone),
        )
        return self._write(db, kind, events, what, of=undone, at=at, batch=batch)

    def _write(
        self,
        db: sqlite3.Connection,
        kind: BatchKind,
        events: Sequence[Event],
        what: str,
        *,
        of: str | None = None,
        at: str = "",
        batch: str = "",
    ) -> Batch:
        at, batch = (events[0].at, events[0].batch) if events else (at, batch)
        papers = tuple(dict.fromkeys(event.paper_id for event in events))
        if kind is BatchKind.MARK:
            what = f"{what}: {len(papers)} papers" if len(papers) != 1 else what
        db.execute(
            "INSERT INTO batches VALUES (?, ?, ?, ?, ?, ?, 0)",
            (batch, at, self.machine, kind.value, what, of),
        )
        db.executemany("INSERT INTO events VALUES (?, ?, ?, ?, ?, ?, ?)", map(_row, events))
        db.executemany(
            "INSERT OR REPLACE INTO marks VALUES (?, ?, ?)",
            [(event.paper_id, event.field, dump(event.value)) for event in events],
        )
        return Batch(batch, datetime.fromisoformat(at), self.machine, kind, what, papers, of)

    def _next_time(self, db: sqlite3.Connection, now: datetime) -> str:
        """Now, but later than this machine's last event, so that their order is never in doubt."""
        last = db.execute(
            "SELECT max(at) FROM batches WHERE machine = ?", (self.machine,)
        ).fetchone()[0]
        now = now.astimezone(UTC)
        if last is not None:
            now = max(now, datetime.fromisoformat(last) + timedelta(microseconds=1))
        return now.isoformat(timespec="microseconds")


def all_events(db: sqlite3.Connection) -> Iterator[Event]:
    """The whole journal, oldest first."""
    return _events(db, "? = ''", "")


def _events(db: sqlite3.Connection, condition: str, value: str) -> Iterator[Event]:
    rows = db.execute(
        "SELECT at, machine, batch, paper_id, field, value, old FROM events "
        f"WHERE {condition} ORDER BY at, machine, paper_id, field",
        (value,),
    )
    for row in rows.fetchall():
        at, machine, batch, paper_id, field, value, old = row
        yield Event(at, machine, batch, paper_id, field, json.loads(value), json.loads(old))


def _row(event: Event) -> tuple[str, ...]:
    return (
        event.at, event.machine, event.batch, event.paper_id, event.field, dump(event.value),
        dump(event.old),
    )  # fmt: skip


def _checked(change: Change) -> Any:
    field, value = change.field, change.value
    if field == "tag:" or (field not in DEFAULTS and not field.startswith("tag:")):
        raise UsageError(f"there is no mark {field!r}")
    if field == "note":
        return value or None
    return value if field != "queued" or value is not False else None


def _values(
    db: sqlite3.Connection, change: Change, papers: Sequence[str], now: datetime
) -> dict[str, Any]:
    if change.field == "queued" and change.value is True:
        return places_at_end(queue_of(db), papers, now.timestamp())
    return dict.fromkeys(papers, _checked(change))


def queue_of(db: sqlite3.Connection) -> Queue:
    """The ids of the queued papers with their places, in order."""
    rows = db.execute("SELECT paper_id, value FROM marks WHERE field = 'queued'")
    places = [(paper, json.loads(value)) for paper, value in rows if value != "null"]
    return sorted(places, key=lambda place: place[::-1])


def _default(field: str) -> Any:
    return DEFAULTS.get(field, False)


def _current(
    db: sqlite3.Connection, paper_ids: Sequence[str], fields: Sequence[str]
) -> dict[tuple[str, str], Any]:
    current = {(paper, field): _default(field) for paper in paper_ids for field in fields}
    rows = db.execute(
        """SELECT paper_id, field, value FROM marks
           WHERE paper_id IN (SELECT value FROM json_each(?))
             AND field IN (SELECT value FROM json_each(?))""",
        (dump(list(paper_ids)), dump(list(fields))),
    )
    current.update({(paper, field): json.loads(value) for paper, field, value in rows})
    return current


def _current_of_batch(db: sqlite3.Connection, batch: str) -> dict[tuple[str, str], Any]:
    rows = db.execute(
        """SELECT e.paper_id, e.field, m.value FROM events e
           LEFT JOIN marks m ON m.field = e.field AND m.paper_id = coalesce(
             (SELECT id FROM aliases WHERE old_id = e.paper_id), e.paper_id)
           WHERE e.batch = ?""",
        (batch,),
    )
    return {
        (paper, field): _default(field) if value is None else json.loads(value)
        for paper, field, value in rows
    }


def _alias(db: sqlite3.Connection, paper_id: str) -> str:
    row = db.execute("SELECT id FROM aliases WHERE old_id = ?", (paper_id,)).fetchone()
    return str(row[0]) if row else paper_id


def _fold(db: sqlite3.Connection, paper_id: str, field: str) -> None:
    paper = _alias(db, paper_id)
    value = db.execute(
        """SELECT value FROM events WHERE field = ? AND
             (paper_id = ? OR paper_id IN (SELECT old_id FROM aliases WHERE id = ?))
           ORDER BY at DESC, machine DESC, batch DESC LIMIT 1""",
        (field, paper, paper),
    ).fetchone()[0]
    db.execute("INSERT OR REPLACE INTO marks VALUES (?, ?, ?)", (paper, field, value))


def _papers_of(db: sqlite3.Connection, batch: str) -> tuple[str, ...]:
    rows = db.execute("SELECT DISTINCT paper_id FROM events WHERE batch = ?", (batch,))
    return tuple(paper for (paper,) in rows)


def _verb(change: Change) -> str:
    if change.field.startswith("tag:"):
        return f"tagged {change.field[4:]}" if change.value else f"not tagged {change.field[4:]}"
    return VERBS.get((change.field, change.value), change.field)  # type: ignore[arg-type] # any value
