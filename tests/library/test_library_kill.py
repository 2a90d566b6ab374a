"""A process that marks papers is killed at any moment: what it had acknowledged is there.

`PAPERREADER_KILLS=200` kills so many instead of a few.
"""

from __future__ import annotations

import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys

from making import add, document, row

from paperreader.library import Library
from paperreader.library.views import Has, Mark

KILLS = int(os.environ.get("PAPERREADER_KILLS", "10"))
PAPERS = 60
MARK_ONE_AFTER_THE_OTHER = """
import sys
from pathlib import Path
from paperreader.library import Change, Library

library = Library.open(Path(sys.argv[1]), machine="desk")
while True:
    for is_read in (True, False):
        for number in library.select():
            batch = library.mark([number], Change("read", is_read), Change("tag:x", is_read))
            print(number, int(is_read), flush=True)
"""


def acknowledged_until_killed(path, chance):
    """The marks that a process acknowledged, in order; killed after some, while it goes on."""
    process = subprocess.Popen(
        [sys.executable, "-c", MARK_ONE_AFTER_THE_OTHER, str(path)],
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    with process:
        lines = [process.stdout.readline() for _ in range(chance.randint(1, 2 * PAPERS))]
        process.send_signal(signal.SIGKILL)
        lines += process.stdout.readlines()
    assert process.returncode == -signal.SIGKILL
    return [tuple(map(int, line.split())) for line in lines if line.endswith("\n")]


def test_an_acknowledged_mark_survives_a_kill(library, tmp_path):
    add(library, document(*(row(f"Title {n}", f"2501.{n:05}") for n in range(PAPERS))))
    library.close()
    chance = random.Random()
    for number in range(KILLS):
        path = tmp_path / f"{number}" / "library.db"
        path.parent.mkdir()
        shutil.copyfile(library.path, path)
        acknowledged = acknowledged_until_killed(path, chance)
        with sqlite3.connect(path) as db:
            assert db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        db.close()
        with Library.open(path, machine="desk") as later:
            assert later.check() == []
            history = later.history(1000)
            # One more may have reached the disk before it was acknowledged.
            assert len(history) - len(acknowledged) in {0, 1}
            for mark in history[: len(history) - len(acknowledged)]:
                assert later.undo_batch(mark.id) is not None
            expected = dict(acknowledged)
            assert set(later.select(Has(Mark.READ))) == {
                n for n, is_read in expected.items() if is_read
            }
