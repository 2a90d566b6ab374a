"""Fitting text into terminal cells: Korean takes two, combining marks none."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from rich.cells import cell_len, set_cell_size

if TYPE_CHECKING:
    from collections.abc import Sequence

ELLIPSIS = "…"


@lru_cache(4096)
def fit(text: str, width: int) -> str:
    """`text` in exactly `width` cells; what doesn't fit ends in an ellipsis."""
    if width <= 0:
        return ""
    if cell_len(text) <= width:
        return set_cell_size(text, width)
    return set_cell_size(set_cell_size(text, width - 1).rstrip() + ELLIPSIS, width)


def fit_right(text: str, width: int) -> str:
    """`text` at the right of `width` cells; cut like `fit` where it is longer."""
    return fit(" " * max(0, width - cell_len(text)) + text, width)


def names_that_fit(authors: tuple[str, ...], width: int) -> str:
    """As many of the first authors as fit into `width` cells, and how many more there are.

    The first one is always named, though it may be too long.
    """
    best = ""
    for shown in range(1, len(authors) + 1):
        more = len(authors) - shown
        names = ", ".join(authors[:shown]) + (f" +{more}" if more else "")
        if best and cell_len(names) > width:
            break
        best = names
    return best


def parts_that_fit(parts: Sequence[str], width: int) -> str:
    """The parts in one line with dots between them, without the first ones where it is narrow."""
    line = " · ".join(parts)
    return line if cell_len(line) <= width or len(parts) < 2 else parts_that_fit(parts[1:], width)
