"""Saved searches: kept, counted, renamed and deleted."""

from __future__ import annotations

import pytest

from paperreader.library.views import Sort, View, ViewKind
from paperreader.ui.place import Place
from paperreader.ui.saved import query_of

VIDEO = View(ViewKind.SAVED, "moving pictures")


@pytest.mark.parametrize(
    ("place", "query"),
    [
        (Place(View(ViewKind.ALL)), ""),
        (Place(View(ViewKind.UNREAD)), "is:unread"),
        (Place(View(ViewKind.UNREAD), is_unread_only=True), "is:unread"),
        (Place(View(ViewKind.DATE, "2024-12")), "date:2024-12"),
        (
            Place(View(ViewKind.SOURCE, "my notes"), is_unread_only=True),
            'source:"my notes" is:unread',
        ),
        (Place(View(ViewKind.ALL), "video", Sort.RELEVANCE), "video"),
        (Place(View(ViewKind.ALL), "cat OR dog", is_unread_only=True), "(cat OR dog) is:unread"),
        (Place(VIDEO), "video t:generation"),
    ],
)
def test_a_place_is_saved_as_a_query(place, query):
    assert query_of(place, {"moving pictures": "video t:generation"}) == query


async def save(reader, name):
    await reader.press("S")
    await reader.until(lambda: "Save this search" in reader.text)
    await reader.press("ctrl+u")
    await reader.type(name)
    await reader.press("enter")


async def test_a_saved_search_is_a_view_with_live_counts(open_reader):
    async with open_reader() as reader:
        screen = reader.screen
        await reader.search("video")
        await reader.press("enter")
        total = len(screen.list.numbers)
        await save(reader, "moving pictures")
        await reader.until(lambda: screen.sidebar._counts.get(VIDEO))
        await reader.until(lambda: screen.sidebar._counts[VIDEO].unread == total)
        await reader.press("r")
        await reader.until(lambda: screen.sidebar._counts[VIDEO].unread == total - 1)
        await reader.press("escape", "g", "s")
        await reader.press("enter")
        await reader.until(lambda: screen.place.view == VIDEO and screen.found)
        assert len(screen.list.numbers) == total
        assert "moving pictures" in reader.text


async def test_a_saved_search_is_there_after_a_restart(open_reader):
    async with open_reader() as reader:
        await reader.search("video")
        await reader.press("enter")
        await save(reader, "moving pictures")
    async with open_reader() as reader:
        await reader.press("g", "s", "enter")
        await reader.until(lambda: reader.screen.place.view == VIDEO)


async def test_it_is_renamed_and_deleted_in_the_sidebar(open_reader):
    async with open_reader() as reader:
        screen = reader.screen
        screen.library.save_search("moving pictures", "video")
        screen.library.save_search("robots", "robot")
        screen.go(Place(VIDEO))
        await reader.until(lambda: screen.place.view == VIDEO)
        await reader.press("1", "f2")
        await reader.until(lambda: "Rename" in reader.text)
        await reader.press("ctrl+u")
        await reader.type("robots")
        await reader.press("enter")
        assert "There is a robots already" in reader.text
        await reader.type(" and films")
        await reader.press("enter")
        assert set(screen.library.saved_searches()) == {"robots and films", "robots"}
        await reader.until(lambda: screen.place.view.key == "robots and films")
        await reader.press("d", "1")
        assert "robots and films" in screen.library.saved_searches()
        await reader.press("d", "2")
        assert list(screen.library.saved_searches()) == ["robots"]
        assert screen.place.view == View(ViewKind.ALL)


async def test_a_search_just_saved_has_its_name_and_is_renamed_where_it_is_shown(open_reader):
    async with open_reader() as reader:
        screen = reader.screen
        await reader.search("video")
        await reader.press("enter")
        await reader.press("f2")
        await reader.until(lambda: "This is for saved searches" in reader.text)
        await save(reader, "moving pictures")
        await reader.until(lambda: "─ moving pictures · Search: video ─" in reader.text)
        await reader.press("f2")
        await reader.until(lambda: "Rename" in reader.text)
        await reader.press("end")
        await reader.type(" and sounds")
        await reader.press("enter")
        assert screen.library.saved_searches() == {"moving pictures and sounds": "video"}
        await reader.until(lambda: "─ moving pictures and sounds · Search: " in reader.text)
        await reader.press("d", "2")
        await reader.until(lambda: "─ Search: video ─" in reader.text)


async def test_all_papers_are_no_search_to_save(open_reader):
    async with open_reader() as reader:
        await reader.press("g", "a", "S")
        await reader.until(lambda: "These are all papers" in reader.text)
