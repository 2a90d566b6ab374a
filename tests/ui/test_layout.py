"""Which panes are shown and how wide, at every size; zen; the lines at the foot."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paperreader.ui.layout import PANES, Widths, shown_panes

COLUMNS = st.integers(20, 400)


@pytest.mark.parametrize(
    ("columns", "pane", "shown"),
    [
        (120, "list", ("sidebar", "list", "detail")),
        (119, "list", ("list", "detail")),
        (80, "sidebar", ("sidebar", "list")),
        (79, "detail", ("detail",)),
    ],
)
def test_as_many_panes_as_there_is_room_for(columns, pane, shown):
    assert shown_panes(columns, pane) == shown


@given(COLUMNS, st.sampled_from(PANES), st.integers(0, 500), st.floats(0, 1))
def test_the_panes_fill_the_screen_and_none_vanishes(columns, pane, sidebar, share):
    shown = shown_panes(columns, pane)
    widths = Widths(sidebar, share).of(columns, shown)
    assert tuple(widths) == shown
    assert sum(widths.values()) == columns
    assert min(widths.values()) >= min(columns, 12)


@given(COLUMNS, st.sampled_from(PANES), st.integers(-50, 500))
def test_a_pane_gets_the_width_that_it_is_given_within_reason(columns, pane, width):
    shown = shown_panes(columns, pane)
    widths = Widths().with_edge(columns, shown, pane, width)
    given = widths.of(columns, shown)[pane]
    usual = Widths().of(columns, shown)[pane]
    if len(shown) > 1 and 30 <= width <= 40 and columns >= 120:
        assert given == width
    if len(shown) == 1:
        assert given == usual


def test_the_sidebar_has_what_its_names_need_where_there_is_room():
    widths = [Widths().of(columns, PANES)["sidebar"] for columns in (120, 140, 160, 250)]
    assert widths == [29, 33, 37, 40]
    chosen = Widths.from_json({**Widths().to_json(), "sidebar": 20})
    assert chosen.of(250, PANES)["sidebar"] == 20
    assert Widths.from_json(Widths().to_json()) == Widths()
    assert Widths.from_json({**Widths().to_json(), "sidebar": 29}) == Widths()


@given(st.dictionaries(st.sampled_from(["sidebar", "list_share"]), st.none() | st.text()))
def test_widths_from_an_odd_memory_are_usable(value):
    assert isinstance(Widths.from_json(value), Widths)


async def test_widths_change_by_keys_and_are_remembered(open_reader):
    async with open_reader() as reader:
        screen = reader.screen
        usual = screen.list.outer_size.width
        await reader.press(">", ">")
        await reader.until(lambda: screen.list.outer_size.width == usual + 8)
        await reader.press("1", "<")
        await reader.until(lambda: screen.sidebar.outer_size.width == 25)
        await reader.press("q")
    async with open_reader() as reader:
        screen = reader.screen
        await reader.until(lambda: screen.sidebar.outer_size.width == 25)
        total = sum(pane.outer_size.width for pane in (screen.sidebar, screen.list, screen.detail))
        assert total == 120


async def test_an_edge_can_be_dragged(open_reader):
    async with open_reader() as reader:
        screen, pilot = reader.screen, reader.pilot
        edge = screen.list.region.right - 1
        await pilot.mouse_down(offset=(edge, 5))
        await pilot.hover(offset=(edge - 10, 5))
        await pilot.mouse_up(offset=(edge - 10, 5))
        await reader.until(lambda: screen.list.region.right == edge - 10)
        await pilot.hover(offset=(edge - 2, 5))
        assert screen.list.region.right == edge - 10


async def test_zen_shows_the_paper_alone_and_reading_goes_on(open_reader):
    async with open_reader() as reader:
        screen = reader.screen
        await reader.press("g", "a", "z")
        await reader.until(lambda: not screen.list.display)
        assert not screen.sidebar.display
        number = screen.list.number
        await reader.press("J")
        assert screen.list.number != number
        await reader.until(lambda: screen.row.title[:20] in reader.text)
        first = reader.text.splitlines()[1]
        assert len(first) - len(first.lstrip()) == (120 - 88) // 2
        await reader.until(lambda: "z ends zen" in reader.text)
        await reader.press("escape")
        await reader.until(lambda: screen.list.display and screen.sidebar.display)
        assert screen.focused is screen.list
        assert "ends zen" not in reader.text
        await reader.press("enter", "z", "z")
        assert screen.focused is screen.detail


async def test_going_to_another_pane_leaves_zen(open_reader):
    async with open_reader() as reader:
        await reader.press("z", "2")
        assert reader.screen.list.display
        assert not reader.screen.is_zen


async def test_resizing_keeps_the_focus_the_paper_and_its_place(open_reader):
    async with open_reader() as reader:
        screen, pilot = reader.screen, reader.pilot
        await reader.press("g", "a", "j", "j", "enter")
        number = screen.list.number
        for size in ((100, 30), (60, 20), (40, 12), (250, 70), (20, 5), (120, 36)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            assert screen.focused is screen.detail
            assert screen.detail.display
            assert screen.list.number == number
        assert screen.row.title[:20] in reader.text


async def test_the_status_line_takes_more_lines_rather_than_an_ellipsis(open_reader):
    async with open_reader((40, 12)) as reader:
        status = reader.screen.query_one("#status")
        said = "a long sentence that a narrow terminal has no room for in one line"
        status.say(said, "1/9")
        await reader.until(lambda: status.size.height == 3)
        assert said in " ".join(line.strip() for line in reader.text.replace("1/9", "").split())
        status.say("short", "1/9")
        await reader.until(lambda: status.size.height == 1)


@pytest.mark.parametrize("key", ["comma", "s", "O", "e", "question_mark", "T", "colon", "slash"])
async def test_every_screen_survives_a_terminal_of_one_cell(open_reader, key: str) -> None:
    async with open_reader() as reader:
        await reader.press(key)
        for size in ((1, 1), (2, 40), (5, 3), (100, 30)):
            await reader.pilot.resize_terminal(*size)
            await reader.until(lambda width=size[0]: reader.pilot.app.size.width >= width)
            await reader.press("down")
        assert reader.pilot.app.return_code is None


async def test_behind_a_box_no_hints_of_other_keys_are_left(open_reader):
    async with open_reader() as reader:
        for key in ("?", ",", "e"):
            await reader.until(lambda: "n next unread" in reader.text)
            await reader.press(key)
            await reader.until(lambda: "next unread  b" not in reader.text.splitlines()[-1])
            await reader.press("escape")
        await reader.until(lambda: "n next unread" in reader.text)
