"""When papers were in the digests: how many in each month."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from paperreader.library import Library


def by_month(library: Library, numbers: Sequence[int]) -> list[tuple[str, int]]:
    """How many of these papers were last in a digest of each month such as `2024-12`, in order."""
    rows = library.rows(numbers)
    return sorted(Counter(f"{row.last_date:%Y-%m}" for row in rows if row.last_date).items())
