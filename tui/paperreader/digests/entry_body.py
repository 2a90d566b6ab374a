"""The text under a paper's title: its fields, sections and links."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from paperreader.digests.labels import AUTHORS, KEYPOINTS, VOTES, sections_of
from paperreader.digests.links import is_only_links, links_in
from paperreader.digests.people import authors_of, is_blank, votes_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from paperreader.digests.model import Link, Section

_LONGEST_KEYWORD = 80


@dataclass(slots=True)
class Body:
    """What stands under a title."""

    sections: tuple[Section, ...] = ()
    authors: tuple[str, ...] = ()
    votes: int | None = None
    keywords: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()


def body_of(lines: Iterable[str], *, keeps_pictures: bool) -> Body:
    """The body in parts; lines of links alone stay in the text only where pictures are kept."""
    lines = list(lines)
    body = Body(links=links_in("\n".join(lines)))
    kept = [part for part in sections_of(lines) if not _takes(body, part)]
    if not keeps_pictures:
        kept = [part for part in kept if part.label or not _is_media(part.text)]
    body.sections = tuple(part for part in kept if part.label or part.text)
    return body


def _takes(body: Body, part: Section) -> bool:
    """Whether a section is a field, which the body then has."""
    if part.label == AUTHORS and not body.authors:
        body.authors = authors_of(part.text)
        return bool(body.authors) or is_blank(part.text)
    if part.label == VOTES and body.votes is None:
        body.votes = votes_of(part.text)
        return body.votes is not None or is_blank(part.text)
    if part.label == KEYPOINTS and not body.keywords:
        body.keywords = keywords_of(part.text)
    return False


def keywords_of(text: str) -> tuple[str, ...]:
    """The terms of a one-line list; commas part them only where nothing stronger does."""
    if "\n" in text:
        return ()
    strong = re.split(r"[;；、]", text)
    terms = (
        strong
        if len([term for term in strong if term.strip()]) > 1
        else re.split("[,，]", text.strip(" ;；、"))
    )
    found = (term.strip(" .`*") for term in terms)
    return tuple(dict.fromkeys(term for term in found if 0 < len(term) <= _LONGEST_KEYWORD))


def _is_media(text: str) -> bool:
    return bool(links_in(text)) and is_only_links(text)
