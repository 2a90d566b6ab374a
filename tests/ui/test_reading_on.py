"""Reading on across dates: where it goes, what it says, and that the cursor never jumps."""

from __future__ import annotations

import pytest

from paperreader.config import Config
from paperreader.library.model import Change
from paperreader.library.views import Has, Mark, View, ViewKind
from paperreader.ui.navigator import UNREAD


async def test_next_unread_crosses_dates_with_a_sentence(open_reader):
    async with open_reader() as reader:
        screen = reader.screen
        rows = screen.library.rows(screen.list.numbers)
        first = rows[0].last_date
        same = [row for row in rows if row.last_date == first]
        other = next(row for row in rows if row.last_date != first)
        screen.move_to(same[-1].number)
        await reader.press("n")
        assert screen.list.number == other.number
        await reader.until(lambda: f"End of {first}, on to {other.last_date}" in reader.text)
        await reader.press("p")
        assert screen.list.number == same[-1].number


async def test_a_date_view_goes_on_to_the_next_older_date_and_back(open_reader):
    async with open_reader() as reader:
        screen = reader.screen
        await reader.press("g", "d", "G", "r", "n")
        newer = screen.row.last_date
        assert screen.place.view.kind is ViewKind.DATE
        dates = sorted({row.last_date for row in screen.library.rows(screen.library.select())})
        assert newer == dates[-2]
        await reader.until(lambda: f"End of {dates[-1]}, on to" in reader.text)
        screen.list.move_to_end(first=True)
        await reader.press("p")
        assert screen.place.view == View(ViewKind.DATE, dates[-1].isoformat())
        assert not screen.row.marks.read


@pytest.mark.parametrize("way", ["n", "p"])
async def test_every_unread_paper_is_met_whatever_the_view(open_reader, way):
    async with open_reader(config=Config(auto_read="never")) as reader:
        screen = reader.screen
        await reader.press("g", "d")
        total = len(screen.library.select(UNREAD))
        for _ in range(total):
            await reader.until(lambda: not screen.row.marks.read)
            await reader.press("r", way)
        await reader.until(lambda: screen.library.select(UNREAD) == [])
        await reader.until(lambda: "All read." in reader.text)


async def test_a_list_that_is_not_of_a_date_goes_on_from_its_top(open_reader):
    async with open_reader() as reader:
        screen = reader.screen
        first = screen.list.numbers[0]
        await reader.press("G", "n")
        assert screen.list.number == first
        await reader.until(lambda: "from the top of the list" in reader.text)


async def test_a_view_without_unread_papers_leads_on_to_the_others(open_reader):
    async with open_reader() as reader:
        screen = reader.screen
        await reader.press("b", "r", "g", "b", "n")
        assert screen.place.view.kind is ViewKind.UNREAD
        await reader.until(lambda: "End of Bookmarks, on to Unread" in reader.text)


async def test_a_search_is_not_left_by_reading_on(open_reader):
    async with open_reader(config=Config(auto_read="never")) as reader:
        screen = reader.screen
        await reader.press("/")
        await reader.type("avatar")
        await reader.until(lambda: screen.place.query == "avatar" and screen.list.numbers)
        await reader.press("enter")
        screen.library.mark(screen.list.numbers, Change("read", True))
        await reader.press("n")
        assert screen.place.query == "avatar"
        await reader.until(lambda: "All that was found is read" in reader.text)


async def test_all_read_says_what_was_done_and_where_to_go_on(open_reader):
    async with open_reader() as reader:
        screen = reader.screen
        total = len(screen.library.select())
        await reader.press("b", "j", "a", "R", "enter", "n")
        await reader.until(lambda: "All read." in reader.text)
        assert f"Today: {total} read, 1 bookmarked, 1 queued." in reader.text
        assert "gq  the queue, 1 paper" in reader.text
        await reader.press("n", "p", "space", "g", "q")
        assert len(screen.list.numbers) == 1


async def test_an_empty_library_does_not_say_that_all_is_read(open_reader, tmp_path, monkeypatch):
    monkeypatch.setattr("paperreader.desk.Desk.import_samples", lambda *_, **__: None)
    async with open_reader(folder=tmp_path / "empty") as reader:
        await reader.until(lambda: "No papers yet" in reader.text)


async def test_read_papers_stay_in_place_until_the_view_is_opened_again(open_reader):
    async with open_reader() as reader:
        screen = reader.screen
        shown = list(screen.list.numbers)
        await reader.press("j", "r", "j", "r", "u")
        assert list(screen.list.numbers) == shown
        assert screen.list.number == shown[2]
        await reader.press("g", "u")
        assert list(screen.list.numbers) == [number for number in shown if number != shown[1]]
        assert screen.list.number == shown[2]


async def test_a_paper_read_in_one_digest_stays_read_when_another_brings_it(open_reader, tmp_path):
    async with open_reader() as reader:
        screen = reader.screen
        await reader.press("r")
        row = screen.row
        digest = tmp_path / "2030-01-02.md"
        digest.write_text(
            f"## Papers for 2030-01-02\n\n| Title | Authors | Summary |\n|---|---|---|\n"
            f"| {row.title} ([arXiv](https://arxiv.org/abs/{row.id})) | A B | Seen again. |\n",
            "utf-8",
        )
        screen.desk.import_paths([digest])
        await reader.press("g", "a")
        assert screen.library.rows([row.number])[0].last_date.year == 2030
        assert row.number in screen.library.select(Has(Mark.READ))
        screen.move_to(row.number)
        await reader.until(lambda: "2030-01-02" in screen.detail.text)
        appearances = screen.detail.text.partition("\nIn\n")[2]
        assert "2030-01-02" in appearances
        assert str(row.last_date) in appearances


async def test_the_scrolling_of_the_paper_comes_back(open_reader):
    async with open_reader((80, 14), config=Config(auto_read="never")) as reader:
        await reader.press("enter", "j", "j", "j", "q")
    async with open_reader((80, 14)) as reader:
        await reader.until(lambda: reader.screen.detail.scroll_offset.y == 3)


def is_read(screen, number):
    return screen.library.rows([number])[0].marks.read


async def read_on(reader):
    """To the end of the paper and on; its mark still waits for the paint of the next one."""
    screen = reader.screen
    first = screen.list.number
    await reader.press("enter")
    await reader.until(lambda: screen.detail.text)
    screen.detail.move_to_end(first=False)
    screen.do_read_on()
    assert screen.list.number != first
    return first


async def test_a_paper_read_on_is_marked_though_the_reader_quits_at_once(open_reader):
    async with open_reader(config=Config(auto_read="never")) as reader:
        first = await read_on(reader)
        reader.pilot.app.exit()
        assert is_read(reader.screen, first)


async def test_what_comes_next_builds_on_the_mark_that_waits(open_reader):
    async with open_reader(config=Config(auto_read="never")) as reader:
        first = await read_on(reader)
        reader.screen.action_run_command("undo")
        assert not is_read(reader.screen, first)
        assert [batch.kind for batch in reader.screen.library.history()] == ["undo", "mark"]
