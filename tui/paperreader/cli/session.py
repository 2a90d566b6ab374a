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

    from paperreader.config import Config


def paths_of(library: Path | None) -> Paths:
    """Where the files are: in this directory, else where the environment says."""
    return Paths.of(library, os.environ)


def settings_of(paths: Paths) -> Config:
    """The settings; what of them can't be used is said."""
    from paperreader.cli.output import note  # noqa: PLC0415 - the reader starts without it

    settings = config.load(paths.config)
    for wrong in settings.wrong:
        note(wrong)
    return settings


@contextmanager
def opened(library: Path | None, *, is_quiet: bool = False) -> Iterator[Desk]:
    """The desk of the library that was asked for, closed afterwards.

    `is_quiet` leaves what is wrong with the settings to the command.
    """
    paths = paths_of(library)
    desk = Desk.open(paths, config.load(paths.config) if is_quiet else settings_of(paths))
    try:
        with friendly_errors(paths.database):
            yield desk
    finally:
        desk.close()
