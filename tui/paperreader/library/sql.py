"""Conditions as SQL: each becomes an expression over `shelf p` with its parameters."""

from __future__ import annotations

import json
from functools import singledispatch
from typing import Any

from paperreader.library.views import (
    During,
    Either,
    Every,
    Has,
    InView,
    Mark,
    Not,
    Numbers,
    Sort,
    ViewKind,
)

Sql = tuple[str, list[Any]]

QUEUED = """(SELECT CAST(nullif(value, 'null') AS REAL) FROM marks
  WHERE paper_id = p.id AND field = 'queued')"""
ORDERS = {
    Sort.DATE: "p.last_date DESC, coalesce(p.votes, -1) DESC, p.place, p.number",
    Sort.VOTES: "coalesce(p.votes, -1) DESC, p.last_date DESC, p.place, p.number",
    Sort.TITLE: "t.title COLLATE NOCASE, t.number",
    Sort.ADDED: "p.added_at DESC, p.last_date DESC, coalesce(p.votes, -1) DESC, p.place, p.number",
    Sort.QUEUE: f"{QUEUED} IS NULL, {QUEUED}, p.number",
    Sort.RELEVANCE: "p.last_date DESC, coalesce(p.votes, -1) DESC, p.place, p.number",
}
UNREAD = Not(Has(Mark.READ))
WHOLE_VIEWS = {ViewKind.ALL: Every(), ViewKind.UNREAD: UNREAD}


@singledispatch
def to_sql(condition: object) -> Sql:
    """The expression of a condition and its parameters."""
    raise TypeError(condition)


@to_sql.register
def _(condition: Every) -> Sql:
    return _joined(condition.parts, " AND ", "1")


@to_sql.register
def _(condition: Either) -> Sql:
    return _joined(condition.parts, " OR ", "0")


@to_sql.register
def _(condition: Not) -> Sql:
    if condition == UNREAD:
        return "p.is_read = 0", []  # the words of the index of unread papers
    text, values = to_sql(condition.part)
    return f"NOT coalesce({text}, 0)", values


@to_sql.register
def _(condition: Numbers) -> Sql:
    return "p.number IN (SELECT value FROM json_each(?))", [json.dumps(list(condition.numbers))]


@to_sql.register
def _(condition: During) -> Sql:
    parts, values = [], []
    if condition.first is not None:
        parts.append("e.first >= ?")
        values.append(condition.first.isoformat())
    if condition.last is not None:
        parts.append("e.last <= ?")
        values.append(condition.last.isoformat())
    return of_entry(" AND ".join(parts) or "1"), values


@to_sql.register
def _(condition: InView) -> Sql:
    view = condition.view
    if view.kind in WHOLE_VIEWS:
        return to_sql(WHOLE_VIEWS[view.kind])
    return (
        "p.number IN (SELECT paper FROM places WHERE kind = ? AND key = ?)",
        [view.kind.value, view.key],
    )


@to_sql.register
def _(condition: Has) -> Sql:
    if condition.mark is Mark.READ:
        return "p.is_read = 1", []
    return of_marks("field = ? AND value <> 'false' AND value <> 'null'"), [condition.mark.value]


def _joined(parts: tuple[Any, ...], word: str, none: str) -> Sql:
    if not parts:
        return none, []
    texts, values = [], []
    for part in parts:
        text, more = to_sql(part)
        texts.append(f"({text})")
        values += more
    return word.join(texts), values


def of_entry(condition: str) -> str:
    """What holds where it holds for one of the entries `e` of the paper."""
    return f"EXISTS (SELECT 1 FROM entries e WHERE e.paper = p.number AND {condition})"


def of_marks(condition: str) -> str:
    """What holds where it holds for one of the marks of the paper, other than `read`."""
    return f"p.id IN (SELECT paper_id FROM marks WHERE field <> 'read' AND {condition})"
