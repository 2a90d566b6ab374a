"""A paper as the JSON object that every command and export gives."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from paperreader.library.links import united_links

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from paperreader.digests.model import Link
    from paperreader.library.model import Paper, StoredEntry


def paper_json(paper: Paper) -> dict[str, Any]:
    """Everything that is known of a paper, in JSON's types: the keys are those of the manual."""
    row, marks = paper.row, paper.row.marks
    return {
        "id": row.id,
        "title": row.title,
        "authors": list(row.authors),
        "first_date": _day(row.first_date),
        "last_date": _day(row.last_date),
        "topics": list(row.topics),
        "keywords": list(paper.keywords),
        "votes": row.votes,
        "links": _links(row.id, paper.links),
        "entries": [_entry(entry) for entry in paper.entries],
        "read": marks.read,
        "bookmarked": marks.bookmarked,
        "queued": marks.queued is not None,
        "tags": list(marks.tags),
        "note": marks.note,
    }


def _entry(entry: StoredEntry) -> dict[str, Any]:
    return {
        "digest": entry.digest,
        "family": str(entry.family),
        "language": entry.language,
        "period": _day(entry.period.first),
        "precision": str(entry.period.precision),
        "title": entry.title,
        "authors": list(entry.authors),
        "votes": entry.votes,
        "heading": entry.heading,
        "sections": [{"label": each.label, "text": each.verbatim} for each in entry.sections],
    }


def _links(id_: str, links: Iterable[Link]) -> dict[str, str]:
    """Addresses by kind; a second one of a kind is `code-2` and so on, so that none is lost."""
    addresses: dict[str, str] = {}
    seen: Counter[str] = Counter()
    for link in united_links(id_, links):
        kind = link.kind.value
        seen[kind] += 1
        addresses[kind if seen[kind] == 1 else f"{kind}-{seen[kind]}"] = link.url
    return addresses


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
