"""Papers out of the library: by a condition in an order, as rows or with all that is known."""

from __future__ import annotations

import json
from collections import Counter
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from paperreader import digests
from paperreader.library import unread
from paperreader.library.database import others_wrote
from paperreader.library.model import Changes, Marks, Paper
from paperreader.library.opened import Opened
from paperreader.library.records import (
    ENTRIES,
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
    from collections.abc import Iterator, Mapping, Sequence

    from paperreader.library.model import CatchUp, PaperRow
    from paperreader.library.views import Condition, View

EVERY = Every()
NOTES = """
    SELECT s.number, json_extract(m.value, '$') FROM marks m JOIN shelf s ON s.id = m.paper_id
    WHERE m.field <> 'read' AND m.field = 'note' AND m.value <> 'null'
"""
BY_TITLE = "papers t CROSS JOIN shelf p ON p.number = t.number"


class Finding(Opened):
    """Which papers there are, and what is known of them."""

    # The month of each paper, as of a revision: results are counted with every letter typed.
    _months: tuple[int, dict[int, str]] | None = None
    # The notes, as of a state of the file: searches look through them with every letter typed.
    _notes: tuple[tuple[int, ...], dict[int, str]] | None = None

    @property
    def last_paper(self) -> int:
        """The highest number that a paper ever had; later papers have higher ones."""
        row = self._db.execute("SELECT seq FROM sqlite_sequence WHERE name = 'papers'").fetchone()
        return int(row[0]) if row else 0

    def count_after(self, number: int) -> int:
        """How many papers came after the one of this number."""
        row = self._db.execute("SELECT count(*) FROM papers WHERE number > ?", (number,))
        return int(row.fetchone()[0])

    @property
    def revision(self) -> int:
        """Goes up with every change of papers; marks don't change it."""
        return int(self._db.execute("SELECT value FROM meta WHERE key = 'revision'").fetchone()[0])

    def select(
        self, where: Condition | None = None, sort: Sort = Sort.DATE, limit: int | None = None
    ) -> list[int]:
        """The numbers of the papers for which a condition holds, in order."""
        condition, values = to_sql(where or EVERY)
        table = BY_TITLE if sort is Sort.TITLE else "shelf p"
        order = ORDERS[sort]
        rows = self._db.execute(
            f"SELECT p.number FROM {table} WHERE {condition} ORDER BY {order} LIMIT ?",
            (*values, -1 if limit is None else limit),
        )
        return [number for (number,) in rows]

    def count(self, where: Condition) -> Count:
        """How many papers there are for which a condition holds."""
        condition, values = to_sql(where)
        row = self._db.execute(
            f"SELECT count(*), coalesce(sum(p.is_read = 0), 0) FROM shelf p WHERE {condition}",
            values,
        ).fetchone()
        return Count(*row)

    def months(self, numbers: Sequence[int]) -> list[tuple[str, int]]:
        """How many of these papers were last in a digest of each month as `2024-12`, in order."""
        revision = self.revision
        if self._months is None or self._months[0] != revision:
            found = self._db.execute(
                "SELECT number, substr(last_date, 1, 7) FROM shelf WHERE last_date IS NOT NULL"
            )
            self._months = revision, dict(found)
        counts = Counter(map(self._months[1].get, numbers))
        return sorted((month, papers) for month, papers in counts.items() if month)

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

    def headings(self, numbers: Sequence[int]) -> list[tuple[int, str, tuple[str, ...]]]:
        """Number, title and authors of these papers, in any order: a third of the work of rows."""
        found = self._db.execute(
            """SELECT number, title, authors FROM papers
               WHERE number IN (SELECT value FROM json_each(?))""",
            (dump(list(numbers)),),
        )
        return [(number, title, tuple(json.loads(authors))) for number, title, authors in found]

    def paper(self, number: int) -> Paper | None:
        """A paper with all that its digests say."""
        return next(iter(self.papers_of([number])), None)

    def papers_of(self, numbers: Sequence[int]) -> list[Paper]:
        """These papers with all that their digests say, in this order, without those gone."""
        return [self._whole(row) for row in self.rows(numbers)]

    def _whole(self, row: PaperRow) -> Paper:
        keywords, links, evidence = self._db.execute(
            "SELECT keywords, links, evidence FROM papers WHERE number = ?", (row.number,)
        ).fetchone()
        entries = self._db.execute(ENTRIES, (row.number,)).fetchall()
        return Paper(
            row, tuple(json.loads(keywords)), load_links(links), load_evidence(evidence),
            tuple(map(stored_entry, entries)),
        )  # fmt: skip

    def papers(self, where: Condition | None = None, sort: Sort = Sort.DATE) -> Iterator[Paper]:
        """The papers for which a condition holds, one after another."""
        for number in self.select(where, sort):
            paper = self.paper(number)
            if paper is not None:
                yield paper

    def notes(self) -> Mapping[int, str]:
        """The notes by the numbers of their papers; the same object while nothing is written."""
        db = self._db
        state = (id(db), others_wrote(db), db.total_changes)
        if self._notes is None or self._notes[0] != state:
            found = dict(db.execute(NOTES))
            kept = self._notes[1] if self._notes else None
            self._notes = state, kept if kept == found else found
        return self._notes[1]

    def number_of(self, id: str) -> int | None:  # noqa: A002 - the word of the product
        """The number of the paper with this id, address or `arXiv:` form."""
        return self._number_of(id.strip()) or self._number_of(digests.bare_arxiv_id(id) or "")

    def _number_of(self, name: str) -> int | None:
        row = self._db.execute(
            """SELECT number FROM papers WHERE id = ?
                 OR id = (SELECT id FROM aliases WHERE old_id = ?)""",
            (name, name),
        ).fetchone()
        return int(row[0]) if row else None

    def counts(self) -> Mapping[View, Count]:
        """The counts of all views but saved searches."""
        return self._counts.get(self._db)

    def languages(self) -> tuple[str, ...]:
        """The languages that entries are in (ISO 639-1)."""
        rows = self._db.execute("SELECT DISTINCT language FROM entries ORDER BY language")
        return tuple(str(language) for (language,) in rows)

    def next_unread(
        self, number: int | None, *, backwards: bool = False, within: Condition = EVERY
    ) -> int | None:
        """The unread paper that follows this one in the order of all dates, wrapping round."""
        return unread.next_unread(self._db, number, within, backwards=backwards)

    def catch_up(self, days: int | None = None) -> CatchUp:
        """What is unread, of the last days or all of it."""
        today = self._clock().astimezone().date()
        return unread.catch_up(self._db, today - timedelta(days - 1) if days else None)

    def changed_since(self, revision: int) -> Changes:
        """The papers that changed after a revision."""
        changed = self._db.execute(
            "SELECT number FROM papers WHERE revision > ? ORDER BY number", (revision,)
        )
        removed = self._db.execute("SELECT number FROM removed WHERE revision > ?", (revision,))
        return Changes(tuple(n for (n,) in changed.fetchall()), tuple(n for (n,) in removed))

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
