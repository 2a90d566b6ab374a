"""The desk that a command works on."""

from __future__ import annotations

import os
from contextlib import contextmanager
from typing import TYPE_CHECKING

from paperreader import config
from paperreader.desk import Desk
from paperreader.library.database import friendly_errors
from paperreader.paths import Paths

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def paths_of(library: Path | None) -> Paths:
    """Where the files are: in this directory, else where the environment says."""
    return Paths.of(library, os.environ)


@contextmanager
def opened(library: Path | None) -> Iterator[Desk]:
    """The desk of the library that was asked for, closed afterwards."""
    paths = paths_of(library)
    desk = Desk.open(paths, config.load(paths.config))
    try:
        with friendly_errors(paths.database):
            yield desk
    finally:
        desk.close()
