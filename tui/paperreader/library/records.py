"""Between rows of SQLite and the data that the library gives out."""

from __future__ import annotations

import json
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from paperreader.digests.model import Link, LinkKind, Period, Precision, Problem, Section
from paperreader.library.model import Marks, PaperRow, StoredEntry
from paperreader.topics import Evidence

if TYPE_CHECKING:
    from collections.abc import Iterable

ENTRIES = """
    SELECT d.name, d.family, e.language, e.first, e.precision, e.title, e.authors, e.votes,
           e.heading, e.links, e.sections, d.source, d.path, e.keywords, e.last, e.place
    FROM entries e JOIN documents d ON d.id = e.document
    WHERE e.paper = ? ORDER BY e.first, d.family, d.id, e.place
"""
ROW_COLUMNS = (
    "number, id, title, authors, first_date, last_date, votes, languages, topics, added_at,"
    " (SELECT precision FROM entries WHERE paper = papers.number"
    " ORDER BY first DESC, precision LIMIT 1)"
)
ENTRY_COLUMNS = (
    "d.name, d.family, e.language, e.first, e.precision, e.title, e.authors, e.votes, e.heading,"
    " e.links, e.sections, d.source, d.path, e.keywords"
)


def dump(value: Any) -> str:
    """A value as the library keeps it."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def dump_links(links: Iterable[Link]) -> str:
    """Links as the library keeps them."""
    return dump([(link.kind.value, link.url, link.label) for link in links])


def dump_sections(sections: Iterable[Section]) -> str:
    """Sections as the library keeps them."""
    return dump([(section.label, section.text, section.lead) for section in sections])


def dump_evidence(evidence: Iterable[Evidence]) -> str:
    """Why a paper has its topics, as the library keeps it."""
    return dump([(one.topic, one.score, one.words) for one in evidence])


def load_links(text: str) -> tuple[Link, ...]:
    """Links as they were kept."""
    return tuple(Link(LinkKind(kind), url, label) for kind, url, label in json.loads(text))


def load_evidence(text: str) -> tuple[Evidence, ...]:
    """Why a paper has its topics."""
    return tuple(Evidence(topic, score, tuple(words)) for topic, score, words in json.loads(text))


def dump_problems(problems: Iterable[Problem]) -> str:
    """Problems as the library keeps them."""
    return dump([(problem.line, problem.what) for problem in problems])


def load_problems(text: str) -> tuple[Problem, ...]:
    """Problems as they were kept."""
    return tuple(Problem(line, what) for line, what in json.loads(text))


def day(text: str | None) -> date | None:
    """A day as the library keeps it."""
    return date.fromisoformat(text) if text else None


def paper_row(row: tuple[Any, ...], marks: Marks) -> PaperRow:
    """A row of ROW_COLUMNS."""
    number, id_, title, authors, first, last, votes, languages, topics, added_at = row[:10]
    return PaperRow(
        number, id_, title, tuple(json.loads(authors)), day(first), day(last), votes,
        tuple(json.loads(languages)), tuple(json.loads(topics)), marks,
        datetime.fromisoformat(added_at), Precision(row[10] or Precision.DAY),
    )  # fmt: skip


def stored_entry(row: tuple[Any, ...]) -> StoredEntry:
    """A row of ENTRY_COLUMNS."""
    name, family, language, first, precision, title, authors, votes, heading = row[:9]
    links, sections, source, path = row[9:13]
    return StoredEntry(
        name, family, language, Period(date.fromisoformat(first), Precision(precision)), title,
        tuple(json.loads(authors)), votes, heading, load_links(links),
        tuple(Section(*section) for section in json.loads(sections)), source, path,
    )  # fmt: skip


def marks_of(fields: dict[str, Any]) -> Marks:
    """The marks that these fields make."""
    tags = sorted(name[4:] for name, value in fields.items() if name.startswith("tag:") and value)
    queued = fields.get("queued")
    return Marks(
        read=bool(fields.get("read")),
        bookmarked=bool(fields.get("bookmarked")),
        queued=None if queued is None or queued is False else float(queued),
        tags=tuple(tags),
        note=fields.get("note"),
        interest=int(fields.get("interest") or 0),
    )
