"""The process of a background update: `python -m paperreader.search LIBRARY INDEX`."""

from __future__ import annotations

import sys
from pathlib import Path

from paperreader.library import Library
from paperreader.search import Finder


def main(library: str, directory: str) -> None:
    """Bring an index up to date, with a line of progress now and then."""
    with Library.open(Path(library)) as opened:
        finder = Finder(opened, Path(directory))
        finder.update(_tell)
        finder.close()


def _tell(done: int, total: int) -> None:
    sys.stdout.write(f"{done} {total}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(*sys.argv[1:3])
