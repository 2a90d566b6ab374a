"""Conditions that only queries make, each with its SQL: loaded when the first is made."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from paperreader.digests import bare_arxiv_id
from paperreader.library.sql import Sql, of_entry, of_marks, to_sql

COMPARISONS = {"<", "<=", "=", ">=", ">"}


@dataclass(frozen=True, slots=True)
class Votes:
    """The votes compare so; `op` is one of < <= = >= >."""

    op: str
    number: int


@to_sql.register
def _(condition: Votes) -> Sql:
    if condition.op not in COMPARISONS:
        raise ValueError(condition.op)
    return f"p.votes {condition.op} ?", [condition.number]


@dataclass(frozen=True, slots=True)
class InLanguage:
    """Some entry is in this language (ISO 639-1)."""

    language: str


@to_sql.register
def _(condition: InLanguage) -> Sql:
    return of_entry("e.language = ?"), [condition.language.lower()]


@dataclass(frozen=True, slots=True)
class Named:
    """The paper has this id, address or `arXiv:` form."""

    id: str


@to_sql.register
def _(condition: Named) -> Sql:
    names = [condition.id, bare_arxiv_id(condition.id) or condition.id]
    return (
        "(p.id IN (?, ?) OR p.id IN (SELECT id FROM aliases WHERE old_id IN (?, ?)))",
        [*names, *names],
    )


@dataclass(frozen=True, slots=True)
class OnTopic:
    """The paper is on the topics whose slug or name begins with these letters."""

    name: str


@to_sql.register
def _(condition: OnTopic) -> Sql:
    name = _escaped(condition.name.lower().replace(" ", "-"))
    return (
        "p.number IN (SELECT paper FROM places WHERE kind = 'topic'"
        " AND (key LIKE ? ESCAPE '!' OR key LIKE ? ESCAPE '!'))",
        [f"{name}%", f"%-{name}%"],
    )


@dataclass(frozen=True, slots=True)
class Tagged:
    """The reader gave this tag; empty for any tag."""

    tag: str


@to_sql.register
def _(condition: Tagged) -> Sql:
    if not condition.tag:
        return of_marks("field >= 'tag:' AND field < 'tag;' AND value = 'true'"), []
    return of_marks("field = ? AND value = 'true'"), [f"tag:{condition.tag}"]


@dataclass(frozen=True, slots=True)
class FromSource:
    """Some entry came from a source or digest whose path contains these letters."""

    source: str


@to_sql.register
def _(condition: FromSource) -> Sql:
    like = f"%{_escaped(condition.source)}%"
    return (
        "EXISTS (SELECT 1 FROM entries e JOIN documents d ON d.id = e.document"
        " WHERE e.paper = p.number AND d.source || '/' || d.name LIKE ? ESCAPE '!')",
        [like],
    )


@dataclass(frozen=True, slots=True)
class HasNote:
    """The reader wrote a note; `text` limits to notes that contain it."""

    text: str = ""


@to_sql.register
def _(condition: HasNote) -> Sql:
    if not condition.text:
        return of_marks("field = 'note' AND value <> 'null'"), []
    like = f"%{_escaped(condition.text)}%"
    return of_marks("field = 'note' AND json_extract(value, '$') LIKE ? ESCAPE '!'"), [like]


@dataclass(frozen=True, slots=True)
class Interest:
    """The reader wants more like it (1) or less (-1)."""

    level: int


@to_sql.register
def _(condition: Interest) -> Sql:
    return of_marks("field = 'interest' AND value = ?"), [str(condition.level)]


@dataclass(frozen=True, slots=True)
class AddedSince:
    """The paper came into the library at this time or later."""

    at: datetime


@to_sql.register
def _(condition: AddedSince) -> Sql:
    return "p.added_at >= ?", [condition.at.astimezone(UTC).isoformat()]


def _escaped(text: str) -> str:
    return text.replace("!", "!!").replace("%", "!%").replace("_", "!_")
