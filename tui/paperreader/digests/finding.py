"""Which blocks of Markdown are papers, and by which names."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING

from paperreader.digests.blocks import Block, Kind
from paperreader.digests.dates import is_dated
from paperreader.digests.language import language_of
from paperreader.digests.naming import (
    Name,
    fallback_title,
    has_title_line,
    name_of,
    stands_out,
    title_alone,
)
from paperreader.digests.rows import name_beside, name_of_row
from paperreader.digests.text import has_words
from paperreader.digests.titles import TITLE_LINE, is_title, title_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_NEXT = 2  # blocks from a title to its link, where other papers follow under the same heading
_FARTHEST = 6  # blocks from a link up to its title, or from a heading down to it


def papers_among(blocks: Sequence[Block]) -> dict[int, Name]:
    """The blocks that are papers, by place."""
    found = {place: name for place, block in enumerate(blocks) if (name := _name_of(block))}
    found |= _beside(blocks, found)
    _name_by_heading(blocks, found)
    pointing: dict[int, list[int]] = defaultdict(list)
    for place, name in found.items():
        if _only_points(blocks[place], name):
            pointing[blocks[place].parent].append(place)
    pointed = {place for places in pointing.values() for place in places}
    taken = {blocks[place].parent for place in found if place not in pointed}
    for owner, places in pointing.items():
        is_paper = owner in found and owner not in pointed
        is_next = places[0] <= owner + _NEXT
        if not is_paper and (is_next or owner not in taken):
            is_paper = _promote(blocks, found, owner, places)
        for place in places:
            if is_paper or _is_named_before(blocks, found, place):
                found.pop(place)
            elif not found[place].title:
                found[place] = _titled(found[place], blocks[place])
    return found


def _name_of(block: Block) -> Name | None:
    return name_of_row(block) if block.kind is Kind.ROW else name_of(block)


def _beside(blocks: Sequence[Block], found: Mapping[int, Name]) -> dict[int, Name]:
    """The rows without identifier in tables whose other rows have one."""
    names: dict[int, Name] = {}
    for is_row, group in groupby(range(len(blocks)), lambda place: blocks[place].table):
        places = list(group)
        if is_row and any(place in found for place in places):
            missing = (place for place in places if place not in found)
            names |= {place: name for place in missing if (name := name_beside(blocks[place]))}
    return names


def _only_points(block: Block, name: Name) -> bool:
    """Whether a block links to a paper without starting with a title: prose, or `Link: ...`."""
    return not name.title or (block.kind is Kind.TEXT and not name.leads)


def _name_by_heading(blocks: Sequence[Block], found: dict[int, Name]) -> None:
    """Take an English heading for the title where all that it has is the link of a translation."""
    under: dict[int, list[int]] = defaultdict(list)
    for place, name in found.items():
        if name.leads:
            under[blocks[place].parent].append(place)
    for owner, (place, *others) in under.items():
        is_only = owner >= 0 and owner not in found and place == owner + 1 and not others
        if not is_only or blocks[place].kind is not Kind.TEXT or not is_title(blocks[owner].head):
            continue
        if language_of(blocks[owner].head) == "en" != language_of(found[place].title):
            identifier = found.pop(place).identifier
            found[owner] = Name(identifier, title_of(blocks[owner].head), "", leads=True)


def _promote(
    blocks: Sequence[Block], found: dict[int, Name], owner: int, places: Sequence[int]
) -> bool:
    """Make a paper of the heading or item over links that agree, if it can be a title."""
    bare = {found[place].identifier for place in places if not found[place].title}
    identifiers = bare or {found[place].identifier for place in places}
    told = _told_under(blocks, owner)
    while owner >= 0 and has_words(blocks[owner].head) and not is_title(blocks[owner].head):
        owner = blocks[owner].parent  # a label such as "Metadata" is under the title
    if owner < 0 or owner in found or len(identifiers) > 1 or is_dated(blocks[owner].head):
        return False
    first, _, more = blocks[owner].text.partition("\n")
    if not has_words(first):
        return False
    rest = more if told in {"", title_of(first)} else blocks[owner].text
    found[owner] = Name(identifiers.pop(), told or title_of(first), rest, leads=True)
    return True


def _told_under(blocks: Sequence[Block], owner: int) -> str:
    """The title that a line under a heading or item gives by its label."""
    for block in blocks[owner + 1 : owner + 1 + _FARTHEST]:
        titled = TITLE_LINE.match(block.text) if block.parent == owner else None
        if titled and is_title(titled["title"]):
            return title_of(titled["title"])
    return ""


def _is_named_before(blocks: Sequence[Block], found: dict[int, Name], place: int) -> bool:
    """Whether a paragraph above a link is its title: in bold or a summary, or the last short line.

    It is made a paper.
    """
    pointer = found[place]
    titles: dict[int, Name] = {}
    for above in range(place - 1, max(place - _FARTHEST, 0) - 1, -1):
        if (
            pointer.title
            or has_title_line(blocks[place])
            or blocks[above].parent != blocks[place].parent
        ):
            break
        if above in found:
            if found[above].identifier == pointer.identifier and found[above].leads:
                return True
            break
        if name := title_alone(blocks[above], is_next=above == place - 1):
            titles[above] = name
    if not titles:
        return False
    above = next((each for each in titles if stands_out(blocks[each])), max(titles))
    found[above] = replace(titles[above], identifier=pointer.identifier)
    return True


def _titled(name: Name, block: Block) -> Name:
    return Name(name.identifier, fallback_title(name, block), name.rest)
