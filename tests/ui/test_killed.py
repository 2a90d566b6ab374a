"""A reader that is killed: the place and a note that was being written are there again."""

from __future__ import annotations

import sqlite3

import pytest
from textual.widgets import TextArea

from paperreader.library.filters import HasNote
from paperreader.library.views import View, ViewKind
from paperreader.ui.actions import session
from paperreader.ui.place import Place
from paperreader.ui.screens import note


@pytest.fixture
def hurry(monkeypatch):
    monkeypatch.setattr(session, "KEEP_S", 0.01)
    monkeypatch.setattr(note, "DRAFT_S", 0.01)


def kill(reader):
    """It ends without a chance to keep anything."""
    reader.screen.remember = lambda: None


def draft_of(reader, id_):
    return reader.screen.library.recall(f"draft {id_}")


@pytest.mark.usefixtures("hurry")
async def test_the_place_is_kept_while_the_keys_rest(open_reader):
    async with open_reader() as reader:
        await reader.press("g", "a", "g", "g", "j", "j")
        id_ = reader.screen.row.id
        await reader.until(lambda: reader.screen.library.recall("session")["paper"] == id_)
        kill(reader)
    async with open_reader() as reader:
        assert reader.screen.place.view == View(ViewKind.ALL)
        assert reader.screen.row.id == id_


async def test_at_rest_nothing_is_written(open_reader):
    async with open_reader() as reader:
        screen = reader.screen
        await reader.press("j")
        screen._keep_when_quiet()
        kept = screen.library.recall("last visit")
        await reader.press("j", "k")
        screen._keep_when_quiet()
        assert screen.library.recall("last visit") == kept


async def test_the_place_is_kept_when_another_program_has_written(open_reader, home):
    async with open_reader() as reader:
        await reader.press("j")
        before = reader.screen.library.recall("session")
        other = sqlite3.connect(home / "library.db", isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        reader.screen._keep_when_quiet()
        timeout = reader.screen.library._db.execute("PRAGMA busy_timeout").fetchone()
        assert timeout == (60_000,)  # marks go on waiting
        other.execute("ROLLBACK")
        other.close()
        assert reader.screen.library.recall("session") == before
        reader.screen._keep_when_quiet()
        assert reader.screen.library.recall("session")["paper"] == reader.screen.row.id


@pytest.mark.usefixtures("hurry")
async def test_a_note_left_unfinished_is_offered_again(open_reader):
    async with open_reader() as reader:
        id_ = reader.screen.row.id
        await reader.press("e")
        await reader.type("half a thou")
        await reader.until(lambda: draft_of(reader, id_) == "half a thou")
        reader.pilot.app.screen.keep = lambda: None
        kill(reader)
    async with open_reader() as reader:
        await reader.until(lambda: "left unfinished - e goes on with it" in reader.text)
        assert not reader.screen.library.select(HasNote("half"))
        await reader.press("j", "e")
        assert isinstance(reader.pilot.app.screen, note.NoteScreen)  # another paper
        await reader.press("escape", "k", "e")
        await reader.until(lambda: "left unfinished" in reader.text)
        await reader.press("escape", "e", "1")
        await reader.type("ght")
        assert reader.pilot.app.screen.query_one(TextArea).text == "half a thought"
        await reader.press("escape")
        assert reader.screen.row.marks.note == "half a thought"
        assert draft_of(reader, id_) is None
        await reader.press("e")
        assert isinstance(reader.pilot.app.screen, note.NoteScreen)


async def test_an_unfinished_note_is_told_only_on_its_paper(open_reader):
    async with open_reader() as reader:
        screen = reader.screen
        screen.library.remember(f"draft {screen.row.id}", "half a thought")
        number = screen.list.number
    async with open_reader() as reader:
        await reader.until(lambda: "left unfinished - e goes on with it" in reader.text)
        assert reader.screen.list.number == number
        await reader.press("j")
        await reader.until(lambda: "left unfinished" not in reader.text)
        await reader.press("k")
        assert "left unfinished" not in reader.text  # said once


async def test_an_unfinished_note_is_told_also_where_the_reader_begins_in_a_search(open_reader):
    async with open_reader() as reader:
        screen = reader.screen
        await reader.search("robot")
        await reader.press("enter")
        await reader.until(lambda: not screen.is_typing)
        await reader.press("j")
        number = screen.list.number
        screen.library.remember(f"draft {screen.row.id}", "half a thought")
    async with open_reader() as reader:
        await reader.until(lambda: "left unfinished - e goes on with it" in reader.text)
        assert reader.screen.list.number == number
        await reader.press("k")
        await reader.until(lambda: "left unfinished" not in reader.text)


async def test_a_draft_may_be_dropped(open_reader):
    async with open_reader() as reader:
        id_ = reader.screen.row.id
        reader.screen.library.remember(f"draft {id_}", "other words")
        await reader.press("e", "2")
        assert reader.pilot.app.screen.query_one(TextArea).text == ""
        await reader.press("escape")
        assert draft_of(reader, id_) is None
        assert reader.screen.row.marks.note is None


async def test_two_readers_keep_their_own_drafts_and_the_later_place(open_reader):
    async with open_reader() as one, open_reader() as other:
        await one.press("g", "a", "g", "g")
        await other.press("g", "a", "g", "g", "j")
        for reader, words in ((one, "first"), (other, "second")):
            await reader.press("e")
            await reader.type(words)
            reader.pilot.app.screen._keep_unfinished()
        ids = [reader.screen.row.id for reader in (one, other)]
        assert [draft_of(one, id_) for id_ in ids] == ["first", "second"]
        await one.press("escape")
        assert [draft_of(other, id_) for id_ in ids] == [None, "second"]
        await other.press("escape")
        other.screen._keep_when_quiet()
        one.screen._keep_when_quiet()
        one.screen._keep_when_quiet()
        kept = Place.from_json(one.screen.library.recall("session")["place"])
        assert kept == one.screen.place


async def test_a_search_has_its_passages_again_after_a_restart(open_reader):
    async with open_reader((60, 20)) as reader:
        screen = reader.screen
        await reader.search("robot")
        await reader.press("enter")
        await reader.until(lambda: not screen.is_typing)
        before = [screen._second_line(number) for number in screen.list.numbers]
        assert any(before)
    async with open_reader((60, 20)) as reader:
        screen = reader.screen
        await reader.until(lambda: screen.list.numbers)
        assert [screen._second_line(number) for number in screen.list.numbers] == before
