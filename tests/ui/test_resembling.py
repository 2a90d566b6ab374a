"""Similar papers: a list of them, and the foot of the open paper."""

from __future__ import annotations

from paperreader.library.views import Sort, View, ViewKind
from paperreader.ui.actions import resembling
from paperreader.ui.place import Place


def with_similar(screen):
    """A paper that has some like it, and those."""
    for number in screen.library.select():
        if near := screen.desk.finder.similar(number, 3):
            return number, near
    raise AssertionError("the samples have no similar papers")


async def test_similar_papers_are_a_list_with_the_shared_words(open_reader):
    async with open_reader() as reader:
        screen = reader.screen
        number, near = with_similar(screen)
        screen.go(Place(View(ViewKind.ALL)), number)
        row = screen.row
        await reader.press("g", "m")
        await reader.until(lambda: screen.place.similar_to == row.id)
        assert list(screen.list.numbers[:3]) == [one.number for one in near]
        assert f"Similar to: {row.title[:10]}" in reader.text
        assert near[0].words[0] in reader.text
        await reader.press("escape")
        assert screen.place == Place(View(ViewKind.ALL))
        assert screen.list.number == number


async def test_the_way_back_leads_through_similar_papers_and_searches(open_reader):
    async with open_reader() as reader:
        screen = reader.screen
        await reader.search("video")
        await reader.press("enter", "g", "m")
        await reader.until(lambda: screen.place.similar_to)
        first = screen.place.similar_to
        await reader.press("g", "m")
        await reader.until(lambda: screen.place.similar_to != first)
        await reader.press("escape")
        assert screen.place.similar_to == first
        await reader.press("escape")
        assert screen.place.query == "video"
        await reader.press("escape")
        assert screen.place == Place()


async def test_similar_papers_can_be_sorted_and_filtered(open_reader):
    async with open_reader() as reader:
        screen = reader.screen
        await reader.press("g", "m")
        await reader.until(lambda: screen.place.similar_to)
        shown = set(screen.list.numbers)
        await reader.press("s", "2")
        await reader.until(lambda: screen.place.sort is Sort.DATE)
        dates = [row.last_date for row in screen.library.rows(screen.list.numbers)]
        assert dates == sorted(dates, reverse=True)
        await reader.press("f")
        await reader.type("model")
        await reader.until(lambda: screen.place.query == "model")
        assert set(screen.list.numbers) < shown


async def test_similar_papers_stand_at_the_foot_of_the_open_one(open_reader):
    async with open_reader() as reader:
        screen = reader.screen
        number, near = with_similar(screen)
        screen.go(Place(View(ViewKind.ALL)), number)
        await reader.until(lambda: "gm lists more" in screen.detail.text)
        title = screen.library.rows([near[0].number])[0].title
        assert title[:20] in screen.detail.text.split("gm lists more")[1]
        screen.action_show_similar(near[0].number)
        await reader.until(lambda: screen.place.similar_to)
        assert screen.list.number == near[0].number


async def test_a_paper_at_the_foot_is_opened_from_the_list_of_links(open_reader):
    async with open_reader() as reader:
        screen = reader.screen
        number, near = with_similar(screen)
        screen.go(Place(View(ViewKind.ALL)), number)
        await reader.until(lambda: screen.similar_at_foot(number))
        links = len(screen.library.paper(number).links)
        await reader.press("3", "O")
        await reader.until(lambda: "similar  " in reader.text)
        await reader.press(*"j" * (links + 1), "enter")
        await reader.until(lambda: screen.place.similar_to and screen.list.number == near[1].number)
        assert screen.pane == "detail"
        await reader.press("escape", "escape")
        await reader.until(lambda: screen.list.number == number and not screen.place.similar_to)


async def test_the_foot_is_there_at_once_when_the_paper_is_drawn_anew(open_reader, monkeypatch):
    async with open_reader() as reader:
        screen = reader.screen
        number, _ = with_similar(screen)
        screen.go(Place(View(ViewKind.ALL)), number)
        await reader.until(lambda: "gm lists more" in screen.detail.text)
        monkeypatch.setattr(resembling, "SETTLED_S", 3600.0)
        await reader.press("$")
        await reader.until(lambda: screen.is_raw)
        assert screen.detail.text.count("gm lists more") == 1


async def test_nothing_similar_is_looked_for_until_the_search_is_typed(open_reader):
    async with open_reader() as reader:
        screen = reader.screen
        number = with_similar(screen)[1][-1].number
        assert number != screen.list.number
        await reader.until(lambda: not in_work(screen))
        await reader.press("slash", *screen.library.paper(number).row.title[:24])
        await reader.until(lambda: screen.paper is not None and screen.paper.row.number == number)
        assert not in_work(screen)
        await reader.press("enter")
        await reader.until(lambda: screen.similar_at_foot(number))


def in_work(screen):
    return [worker for worker in screen.workers if worker.group == "similar"]
