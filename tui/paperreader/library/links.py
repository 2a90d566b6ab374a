"""The addresses of a paper: those that follow from its id, then those that its digests give."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paperreader.digests.model import Link, LinkKind

if TYPE_CHECKING:
    from collections.abc import Iterable

SLUG = "slug:"  # what the id of a paper without an arXiv id begins with


def united_links(paper_id: str, given: Iterable[Link]) -> tuple[Link, ...]:
    """Every address once, those of the arXiv id first."""
    links: dict[str, Link] = {link.url: link for link in _of_the_id(paper_id)}
    for link in given:
        links.setdefault(link.url, link)
    return tuple(links.values())


def _of_the_id(paper_id: str) -> tuple[Link, ...]:
    if paper_id.startswith(SLUG):
        return ()
    return (
        Link(LinkKind.ARXIV, f"https://arxiv.org/abs/{paper_id}"),
        Link(LinkKind.PDF, f"https://arxiv.org/pdf/{paper_id}"),
    )
