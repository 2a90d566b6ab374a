"""A morning with the reader: what the keys do, seen on the screen."""

from __future__ import annotations

import re

import pytest

from paperreader.config import Config
from paperreader.library.views import Has, Mark, View, ViewKind

SIZES = [(120, 36), (80, 24), (60, 20), (40, 12)]


@pytest.mark.parametrize("size", SIZES)
async def test_the_list_is_there_at_every_size(open_reader, size):
    async with open_reader(size) as reader:
        row = reader.screen.row
        assert row is not None
        assert row.title[:20] in reader.text


async def test_three_panes_from_120_columns(open_reader):
    async with open_reader() as reader:
        await reader.until(lambda: reader.screen.detail.text)
        assert "Views" in reader.text
        assert "Topics" in reader.text
        assert reader.screen.row.title[:20] in reader.screen.detail.text


async def test_one_pane_at_a_time_below_80_columns(open_reader):
    async with open_reader((60, 20)) as reader:
        screen = reader.screen
        await reader.press("enter")
        assert (screen.list.display, screen.detail.display) == (False, True)
        await reader.press("escape")
        assert (screen.list.display, screen.detail.display) == (True, False)
        await reader.press("1")
        await reader.until(lambda: screen.sidebar.display)


async def test_moving_stays_inside_the_list(open_reader):
    async with open_reader() as reader:
        papers = reader.screen.list
        await reader.press("k")
        assert papers.cursor == 0
        await reader.press("j", "j", "k")
        assert papers.cursor == 1
        await reader.press("G")
        assert papers.cursor == len(papers.numbers) - 1
        await reader.press("j")
        assert papers.cursor == len(papers.numbers) - 1
        await reader.press("g", "g")
        assert papers.cursor == 0


async def test_a_mark_is_kept_counted_and_undone(open_reader):
    async with open_reader() as reader:
        screen = reader.screen
        unread = screen.library.counts()[View(ViewKind.UNREAD)].total
        await reader.press("r")
        assert screen.row.marks.read
        assert screen.library.counts()[View(ViewKind.UNREAD)].total == unread - 1
        await reader.press("u")
        assert not screen.row.marks.read
        assert screen.library.counts()[View(ViewKind.UNREAD)].total == unread
        await reader.press("ctrl+r")
        assert screen.row.marks.read


async def test_all_of_a_date_can_be_read_and_undone(open_reader):
    async with open_reader() as reader:
        screen = reader.screen
        await reader.press("g", "d")
        assert screen.place.view.kind is ViewKind.DATE
        numbers = set(screen.list.numbers)
        await reader.press("R", "enter")
        assert numbers <= set(screen.library.select(Has(Mark.READ)))
        await reader.until(lambda: f"Marked {len(numbers)} read" in reader.text)
        await reader.press("u")
        assert not numbers & set(screen.library.select(Has(Mark.READ)))


async def test_search_finds_as_one_types_and_escape_returns(open_reader):
    async with open_reader() as reader:
        screen = reader.screen
        await reader.press("j", "j")
        number, shown = screen.list.number, len(screen.list.numbers)
        await reader.press("/")
        await reader.type("lidar scene")
        await reader.until(lambda: screen.place.query == "lidar scene" and screen.list.numbers)
        assert "LiDAR" in reader.titles[0]
        await reader.press("escape")
        assert screen.place.query == ""
        assert (screen.list.number, len(screen.list.numbers)) == (number, shown)


async def test_enter_goes_into_the_results_and_matches_are_marked(open_reader):
    async with open_reader() as reader:
        screen = reader.screen
        await reader.press("/")
        await reader.type("avatar")
        await reader.until(lambda: screen.place.query == "avatar" and screen.list.numbers)
        await reader.press("enter")
        assert screen.focused is screen.list
        assert screen.found.terms.spans("a talking avatar") == [(10, 16)]
        await reader.press("escape")
        assert screen.place.query == ""


