"""Papers with a score each, put together."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from paperreader.search.postings import Scores


def times(scores: Scores, weight: float) -> Scores:
    """Some papers with so much of their score."""
    return scores if weight == 1.0 else {paper: s * weight for paper, s in scores.items()}


def minus(scores: Scores, unwanted: Scores) -> Scores:
    """Some papers without others."""
    return {paper: score for paper, score in scores.items() if paper not in unwanted}


def added(several: Iterable[Scores]) -> Scores:
    """The papers of any of some scores, with the sum of them."""
    most, *others = sorted(several, key=len, reverse=True) or [{}]
    found = dict(most) if any(others) else most
    for scores in filter(None, others):
        for paper, score in scores.items():
            found[paper] = found.get(paper, 0.0) + score
    return found


def intersected(several: list[Scores]) -> Scores:
    """The papers of all of some scores, with the sum of them."""
    found, *others = sorted(several, key=len)
    for scores in others:
        found = {paper: s + scores[paper] for paper, s in found.items() if paper in scores}
    return found
