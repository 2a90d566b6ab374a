"""The library: one SQLite file with digests, papers and marks."""

from __future__ import annotations

import json
import socket
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Self

from paperreader.digests import bare_arxiv_id
from paperreader.library.counts import Counts
from paperreader.library.database import Database
from paperreader.library.documents import READER_VERSION, add_documents
from paperreader.library.joining import ENTRIES, derive
from paperreader.library.journal import Journal, all_events
from paperreader.library.model import Marks, Paper
from paperreader.library.records import (
    ROW_COLUMNS,
    dump,
    load_evidence,
    load_links,
    marks_of,
    paper_row,
    stored_entry,
)
from paperreader.library.sql import ORDERS, to_sql
from paperreader.library.views import Count, Every, Sort

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from datetime import date
    from pathlib import Path

    from paperreader.library.journal import Event
    from paperreader.library.model import Batch, Change, Document, ImportCount, PaperRow
    from paperreader.library.views import Condition, View
    from paperreader.topics import Classifier

STREAM_CHUNK = 200


def utc_now() -> datetime:
    """The time now, aware and in UTC."""
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Changes:
    """What the index has to catch up with: numbers of papers changed or new, and gone."""

    changed: tuple[int, ...]
    removed: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """A document as lists show it."""

    source: str
    name: str
    path: str
    family: str
    language: str
    entries: int
    added: datetime


