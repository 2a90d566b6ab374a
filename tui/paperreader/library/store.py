"""The library: one SQLite file with digests, papers and marks."""

from __future__ import annotations

import socket
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Self

from paperreader.library.database import Database
from paperreader.library.documents import READER_VERSION, add_documents
from paperreader.library.finding import Finding
from paperreader.library.joining import derive
from paperreader.library.keeping import Keeping
from paperreader.library.marking import Marking
from paperreader.library.model import DocumentRow

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date
    from pathlib import Path

    from paperreader.library.model import Document, ImportCount
    from paperreader.topics import Classifier


def utc_now() -> datetime:
    """The time now, aware and in UTC."""
    return datetime.now(UTC)


class Library(Finding, Marking, Keeping):
    """Digests in, papers out, marks; usable from several threads and processes at once."""

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
