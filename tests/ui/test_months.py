"""When in the past: results by month."""

from __future__ import annotations

import pytest

from paperreader.library.views import Count, View, ViewKind
from paperreader.ui.actions.dating import in_month
from paperreader.ui.widgets.months import BARS, drawn, with_gaps
from paperreader.ui.widgets.sidebar import Sidebar


def test_bars_grow_with_their_numbers():
    assert drawn([0, 1, 4, 8]) == " ▁▄█"
    assert drawn([]) == ""


def test_months_without_papers_have_their_place():
    assert with_gaps([("2024-11", 2), ("2025-02", 1)]) == [
        ("2024-11", 2), ("2024-12", 0), ("2025-01", 0), ("2025-02", 1),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("query", "limited"),
    [
        ("video", "video date:2024-12"),
        ("date:2024 video", "video date:2024-12"),
        ("a OR b", "(a OR b) date:2024-12"),
        ("update:x", "update:x date:2024-12"),
    ],
)
def test_a_month_takes_the_place_of_other_dates(query, limited):
    assert in_month(query, "2024-12") == limited


async def test_enter_on_a_month_limits_to_it_and_escape_takes_it_back(open_reader):
    async with open_reader() as reader:
        screen = reader.screen
        await reader.search("model")
        await reader.press("enter", "w")
        assert screen.focused is screen.months
        month, papers = screen.months.month
        assert f"{month}: {papers}" in reader.text
        await reader.press("h", "l", "enter")
        await reader.until(lambda: screen.place.query == f"model date:{month}")
        assert len(screen.list.numbers) == papers
        await reader.press("escape")
        assert screen.place.query == "model"


async def test_a_month_without_papers_is_not_chosen(open_reader):
    async with open_reader() as reader:
        screen = reader.screen
        await reader.search("model")
        await reader.press("enter", "w", "h")
        assert screen.months.month[1] == 0
        await reader.press("enter", "l", "enter")
        await reader.until(lambda: "date:" in screen.place.query)
        assert len(screen.list.numbers) > 0


async def test_there_is_no_room_for_months_in_a_low_terminal(open_reader):
    async with open_reader((80, 12)) as reader:
        await reader.search("model")
        assert not reader.screen.months.display


async def test_there_is_no_line_for_a_single_month(open_reader):
    async with open_reader() as reader:
        screen = reader.screen
        await reader.search("model")
        assert screen.months.display
        month, _ = screen.months.month
        await reader.press("ctrl+u")
        await reader.type(f"date:{month} model")
        await reader.until(lambda: screen.place.query == f"date:{month} model")
        await reader.until(lambda: BARS[-1] not in reader.text)
        await reader.press("enter")
        await reader.until(lambda: not screen.is_typing)
        await reader.until(lambda: not screen.months.display)


async def test_a_library_of_a_single_month_never_has_the_line(open_reader, monkeypatch):
    counts = {View(ViewKind.ALL): Count(3, 3), View(ViewKind.DATE, "2024-12"): Count(3, 3)}
    monkeypatch.setattr(Sidebar, "counts", counts)
    async with open_reader() as reader:
        await reader.press("/")
        await reader.until(lambda: reader.screen.is_typing)
        assert not reader.screen.months.display
