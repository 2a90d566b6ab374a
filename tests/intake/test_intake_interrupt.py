"""Ctrl-C at any moment of an import does no harm."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from paperreader.config import Config
from paperreader.desk import Desk
from paperreader.exchange import paper_json
from paperreader.paths import Paths

if TYPE_CHECKING:
    from collections.abc import Iterator

SCRIPT = Path(__file__).with_name("interrupting.py")
ROW = "| Day {0}, {1} ([arXiv](https://arxiv.org/abs/2411.{0:02}{1:03})) | Ann Lee | Pebbles. |\n"
BEFORE = "paperreader: stopped\n"  # while the command was loaded
ONCE = "paperreader: stopped: what was read is kept; import the same again to go on\n"
TWICE = (
    "paperreader: stopped at once: what was stored before is kept; import the same again to go on\n"
)
LATE = ONCE + BEFORE  # pressed again when all was done
HEAD = "## Papers for 2024-11-{0:02}\n\n| Title | Authors | Summary |\n|---|---|---|\n"


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("archive")
    for day in range(1, 21):
        rows = (ROW.format(day, number) for number in range(3))
        (folder / f"{day}.md").write_text(HEAD.format(day) + "".join(rows), "utf-8")
    return folder


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("interrupted")


@pytest.fixture(scope="module")
def told(archive: Path, home: Path) -> list[dict[str, Any]]:
    """What the imports said: one that was left alone, then those that were interrupted."""
    command = [sys.executable, str(SCRIPT), str(home), str(archive)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    answer: list[dict[str, Any]] = json.loads(done.stdout)
    return answer


def desks(home: Path, count: int) -> Iterator[Desk]:
    for number in range(count):
        desk = Desk.open(Paths.of(home / str(number), {}), Config())
        yield desk
        desk.close()


def contents(desk: Desk) -> list[Any]:
    return sorted((paper_json(each) for each in desk.library.papers()), key=lambda each: each["id"])


def test_an_interrupted_import_says_so_and_leaves_a_sound_library(
    told: list[dict[str, Any]], archive: Path, home: Path
) -> None:
    assert told[0]["status"] == 0
    stopped = [each for each in told if each["status"]]
    assert len(stopped) > len(told) / 2
    assert {each["status"] for each in stopped} == {1}
    assert {ONCE, TWICE} <= {each["said"] for each in stopped} <= {BEFORE, ONCE, TWICE, LATE}
    undisturbed, *others = (
        (desk.library.check(), desk.import_paths([archive]).was_cancelled, contents(desk),
         desk.search("pebbles").total, desk.finder.is_current())
        for desk in desks(home, len(told))
    )  # fmt: skip
    assert undisturbed[:2] == ([], False)
    assert undisturbed[3:] == (60, True)
    assert all(each == undisturbed for each in others)


PRESSED_WHILE_AN_OBJECT_GOES = """
import signal, sys, time
from paperreader import __main__, cli

class Pressing:
    def __del__(self):
        signal.raise_signal(signal.SIGINT)

def run():
    signal.signal(signal.SIGINT, signal.default_int_handler)  # also in the background of a shell
    Pressing()
    time.sleep(60)
    return 0

cli.main = run
sys.exit(__main__.main())
"""


def test_ctrl_c_is_not_lost_while_an_object_is_taken_apart() -> None:
    command = [sys.executable, "-c", PRESSED_WHILE_AN_OBJECT_GOES]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (1, BEFORE)
