"""Marking more papers than can be marked at once: the reader stays alive, and nothing is lost."""

from __future__ import annotations

import sqlite3
import threading
from contextlib import closing

import pytest
from textual.widgets import Input

from paperreader.errors import LibraryError
from paperreader.library.model import Change, Marks
from paperreader.library.views import Has, Mark
from paperreader.ui.actions import at_work
from paperreader.ui.navigator import UNREAD
from paperreader.ui.screens.tags import TagsScreen


@pytest.fixture
def gate(monkeypatch):
    """Marking more than ten papers waits until this is set."""
    monkeypatch.setattr("paperreader.ui.actions.marking.MANY", 10)
    opened = threading.Event()
    yield opened
    opened.set()


def held_back(library, monkeypatch, gate, name):
    act = getattr(library, name)

    def wait(*args, **kwargs):
        if threading.current_thread() is not threading.main_thread():
            assert gate.wait(20)
        return act(*args, **kwargs)

    monkeypatch.setattr(library, name, wait)


async def test_a_mark_waits_for_another_program_that_imports(open_reader):
    async with open_reader() as reader:
        screen, library = reader.screen, reader.screen.library
        with closing(sqlite3.connect(library.path, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            await reader.press("b")
            await reader.until(lambda: at_work.OTHERS_WRITE in reader.text)
            await reader.press("j")
            assert screen.list.cursor == 1
            assert library.select(Has(Mark.BOOKMARKED)) == []
            other.execute("COMMIT")
        await reader.until(lambda: len(library.select(Has(Mark.BOOKMARKED))) == 1)
        await reader.until(lambda: at_work.OTHERS_WRITE not in reader.text)


async def test_what_waits_is_marked_when_the_reader_ends(open_reader, gate, monkeypatch):
    async with open_reader() as reader:
        screen, library = reader.screen, reader.screen.library
        held_back(library, monkeypatch, gate, "mark")
        await reader.press("R", "enter")
        await reader.until(lambda: at_work.MANY_PAPERS in reader.text)
        await reader.press("b")
        assert library.select(Has(Mark.BOOKMARKED)) == []
        screen.remember()
        assert len(library.select(Has(Mark.BOOKMARKED))) == 1
        gate.set()


async def test_the_reader_lives_on_while_all_is_marked(open_reader, gate, monkeypatch):
    async with open_reader() as reader:
        screen, library = reader.screen, reader.screen.library
        total = len(library.select())
        held_back(library, monkeypatch, gate, "mark")
        await reader.press("R", "enter")
        await reader.until(lambda: "Marking many papers" in reader.text)
        shown = next(line for line in reader.text.splitlines() if "Marking many" in line)
        await reader.until(lambda: "Marking many" in reader.text and shown not in reader.text)
        await reader.press("j", "j", "b")
        assert screen.list.cursor == 2
        assert library.select(Has(Mark.READ)) == []
        gate.set()
        await reader.until(lambda: library.select(UNREAD) == [])
        await reader.until(lambda: screen.row.marks.bookmarked)
        assert len(library.select(Has(Mark.READ))) == total
        assert "Marking many" not in reader.text


@pytest.mark.parametrize(("key", "mark"), [("b", Mark.BOOKMARKED), ("a", Mark.QUEUED)])
async def test_the_reader_lives_on_while_a_large_selection_is_looked_through(
    open_reader, gate, monkeypatch, key, mark
):
    async with open_reader() as reader:
        screen, library = reader.screen, reader.screen.library
        total = len(screen.list.numbers)
        held_back(library, monkeypatch, gate, "count")  # which of them have the mark already
        await reader.press("v", "G", key)
        await reader.until(lambda: "Marking many papers" in reader.text)
        await reader.press("g", "g")
        await reader.until(lambda: screen.list.cursor == 0)
        gate.set()
        await reader.until(lambda: len(library.select(Has(mark))) == total)
        await reader.until(lambda: screen.list.row(screen.list.numbers[0]).marks != Marks())


async def test_tags_of_a_selection_are_those_that_all_have(open_reader):
    async with open_reader() as reader:
        library, numbers = reader.screen.library, reader.screen.list.numbers
        library.mark(numbers[:3], Change("tag:shared", True))
        library.mark(numbers[:2], Change("tag:of-two", True))
        await reader.press("v", "j", "j", "t")
        await reader.until(lambda: isinstance(reader.pilot.app.screen, TagsScreen))
        assert reader.pilot.app.screen.query_one(Input).value.split() == ["shared"]


async def test_undo_of_many_and_redo_come_one_after_another(open_reader, gate, monkeypatch):
    async with open_reader() as reader:
        library = reader.screen.library
        total = len(library.select())
        gate.set()
        await reader.press("R", "enter")
        await reader.until(lambda: library.select(UNREAD) == [])
        gate.clear()
        held_back(library, monkeypatch, gate, "undo")
        await reader.press("u", "ctrl+r", "u")
        await reader.until(lambda: "Marking many papers" in reader.text)
        gate.set()
        await reader.until(lambda: len(library.history()) == 4)
        await reader.until(lambda: len(library.select(UNREAD)) == total)


@pytest.mark.parametrize("keys", [("R", "enter"), ("b",)])
async def test_a_library_that_cannot_be_written_is_said(open_reader, gate, monkeypatch, keys):
    async with open_reader() as reader:
        library = reader.screen.library

        def fail(*_args, **_kwargs):
            raise LibraryError("the disk is full: make room")

        with monkeypatch.context() as broken:
            broken.setattr(library, "mark", fail)
            await reader.press(*keys)
            await reader.until(lambda: "the disk is full" in reader.text)
        await reader.press("b")
        assert reader.screen.row.marks.bookmarked


def test_the_indicator_moves_to_and_fro_in_one_width():
    shapes = [at_work.indicator(tick) for tick in range(24)]
    assert len({len(shape) for shape in shapes}) == 1
    assert shapes[0] == at_work.indicator(24)
    assert len(set(shapes)) == 13
