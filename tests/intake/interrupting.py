"""Imports a folder again and again, each time with Ctrl-C at another moment of the work.

`python interrupting.py HOME FOLDER`: library `HOME/N` is interrupted at the Nth of many moments,
which are counted in calls of functions. Prints what each import said, the first one undisturbed.
"""

from __future__ import annotations

import json
import os
import signal
import sys
from pathlib import Path
from typing import Any

from paperreader.__main__ import main
from paperreader.intake import importing

MOMENTS = 30
CALLS_TO_A_SECOND_PRESS = 400


class Presser:
    """Presses Ctrl-C, as a terminal does it: for all processes, when so many calls were made."""

    def __init__(self, *moments: int) -> None:
        self._moments = frozenset(moments)
        self.calls = 0

    def __call__(self, *_event: Any) -> None:
        self.calls += 1
        if self.calls in self._moments:
            os.killpg(0, signal.SIGINT)


def interrupted(library: Path, folder: str, *moments: int) -> dict[str, Any]:
    """What an import in a process of its own says."""
    library.mkdir()
    child = os.fork()
    if not child:
        os.setsid()
        os.dup2(os.open(library / "said", os.O_CREAT | os.O_RDWR), sys.stderr.fileno())
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        signal.signal(
            signal.SIGINT, signal.default_int_handler
        )  # also in the background of a shell
        presser = Presser(*moments)
        sys.argv = ["paperreader", "--library", str(library), "import", folder]
        sys.setprofile(presser)
        status = main()
        sys.setprofile(None)
        (library / "calls").write_text(str(presser.calls))
        os._exit(status)
    _, status = os.waitpid(child, 0)
    said = (library / "said").read_text()
    calls = library / "calls"
    return {
        "status": os.waitstatus_to_exitcode(status),
        "said": said,
        "calls": int(calls.read_text()) if calls.is_file() else 0,
    }


def run(home: Path, folder: str) -> list[dict[str, Any]]:
    """One undisturbed import, and the interrupted ones; every third is pressed twice."""
    importing._ENTRIES_AT_ONCE = 5
    told = [interrupted(home / "0", folder)]
    for number in range(1, MOMENTS + 1):
        moment = told[0]["calls"] * number // (MOMENTS + 1)
        second = [moment + CALLS_TO_A_SECOND_PRESS] if number % 3 == 0 else []
        told.append(interrupted(home / str(number), folder, moment, *second))
    return told


if __name__ == "__main__":
    sys.stdout.write(json.dumps(run(Path(sys.argv[1]), sys.argv[2])))
