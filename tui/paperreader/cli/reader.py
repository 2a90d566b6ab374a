"""`paperreader` without a command: opens the reader where there is a terminal for it."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from typing import TYPE_CHECKING, Never

from paperreader.cli.session import opened
from paperreader.errors import PaperReaderError

if TYPE_CHECKING:
    from pathlib import Path

_INSTEAD = "`paperreader list` and `paperreader search WORDS` work here; `paperreader -h` has more"


def open_reader(library: Path | None) -> Never:
    """Open the reader on a library, else on the user's own; it ends the process.

    Raises PaperReaderError without a terminal that can show it.
    """
    # Textual draws on stderr.
    if not (sys.stdin.isatty() and sys.stdout.isatty() and sys.stderr.isatty()):
        raise PaperReaderError(f"the reader needs a terminal: {_INSTEAD}")
    if os.environ.get("TERM", "dumb") in {"dumb", ""}:
        raise PaperReaderError(f"this terminal can't place text (TERM=dumb): {_INSTEAD}")
    with opened(library, is_quiet=True) as desk:
        from paperreader.ui.app import run  # noqa: PLC0415 - no command but this pays for the ui

        status = run(desk)
        with suppress(PaperReaderError):  # the reader has said it; threads still use the library
            desk.library.settle()
        _end(status)


def _end(status: int) -> Never:
    """End at once: taking all objects apart would take longer than a search that still runs."""
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError):  # the terminal may be gone
            stream.flush()
    os._exit(status)
