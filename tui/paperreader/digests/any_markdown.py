"""any-markdown: a digest of no known family; what carries an arXiv link is a paper.

A heading, list item, table row or paragraph is a paper when it names one: by the text of its link,
or by the words before a link that only says "paper". A link that names nothing belongs to the
item or heading that it stands under.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING

from paperreader.digests.blocks import Block, Kind, blocks_of
from paperreader.digests.collector import Collector
from paperreader.digests.dates import period_in
from paperreader.digests.entry_body import body_of
from paperreader.digests.labels import AUTHORS, VOTES, harmonised
from paperreader.digests.links import links_in
from paperreader.digests.model import Digest, Family
from paperreader.digests.naming import Name, fallback_title, name_of, title_alone
from paperreader.digests.people import authors_of, votes_of
from paperreader.digests.references import inlined
from paperreader.digests.rows import DATES, name_beside, name_of_row, sections_of_row
from paperreader.digests.text import has_words
from paperreader.digests.titles import title_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_FARTHEST = 6  # blocks from a link up to its title


def read(text: str, name: str) -> Digest:
    """The digest; without any arXiv link in it, it has no entries."""
    collector = Collector(name, Family.ANY_MARKDOWN)
    blocks = blocks_of(inlined(text).split("\n"))
    names = _named(blocks)
    owners = _owners(blocks, names)
    for owner, group in groupby(range(len(blocks)), key=owners.__getitem__):
        members = [blocks[place] for place in group]
        if owner >= 0 and members[0] is blocks[owner]:
            _add(collector, members, names[owner])
        else:
            _pass_by(collector, members)
    return collector.digest()


def _named(blocks: Sequence[Block]) -> dict[int, Name]:
    """The blocks that are papers, by place."""
    found = {place: name for place, block in enumerate(blocks) if (name := _name_of(block))}
    found |= _beside(blocks, found)
    pointing: dict[int, list[int]] = defaultdict(list)
    for place, name in found.items():
        if _only_points(blocks[place], name):
            pointing[blocks[place].parent].append(place)
    pointed = {place for places in pointing.values() for place in places}
    taken = {blocks[place].parent for place in found if place not in pointed}
    for owner, places in pointing.items():
        is_paper = owner in found and owner not in pointed
        if not is_paper and owner not in taken:
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


def _promote(
    blocks: Sequence[Block], found: dict[int, Name], owner: int, places: Sequence[int]
) -> bool:
    """Make a paper of the heading or item over links that agree, if it can be a title."""
    bare = {found[place].identifier for place in places if not found[place].title}
    identifiers = bare or {found[place].identifier for place in places}
    if owner < 0 or len(identifiers) > 1 or period_in(blocks[owner].head):
        return False
    first, _, more = blocks[owner].text.partition("\n")
    if not has_words(first):
        return False
    found[owner] = Name(identifiers.pop(), title_of(first), more, leads=True)
    return True


def _is_named_before(blocks: Sequence[Block], found: dict[int, Name], place: int) -> bool:
    """Whether a paragraph above a link is its title: in bold or a summary, or the last short line.

    It is made a paper.
    """
    pointer = found[place]
    if pointer.title:
        return False
    for above in range(place - 1, max(place - _FARTHEST, 0) - 1, -1):
        if blocks[above].parent != blocks[place].parent:
            return False
        if above in found:
            return found[above].identifier == pointer.identifier and found[above].leads
        if name := title_alone(blocks[above], is_next=above == place - 1):
            found[above] = replace(name, identifier=pointer.identifier)
            return True
    return False


def _titled(name: Name, block: Block) -> Name:
    return Name(name.identifier, fallback_title(name, block), name.rest)


def _owners(blocks: Sequence[Block], names: Mapping[int, Name]) -> list[int]:
    """The place of the paper that each block belongs to, -1 for none.

    Paragraphs and items after a paragraph that is a paper belong to it up to the next heading.
    """
    owners: list[int] = []
    paragraph = -1
    for place, block in enumerate(blocks):
        over = owners[block.parent] if block.parent >= 0 else -1
        if _is_own(block, names.get(place), over):
            over = place
            paragraph = place if block.kind is Kind.TEXT else -1
        elif block.kind is Kind.HEADING:
            paragraph = -1
        owners.append(over if over >= 0 else paragraph)
    return owners


def _is_own(block: Block, name: Name | None, over: int) -> bool:
    """Whether a block is a paper of its own, and not text of the one that it is inside."""
    if name is None or over < 0:
        return name is not None
    return block.kind is not Kind.TEXT and (name.leads or block.kind is Kind.HEADING)


def _pass_by(collector: Collector, blocks: Sequence[Block]) -> None:
    for block in blocks:
        if block.kind is Kind.HEADING:
            collector.open(block.head)
        else:
            collector.aside("\n".join(block.lines))


def _add(collector: Collector, blocks: Sequence[Block], name: Name) -> None:
    first, *others = blocks
    lines = [name.rest, *(line for block in others for line in block.lines)]
    source = "\n".join(line for block in blocks for line in block.lines)
    body = body_of("\n".join(lines).split("\n"), keeps_pictures=False)
    row = dict(first.cells)
    authors = next((row[each] for each in row if harmonised(each) == AUTHORS), "")
    votes = next((row[each] for each in row if harmonised(each) == VOTES), "")
    days = (period_in(row[each]) for each in DATES if each in row)
    collector.add(
        name.title,
        first.line,
        sections=(*sections_of_row(first, name), *body.sections),
        identifier=name.identifier,
        authors=body.authors or authors_of(authors),
        votes=votes_of(votes) if body.votes is None else body.votes,
        keywords=body.keywords,
        links=links_in(source),
        period=next(filter(None, days), None),
    )
