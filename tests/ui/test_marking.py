"""Marks by keys: queue, tags, notes, interest, and the way back."""

from __future__ import annotations

import re
import sys
from contextlib import nullcontext
from datetime import timedelta

import pytest

from paperreader.library.filters import HasNote, Tagged
from paperreader.library.model import Change
from paperreader.library.views import View, ViewKind
from paperreader.ui import marks
from paperreader.ui.screens.note import NoteScreen
from paperreader.ui.screens.tags import TagsScreen
from paperreader.ui.text import symbols
from paperreader.ui.text.tags import completed, read_tags, suggestions, unfinished, write_tags
from paperreader.ui.widgets.status import StatusLine


async def test_the_queue_keeps_the_order_in_which_papers_came_and_is_reordered(open_reader):
    async with open_reader() as reader:
        screen = reader.screen
        first, second, third = screen.list.numbers[:3]
        await reader.press("a", "j", "a", "j", "a", "g", "q")
        assert screen.place.view.kind is ViewKind.QUEUE
        assert screen.list.numbers == [first, second, third]
        assert screen.list.number == third
        await reader.press("ctrl+up", "(")
        assert screen.list.numbers == [third, first, second]
        await reader.press("ctrl+down", "ctrl+down", "ctrl+down")
        assert screen.list.numbers == [first, second, third]
        assert screen.list.number == third
        await reader.press("u")
        await reader.press("g", "q")
        assert screen.list.numbers == [first, third, second]


async def test_a_paper_taken_from_the_queue_stays_in_place_until_it_is_opened_again(open_reader):
    async with open_reader() as reader:
        screen = reader.screen
        await reader.press("a", "g", "q", "a")
        assert len(screen.list.numbers) == 1
        assert symbols.QUEUED not in reader.text.splitlines()[2]
        await reader.press("g", "q")
        await reader.until(lambda: "The queue is empty" in reader.text)


async def test_papers_are_moved_only_in_the_queue(open_reader):
    async with open_reader() as reader:
        numbers = list(reader.screen.list.numbers)
        await reader.press("a", ")")
        await reader.until(lambda: "moved in the queue" in reader.text)
        assert list(reader.screen.list.numbers) == numbers


async def test_tags_are_given_completed_and_taken_away(open_reader):
    async with open_reader() as reader:
        screen = reader.screen
        number = screen.list.number
        await reader.press("t")
        await reader.until(lambda: isinstance(reader.pilot.app.screen, TagsScreen))
        await reader.type("video #later")
        await reader.press("enter")
        assert screen.row.marks.tags == ("later", "video")
        assert "#later" in screen.detail.text
        await reader.press("j", "t")
        await reader.type("vi")
        await reader.press("tab", "enter")
        assert screen.row.marks.tags == ("video",)
        assert screen.library.tags() == [("video", 2), ("later", 1)]
        await reader.press("g", "t")
        await reader.until(lambda: "2 papers" in reader.text)
        await reader.press("1")
        assert screen.place.view == View(ViewKind.TAG, "video")
        await reader.press("t", *["backspace"] * 6, "enter")
        assert len(screen.library.select(Tagged("video"))) == 1
        await reader.press("u")
        assert set(screen.library.select(Tagged("video"))) >= {number}
        assert len(screen.library.select(Tagged("video"))) == 2


async def test_leaving_the_tags_changes_nothing(open_reader):
    async with open_reader() as reader:
        await reader.press("t")
        await reader.type("video")
        await reader.press("escape")
        assert reader.screen.library.tags() == []


async def test_a_note_is_kept_when_its_page_is_left_and_found_by_its_words(open_reader):
    async with open_reader() as reader:
        screen = reader.screen
        number = screen.list.number
        await reader.press("e")
        await reader.until(lambda: isinstance(reader.pilot.app.screen, NoteScreen))
        await reader.type("compare with **ours**")
        await reader.press("escape")
        await reader.until(lambda: "Note kept - u undoes" in reader.text.splitlines()[-2])
        assert screen.row.marks.note == "compare with **ours**"
        assert "compare with ours" in screen.detail.text
        await reader.press("g", "n")
        assert screen.list.numbers == [number]
        assert screen.desk.search("has:note").numbers == (number,)
        await reader.press("u")
        assert screen.row.marks.note is None


async def test_tags_that_a_paper_has_are_not_called_new(open_reader):
    async with open_reader() as reader:
        screen = reader.screen
        screen.change([screen.list.number], Change("tag:a b", True))
        await reader.press("t")
        await reader.until(lambda: '"a b"' in reader.text)
        assert "A new tag." not in reader.text
        await reader.type("c")
        await reader.until(lambda: "A new tag." in reader.text)
        await reader.type(" d")
        await reader.until(lambda: "2 new tags." in reader.text)


async def test_the_lines_of_a_note_stay_lines(open_reader):
    async with open_reader() as reader:
        screen = reader.screen
        note = "first line\nsecond *line*\n\n- a point\n- another\n\n```\ncode = 1\nmore = 2\n```"
        screen.change([screen.list.number], Change("note", note))
        lines = [line.strip() for line in screen.detail.text.splitlines()]
        at = lines.index("first line")
        assert lines[at : at + 5] == ["first line", "second line", "", "- a point", "- another"]
        assert {"code = 1", "more = 2"} <= set(lines[at:])


