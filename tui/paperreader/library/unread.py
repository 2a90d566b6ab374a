"""What is left to read: which paper comes next, and how much there is of every day."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import groupby
from typing import TYPE_CHECKING

from paperreader.library.model import CatchUp, UnreadDays
from paperreader.library.sql import ORDERS, to_sql
from paperreader.library.views import Sort

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable

    from paperreader.library.views import Condition

MOST_VOTED = 20
FORWARDS = ORDERS[Sort.DATE]
BACKWARDS = "p.last_date, coalesce(p.votes, -1), p.place DESC, p.number DESC"
# The first term alone would do for the index to find its way; the second decides within a day.
AFTER = """
    p.last_date <= h.last_date AND (p.last_date < h.last_date OR
      coalesce(p.votes, -1) < h.votes OR coalesce(p.votes, -1) = h.votes AND
        (p.place, p.number) > (h.place, h.number))
"""
BEFORE = """
    p.last_date >= h.last_date AND (p.last_date > h.last_date OR
      coalesce(p.votes, -1) > h.votes OR coalesce(p.votes, -1) = h.votes AND
        (p.place, p.number) < (h.place, h.number))
"""
NEXT = """
    WITH h AS (SELECT number, last_date, coalesce(votes, -1) AS votes, place FROM shelf
               WHERE number = ?)
    SELECT * FROM (SELECT p.number FROM h CROSS JOIN shelf p
      WHERE p.is_read = 0 AND {beyond} AND ({where}) ORDER BY {order} LIMIT 1)
    UNION ALL
    SELECT * FROM (SELECT p.number FROM shelf p
      WHERE p.is_read = 0 AND p.number IS NOT ? AND ({where}) ORDER BY {order} LIMIT 1)
    LIMIT 1
"""

# Only the first day of a month may be all that is known; where a digest of a day is among them it
# is that day.
UNREAD_BY_DAY = """
    SELECT last_date, count(*), min(last_date LIKE '%-01' AND 'month' =
        (SELECT precision FROM entries WHERE paper = number ORDER BY first DESC, precision LIMIT 1))
    FROM shelf WHERE is_read = 0 AND last_date >= ? GROUP BY last_date ORDER BY last_date DESC
"""


def next_unread(
    db: sqlite3.Connection, number: int | None, within: Condition, *, backwards: bool
) -> int | None:
    """The unread paper that follows in the order of all dates; after the last the first."""
    where, values = to_sql(within)
    order, beyond = (BACKWARDS, BEFORE) if backwards else (FORWARDS, AFTER)
    row = db.execute(
        NEXT.format(beyond=beyond, where=where, order=order), (number, *values, number, *values)
    ).fetchone()
    return int(row[0]) if row else None


def catch_up(db: sqlite3.Connection, since: date | None) -> CatchUp:
    """The unread papers by day and week and the most voted of them, since a day or all."""
    first = since.isoformat() if since else ""
    rows = db.execute(UNREAD_BY_DAY, (first,))
    counted = [
        UnreadDays(day := date.fromisoformat(text), day, papers, bool(is_month))
        for text, papers, is_month in rows
    ]
    days = tuple(each for each in counted if not each.is_month)
    voted = db.execute(
        f"""SELECT p.number FROM shelf p INDEXED BY shelf_by_votes
            WHERE p.is_read = 0 AND p.last_date >= ? AND p.votes > 0
            ORDER BY {ORDERS[Sort.VOTES]} LIMIT {MOST_VOTED}""",
        (first,),
    )
    return CatchUp(
        days,
        tuple(_weeks(days)),
        tuple(each for each in counted if each.is_month),
        tuple(number for (number,) in voted),
    )


def _weeks(days: Iterable[UnreadDays]) -> Iterable[UnreadDays]:
    for monday, group in groupby(days, key=lambda day: day.first - timedelta(day.first.weekday())):
        yield UnreadDays(monday, monday + timedelta(6), sum(day.papers for day in group))
