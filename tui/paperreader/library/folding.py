"""Marks as they follow from the journal, with all that is kept of them: shelf, places, counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator

# The later change of a field wins, on every machine the same.
KEEP_LATEST = """
    ON CONFLICT (paper_id, field) DO UPDATE SET value = excluded.value, batch = excluded.batch
    WHERE NOT EXISTS (
      SELECT 1 FROM batches kept, batches new
      WHERE kept.number = marks.batch AND new.number = excluded.batch
        AND (kept.at, kept.machine, kept.id, marks.value)
          >= (new.at, new.machine, new.id, excluded.value))
"""
MARKS_OF_BATCH = f"""
    INSERT INTO marks SELECT coalesce(a.id, e.paper_id), e.field, e.value, e.batch
    FROM events e LEFT JOIN aliases a ON a.old_id = e.paper_id WHERE e.batch = ? {KEEP_LATEST}
"""
MARKS_OF_ALL = f"""
    INSERT INTO marks SELECT coalesce(a.id, e.paper_id), e.field, e.value, e.batch
    FROM events e LEFT JOIN aliases a ON a.old_id = e.paper_id WHERE true {KEEP_LATEST}
"""
PAPERS_OF_BATCH = """
    SELECT s.number FROM events e LEFT JOIN aliases a ON a.old_id = e.paper_id
    JOIN shelf s ON s.id = coalesce(a.id, e.paper_id) WHERE e.batch = ?
"""
CHOSEN = "chosen c CROSS JOIN shelf s ON s.number = c.number"
SHOWN_WRONG = """
    SELECT s.number FROM {papers}
    WHERE s.is_read <> coalesce(
      (SELECT value = 'true' FROM marks WHERE paper_id = s.id AND field = 'read'), 0)
"""
COUNT_UNREAD = """
    UPDATE counts SET unread = anew.unread
    FROM (SELECT l.kind, l.key, sum(s.is_read = 0) AS unread
          FROM places l JOIN shelf s ON s.number = l.paper GROUP BY l.kind, l.key) AS anew
    WHERE counts.kind = anew.kind AND counts.key = anew.key
"""
ADJUST_UNREAD = """
    UPDATE counts SET unread = unread + turn.more
    FROM (SELECT l.kind, l.key, sum(1 - 2 * s.is_read) AS more
          FROM turned t CROSS JOIN shelf s ON s.number = t.number
          CROSS JOIN places l ON l.paper = t.number
          GROUP BY l.kind, l.key) AS turn
    WHERE counts.kind = turn.kind AND counts.key = turn.key
"""
COUNTED = """
    SELECT l.kind, l.key, count(*), sum(s.is_read = 0)
    FROM places l JOIN shelf s ON s.number = l.paper GROUP BY l.kind, l.key
"""
LATEST = """
    SELECT paper_id, field, value FROM (
      SELECT coalesce(a.id, e.paper_id) AS paper_id, e.field, e.value, row_number() OVER (
          PARTITION BY coalesce(a.id, e.paper_id), e.field
          ORDER BY b.at DESC, b.machine DESC, b.id DESC, e.value DESC) AS age
      FROM events e JOIN batches b ON b.number = e.batch
      LEFT JOIN aliases a ON a.old_id = e.paper_id) WHERE age = 1
"""
WRONG = {
    "marks differ from the journal": f"{LATEST} EXCEPT SELECT paper_id, field, value FROM marks",
    "papers show a wrong mark": SHOWN_WRONG.format(papers="shelf s"),
    "marks are missing from their views": """
      SELECT m.kind, m.key, s.number FROM marked_places m JOIN shelf s ON s.id = m.paper_id
      EXCEPT SELECT kind, key, paper FROM places""",
    "counts are wrong": f"{COUNTED} EXCEPT SELECT * FROM counts",
}
MANY = 2_000  # from here counting anew is cheaper than adjusting


def fold(db: sqlite3.Connection, batch: int) -> None:
    """Make a batch of the journal count in the marks."""
    db.execute(MARKS_OF_BATCH, (batch,))
    _choose(db, PAPERS_OF_BATCH, batch)
    fields = {
        field
        for (field,) in db.execute("SELECT DISTINCT field FROM events WHERE batch = ?", (batch,))
    }
    if "read" in fields:
        _show_read(db)
    if fields - {"read", "interest"}:
        _place(db)


def fold_all(db: sqlite3.Connection) -> None:
    """Make marks, places and counts anew from the whole journal."""
    db.execute("DELETE FROM marks")
    db.execute(MARKS_OF_ALL)
    _choose(db, "SELECT number FROM shelf")
    _show_read(db)
    _place(db)
    db.execute("DELETE FROM counts")
    db.execute(f"INSERT INTO counts {COUNTED}")


def troubles(db: sqlite3.Connection) -> Iterator[str]:
    """Where marks, places and counts are not what the journal says, in sentences."""
    for what, rows in WRONG.items():
        number = db.execute(f"SELECT count(*) FROM ({rows})").fetchone()[0]
        if number:
            yield f"{number} {what}: run `paperreader doctor --rebuild`"


def take_over_marks(db: sqlite3.Connection, old_id: str, paper_id: str) -> None:
    """A paper got another id: it has the marks of both."""
    db.execute(
        f"""INSERT INTO marks SELECT ?, field, value, batch FROM marks
            WHERE paper_id = ? {KEEP_LATEST}""",
        (paper_id, old_id),
    )
    db.execute("DELETE FROM marks WHERE paper_id = ?", (old_id,))
    _choose(db, "SELECT number FROM shelf WHERE id = ?", paper_id)
    _show_read(db)
    _place(db)


def _choose(db: sqlite3.Connection, papers: str, *values: int | str) -> None:
    db.execute("DELETE FROM chosen")
    db.execute(f"INSERT OR IGNORE INTO chosen {papers}", values)


def _show_read(db: sqlite3.Connection) -> None:
    """On the shelf a chosen paper is read when its mark says so; the counts follow."""
    db.execute("DELETE FROM turned")
    turned = db.execute(f"INSERT INTO turned {SHOWN_WRONG.format(papers=CHOSEN)}").rowcount
    db.execute("UPDATE shelf SET is_read = 1 - is_read WHERE number IN (SELECT number FROM turned)")
    db.execute(ADJUST_UNREAD if turned < MANY else COUNT_UNREAD)


def _place(db: sqlite3.Connection) -> None:
    """A chosen paper stands in the views of its marks."""
    db.execute(
        """DELETE FROM places WHERE paper IN (SELECT number FROM chosen)
             AND kind IN ('bookmarks', 'queue', 'notes', 'tag')"""
    )
    db.execute(
        """INSERT INTO places SELECT m.kind, m.key, s.number FROM chosen c
           CROSS JOIN shelf s ON s.number = c.number JOIN marked_places m ON m.paper_id = s.id"""
    )
