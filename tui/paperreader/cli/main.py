"""Runs the command line: calls the command, turns errors into one line and an exit status."""

from __future__ import annotations

import contextlib
import gc
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from paperreader.cli.reader import open_reader
from paperreader.errors import PaperReaderError, UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence

DONE, FAILED, WRONG_USAGE = 0, 1, 2
_STREAMS = (
    ("stdin", "r", "replace"), ("stdout", "w", "backslashreplace"),
    ("stderr", "w", "backslashreplace"),
)  # fmt: skip


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command; returns 0 when it was done, 1 when it could not be, 2 for wrong usage."""
    _take_streams()
    try:
        status = _run(sys.argv[1:] if argv is None else argv)
        sys.stdout.flush()
    except BrokenPipeError:
        return _stop_writing()
    except KeyboardInterrupt:
        return _say("stopped", FAILED)
    except UsageError as error:
        return _say(str(error), WRONG_USAGE)
    except PaperReaderError as error:
        return _say(str(error), FAILED)
    except OSError as error:
        return _say(_sentence(error), FAILED)
    return status


def _run(argv: Sequence[str]) -> int:
    match argv:  # every morning's start: no table of commands is needed for it
        case []:
            return open_reader(None)
        case ["--library", str(folder)] if folder and not folder.startswith("-"):
            return open_reader(Path(folder))
    from paperreader.cli.arguments import read_arguments  # noqa: PLC0415 - see above

    gc.enable()
    arguments = read_arguments(argv)
    return int(arguments.run(arguments))


def _say(what: str, status: int) -> int:
    line = " ".join(what.split())
    print(f"paperreader: {line}", file=sys.stderr)  # noqa: T201 - the command's own voice
    return status


def _sentence(error: OSError) -> str:
    what = error.strerror or str(error)
    return f"{error.filename or 'input or output failed'}: {what}"


def _take_streams() -> None:
    """Neither a closed stream nor a character that its encoding lacks ever stops a command."""
    for name, mode, errors in _STREAMS:
        stream = getattr(sys, name)
        if stream is None:  # closed by who started us
            setattr(sys, name, Path(os.devnull).open(mode, encoding="utf-8"))  # noqa: SIM115
        elif reconfigure := getattr(stream, "reconfigure", None):
            reconfigure(errors=errors)


def _stop_writing() -> int:
    """The reader of our output has enough, as `head` has: keep Python from complaining at exit."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return DONE
