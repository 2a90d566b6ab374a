"""From the text of a digest to its entries: pure, one module a family."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from paperreader.digests.arxiv import bare_arxiv_id
    from paperreader.digests.reader import read_digest
    from paperreader.digests.text import clean, slug_of, title_key

__all__ = ["bare_arxiv_id", "clean", "read_digest", "slug_of", "title_key"]
_HOMES = {"bare_arxiv_id": "arxiv", "read_digest": "reader"}


def __getattr__(name: str) -> Any:
    """Load what reads a digest when one is read: most commands and the reader's start don't."""
    if name not in __all__:
        raise AttributeError(name)
    from importlib import import_module  # noqa: PLC0415 - see above

    home = import_module(f"{__name__}.{_HOMES.get(name, 'text')}")
    return getattr(home, name)
