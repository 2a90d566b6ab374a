"""Finders over a small library of made-up papers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from shelves import PAPERS, Shelf

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path


@pytest.fixture
def new_shelf(tmp_path: Path) -> Iterator[Callable[[], Shelf]]:
    """Makes finders over one library, as several readers would."""
    shelves: list[Shelf] = []

    def make() -> Shelf:
        shelves.append(Shelf(tmp_path))
        return shelves[-1]

    yield make
    for shelf in shelves:
        shelf.close()


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shelf]:
    """The made-up papers, indexed; not to be changed."""
    shelf = Shelf(tmp_path_factory.mktemp("shelf"))
    shelf.add(PAPERS)
    shelf.finder.update()
    yield shelf
    shelf.close()


@pytest.fixture(scope="module")
def unindexed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shelf]:
    """The made-up papers without an index; not to be changed."""
    shelf = Shelf(tmp_path_factory.mktemp("unindexed"))
    shelf.add(PAPERS)
    yield shelf
    shelf.close()