async def test_undoing_says_of_which_paper_or_of_how_many(open_reader):
    async with open_reader() as reader:
        screen = reader.screen
        title = screen.row.title
        await reader.press("a", "j", "u")
        await reader.until(lambda: f"Undone: queued · {title[:20]}" in reader.text)
        await reader.press("ctrl+r")
        await reader.until(lambda: f"Redone: queued · {title[:20]}" in reader.text)
        await reader.press("v", "j", "b", "u")
        await reader.until(lambda: "Undone: bookmarked: 2 papers" in reader.text)


async def test_undoing_what_was_not_done_just_now_says_of_when_it_is(open_reader, monkeypatch):
    async with open_reader() as reader:
        await reader.press("b", "u")
        await reader.until(lambda: "Undone: bookmarked · " in reader.text)
        assert "(of " not in reader.text
        monkeypatch.setattr(marks, "JUST_NOW", timedelta(-1))
        await reader.press("ctrl+r")
        await reader.until(
            lambda: re.search(r"Redone: bookmarked · .* \(of \d\d:\d\d\)", reader.text)
        )


async def test_only_the_last_message_stays_and_what_is_shown_stands_beside_it(open_reader):
    async with open_reader() as reader:
        await reader.press("b", "a")
        await reader.until(lambda: "Queued - u undoes" in reader.text)
        assert "Bookmarked -" not in reader.text
        assert "58 papers" in reader.text.splitlines()[-2]
        assert not reader.screen.query("Toast")
        reader.screen.query_one(StatusLine).hush()
        await reader.until(lambda: "Queued - u undoes" not in reader.text)
        assert reader.text.splitlines()[-2].startswith(" Unread · 58 papers")


async def test_over_a_box_a_message_stands_in_a_corner(open_reader):
    async with open_reader() as reader:
        await reader.press("s")
        reader.pilot.app.notify("news")
        await reader.until(lambda: "news" in reader.text)
        assert reader.pilot.app.screen.query("Toast")


async def test_a_note_that_is_being_written_survives_the_end_of_the_reader(open_reader):
    async with open_reader() as reader:
        await reader.press("e")
        await reader.type("half a thou")
        reader.pilot.app.exit()
        assert reader.screen.library.select(HasNote("half a thou"))


async def test_a_note_is_written_in_the_editor(open_reader, monkeypatch, tmp_path):
    editor = tmp_path / "editor.py"
    editor.write_text("import sys; open(sys.argv[1], 'w').write('from outside')")
    monkeypatch.setenv("VISUAL", f"{sys.executable} {editor}")
    async with open_reader() as reader:
        monkeypatch.setattr(reader.pilot.app, "suspend", nullcontext)
        await reader.press("E")
        assert reader.screen.row.marks.note == "from outside"


@pytest.mark.parametrize(
    ("command", "sentence"),
    [("", "Set $VISUAL or $EDITOR"), ("/no/such/editor", "can't be started"), ("false", "stays")],
)
async def test_an_editor_that_fails_leaves_the_note(open_reader, monkeypatch, command, sentence):
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", command)
    async with open_reader() as reader:
        monkeypatch.setattr(reader.pilot.app, "suspend", nullcontext)
        await reader.press("E")
        await reader.until(lambda: sentence in reader.text)
        assert reader.screen.row.marks.note is None


async def test_what_is_interesting_is_a_key_away_and_so_is_the_way_back(open_reader):
    async with open_reader() as reader:
        screen = reader.screen
        await reader.press("g", "a", "j", "+")
        place, number = screen.place, screen.list.number
        await reader.press("g", "+")
        await reader.until(lambda: list(screen.list.numbers) == [number])
        assert "Search: is:interesting" in reader.text
        await reader.press("escape")
        await reader.until(lambda: screen.place == place)
        assert screen.list.number == number


async def test_interest_is_set_and_taken_back(open_reader):
    async with open_reader() as reader:
        screen = reader.screen
        await reader.press("+")
        assert screen.row.marks.interest == 1
        await reader.press("-")
        assert screen.row.marks.interest == -1
        await reader.press("-")
        assert screen.row.marks.interest == 0


async def test_the_sidebar_counts_queue_notes_and_tags(open_reader):
    async with open_reader() as reader:
        await reader.press("a", "t")
        await reader.type("later")
        await reader.press("enter")
        await reader.until(lambda: re.search(r"Queue +1/1", reader.text))
        assert View(ViewKind.TAG, "later") in reader.screen.library.counts()


def test_tags_are_read_as_people_type_them():
    assert read_tags('#video, later  "to read" video') == ["video", "later", "to read"]
    assert read_tags(" , # ") == []
    assert read_tags(write_tags(["a", "to read", "b"])) == ["a", "to read", "b"]


def test_the_end_of_the_line_is_completed():
    used = ["video", "avatar-video", "later"]
    assert unfinished('a "to re') == "to re"
    assert suggestions("later #vi", used, 8) == ["video", "avatar-video"]
    assert suggestions("video ", used, 8) == ["avatar-video", "later"]
    assert completed("later vi", "video") == "later video "
    assert completed('later "to', "to read") == 'later "to read" '
