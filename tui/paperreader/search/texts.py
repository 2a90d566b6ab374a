"""Which texts of a paper are searched, and as which fields."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from paperreader.library.model import Paper

# How much a word counts by the field it stands in.
WEIGHTS: Mapping[str, float] = {"title": 2.0, "authors": 1.0, "text": 1.0}
# The note of the reader, which changes at any time: the index doesn't have it.
NOTE = "note"
NOTE_WEIGHT = 2.0
ALL_WEIGHTS: Mapping[str, float] = {**WEIGHTS, NOTE: NOTE_WEIGHT}
STEMMED = frozenset({"title", "text", NOTE})
# Beginnings of up to so many letters are terms of their own, for search as one types.
EDGE = 7
# Stands before the beginnings of the first word of a title.
NAME_SIGN = "^"


def titles_of(paper: Paper) -> dict[str, None]:
    """The title and the other ones that digests give."""
    return dict.fromkeys((paper.row.title, *(entry.title for entry in paper.entries)))


def authors_of(paper: Paper) -> dict[str, None]:
    """All authors, also those that only one digest names."""
    named = (name for entry in paper.entries for name in entry.authors)
    return dict.fromkeys((*paper.row.authors, *named))


def searched_texts_of(paper: Paper) -> Iterator[str]:
    """All that the digests say, also what stood beside the paper."""
    yield from texts_of(paper)
    for entry in paper.entries:
        yield from (section.lead for section in entry.sections if section.is_aside)


def texts_of(paper: Paper) -> Iterator[str]:
    """What the digests say of the paper, section by section, and the keywords."""
    for entry in paper.entries:
        for section in entry.sections:
            yield f"{section.label}\n{section.text}" if section.label else section.text
    if paper.keywords:
        yield ", ".join(paper.keywords)
