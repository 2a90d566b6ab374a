"""The head of a paper: title, authors, and chips for its facts, topics and links."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from textual.content import Content

from paperreader.digests.model import LinkKind
from paperreader.ui.text import symbols
from paperreader.ui.text.cells import fit
from paperreader.ui.text.latex import without_formulas
from paperreader.ui.text.markdown import GAP, Block, Flow, clickable, link

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from paperreader.digests.model import Link
    from paperreader.library import Paper

MOST_AUTHORS = 8
LINK_NAMES = {
    LinkKind.ARXIV: "arXiv", LinkKind.PDF: "PDF", LinkKind.CODE: "code",
    LinkKind.PROJECT: "project", LinkKind.HUGGINGFACE: "Hugging Face", LinkKind.PAGE: "page",
    LinkKind.VIDEO: "video", LinkKind.IMAGE: "image",
}  # fmt: skip
_ORDER = list(LINK_NAMES)
WITH_LABELS = {LinkKind.PAGE, LinkKind.VIDEO, LinkKind.IMAGE}
LABEL = 30  # cells of what a link shows
_GENERIC = frozenset({
    "a", "figure", "full", "here", "image", "link", "more", "page", "picture", "read", "see", "the",
    "video", "view", "watch",
})  # fmt: skip


def heading_blocks(
    paper: Paper, topic_names: Mapping[str, str], *, has_all_authors: bool
) -> Iterator[Block | Flow]:
    """Title, authors, facts and links of a paper."""
    yield Block(Content.styled(without_formulas(paper.row.title), "bold $primary"))
    yield _authors(paper.row.authors, has_all_authors=has_all_authors)
    yield GAP
    yield Flow(tuple(_facts(paper, topic_names)), gap=1)
    if links := sorted_links(paper.links):
        yield Flow(tuple(link(name, one.url) for name, one in named_links(links)))
    if paper.keywords:
        yield Block(Content.styled("; ".join(paper.keywords), "$quiet italic"))


def sorted_links(links: Sequence[Link]) -> list[Link]:
    """The links in the order in which people want them: paper, code, pages, then pictures."""
    return sorted(links, key=lambda one: _ORDER.index(one.kind))


def named_links(links: Sequence[Link]) -> list[tuple[str, Link]]:
    """Each link with its name: the words that it stands under, or `image 2 of 3`."""
    kinds = [one.kind for one in links]
    named = []
    for at, one in enumerate(links):
        of_kind, name = kinds.count(one.kind), LINK_NAMES[one.kind]
        if one.kind in WITH_LABELS and (label := _label_of(one)):
            name += f": {label}"
        elif of_kind > 1:
            name += f" {kinds[:at].count(one.kind) + 1} of {of_kind}"
        named.append((name, one))
    return named


def _label_of(one: Link) -> str:
    """The words that it stands under, where they say more than what kind of link it is."""
    says_more = not _GENERIC.issuperset(re.findall(r"\w+", one.label.lower()))
    return fit(one.label, LABEL).rstrip() if " " in one.label and says_more else ""


def _authors(authors: Sequence[str], *, has_all_authors: bool) -> Flow:
    if not authors:
        return Flow((Content.styled("Authors not given", "$quiet"),))
    is_folded = len(authors) > MOST_AUTHORS + 1 and not has_all_authors
    named = authors[:MOST_AUTHORS] if is_folded else authors
    names = [clickable(name, "show_author", name, "$quiet") for name in named]
    for at in range(len(names) - 1 + is_folded):
        names[at] += Content.styled(",", "$quiet")
    if is_folded:
        more = f"and {len(authors) - MOST_AUTHORS} more"
        names.append(clickable(more, "run_command", "authors", "$quiet underline"))
    return Flow(tuple(names), gap=1)


def _facts(paper: Paper, topic_names: Mapping[str, str]) -> Iterator[Content]:
    newest = max((entry.period for entry in paper.entries), default=None)
    if newest is not None:
        yield clickable(f" {newest.name} ", "run_command", "go-date", "on $panel")
    if paper.row.votes:
        yield Content.styled(f" {symbols.VOTES}{paper.row.votes} ", "$success on $panel")
    for slug in paper.row.topics:
        name = f" {topic_names.get(slug, slug)} "
        yield clickable(name, "show_topic", slug, "$secondary on $panel")
