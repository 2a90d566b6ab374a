"""An empty library, and one with three papers of a day."""

from __future__ import annotations

import pytest
from making import add, document, row, ticking

from paperreader.library import Library


@pytest.fixture
def library(tmp_path):
    with Library.open(tmp_path / "library.db", clock=ticking(), machine="desk") as library:
        yield library


@pytest.fixture
def filled(library):
    add(
        library,
        document(*(row(t, f"2501.0000{n}") for n, t in enumerate(("One", "Two", "Three"), 1))),
    )
    return library
