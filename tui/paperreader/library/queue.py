"""The order of the queue: places are numbers, so that moving a paper changes one mark."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

Queue = list[tuple[int, float]]  # papers with their places, in order


def places_at_end(queue: Queue, papers: Sequence[int], now: float) -> dict[int, float]:
    """Places behind all others, for papers that are not queued yet.

    They begin at the time, so that the queues of two machines merge in the order of queueing.
    """
    queued = {paper for paper, _ in queue}
    first = max(now, queue[-1][1] + 1) if queue else now
    new = (paper for paper in papers if paper not in queued)
    return {paper: first + number for number, paper in enumerate(new)}


def places_moved(queue: Queue, paper: int, steps: int) -> dict[int, float]:
    """The places that change when a paper moves down (up for negative steps) within the queue."""
    at = next((at for at, (other, _) in enumerate(queue) if other == paper), None)
    to = at if at is None else min(max(at + steps, 0), len(queue) - 1)
    if at is None or to is None or at == to:
        return {}
    others = [*queue[:at], *queue[at + 1 :]]
    before = others[to - 1][1] if to else others[0][1] - 2
    after = others[to][1] if to < len(others) else others[-1][1] + 2
    place = (before + after) / 2
    return {paper: place} if before < place < after else _respaced(others, paper, to)


def _respaced(others: Queue, paper: int, to: int) -> dict[int, float]:
    """Places with room between them again, for when two were as near as numbers can be."""
    papers = [other for other, _ in others]
    papers.insert(to, paper)
    return {other: others[0][1] + number for number, other in enumerate(papers)}
