"""Full-text search over the library: analysis, query language, index."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

    from paperreader.search.finder import Finder, Found
    from paperreader.search.following import Follower
    from paperreader.search.highlight import Terms
    from paperreader.search.language import parse
    from paperreader.search.months import by_month
    from paperreader.search.nodes import Query
    from paperreader.search.passages import passage, snippet
    from paperreader.search.similar import Similar

__all__ = [
    "Finder",
    "Follower",
    "Found",
    "Query",
    "Similar",
    "Terms",
    "by_month",
    "load",
    "parse",
    "passage",
    "snippet",
]
_HOMES = {
    "Finder": "finder",
    "Follower": "following",
    "Found": "finder",
    "Query": "nodes",
    "Similar": "similar",
    "Terms": "highlight",
    "by_month": "months",
    "parse": "language",
    "passage": "passages",
    "snippet": "passages",
}
# One after another: each loads what those before have not.
_PARTS = (
    "nodes", "analysis", "language", "finder", "postreader", "upkeep", "similar", "passages",
    "months", "following",
)  # fmt: skip


def __getattr__(name: str) -> Any:
    """Load what is asked for, not all of it (PEP 562)."""
    if name not in _HOMES:
        raise AttributeError(name)
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)


def load(should_stop: Callable[[], bool]) -> bool:
    """Load what searching needs; False when stopped, which is asked every 20 ms or so."""
    for part in _PARTS:
        if should_stop():
            return False
        import_module(f"{__name__}.{part}")
    return True
