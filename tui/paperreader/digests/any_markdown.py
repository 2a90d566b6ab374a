"""any-markdown: a digest of no known family; what carries an arXiv link is a paper.

A heading, list item, table row or paragraph is a paper when it names one: by the text of its link,
or by the words before a link that only says "paper". A link that names nothing belongs to the
item or heading that it stands under.
"""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING

from paperreader.digests import arxiv_mail
from paperreader.digests.blocks import Block, Kind, blocks_of
from paperreader.digests.collector import Collector
from paperreader.digests.entry_body import body_of
from paperreader.digests.finding import papers_among
from paperreader.digests.labels import AUTHORS, VOTES, harmonised
from paperreader.digests.links import links_in
from paperreader.digests.model import Digest, Family, Section
from paperreader.digests.naming import Name, also_named, is_address
from paperreader.digests.people import authors_of, thumbs_in, votes_of
from paperreader.digests.references import inlined
from paperreader.digests.rows import day_of_row, sections_of_row

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_ITALIC = re.compile(r"(?<!\*)[*_]([^*_\n]{3,4000}+)[*_]")
_PERSON = re.compile(r"[^\W\d_][^\d\n:;!?]{0,30}(?: [^\s\d:;!?]{1,30}){1,5}")


def read(text: str, name: str) -> Digest:
    """The digest; without any arXiv link in it, it has no entries."""
    collector = Collector(name, Family.ANY_MARKDOWN)
    if arxiv_mail.recognise(text):
        return arxiv_mail.read(text, collector)
    blocks = blocks_of(inlined(text).split("\n"))
    names = papers_among(blocks)
    owners = _owners(blocks, names)
    # The head of a table of papers only names what their cells are.
    heads = {blocks[place].table for place in names} - {0}
    for owner, group in groupby(range(len(blocks)), key=owners.__getitem__):
        members = [blocks[place] for place in group]
        members = [block for block in members if block.table not in heads or block.cells]
        if not members:
            continue
        if owner >= 0 and members[0] is blocks[owner]:
            _add(collector, members, names[owner])
        else:
            _pass_by(collector, members)
    return collector.digest()


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
    below = (line for block in others for line in _as_label(block))
    lines = [name.rest, *(line for line in below if not is_address(line, name.identifier))]
    while not lines[-1].strip(" -*_") and len(lines) > 1:  # a rule before the next paper
        lines.pop()
    source = "\n".join(line for block in blocks for line in block.lines)
    names, text = _names_above("\n".join(lines))
    body = body_of(text.split("\n"), keeps_pictures=False)
    row = dict(first.cells)
    authors = next((row[each] for each in row if harmonised(each) == AUTHORS), "")
    votes = next((row[each] for each in row if harmonised(each) == VOTES), "")
    period = day_of_row(first)
    collector.add(
        name.title,
        first.line,
        sections=(*sections_of_row(first, name), *body.sections),
        identifier=name.identifier,
        authors=body.authors or names or authors_of(authors),
        votes=_first_count(body.votes, votes_of(votes), thumbs_in(source)),
        keywords=body.keywords,
        links=links_in(source),
        period=period,
    )
    for other in also_named(first, name):
        said, links = (Section("", other.rest),), links_in(other.rest)
        collector.add(
            other.title, first.line, sections=said, identifier=other.identifier, links=links,
            period=period,
        )  # fmt: skip


def _as_label(block: Block) -> list[str]:
    """The lines of a block; a heading such as `## Abstract` is a label in the text of a paper."""
    if block.kind is Kind.HEADING and harmonised(block.head):
        return [f"**{block.head}**", *block.lines[1:]]
    return block.lines


def _names_above(text: str) -> tuple[tuple[str, ...], str]:
    """The names in the first line of a text, if it is a list of them in italics, and the rest."""
    first, _, rest = text.lstrip("\n").partition("\n")
    line = _ITALIC.fullmatch(first.strip())
    names = authors_of(line[1]) if line else ()
    if names and all(map(_PERSON.fullmatch, names)):
        return names, rest
    return (), text


def _first_count(*counts: int | None) -> int | None:
    return next((count for count in counts if count is not None), None)
