"""What a paper is, said by its entries: joining is by arXiv id, else by normalised title."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from paperreader import digests
from paperreader.digests.model import Family
from paperreader.library.folding import take_over_marks
from paperreader.library.links import SLUG, united_links
from paperreader.library.records import ENTRIES, dump, dump_evidence, dump_links, stored_entry
from paperreader.library.sources import listed_source

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator, Sequence

    from paperreader.digests.model import Entry, Link
    from paperreader.library.model import StoredEntry
    from paperreader.topics import Classifier, Evidence


def paper_of(db: sqlite3.Connection, entry: Entry, now: str) -> int:
    """The number of the paper that an entry is about, made where there is none."""
    key = digests.title_key(entry.title)
    if entry.identifier:
        number = _number(db, "id = ?", entry.identifier)
        return number or _adopt(db, entry.identifier, key) or _new(db, entry.identifier, key, now)
    number = _number(db, "title_key = ?", key) if key else None
    return number or _new(db, _free_slug(db, entry.title), key, now)


def _number(db: sqlite3.Connection, condition: str, value: str) -> int | None:
    row = db.execute(
        f"SELECT number FROM papers WHERE {condition} ORDER BY id LIMIT 1",
        (value,),
    ).fetchone()
    return int(row[0]) if row else None


def _adopt(db: sqlite3.Connection, identifier: str, key: str) -> int | None:
    """A paper known so far by its title alone gets its arXiv id; its marks come along."""
    row = db.execute(
        "SELECT number, id FROM papers WHERE title_key = ? AND id LIKE 'slug:%' AND ? <> ''",
        (key, key),
    ).fetchone()
    if row is None:
        return None
    number, old = row
    db.execute("UPDATE papers SET id = ? WHERE number = ?", (identifier, number))
    db.execute("INSERT OR REPLACE INTO aliases VALUES (?, ?)", (old, identifier))
    take_over_marks(db, old, identifier)
    return int(number)


def _new(db: sqlite3.Connection, paper_id: str, key: str, now: str) -> int:
    cursor = db.execute(
        """INSERT INTO papers (id, title, title_key, authors, languages, topics, evidence, keywords,
             links, added_at, revision)
           VALUES (?, '', ?, '[]', '[]', '[]', '[]', '[]', '[]', ?, 0)""",
        (paper_id, key, now),
    )
    return int(cursor.lastrowid or 0)


def _free_slug(db: sqlite3.Connection, title: str) -> str:
    slug = SLUG + (digests.slug_of(title) or "untitled")
    known = db.execute("SELECT id FROM aliases WHERE old_id = ?", (slug,)).fetchone()
    if known and not _number(db, "id = ?", known[0]):
        return str(known[0])
    number, free = 1, slug
    while _number(db, "id = ?", free):
        number += 1
        free = f"{slug}-{number}"
    return free


def derive(db: sqlite3.Connection, number: int, classifier: Classifier, revision: int) -> None:
    """Write a paper's row and places anew from its entries; remove it when it has none."""
    rows = db.execute(ENTRIES, (number,)).fetchall()
    if not rows:
        db.execute("DELETE FROM papers WHERE number = ?", (number,))
        db.execute("INSERT OR REPLACE INTO removed VALUES (?, ?)", (number, revision))
        return
    entries = [stored_entry(row) for row in rows]
    keywords = united(json.loads(row[13]) for row in rows)
    evidence = evidence_for(entries, keywords, classifier)
    _write_paper(db, number, entries, evidence, keywords=keywords, revision=revision, rows=rows)
    write_places(db, number, entries, evidence)


def _write_paper(
    db: sqlite3.Connection,
    number: int,
    entries: Sequence[StoredEntry],
    evidence: Sequence[Evidence],
    *,
    keywords: Sequence[str],
    revision: int,
    rows: Sequence[tuple[Any, ...]],
) -> None:
    title = best_title(entries)
    votes = [entry.votes for entry in entries if entry.votes is not None]
    topics = [one.topic for one in evidence]
    db.execute(
        """UPDATE papers SET title = ?, title_key = ?, authors = ?, first_date = ?, last_date = ?,
             votes = ?, place = ?, languages = ?, topics = ?, evidence = ?, keywords = ?,
             links = ?, revision = ? WHERE number = ?""",
        (
            title, digests.title_key(title), dump(best_authors(entries)), rows[0][3],
            max(row[3] for row in rows), max(votes, default=None), rows[-1][15],
            dump(united([entry.language] for entry in entries)), dump(topics),
            dump_evidence(evidence), dump(keywords),
            dump_links(united_links(_id(db, number), _links(entries))), revision, number,
        ),
    )  # fmt: skip


def evidence_for(
    entries: Sequence[StoredEntry], keywords: Sequence[str], classifier: Classifier
) -> tuple[Evidence, ...]:
    """What the entries of a paper say of its topics."""
    text = "\n".join(section.text for entry in entries for section in entry.sections)
    headings = united([entry.heading] for entry in entries if entry.heading)
    return classifier.classify(best_title(entries), text, headings, keywords)


def write_places(
    db: sqlite3.Connection,
    number: int,
    entries: Sequence[StoredEntry],
    evidence: Sequence[Evidence],
) -> None:
    """Write anew under which sources, topics and dates a paper stands."""
    db.execute(
        "DELETE FROM places WHERE paper = ? AND kind IN ('date', 'source', 'topic')", (number,)
    )
    places = {("source", listed_source(entry.source, entry.digest)) for entry in entries}
    places |= {("topic", one.topic) for one in evidence}
    for entry in entries:
        text = entry.period.first.isoformat()
        lengths = (4, 7) if entry.period.precision.value == "month" else (4, 7, 10)
        places |= {("date", text[:length]) for length in lengths}
    db.executemany(
        "INSERT OR IGNORE INTO places VALUES (?, ?, ?)",
        [(kind, key, number) for kind, key in places],
    )


def best_title(entries: Sequence[StoredEntry]) -> str:
    """The title of the oldest entry that has an ASCII one, else of the oldest."""
    latin = (
        entry.title
        for entry in entries
        if sum(map(str.isascii, entry.title)) * 2 > len(entry.title)
    )
    return next(latin, entries[0].title)


def best_authors(entries: Sequence[StoredEntry]) -> tuple[str, ...]:
    """The fullest list: most full names (with a space), then most names.

    Of lists as full that of the API, which has them in the order of the paper.
    """
    return max(entries, key=_fullness).authors


def _fullness(entry: StoredEntry) -> tuple[int, int, bool]:
    full_names = sum(" " in name.strip() for name in entry.authors)
    return full_names, len(entry.authors), entry.family == Family.HF_DAILY


def _id(db: sqlite3.Connection, number: int) -> str:
    row = db.execute("SELECT id FROM papers WHERE number = ?", (number,)).fetchone()
    return str(row[0])


def _links(entries: Sequence[StoredEntry]) -> Iterator[Link]:
    return (link for entry in entries for link in entry.links)


def united(lists: Iterable[Iterable[str]]) -> list[str]:
    """The items of all lists, each once."""
    return list(dict.fromkeys(item for items in lists for item in items))
