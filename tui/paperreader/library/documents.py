"""Documents into the library: what is new in them replaces only their own entries."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from paperreader.digests.model import Period
from paperreader.library.joining import derive, paper_of
from paperreader.library.model import DocumentRow, ImportCount, Moment
from paperreader.library.records import (
    dump,
    dump_links,
    dump_problems,
    dump_sections,
    load_problems,
)

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable
    from datetime import date

    from paperreader.digests.model import Entry
    from paperreader.library.model import Document
    from paperreader.topics import Classifier

READER_VERSION = 6  # goes up when the same text is read differently


def sha256(text: str) -> str:
    """What a text is recognised by."""
    import hashlib  # noqa: PLC0415 - OpenSSL takes 3 ms, and no start needs it

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
    before = moment(db)
    revision = before.revision + 1
    names = []
    touched: set[int] = set()
    for document in documents:
        names.append((document.source, document.digest.name))
        stored, is_same = _store_document(db, document, now)
        if is_same:
            continue
        touched |= _papers_of(db, stored)
        db.execute("DELETE FROM entries WHERE document = ?", (stored,))
        for place, entry in enumerate(document.digest.entries):
            touched.add(_store_entry(db, stored, place, entry, now=now, today=today))
    for number in touched:
        derive(db, number, classifier, revision)
    if touched:
        db.execute("UPDATE meta SET value = ? WHERE key = 'revision'", (str(revision),))
    return count_since(db, before, names)


def remove_documents(
    db: sqlite3.Connection, names: Iterable[tuple[str, str]], classifier: Classifier
) -> int:
    """Take documents (source and name) out; how many papers stand in no other and are gone."""
    revision = moment(db).revision + 1
    touched: set[int] = set()
    for name in names:
        for (document,) in db.execute(
            "SELECT id FROM documents WHERE source = ? AND name = ?", name
        ).fetchall():
            touched |= _papers_of(db, document)
            db.execute("DELETE FROM entries WHERE document = ?", (document,))
            db.execute("DELETE FROM documents WHERE id = ?", (document,))
    for number in touched:
        derive(db, number, classifier, revision)
    db.execute("UPDATE meta SET value = ? WHERE key = 'revision'", (str(revision),))
    return int(
        db.execute("SELECT count(*) FROM removed WHERE revision = ?", (revision,)).fetchone()[0]
    )


def moment(db: sqlite3.Connection) -> Moment:
    """The library as it is now."""
    return Moment(
        *db.execute(
            """SELECT CAST(value AS INTEGER),
                 coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'papers'), 0)
               FROM meta WHERE key = 'revision'"""
        ).fetchone()
    )


def count_since(
    db: sqlite3.Connection, before: Moment, names: Iterable[tuple[str, str]]
) -> ImportCount:
    """What changed since then, when the documents of these sources and names were imported."""
    new, updated = db.execute(
        "SELECT coalesce(sum(number > ?), 0), coalesce(sum(number <= ?), 0)"
        " FROM papers WHERE revision > ?",
        (before.last_paper, before.last_paper, before.revision),
    ).fetchone()
    documents, entries, unchanged = db.execute(
        """SELECT count(DISTINCT d.id), count(e.id),
             count(DISTINCT CASE WHEN p.revision <= ? THEN p.number END)
           FROM json_each(?) name
           JOIN documents d ON d.source = name.value ->> 0 AND d.name = name.value ->> 1
           JOIN entries e ON e.document = d.id JOIN papers p ON p.number = e.paper""",
        (before.revision, dump(list(dict.fromkeys(names)))),
    ).fetchone()
    return ImportCount(documents, entries, new, updated, unchanged)


def all_documents(db: sqlite3.Connection) -> list[DocumentRow]:
    """All documents, by source and name."""
    rows = db.execute(
        """SELECT source, name, path, family, language,
             (SELECT count(*) FROM entries WHERE document = d.id), added_at,
             iif(reader = ?, sha256, NULL), problems
           FROM documents d ORDER BY source, name""",
        (READER_VERSION,),
    )
    return [_document_row(*row) for row in rows]


def _document_row(*values: Any) -> DocumentRow:
    source, name, path, family, language, entries, added_at, text_sha256, problems = values
    return DocumentRow(
        source, name, path, family, language, entries, datetime.fromisoformat(added_at),
        text_sha256, load_problems(problems),
    )  # fmt: skip


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
        document.text, dump_problems(digest.problems), now,
    )  # fmt: skip
    if row:
        db.execute(
            """UPDATE documents SET path = ?, family = ?, language = ?, sha256 = ?, reader = ?,
                 text = ?, problems = ?, added_at = ? WHERE id = ?""",
            (*values, row[0]),
        )
        return int(row[0]), False
    cursor = db.execute(
        """INSERT INTO documents
             (path, family, language, sha256, reader, text, problems, added_at, source, name)
           VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
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
