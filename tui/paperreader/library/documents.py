"""Documents into the library: what is new in them replaces only their own entries."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from paperreader.digests.model import Period
from paperreader.library.joining import derive, paper_of
from paperreader.library.model import ImportCount
from paperreader.library.records import dump, dump_links, dump_sections

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable
    from datetime import date

    from paperreader.digests.model import Entry
    from paperreader.library.model import Document
    from paperreader.topics import Classifier

READER_VERSION = 1  # goes up when the same text is read differently


def sha256(text: str) -> str:
    """What a text is recognised by."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def add_documents(
    db: sqlite3.Connection,
    documents: Iterable[Document],
    classifier: Classifier,
    *,
    now: str,
    today: date,
) -> ImportCount:
    """Store documents and derive the papers that they touch."""
    revision = _revision(db) + 1
    known = {number for (number,) in db.execute("SELECT number FROM papers")}
    read, entries = 0, 0
    touched: set[int] = set()
    seen: set[int] = set()
    for document in documents:
        read += 1
        entries += len(document.digest.entries)
        stored, is_same = _store_document(db, document, now)
        if is_same:
            seen |= _papers_of(db, stored)
            continue
        touched |= _papers_of(db, stored)
        db.execute("DELETE FROM entries WHERE document = ?", (stored,))
        for place, entry in enumerate(document.digest.entries):
            touched.add(_store_entry(db, stored, place, entry, now=now, today=today))
    for number in touched:
        derive(db, number, classifier, revision)
    if touched:
        db.execute("UPDATE meta SET value = ? WHERE key = 'revision'", (str(revision),))
    new = len(touched - known)
    return ImportCount(read, entries, new, len(touched) - new, len(seen - touched))


def _revision(db: sqlite3.Connection) -> int:
    return int(db.execute("SELECT value FROM meta WHERE key = 'revision'").fetchone()[0])


def _papers_of(db: sqlite3.Connection, document: int) -> set[int]:
    rows = db.execute("SELECT paper FROM entries WHERE document = ?", (document,))
    return {paper for (paper,) in rows}


def _store_document(db: sqlite3.Connection, document: Document, now: str) -> tuple[int, bool]:
    digest, checksum = document.digest, sha256(document.text)
    row = db.execute(
        "SELECT id, sha256, reader FROM documents WHERE source = ? AND name = ?",
        (document.source, digest.name),
    ).fetchone()
    if row and row[1:] == (checksum, READER_VERSION):
        return int(row[0]), True
    values = (
        document.path, digest.family.value, digest.language, checksum, READER_VERSION,
        document.text, now,
    )  # fmt: skip
    if row:
        db.execute(
            """UPDATE documents SET path = ?, family = ?, language = ?, sha256 = ?, reader = ?,
                 text = ?, added_at = ? WHERE id = ?""",
            (*values, row[0]),
        )
        return int(row[0]), False
    cursor = db.execute(
        """INSERT INTO documents
             (path, family, language, sha256, reader, text, added_at, source, name)
           VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)""",
        (*values, document.source, digest.name),
    )
    return int(cursor.lastrowid or 0), False


def _store_entry(
    db: sqlite3.Connection, document: int, place: int, entry: Entry, *, now: str, today: date
) -> int:
    period = entry.period or Period(today)
    paper = paper_of(db, entry, now)
    db.execute(
        """INSERT INTO entries (document, place, paper, identifier, title, authors, votes, heading,
             language, first, last, precision, keywords, links, sections)
           VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
        (
            document, place, paper, entry.identifier, entry.title, dump(entry.authors), entry.votes,
            entry.heading, entry.language, period.first.isoformat(), period.last.isoformat(),
            period.precision.value, dump(entry.keywords), dump_links(entry.links),
            dump_sections(entry.sections),
        ),
    )  # fmt: skip
    return paper
