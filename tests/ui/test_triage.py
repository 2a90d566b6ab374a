"""Triage by keys: one paper fills the screen, one key decides."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest

from paperreader.digests.model import LinkKind
from paperreader.library.views import Has, Mark
from paperreader.ui.screens.triage import OTHERS_WRITE, TriageScreen


def triage(reader):
    screen = reader.pilot.app.screen
    assert isinstance(screen, TriageScreen)
    return screen


async def test_one_key_decides_and_the_next_paper_comes(open_reader):
    async with open_reader() as reader:
        library, shown = reader.screen.library, list(reader.screen.list.numbers)
        await reader.press("T")
        await reader.until(lambda: triage(reader).paper is not None)
        assert f"1/{len(shown)}" in reader.text
        await reader.press("b", "a", "n", "n", "r")
        assert triage(reader).paper.row.number == shown[5]
        assert f"6/{len(shown)}" in reader.text
        assert "1 bookmarked · 1 queued · 2 skipped · 1 read" in reader.text
        await reader.press("t")
        await reader.type("later")
        await reader.press("enter", "escape")
        assert library.select(Has(Mark.BOOKMARKED)) == [shown[0]]
        assert library.select(Has(Mark.QUEUED)) == [shown[1]]
        assert library.select(Has(Mark.READ)) == [shown[4]]
        assert library.tags() == [("later", 1)]
        assert reader.pilot.app.screen is reader.screen
        assert reader.screen.list.number == shown[6]
        assert list(reader.screen.list.numbers) == shown


async def test_a_decision_while_another_program_imports_is_not_made(open_reader):
    async with open_reader() as reader:
        library = reader.screen.library
        await reader.press("T")
        await reader.until(lambda: triage(reader).paper is not None)
        number = triage(reader).paper.row.number
        with closing(sqlite3.connect(library.path, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            await reader.press("b")
            await reader.until(lambda: OTHERS_WRITE in reader.text)
            assert triage(reader).paper.row.number == number
        await reader.press("b")
        await reader.until(lambda: library.select(Has(Mark.BOOKMARKED)) == [number])


async def test_undo_goes_back_to_the_paper_and_touches_nothing_else(open_reader):
    async with open_reader() as reader:
        library, shown = reader.screen.library, list(reader.screen.list.numbers)
        await reader.press("b", "T")
        await reader.until(lambda: triage(reader).paper is not None)
        await reader.press("b", "n", "a", "u")
        assert triage(reader).paper.row.number == shown[2]
        assert library.select(Has(Mark.QUEUED)) == []
        await reader.press("u", "u", "u")
        assert triage(reader).paper.row.number == shown[0]
        assert library.select(Has(Mark.BOOKMARKED)) == [shown[0]]


async def test_it_begins_at_the_cursor_passes_what_is_read_and_comes_to_what_is_above(open_reader):
    async with open_reader() as reader:
        shown = reader.screen.list.numbers
        await reader.press("j", "r", "T")
        await reader.until(lambda: triage(reader).paper is not None)
        assert triage(reader).paper.row.number == shown[2]
        assert f"1/{len(shown) - 1}" in reader.text
        await reader.press("escape", "G", "T")
        await reader.until(lambda: triage(reader).paper is not None)
        assert triage(reader).paper.row.number == shown[-1]
        await reader.press("n")
        assert triage(reader).paper.row.number == shown[0]
        assert f"2/{len(shown) - 1}" in reader.text


async def test_the_selection_is_gone_through_and_the_end_says_what_was_done(open_reader):
    async with open_reader((60, 20)) as reader:
        shown = list(reader.screen.list.numbers)
        await reader.press("v", "j", "T")
        await reader.until(lambda: triage(reader).paper is not None)
        await reader.press("b", "r")
        await reader.until(lambda: "That was the last one" in reader.text)
        assert "1 bookmarked" in reader.text
        assert "1 read" in reader.text
        assert reader.text.splitlines()[-1].split() == ["u", "undo", "?", "help", "Esc", "leave"]
        await reader.press("n", "b", "q")
        assert reader.screen.list.number == shown[1]
        assert reader.pilot.app.is_running


async def test_a_long_paper_is_scrolled_and_a_note_stays_on_it(open_reader):
    async with open_reader((40, 12)) as reader:
        await reader.press("T")
        await reader.until(lambda: triage(reader).paper is not None)
        number = triage(reader).paper.row.number
        await reader.press("j", "j", "ctrl+d")
        assert triage(reader)._page.scroll_offset.y > 2
        await reader.press("e")
        await reader.type("why")
        await reader.press("escape")
        assert triage(reader).paper.row.number == number
        assert triage(reader).paper.row.marks.note == "why"


async def test_the_help_of_triage_has_its_own_keys(open_reader):
    async with open_reader() as reader:
        await reader.press("?", "escape", "T")
        await reader.until(lambda: triage(reader).paper is not None)
        await reader.press("?")
        await reader.until(lambda: "Search the keys" in reader.text)
        await reader.until(lambda: "Here, in triage" in reader.text)
        assert "Put it into the queue and go on" in reader.text
        assert "Older digest" not in reader.text
        assert "Next unread paper" not in reader.text
        await reader.type("skip")
        await reader.until(lambda: "Here, in triage" not in reader.text)
        assert "Skip it: it stays as it is" in reader.text


@pytest.mark.parametrize("columns", [40, 60, 80, 120])
async def test_every_width_has_room_for_the_way_to_the_other_keys(open_reader, columns):
    async with open_reader((columns, 20)) as reader:
        await reader.press("T")
        await reader.until(lambda: "? help" in reader.text.splitlines()[-1])
        hints = reader.text.splitlines()[-1]
        assert all(hint in hints for hint in ("n skip", "u undo", "Esc leave"))


async def test_a_paper_is_looked_up_in_the_browser_and_waits_for_its_decision(
    open_reader, monkeypatch
):
    async with open_reader() as reader:
        opened = []
        monkeypatch.setattr(reader.pilot.app, "open_url", opened.append)
        await reader.press("T")
        await reader.until(lambda: isinstance(reader.pilot.app.screen, TriageScreen))
        triage = reader.pilot.app.screen
        await reader.until(lambda: triage.paper)
        paper = triage.paper
        await reader.press("o", "P", "y", "y")
        page = f"https://arxiv.org/abs/{paper.row.id}"
        await reader.until(lambda: f"Copied: {page}" in reader.text)
        assert reader.pilot.app.clipboard == page
        assert opened == [page, paper.link(LinkKind.PDF)]
        assert triage.paper.row.number == paper.row.number


async def test_space_pages_through_a_paper_and_skips_it_at_its_end(open_reader):
    async with open_reader((60, 12)) as reader:
        await reader.press("T")
        await reader.until(lambda: triage(reader).paper is not None)
        screen = triage(reader)
        number = screen.paper.row.number
        await reader.press("space")
        assert screen.paper.row.number == number
        await reader.until(lambda: screen._page.scroll_offset.y > 0)
        await reader.press("G", "space")
        await reader.until(lambda: screen.paper.row.number != number)
        assert not reader.screen.library.rows([number])[0].marks.read