class Library:
    """Digests in, papers out, marks; usable from several threads and processes at once."""

    def __init__(self, database: Database, clock: Callable[[], datetime], machine: str) -> None:
        self.path = database.path
        self._database = database
        self._clock = clock
        self._journal = Journal(machine)
        self._counts = Counts()

    @classmethod
    def open(
        cls, path: Path, *, clock: Callable[[], datetime] = utc_now, machine: str | None = None
    ) -> Self:
        """Open the file, made or migrated where needed; raises LibraryError."""
        return cls(Database(path), clock, machine or socket.gethostname() or "here")

    def close(self) -> None:
        """Close the file."""
        self._database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def _db(self) -> sqlite3.Connection:
        return self._database.connection

    @property
    def revision(self) -> int:
        """Goes up with every change of papers; marks don't change it."""
        return int(self._db.execute("SELECT value FROM meta WHERE key = 'revision'").fetchone()[0])

    # Digests in

    def add(
        self, documents: Iterable[Document], classifier: Classifier, *, today: date
    ) -> ImportCount:
        """Store documents in one transaction; entries without a date are from `today`."""
        with self._database.writing() as db:
            count = add_documents(db, documents, classifier, now=self._now(), today=today)
        self._counts.forget()
        return count

    def knows(self, source: str, name: str, text_sha256: str) -> bool:
        """This text was read before, by the same reader."""
        row = self._db.execute(
            "SELECT sha256, reader FROM documents WHERE source = ? AND name = ?", (source, name)
        ).fetchone()
        return bool(row == (text_sha256, READER_VERSION))

    def documents(self) -> list[DocumentRow]:
        """All documents, by source and name."""
        rows = self._db.execute(
            """SELECT source, name, path, family, language,
                 (SELECT count(*) FROM entries WHERE document = d.id), added_at
               FROM documents d ORDER BY source, name"""
        )
        return [
            DocumentRow(source, name, path, family, language, entries, datetime.fromisoformat(at))
            for source, name, path, family, language, entries, at in rows
        ]

    def reclassify(self, classifier: Classifier) -> int:
        """Derive all papers anew, for other topics; how many there are."""
        return self.rebuild_derived(classifier)

    def rebuild_derived(self, classifier: Classifier) -> int:
        """Derive all papers, places and marks anew from entries and journal."""
        with self._database.writing() as db:
            numbers = [number for (number,) in db.execute("SELECT number FROM papers")]
            revision = self.revision + 1
            for number in numbers:
                derive(db, number, classifier, revision)
            db.execute(
                """UPDATE papers SET is_read = coalesce((SELECT value = 'true' FROM marks
                     WHERE paper_id = papers.id AND field = 'read'), 0)"""
            )
            db.execute("UPDATE meta SET value = ? WHERE key = 'revision'", (str(revision),))
        self._counts.forget()
        return len(numbers)

    # Papers out

    def select(
        self, where: Condition | None = None, sort: Sort = Sort.DATE, limit: int | None = None
    ) -> list[int]:
        """The numbers of the papers for which a condition holds, in order."""
        condition, values = to_sql(where or Every())
        order = ORDERS[sort]
        rows = self._db.execute(
            f"SELECT p.number FROM papers p WHERE {condition} ORDER BY {order} LIMIT ?",
            (*values, -1 if limit is None else limit),
        )
        return [number for (number,) in rows]

    def count(self, where: Condition) -> Count:
        """How many papers there are for which a condition holds."""
        condition, values = to_sql(where)
        row = self._db.execute(
            f"SELECT count(*), coalesce(sum(p.is_read = 0), 0) FROM papers p WHERE {condition}",
            values,
        ).fetchone()
        return Count(*row)

    def rows(self, numbers: Sequence[int]) -> list[PaperRow]:
        """These papers as lists show them, in this order; those that are gone are left out."""
        wanted = dump(list(numbers))
        found = self._db.execute(
            f"SELECT {ROW_COLUMNS} FROM papers WHERE number IN (SELECT value FROM json_each(?))",
            (wanted,),
        ).fetchall()
        marks = self._marks([row[1] for row in found])
        rows = {row[0]: paper_row(row, marks.get(row[1], Marks())) for row in found}
        return [rows[number] for number in numbers if number in rows]

    def paper(self, number: int) -> Paper | None:
        """A paper with all that its digests say."""
        rows = self.rows([number])
        if not rows:
            return None
        keywords, links, evidence = self._db.execute(
            "SELECT keywords, links, evidence FROM papers WHERE number = ?", (number,)
        ).fetchone()
        entries = self._db.execute(ENTRIES, (number,)).fetchall()
        return Paper(
            rows[0], tuple(json.loads(keywords)), load_links(links), load_evidence(evidence),
            tuple(map(stored_entry, entries)),
        )  # fmt: skip

    def papers(self, where: Condition | None = None, sort: Sort = Sort.DATE) -> Iterator[Paper]:
        """The papers for which a condition holds, one after another."""
        for number in self.select(where, sort):
            paper = self.paper(number)
            if paper is not None:
                yield paper

    def number_of(self, id: str) -> int | None:  # noqa: A002 - the word of the product
        """The number of the paper with this id, address or `arXiv:` form."""
        for name in dict.fromkeys((id.strip(), bare_arxiv_id(id) or "")):
            row = self._db.execute(
                """SELECT number FROM papers WHERE id = ?
                     OR id = (SELECT id FROM aliases WHERE old_id = ?)""",
                (name, name),
            ).fetchone()
            if row:
                return int(row[0])
        return None

    def counts(self) -> Mapping[View, Count]:
        """The counts of all views but saved searches."""
        return self._counts.get(self._db)

    def changed_since(self, revision: int) -> Changes:
        """The papers that changed after a revision."""
        changed = self._db.execute(
            "SELECT number FROM papers WHERE revision > ? ORDER BY number", (revision,)
        )
        removed = self._db.execute("SELECT number FROM removed WHERE revision > ?", (revision,))
        return Changes(tuple(n for (n,) in changed.fetchall()), tuple(n for (n,) in removed))

    # Marks

    def mark(self, numbers: Sequence[int], *changes: Change) -> Batch | None:
        """Change marks; on disk when this returns. None when nothing is different."""
        with self._database.writing() as db:
            ids = [
                paper_id
                for (paper_id,) in db.execute(
                    "SELECT id FROM papers WHERE number IN (SELECT value FROM json_each(?))",
                    (dump(list(numbers)),),
                )
            ]
            batch = self._journal.mark(db, ids, changes, self._clock())
            changed = self._note_read(db, batch)
        self._marks_changed(batch, changed)
        return batch

    def undo(self) -> Batch | None:
        """Take back the last action; None when there is none."""
        with self._database.writing() as db:
            batch = self._journal.undo(db, self._clock())
            changed = self._note_read(db, batch)
        self._marks_changed(batch, changed)
        return batch

    def undo_batch(self, id: str) -> Batch | None:  # noqa: A002 - a batch's id
        """Take back one action of the history."""
        with self._database.writing() as db:
            batch = self._journal.undo(db, self._clock(), id)
            changed = self._note_read(db, batch)
        self._marks_changed(batch, changed)
        return batch

    def redo(self) -> Batch | None:
        """Do again what was undone last; None when there is nothing."""
        with self._database.writing() as db:
            batch = self._journal.redo(db, self._clock())
            changed = self._note_read(db, batch)
        self._marks_changed(batch, changed)
        return batch

    def history(self, limit: int = 200) -> list[Batch]:
        """What was done to marks, newest first."""
        return self._journal.history(self._db, limit)

    def events(self) -> Iterator[Event]:
        """The whole journal, oldest first."""
        return all_events(self._db)

    def merge(self, events: Iterable[Event]) -> int:
        """Take in another machine's journal: the later change of a field wins."""
        with self._database.writing() as db:
            known = self._journal.merge(db, events)
            db.execute(
                """UPDATE papers SET is_read = coalesce((SELECT value = 'true' FROM marks
                     WHERE paper_id = papers.id AND field = 'read'), 0)"""
            )
        self._counts.forget()
        return known

    def _note_read(self, db: sqlite3.Connection, batch: Batch | None) -> dict[int, bool]:
        if batch is None:
            return {}
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

    def _marks_changed(self, batch: Batch | None, read: Mapping[int, bool]) -> None:
        if batch is None:
            return
        self._counts.read_changed(self._db, read)
        self._counts.marked_changed(self._db)

    def _marks(self, ids: Sequence[str]) -> dict[str, Marks]:
        rows = self._db.execute(
            """SELECT paper_id, field, value FROM marks
               WHERE paper_id IN (SELECT value FROM json_each(?))""",
            (dump(list(ids)),),
        )
        fields: dict[str, dict[str, Any]] = {}
        for paper_id, field, value in rows:
            fields.setdefault(paper_id, {})[field] = json.loads(value)
        return {paper_id: marks_of(values) for paper_id, values in fields.items()}

    # What the user keeps besides

    def saved_searches(self) -> dict[str, str]:
        """Query by name."""
        return dict(self._db.execute("SELECT name, query FROM saved_searches ORDER BY name"))

    def save_search(self, name: str, query: str) -> None:
        """Keep a search under a name."""
        with self._database.writing() as db:
            db.execute("INSERT OR REPLACE INTO saved_searches VALUES (?, ?)", (name, query))

    def forget_search(self, name: str) -> None:
        """Keep it no longer."""
        with self._database.writing() as db:
            db.execute("DELETE FROM saved_searches WHERE name = ?", (name,))

    def recall(self, key: str, default: Any = None) -> Any:
        """A small JSON value that was remembered."""
        row = self._db.execute("SELECT value FROM memory WHERE key = ?", (key,)).fetchone()
        return json.loads(row[0]) if row else default

    def remember(self, key: str, value: Any) -> None:
        """Keep a small JSON value."""
        with self._database.writing() as db:
            db.execute("INSERT OR REPLACE INTO memory VALUES (?, ?)", (key, dump(value)))

    def check(self) -> list[str]:
        """What is wrong with the file, in sentences; empty when nothing is."""
        problems = [
            f"library.db: {row[0]}"
            for row in self._db.execute("PRAGMA integrity_check")
            if row[0] != "ok"
        ]
        lost = self._db.execute(
            "SELECT count(*) FROM papers WHERE number NOT IN (SELECT paper FROM entries)"
        ).fetchone()[0]
        if lost:
            problems.append(f"{lost} papers stand in no digest: run `paperreader doctor --rebuild`")
        wrong = self._db.execute(
            """SELECT count(*) FROM papers p WHERE is_read <> coalesce(
                 (SELECT value = 'true' FROM marks WHERE paper_id = p.id AND field = 'read'), 0)"""
        ).fetchone()[0]
        if wrong:
            problems.append(f"{wrong} papers show a wrong mark: run `paperreader doctor --rebuild`")
        return problems

    def _now(self) -> str:
        return self._clock().astimezone(UTC).isoformat()
