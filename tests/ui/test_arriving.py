"""What another program imports and marks while the reader is open."""

from __future__ import annotations

import pytest

from paperreader.config import Config
from paperreader.desk import Desk
from paperreader.library.model import Change
from paperreader.paths import Paths
from paperreader.ui.actions import arriving
from paperreader.ui.text import symbols
from paperreader.ui.widgets.status import StatusLine

ROWS = "".join(f"| Pebble {n} | Ann Oak | About pebbles. |\n" for n in range(3))
DIGEST = f"## Papers for 2019-11-01\n\n| Title | Authors | Summary |\n|---|---|---|\n{ROWS}"


@pytest.fixture
def bring(home, tmp_path, monkeypatch):
    """Another program imports three old papers."""
    monkeypatch.setattr(arriving, "SETTLED_S", 0.01)
    monkeypatch.setattr(arriving, "SHOWN_S", 1000.0)

    def brought(name="new.md", text=DIGEST):
        path = tmp_path / name
        path.write_text(text, "utf-8")
        with_desk = Desk.open(Paths.of(home, {}), Config())
        with_desk.import_paths([path])
        with_desk.close()

    return brought


async def test_new_papers_are_told_counted_and_shown_on_a_key(open_reader, bring):
    async with open_reader() as reader:
        screen = reader.screen
        before = list(screen.list.numbers)
        bring()
        screen.look_for_papers()
        await reader.until(lambda: "3 new papers came in - gi shows them" in reader.text)
        await reader.until(lambda: "61/61" in reader.text)  # the sidebar's count of all papers
        assert list(screen.list.numbers) == before
        await reader.press("g", "i")
        await reader.until(lambda: "Unread · by added · 61 papers" in reader.text)
        assert {title[:6] for title in reader.titles[:3]} == {"Pebble"}


async def test_they_are_told_once_of_one_import_together_and_not_over_a_box(open_reader, bring):
    async with open_reader() as reader:
        screen = reader.screen
        await reader.press("s")
        bring()
        screen.look_for_papers()
        screen.look_for_papers()
        assert "came in" not in reader.text
        await reader.press("escape")
        reader.pilot.app.on_app_focus()
        await reader.until(lambda: "3 new papers came in" in reader.text)
        screen.query_one(StatusLine).hush()
        screen.look_for_papers()
        await reader.until(lambda: "came in" not in reader.text)
        bring("one.md", DIGEST.replace("Pebble 0", "Grain"))
        screen.look_for_papers()
        await reader.until(lambda: "4 new papers came in" in reader.text)


async def test_what_was_there_is_no_news(open_reader):
    async with open_reader() as reader:
        reader.screen.look_for_papers()
        reader.screen.look_for_papers()
        assert "came in" not in reader.text


@pytest.fixture
def mark(home, monkeypatch):
    """Another program marks a paper."""
    monkeypatch.setattr(arriving, "MARKS_S", 0.05)

    def marked(number, field, value=True):
        with Desk.open(Paths.of(home, {}), Config()).library as library:
            library.mark([number], Change(field, value))

    return marked


async def test_marks_of_others_are_shown_where_the_reader_is(open_reader, mark):
    async with open_reader() as reader:
        screen = reader.screen
        await reader.press("j", "j")
        number, before = screen.list.number, list(screen.list.numbers)
        mark(number, "bookmarked")
        await reader.until(lambda: symbols.BOOKMARKED in reader.text)
        await reader.until(lambda: "Bookmarks" in reader.text and "1/1" in reader.text)
        mark(number, "note", "a remark from elsewhere")
        await reader.until(lambda: "a remark from elsewhere" in screen.detail.text)
        assert (screen.list.number, list(screen.list.numbers)) == (number, before)
        await reader.press("b")
        await reader.until(lambda: "Bookmark removed" in reader.text)


async def test_papers_come_into_the_view_by_marks_of_others_and_by_doing_again(open_reader, mark):
    async with open_reader() as reader:
        screen = reader.screen
        first, second, third = screen.list.numbers[:3]
        await reader.press("a", "j", "a", "u", "g", "q")
        assert screen.list.numbers == [first]
        await reader.press("ctrl+r")
        await reader.until(lambda: screen.list.numbers == [first, second])
        assert screen.list.number == first
        mark(third, "queued")
        await reader.until(lambda: screen.list.numbers == [first, second, third])
        mark(first, "queued", value=False)
        await reader.until(lambda: screen.list.row(first).marks.queued is None)
        assert screen.list.number == first