async def test_a_search_without_result_says_so(open_reader):
    async with open_reader() as reader:
        await reader.press("/")
        await reader.type("zzqqxxyy")
        await reader.until(lambda: "Nothing found" in reader.text)


async def test_a_paper_can_be_read_in_both_languages(open_reader):
    async with open_reader() as reader:
        screen = reader.screen
        both = next(
            number
            for number in screen.library.select()
            if len(screen.library.rows([number])[0].languages) > 1
        )
        await reader.press("g", "a")
        screen.move_to(both)
        await reader.press("enter")
        await reader.press("L")
        await reader.until(lambda: any("가" <= letter <= "힣" for letter in screen.detail.text))


async def test_an_opened_paper_becomes_read(open_reader):
    async with open_reader(config=Config(auto_read="open")) as reader:
        screen = reader.screen
        number = screen.list.number
        await reader.press("enter")
        await reader.until(lambda: screen.library.rows([number])[0].marks.read)


async def test_a_count_that_begins_with_the_key_of_the_paper_opens_none(open_reader):
    async with open_reader(config=Config(auto_read="open")) as reader:
        await reader.press("3", "j")
        await reader.until(lambda: reader.screen.list.cursor == 3)
        assert reader.screen.library.select(Has(Mark.READ)) == []
        await reader.press("enter")
        await reader.until(lambda: reader.screen.row.marks.read)


async def test_undo_takes_back_a_key_before_the_reading_that_came_by_itself(open_reader):
    async with open_reader(config=Config(auto_read=0.3)) as reader:
        screen = reader.screen
        await reader.press("enter", "b")
        await reader.until(lambda: screen.row.marks.read)
        assert "Bookmarked - u undoes" in reader.text
        await reader.press("u")
        await reader.until(lambda: "Undone: bookmarked" in reader.text)
        assert screen.row.marks.read
        await reader.press("ctrl+r", "u", "u")
        await reader.until(lambda: "Undone: read" in reader.text)


async def test_what_was_done_before_the_paper_was_opened_is_no_longer_said_to_be_undone(
    open_reader,
):
    async with open_reader(config=Config(auto_read=0.3)) as reader:
        await reader.press("b", "enter")
        await reader.until(lambda: reader.screen.row.marks.read)
        await reader.until(lambda: "u undoes" not in reader.text)
        await reader.press("u")
        await reader.until(lambda: "Undone: read" in reader.text)


async def test_a_paper_the_cursor_passes_stays_unread(open_reader):
    async with open_reader(config=Config(auto_read="open")) as reader:
        await reader.press("j", "j", "j", "k")
        assert reader.screen.library.select(Has(Mark.READ)) == []


async def test_next_unread_skips_what_is_read_and_goes_on_in_other_dates(open_reader):
    async with open_reader() as reader:
        screen = reader.screen
        await reader.press("g", "d")
        date = screen.place.view
        await reader.press("R", "enter")
        await reader.press("n")
        assert screen.place.view != date
        assert not screen.row.marks.read


async def test_space_reads_to_the_end_and_goes_on(open_reader):
    async with open_reader(config=Config(auto_read="never")) as reader:
        screen = reader.screen
        first = screen.list.number
        await reader.press("enter")
        for _ in range(30):
            await reader.press("space")
            if screen.list.number != first:
                break
        await reader.until(lambda: screen.library.rows([first])[0].marks.read)
        assert not screen.row.marks.read
        assert screen.focused is screen.detail


async def test_everything_is_as_it_was_left_after_a_restart(open_reader):
    async with open_reader() as reader:
        screen = reader.screen
        await reader.press("g", "a", "j", "j", "j", "b")
        number = screen.list.number
        await reader.press("q")
    async with open_reader() as reader:
        screen = reader.screen
        assert screen.place.view == View(ViewKind.ALL)
        assert screen.list.number == number
        assert screen.row.marks.bookmarked
        await reader.press("u")
        assert not screen.row.marks.bookmarked


