"""After days away: what is unread, and everything older out of the way."""

from __future__ import annotations

from datetime import timedelta

from paperreader.library.model import Change
from paperreader.library.views import Has, Mark, ViewKind
from paperreader.ui.navigator import UNREAD
from paperreader.ui.saved import query_of
from paperreader.ui.screens import catch_up as catching_up
from paperreader.ui.screens.catch_up import CatchUpScreen, unread_before, unread_during
from paperreader.ui.screens.listed import Line


def catch_up(reader):
    screen = reader.pilot.app.screen
    assert isinstance(screen, CatchUpScreen)
    return screen


async def opened(reader):
    await reader.press("g", "c")
    await reader.until(lambda: catch_up(reader).value is not None)


def test_the_days_and_weeks_hold_every_unread_paper_once(desk):
    library = desk.library
    caught = library.catch_up()
    for days in ((*caught.days, *caught.months), (*caught.weeks, *caught.months)):
        held = [number for each in days for number in library.select(unread_during(each))]
        assert sorted(held) == sorted(library.select(UNREAD))
        assert [each.papers for each in days] == [
            library.count(unread_during(each)).total for each in days
        ]


def test_what_is_before_a_day_and_what_is_not_are_all(desk):
    library = desk.library
    day = library.catch_up().days[1].first
    before = library.select(unread_before(day))
    assert before
    assert all(row.last_date < day for row in library.rows(before))
    assert len(before) + sum(
        each.papers for each in library.catch_up().days if each.first >= day
    ) == len(library.select())


async def test_a_day_is_opened_with_its_unread_papers(open_reader):
    async with open_reader() as reader:
        await opened(reader)
        day = catch_up(reader).value
        await reader.press("enter")
        screen = reader.screen
        assert set(screen.list.numbers) == set(screen.library.select(unread_during(day)))
        assert f"{day.first} · unread only · {day.papers} papers" in reader.text
        await reader.press("U", "q")
    async with open_reader() as reader:
        assert reader.screen.place.days == (day.first, day.last)
        assert set(reader.screen.list.numbers) == set(screen.list.numbers)


async def test_from_a_day_the_way_back_leads_to_the_next_day_to_catch_up_with(open_reader):
    async with open_reader() as reader:
        screen = reader.screen
        await reader.press("g", "a", "j")
        place, number = screen.place, screen.list.number
        await opened(reader)
        day, older = catch_up(reader).value, screen.library.catch_up().days[1]
        await reader.press("enter")
        await reader.until(lambda: screen.place.days == (day.first, day.last))
        screen.change(screen.list.numbers, Change("read", True))
        await reader.press("escape")
        await reader.until(lambda: catch_up(reader).value == older)
        await reader.press("escape")
        await reader.until(lambda: screen.is_current)
        assert (screen.place, screen.list.number) == (place, number)


async def test_from_catching_up_and_the_history_other_views_and_the_search_are_a_key_away(
    open_reader,
):
    async with open_reader() as reader:
        screen = reader.screen
        await opened(reader)
        await reader.press("g", "a")
        await reader.until(lambda: screen.is_current and screen.place.view.kind is ViewKind.ALL)
        await reader.press("g", "h", "g", "u")
        await reader.until(lambda: screen.is_current and screen.place.view.kind is ViewKind.UNREAD)
        await opened(reader)
        await reader.press("/")
        await reader.until(lambda: screen.is_current and screen.is_typing)


async def test_a_week_is_opened(open_reader, monkeypatch):
    monkeypatch.setattr(catching_up, "WEEKS_BY_DAY", 1)
    async with open_reader() as reader:
        screen = reader.screen
        await opened(reader)
        lines = [line.value for line in catch_up(reader)._lines if isinstance(line, Line)]
        values = [value for value in lines if value is not None]
        week = next(
            (at for at, v in enumerate(values) if getattr(v, "first", 0) != getattr(v, "last", 0))
        )
        wanted = set(screen.library.select(unread_during(values[week])))
        await reader.press(*["j"] * week, "enter")
        assert set(screen.list.numbers) == wanted
        assert f"{values[week].first} to {values[week].last}" in reader.text


