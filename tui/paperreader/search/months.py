"""When papers were in the digests: how many in each month."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from paperreader.library import Library


def by_month(library: Library, numbers: Sequence[int]) -> list[tuple[str, int]]:
    """How many of these papers were last in a digest of each month such as `2024-12`, in order."""
    return library.months(numbers)
