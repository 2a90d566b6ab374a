"""A large import is indexed by a process of its own while it goes on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from paperreader import desk as desk_module
from paperreader.intake import importing

if TYPE_CHECKING:
    from pathlib import Path

    from paperreader.desk import Desk
    from paperreader.search.following import Follower

DAY = """## Papers for 2024-12-{0:02}

| Title | Authors | Summary |
|---|---|---|
| Lichen {0} ([arXiv](https://arxiv.org/abs/2412.0{0:04})) | Ann Lee | Lichens grow. |
"""


@pytest.fixture
def days(tmp_path: Path) -> Path:
    folder = tmp_path / "days"
    folder.mkdir()
    for number in range(1, 9):
        (folder / f"{number}.md").write_text(DAY.format(number), "utf-8")
    return folder


@pytest.fixture
def followers(empty_desk: Desk, monkeypatch: pytest.MonkeyPatch) -> list[Follower]:
    """The processes that were started, from the first paper on."""
    monkeypatch.setattr(desk_module, "_MANY_PAPERS", 1)
    monkeypatch.setattr(importing, "_ENTRIES_AT_ONCE", 1)
    started: list[Follower] = []
    follow = empty_desk.finder.follow

    def follow_and_note() -> Follower:
        started.append(follow())
        return started[-1]

    monkeypatch.setattr(empty_desk.finder, "follow", follow_and_note)
    return started


def test_everything_is_indexed_when_the_import_is_done(
    empty_desk: Desk, days: Path, followers: list[Follower]
) -> None:
    report = empty_desk.import_paths([days])
    assert (report.count.new, report.was_cancelled) == (8, False)
    assert len(followers) == 1
    assert empty_desk.finder.is_current()
    assert empty_desk.search("lichens").total == 8


def test_a_stopped_import_leaves_no_process_and_goes_on_the_next_time(
    empty_desk: Desk, days: Path, followers: list[Follower]
) -> None:
    report = empty_desk.import_paths([days], should_stop=lambda: bool(followers))
    assert report.was_cancelled
    assert followers[0]._process.poll() is not None
    assert not empty_desk.import_paths([days]).was_cancelled
    assert empty_desk.search("lichens").total == 8


def test_a_small_import_starts_no_process(
    empty_desk: Desk, days: Path, followers: list[Follower], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(desk_module, "_MANY_PAPERS", 100)
    empty_desk.import_paths([days])
    assert followers == []
    assert empty_desk.finder.is_current()