async def test_escape_never_quits(open_reader):
    async with open_reader() as reader:
        await reader.press("escape", "escape", "escape")
        assert reader.pilot.app.is_running


async def test_help_shows_the_keys_and_narrows(open_reader):
    async with open_reader() as reader:
        await reader.press("?")
        await reader.until(lambda: "Search the keys" in reader.text)
        await reader.type("bookmark")
        await reader.until(lambda: "Page down" not in reader.text)
        assert "take the bookmark away" in reader.text
        await reader.press("escape")
        assert reader.pilot.app.screen is reader.screen


async def test_the_first_start_imports_the_samples(open_reader, tmp_path):
    async with open_reader(folder=tmp_path / "new") as reader:
        await reader.until(lambda: len(reader.screen.list.numbers) > 50)
        await reader.until(lambda: "sample papers" in reader.text)


async def test_titles_are_never_markup(open_reader, tmp_path):
    digest = tmp_path / "2025-01-02.md"
    digest.write_text(
        "## Papers for 2025-01-02\n\n| Title | Authors | Summary |\n|---|---|---|\n"
        "| RoPE [/INST] and [bold]x ([arXiv](https://arxiv.org/abs/2501.00001)) | A B | Short. |\n",
        "utf-8",
    )
    async with open_reader() as reader:
        reader.screen.desk.import_paths([digest])
        await reader.press("g", "a")
        assert "RoPE [/INST] and [bold]x" in reader.text


async def test_the_sidebar_says_how_much_is_unread_and_how_much_there_is(open_reader):
    async with open_reader() as reader:
        screen = reader.screen
        total = len(screen.library.select())
        await reader.press("b", "r")
        await reader.until(lambda: re.search(r"Bookmarks +0/1", reader.text))
        assert re.search(rf"All papers +{total - 1}/{total}\W", reader.text)
        assert re.search(rf"Unread +{total - 1}\W", reader.text)
        assert "unread/all" in reader.text


async def test_a_long_name_is_cut_and_its_count_is_not(open_reader):
    async with open_reader() as reader:
        name = "a saved search with quite a long name"
        reader.screen.library.save_search(name, "diffusion")
        reader.screen.refresh_counts()
        await reader.until(lambda: re.search(r"a saved search w\w*… +\d+/\d+│", reader.text))


async def test_saved_searches_stand_above_dates_and_topics(open_reader):
    async with open_reader() as reader:
        reader.screen.library.save_search("robots", "robot")
        reader.screen.refresh_counts()
        await reader.until(lambda: "▾ Saved searches" in reader.text)
        heads = ["Notes", "▾ Saved searches", "robots", "▾ Dates", "▾ Topics"]
        places = [reader.text.index(head) for head in heads]
        assert places == sorted(places)


async def test_the_sidebar_holds_only_the_dates_that_are_open(open_reader):
    async with open_reader() as reader:
        sidebar = reader.screen.sidebar
        await reader.press("g", "d")
        day = reader.screen.place.view
        assert day.key.count("-") == 2
        await reader.until(lambda: sidebar.cursor_node and sidebar.cursor_node.data == day)
        shown = {view.key for view in sidebar._by_view if view.kind.value == "date"}
        assert all(key.count("-") < 2 or key[:7] == day.key[:7] for key in shown)


async def test_the_sidebar_scrolls_to_the_view_under_its_cursor(open_reader):
    async with open_reader(size=(80, 16)) as reader:
        sidebar = reader.screen.sidebar

        def is_seen():
            first = sidebar.scroll_offset.y
            return first <= sidebar.cursor_line < first + sidebar.size.height

        await reader.press("h", "G")
        await reader.until(lambda: sidebar.cursor_line == sidebar.last_line and is_seen())
        assert sidebar.last_line > sidebar.size.height
        await reader.press("g", "g")
        await reader.until(lambda: sidebar.cursor_line == 0 and is_seen())
        await reader.press(*["j"] * sidebar.size.height)
        await reader.until(lambda: sidebar.cursor_line == sidebar.size.height and is_seen())
