"""Many papers at once: selecting them, and marking a part of the list as read."""

from __future__ import annotations

from paperreader.library.views import Has, Mark
from paperreader.ui.navigator import UNREAD
from paperreader.ui.screens.ask_query import AskQueryScreen
from paperreader.ui.text import symbols
from paperreader.ui.widgets.selected import SelectedLines


async def test_an_action_is_for_all_selected_papers_and_one_undo_takes_it_back(open_reader):
    async with open_reader() as reader:
        screen = reader.screen
        shown = list(screen.list.numbers)
        await reader.press("v", "j", "j", "v", "j", "j", "v", "j", "v")
        chosen = [*shown[:3], *shown[4:6]]
        assert screen.list.selected == chosen
        assert "5 selected" in reader.text
        assert sum(symbols.SELECTED in line for line in reader.text.splitlines()) == 10
        await reader.press("b")
        assert set(screen.library.select(Has(Mark.BOOKMARKED))) == set(chosen)
        assert screen.list.selected == []
        await reader.until(lambda: "Bookmarked 5 - u undoes" in reader.text)
        await reader.press("u")
        assert screen.library.select(Has(Mark.BOOKMARKED)) == []


async def test_selected_papers_are_unmarked_only_when_all_of_them_are_marked(open_reader):
    async with open_reader() as reader:
        screen = reader.screen
        await reader.press("b", "v", "j", "b")
        assert len(screen.library.select(Has(Mark.BOOKMARKED))) == 2
        await reader.press("v", "k", "b")
        assert screen.library.select(Has(Mark.BOOKMARKED)) == []


async def test_tags_go_to_all_selected_papers(open_reader):
    async with open_reader() as reader:
        await reader.press("v", "j", "j", "t")
        await reader.type("later")
        await reader.press("enter")
        assert reader.screen.library.tags() == [("later", 3)]


async def test_escape_ends_a_selection_before_anything_else(open_reader):
    async with open_reader() as reader:
        screen = reader.screen
        await reader.press("v", "j", "escape")
        assert screen.list.selected == []
        assert "selected" not in reader.text
        await reader.press("r")
        assert len(screen.library.select(Has(Mark.READ))) == 1


async def test_the_menu_marks_what_it_says(open_reader):
    async with open_reader() as reader:
        screen = reader.screen
        await reader.press("g", "a", "j", "r", "j", "j")
        shown = list(screen.list.numbers)
        await reader.press("R")
        await reader.until(lambda: "Above the cursor" in reader.text)
        line = next(line for line in reader.text.splitlines() if "Above the cursor" in line)
        assert line.partition("Above the cursor")[2].split()[0] == "2"
        await reader.press("2")
        assert set(screen.library.select(Has(Mark.READ))) == set(shown[:3])
        await reader.until(lambda: "Marked 2 read - u undoes" in reader.text)
        await reader.press("R", "3")
        assert set(screen.library.select(UNREAD)) == {shown[3]}
        await reader.press("u", "u")
        assert screen.library.select(Has(Mark.READ)) == [shown[1]]


async def test_everything_before_a_date_is_marked(open_reader):
    async with open_reader() as reader:
        screen = reader.screen
        day = screen.row.last_date
        await reader.press("R")
        await reader.until(lambda: f"Before {day}, in all views" in reader.text)
        await reader.press("4")
        unread = screen.library.rows(screen.library.select(UNREAD))
        read = screen.library.rows(screen.library.select(Has(Mark.READ)))
        assert unread
        assert read
        assert all(row.last_date >= day for row in unread)
        assert all(row.last_date < day for row in read)


async def test_what_a_query_finds_is_marked_with_its_number(open_reader):
    async with open_reader() as reader:
        screen = reader.screen
        wanted = screen.desk.search("diffusion").numbers
        assert 1 < len(wanted) < len(screen.library.select())
        await reader.press("R", "5")
        await reader.type("diffusion")
        await reader.until(lambda: f"{len(wanted)} unread papers" in reader.text)
        await reader.press("enter")
        assert set(screen.library.select(Has(Mark.READ))) == set(wanted)


async def test_a_menu_that_is_left_marks_nothing(open_reader):
    async with open_reader() as reader:
        await reader.press("R", "escape", "R", "5", "escape")
        assert reader.screen.library.select(Has(Mark.READ)) == []


def test_ranges_grow_shrink_and_add_up():
    lines = SelectedLines()
    lines.toggle(5)
    assert lines.lines(3) == [3, 4, 5]
    assert lines.lines(6) == [5, 6]
    lines.toggle(6)
    lines.toggle(9)
    assert lines.lines(9) == [5, 6, 9]
    lines.toggle(9)
    lines.toggle(5)
    assert lines.lines(0) == [6, 9]
    assert lines.holds(6, 0)
    assert lines.clear()
    assert not lines.clear()


async def test_a_query_that_is_not_understood_marks_nothing(open_reader):
    async with open_reader() as reader:
        await reader.press("R", "5")
        await reader.type("is:raed")
        await reader.until(lambda: "Nothing will be marked." in reader.text)
        await reader.press("enter")
        assert isinstance(reader.pilot.app.screen, AskQueryScreen)
        assert "unread read bookmarked" in reader.text
        assert reader.screen.library.select(Has(Mark.READ)) == []
        await reader.press("backspace", "backspace", "backspace", "backspace")
        await reader.type("unread")
        await reader.until(lambda: "58 unread papers" in reader.text)
        await reader.press("enter")
        await reader.until(lambda: len(reader.screen.library.select(Has(Mark.READ))) == 58)
