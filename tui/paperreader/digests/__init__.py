"""From the text of a digest to its entries: pure, one module a family."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from paperreader.digests.arxiv import bare_arxiv_id
from paperreader.digests.text import clean, slug_of, title_key

if TYPE_CHECKING:
    from paperreader.digests.reader import read_digest

__all__ = ["bare_arxiv_id", "clean", "read_digest", "slug_of", "title_key"]


def __getattr__(name: str) -> Any:
    """Load the families only for those who read a digest: most commands don't."""
    if name != "read_digest":
        raise AttributeError(name)
    from paperreader.digests.reader import read_digest  # noqa: PLC0415 - see above

    return read_digest
