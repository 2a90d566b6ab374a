"""How papers look in the list, what is new there, and in which order they stand."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from rich.cells import cell_len
from rich.style import Style

from paperreader.digests.model import Precision
from paperreader.library.model import Change, Marks, PaperRow
from paperreader.library.views import Sort, ViewKind
from paperreader.ui.text import symbols
from paperreader.ui.widgets.paper_row import RowLook, draw_row, room_for_passage

ADDED = datetime(2025, 1, 3, tzinfo=UTC)
ROW = PaperRow(
    1, "2501.00001", "A plain title", ("Ann Oak", "Bob Elm", "Cid Ash"), None, date(2025, 1, 2),
    55, ("en",), (), Marks(), ADDED,
)  # fmt: skip
WILD = (
    ROW,
    ROW._replace(title="확산 모델로 그리는 이미지 생성의 모든 것 그리고 더", authors=("김하늘",)),
    ROW._replace(title="👩‍🔬 emoji 🎉 in a title", votes=12345, last_date=None),
    ROW._replace(title="RoPE [/INST] [CLS]", authors=("A very long name " * 9,), votes=None),
    ROW._replace(title="long " * 60, authors=(), marks=Marks(True, True, 1.0, ("메모",), "n", -1)),
)


def text(row, width=60, **look):
    strips = draw_row(row, RowLook(width, Style(), lambda _: Style(), **look))
    return [strip.text for strip in strips]


def test_the_date_is_as_exact_as_the_digest():
    assert text(ROW)[1].endswith(" 2025-01-02 ")
    month = ROW._replace(last_precision=Precision.MONTH)
    assert text(month)[1].endswith(" 2025-01    ")


@pytest.mark.parametrize("width", [1, 8, 34, 36, 43, 60, 120])
@pytest.mark.parametrize("row", WILD)
def test_every_row_has_exactly_the_width_of_the_list(row, width):
    assert [cell_len(line) for line in text(row, width)] == [width, width]


@pytest.mark.parametrize("row", [row for row in WILD if row.last_date])
def test_the_date_stands_in_the_same_column_of_every_row(row):
    line = text(row)[1]
    assert cell_len(line[: line.index("2025-01-02")]) == 49


def test_each_mark_has_a_sign_of_its_own():
    title, facts = text(ROW._replace(marks=Marks(False, True, 2.0, ("later",), "why", 1)))
    assert title.startswith(symbols.UNREAD + symbols.BOOKMARKED)
    assert facts.startswith(symbols.QUEUED + "+")
    assert f"#later {symbols.NOTE}" in facts
    assert text(ROW._replace(marks=Marks(read=True)))[0].startswith("   A plain")


def test_what_is_new_has_a_star_until_it_is_read():
    assert text(ROW, is_new=True)[0][0] == symbols.NEW
    assert text(ROW._replace(marks=Marks(read=True)), is_new=True)[0][0] == " "


def test_a_narrow_list_leaves_the_date_out_before_the_first_author():
    assert "2025" not in text(ROW, 34)[1]
    assert "Ann Oak" in text(ROW, 24)[1]


def test_a_passage_takes_the_room_of_votes_that_are_not_there():
    passage = "a passage " * 9
    _, with_votes = text(ROW, 44, snippet=passage)
    _, without = text(ROW._replace(votes=None), 44, snippet=passage)
    assert with_votes.endswith("… ▴55 2025-01 ")
    assert without.endswith("… 2025-01 ")
    for row, line in ((ROW, with_votes), (ROW._replace(votes=None), without)):
        assert cell_len(line.partition("…")[0]) + 1 == 3 + room_for_passage(row, 44)


def test_a_result_has_the_whole_date_where_there_is_room():
    assert text(ROW, 60, snippet="a passage")[1].endswith("▴55 2025-01-02 ")
    assert text(ROW, 59, snippet="a passage")[1].endswith("▴55 2025-01 ")
    assert "2025" not in text(ROW, 34, snippet="a passage")[1]


def test_results_with_and_without_a_passage_have_their_dates_in_one_column():
    lines = [text(ROW, 44, spans=lambda _: [], snippet=each)[1] for each in ("", "a passage")]
    assert lines[0].index("2025-01") == lines[1].index("2025-01")


async def test_new_is_what_came_after_the_last_visit(open_reader):
    async with open_reader() as reader:
        assert symbols.NEW not in reader.text
        papers = reader.screen.list
        newest = max(row.added for row in papers._get_rows(papers.numbers))
        reader.screen.library.remember("last visit", (newest - timedelta(hours=1)).isoformat())
        reader.screen.remember = lambda: None
    async with open_reader() as reader:
        assert symbols.NEW in reader.text
    async with open_reader() as reader:
        assert symbols.NEW not in reader.text


async def test_the_sort_menu_shows_the_order_and_changes_it(open_reader):
    async with open_reader() as reader:
        screen = reader.screen
        await reader.press("g", "a", "j", "j")
        number = screen.list.number
        await reader.press("s")
        await reader.until(lambda: "Sort by" in reader.text)
        await reader.press("j", "enter")
        assert screen.place.sort is Sort.VOTES
        assert screen.list.number == number
        votes = [row.votes or 0 for row in screen.library.rows(screen.list.numbers)]
        assert votes == sorted(votes, reverse=True)
        await reader.press("s", "k", "escape")
        assert screen.place.sort is Sort.VOTES
        await reader.press("s", "3")
        assert reader.titles == sorted(reader.titles, key=str.casefold)


def test_the_queue_has_its_own_order(desk):
    first, second, third = desk.library.select()[:3]
    for place, number in enumerate((third, first, second)):
        desk.library.mark([number], Change("queued", float(place)))
    assert desk.library.select(sort=Sort.QUEUE)[:3] == [third, first, second]
    assert ViewKind.QUEUE in {view.kind for view in desk.library.counts()}


@pytest.mark.parametrize("size", [(120, 36), (80, 24), (60, 20)])
async def test_where_the_cursor_is_stands_in_one_place(open_reader, size):
    async with open_reader(size=size) as reader:
        await reader.press("g", "a", "j")
        await reader.until(lambda: reader.text.count("2/58") == 1)
        await reader.press("enter")
        await reader.until(lambda: reader.screen.pane == "detail")
        await reader.until(lambda: reader.text.count("2/58") == 1)
        await reader.press("z")
        await reader.until(lambda: reader.text.count("2/58") == 1)


async def test_a_list_of_unread_papers_says_how_many_still_are(open_reader):
    async with open_reader() as reader:
        await reader.until(lambda: "Unread · 58 papers" in reader.text)
        await reader.press("r")
        await reader.until(lambda: "Unread · 57 unread of 58 papers" in reader.text)
        await reader.press("u")
        await reader.until(lambda: "Unread · 58 papers" in reader.text)
        await reader.press("g", "a", "r", "U")
        await reader.until(lambda: "All papers · unread only · 57 papers" in reader.text)
        await reader.press("r")
        await reader.until(lambda: "unread only · 56 unread of 57 papers" in reader.text)
