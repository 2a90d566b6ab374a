"""The reader on the sample digests in a terminal of its own process."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest
from terminal import Terminal

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def reader(home: Path) -> Iterator[Terminal]:
    """The started reader; its list is painted."""
    argv = [sys.executable, "-m", "paperreader", "--library", str(home)]
    with Terminal(argv) as terminal:
        terminal.wait_for("papers")
        yield terminal