async def test_what_is_only_of_a_month_stands_as_a_month_below_the_weeks(open_reader, monkeypatch):
    monkeypatch.setattr(catching_up, "WEEKS_BY_DAY", 1)
    async with open_reader() as reader:
        screen = reader.screen
        await opened(reader)
        text = reader.text
        heads = [text.index(f" {head} ") for head in ("By day", "By week", "By month")]
        assert heads == sorted(heads)
        assert "week 2024-07" not in text
        values = [line.value for line in catch_up(reader)._lines if line.value is not None]
        months = [at for at, value in enumerate(values) if getattr(value, "is_month", False)]
        month = values[months[-1]]
        voted = next(at for at, value in enumerate(values) if hasattr(value, "number"))
        assert max(months) < voted
        assert f"{month.first:%Y-%m}  " in text
        wanted = set(screen.library.select(unread_during(month)))
        await reader.press(*["j"] * months[-1], "enter")
        await reader.until(lambda: set(screen.list.numbers) == wanted)
        name = f"{month.first:%Y-%m} · unread only · {month.papers} papers"
        await reader.until(lambda: name in reader.text)
        assert query_of(screen.place, {}) == f"date:{month.first:%Y-%m} is:unread"


async def test_everything_before_a_day_is_marked_with_its_number_and_undone(open_reader):
    async with open_reader() as reader:
        library = reader.screen.library
        await opened(reader)
        day = catch_up(reader).value.first
        older = set(library.select(unread_before(day)))
        assert f"R marks the {len(older)} before {day} read" in reader.text
        await reader.press("R")
        await reader.until(lambda: f"All before {day}" in reader.text)
        assert "not queued" not in reader.text
        assert library.select(Has(Mark.READ)) == []
        await reader.press("1")
        assert set(library.select(Has(Mark.READ))) == older
        await reader.until(lambda: f"Marked {len(older)} read - u undoes" in reader.text)
        await reader.until(lambda: f"None before {day}" in reader.text)
        await reader.press("u")
        assert library.select(Has(Mark.READ)) == []
        await reader.until(lambda: f"R marks the {len(older)}" in reader.text)


async def test_what_is_queued_may_stay_unread(open_reader):
    async with open_reader() as reader:
        library = reader.screen.library
        await opened(reader)
        older = library.select(unread_before(catch_up(reader).value.first))
        library.mark(older[:2], Change("queued", True))
        await reader.press("R", "2")
        assert set(library.select(Has(Mark.READ))) == set(older[2:])
        await reader.press("u", "R", "escape")
        await reader.until(lambda: isinstance(reader.pilot.app.screen, CatchUpScreen))
        assert library.select(Has(Mark.READ)) == []


async def test_the_most_voted_are_queued_and_opened(open_reader):
    async with open_reader() as reader:
        library = reader.screen.library
        first = library.catch_up().most_voted[:2]
        await opened(reader)
        values = [line.value for line in catch_up(reader)._lines if line.value is not None]
        days = next(at for at, value in enumerate(values) if hasattr(value, "number"))
        await reader.press(*["j"] * days)
        await reader.until(lambda: getattr(catch_up(reader).value, "number", None) == first[0])
        await reader.press("a")
        assert library.select(Has(Mark.QUEUED)) == [first[0]]
        await reader.press("enter")
        assert reader.screen.list.number == first[0]
        assert reader.screen.pane == "detail"
        reader.screen.change([first[0]], Change("read", True))
        await reader.press("escape", "escape")
        await reader.until(lambda: getattr(catch_up(reader).value, "number", None) == first[1])


async def test_every_size_has_room_and_all_read_is_said(open_reader):
    for size in ((120, 36), (60, 20), (40, 12)):
        async with open_reader(size) as reader:
            await opened(reader)
            assert "By day" in reader.text
            assert max(map(len, reader.text.splitlines())) <= size[0]
            await reader.press("G", "pageup", "pagedown", "g", "g", "escape")
    async with open_reader() as reader:
        await reader.press("g", "a", "R", "enter", "g", "c")
        await reader.until(lambda: "Everything is read" in reader.text)
        await reader.press("enter", "R", "r", "escape")


async def test_after_days_away_a_sentence_says_how_much_there_is(open_reader):
    async with open_reader() as reader:
        screen = reader.screen
        newest = screen.library.catch_up().days[0]
        visit = screen.desk.clock() - timedelta(days=9000)
        screen.library.remember("last visit", visit.isoformat())
        screen.remember = lambda: None
        assert newest.papers
    async with open_reader() as reader:
        unread = len(reader.screen.library.select(UNREAD))
        await reader.until(lambda: f"{unread} unread since" in reader.text)
        assert "gc catches up" in reader.text.replace("\n", " ")
