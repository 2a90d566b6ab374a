"""The desk that a command works on."""

from __future__ import annotations

import os
from contextlib import contextmanager
from typing import TYPE_CHECKING

from paperreader import config
from paperreader.desk import Desk
from paperreader.paths import Paths

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator


def paths_of(arguments: argparse.Namespace) -> Paths:
    """Where the files are: as `--library` says, else the environment."""
    return Paths.of(arguments.library, os.environ)


@contextmanager
def opened(arguments: argparse.Namespace) -> Iterator[Desk]:
    """The desk of the library that was asked for, closed afterwards."""
    paths = paths_of(arguments)
    desk = Desk.open(paths, config.load(paths.config))
    try:
        yield desk
    finally:
        desk.close()
