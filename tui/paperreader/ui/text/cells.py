"""Fitting text into terminal cells: Korean takes two, combining marks none."""

from __future__ import annotations

from functools import lru_cache

from rich.cells import cell_len, set_cell_size

ELLIPSIS = "…"


@lru_cache(4096)
def fit(text: str, width: int) -> str:
    """`text` in exactly `width` cells; what doesn't fit ends in an ellipsis."""
    if width <= 0:
        return ""
    if cell_len(text) <= width:
        return set_cell_size(text, width)
    return set_cell_size(set_cell_size(text, width - 1).rstrip() + ELLIPSIS, width)


def short_names(authors: tuple[str, ...], most: int = 3) -> str:
    """The first authors in one line, and how many more there are."""
    names = ", ".join(authors[:most])
    more = len(authors) - most
    return f"{names} +{more}" if more > 0 else names
