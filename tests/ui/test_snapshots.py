"""What is on the screen, letter for letter, at every size and in every kind of colours.

A snapshot is a text file in `snapshots/`: the letters of the screen, then a map of the same shape
with a sign for each cell that looks different from plain text. To make them anew:
`pytest tests/ui/test_snapshots.py --update-snapshots`, and look at what git says has changed.
"""

from __future__ import annotations

from collections import Counter
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from rich.cells import cell_len

from paperreader.config import Config
from paperreader.desk import Desk
from paperreader.library.model import Change
from paperreader.paths import Paths

SNAPSHOTS = Path(__file__).parent / "snapshots"
DIGEST = SNAPSHOTS / "2025-01-02.md"
SIZES = ((250, 70), (120, 36), (80, 24), (60, 20), (40, 12))
LOOKS = {"dark": "paper-dark", "light": "paper-light", "terminal": "ansi-dark", "no-color": ""}
AGAIN = "if it shall be so: pytest tests/ui/test_snapshots.py --update-snapshots, and git diff"
SIGNS = (("reverse", "R"), ("underline", "_"), ("bold", "B"), ("italic", "/"))


def sign_of(style, background):
    """How a cell looks different from plain text, never by the colour of its letter alone."""
    for attribute, sign in SIGNS:
        if style is not None and getattr(style, attribute):
            return sign
    return "#" if style is not None and style.bgcolor != background else "."


def snapshot(app) -> str:
    """The letters on the screen and the map of how they look."""
    strips = app.screen._compositor.render_strips()
    cells = Counter()
    for segment in (segment for strip in strips for segment in strip):
        cells[segment.style and segment.style.bgcolor] += cell_len(segment.text)
    background = cells.most_common(1)[0][0]
    letters = [strip.text.rstrip() for strip in strips]
    looks = [
        "".join(sign_of(each.style, background) * cell_len(each.text) for each in strip).rstrip(".")
        for strip in strips
    ]
    return "\n".join([*letters, "", *looks, ""])


@pytest.fixture
def is_like(request):
    """Compares with the snapshot of this name, or writes it."""

    def compare(name, shown):
        path = SNAPSHOTS / f"{name}.txt"
        if request.config.getoption("--update-snapshots"):
            path.write_text(shown, "utf-8")
        assert shown == path.read_text("utf-8"), f"{name} is not as it was; {AGAIN}"

    return compare


@pytest.fixture(scope="session")
def wild_once(tmp_path_factory):
    """A library with titles in Korean, with emoji, brackets and of 320 letters; some marked."""
    home = tmp_path_factory.mktemp("wild")
    with_marks = (Change("read", True),), (Change("bookmarked", True), Change("tag:later", True))
    desk = Desk.open(Paths.of(home, {}), Config())
    desk.import_paths([DIGEST])
    for number, changes in zip(desk.library.select()[:2], with_marks, strict=True):
        desk.library.mark([number], *changes)
    desk.close()
    return home


@pytest.fixture
def open_wild(open_reader, wild_once):
    """Opens a reader on it, at the list of all papers."""

    @asynccontextmanager
    async def opened(size, theme="paper-dark"):
        config = Config(auto_read="never", theme=theme)
        async with open_reader(size, wild_once, config) as reader:
            reader.screen.remember = lambda: None
            await reader.press("g", "a", "g", "g")
            await settled(reader)
            yield reader

    return opened


async def settled(reader):
    """The paper under the cursor is shown, where papers are shown."""
    screen = reader.screen
    await reader.until(
        lambda: (
            not screen.detail.display
            or (screen.paper is not None and screen.paper.row.number == screen.list.number)
        )
    )
    await reader.until(lambda: all(worker.is_finished for worker in reader.pilot.app.workers))
    await reader.pilot.pause()


@pytest.mark.parametrize("look", LOOKS)
async def test_the_reader_looks_right_at_every_size(open_wild, is_like, monkeypatch, look):
    if look == "no-color":
        monkeypatch.setenv("NO_COLOR", "1")
    async with open_wild(SIZES[0], LOOKS[look]) as reader:
        for columns, rows in SIZES:
            await reader.pilot.resize_terminal(columns, rows)
            await reader.until(lambda: len(reader.text.splitlines()) == rows)  # noqa: B023
            await settled(reader)
            is_like(f"list-{look}-{columns}x{rows}", snapshot(reader.pilot.app))


@pytest.mark.parametrize(
    ("name", "keys", "size"),
    [
        ("korean-paper", ("j", "enter"), (60, 20)),
        ("bracketed-paper", ("j", "j", "enter"), (60, 20)),
        ("long-title", ("enter",), (40, 12)),
        ("zen", ("j", "z"), (120, 36)),
        ("sidebar", ("h",), (80, 24)),
        ("sort-menu", ("s",), (80, 24)),
        ("links", ("j", "O"), (80, 24)),
    ],
)
async def test_its_other_faces_look_right(open_wild, is_like, name, keys, size):
    async with open_wild(size) as reader:
        await reader.press(*keys)
        await settled(reader)
        is_like(name, snapshot(reader.pilot.app))


async def test_the_cursor_is_seen_without_colours(open_wild, monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")
    async with open_wild((60, 20)) as reader:
        maps = []
        for _ in range(2):
            maps.append(snapshot(reader.pilot.app).split("\n\n", 1)[1].splitlines())
            await reader.press("j")
        assert maps[0][1] != maps[1][1]
        assert maps[0][3] != maps[1][3]
