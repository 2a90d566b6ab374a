"""The palette finds commands, views and papers, what is meant first."""

from __future__ import annotations

import pytest
from textual.widgets import OptionList

from paperreader.library.views import View, ViewKind
from paperreader.ui.commands import COMMANDS
from paperreader.ui.palette import command_entries, lit, ranked
from paperreader.ui.screens.palette import PaletteScreen
from paperreader.ui.screens.themes import ThemeScreen

ENTRIES = command_entries(COMMANDS, lambda _command: None, lambda: None)


def names(query, **kwargs):
    return [entry.name for entry in ranked(ENTRIES, query, **kwargs)]


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("theme", "Theme"), ("light", "Theme"), ("dark", "Theme"), ("colours", "Theme"),
        ("다크", "Theme"), ("sim", "Similar"), ("q", "Quit"), ("help", "Help"), ("?", "Help"),
        ("gq", "Go to queue"), ("R", "Mark many read"), ("favourites", "Go to bookmarks"),
        ("saved go", "Go to saved"), ("검색", "Search"), ("keys", "Help"), ("star", "Bookmark"),
        ("소듣", "Theme"), ("ㄴㅑㅡ", "Similar"),
    ],
)  # fmt: skip
def test_a_key_a_name_or_another_word_for_it_comes_first(query, first):
    assert names(query)[0] == first


def test_words_come_before_pieces_of_words_and_scattered_letters_come_alone():
    assert names("note")[:2] == ["Note", "Note in editor"]
    assert "Bookmark" not in names("bmk")
    assert "Bookmark" in names("bmk", scattered=True)
    assert "Note" not in names("note", scattered=True)
    assert names("xyzzy") == names("xyzzy", scattered=True) == []


def test_before_anything_is_typed_useful_commands_come_first():
    assert names("")[:2] == ["Search", "Catch up"]
    assert names("").index("Theme") < names("").index("Down")
    assert set(names("")) == {*(c.label[:1].upper() + c.label[1:] for c in COMMANDS), "Theme"}


def test_what_was_typed_is_lit_at_the_beginning_of_words():
    (entry,) = (each for each in ENTRIES if each.name == "Note in editor")
    assert lit(entry, "ed no") == ((0, 2), (8, 10))


async def opened(reader):
    await reader.press(":")
    await reader.until(lambda: isinstance(reader.pilot.app.screen, PaletteScreen))


def shown(reader):
    menu = reader.pilot.app.screen.query_one(OptionList)
    return [str(option.prompt) for option in menu.options]


async def test_a_paper_is_found_by_words_of_its_title(open_reader):
    async with open_reader() as reader:
        screen = reader.screen
        wanted = next(
            row for row in screen.library.rows(screen.library.select()) if len(row.title) > 30
        )
        words = [word for word in wanted.title.split() if word.isalnum()][:4]
        await opened(reader)
        await reader.type(" ".join(words))
        await reader.until(lambda: any("Paper " in line for line in shown(reader)))
        await reader.press("enter")
        await reader.until(lambda: screen.is_current and screen.row.id == wanted.id)
        assert screen.pane == "detail"


async def test_a_saved_search_and_a_topic_are_found_by_name(open_reader):
    async with open_reader() as reader:
        screen = reader.screen
        screen.library.save_search("moving pictures", "video")
        screen.refresh_counts()
        await opened(reader)
        await reader.type("moving pict")
        await reader.until(lambda: "Saved search" in shown(reader)[0])
        await reader.press("enter")
        await reader.until(lambda: screen.place.view == View(ViewKind.SAVED, "moving pictures"))
        await opened(reader)
        await reader.type("agents")
        await reader.press("enter")
        await reader.until(lambda: screen.place.view == View(ViewKind.TOPIC, "agents"))


async def test_a_topic_is_found_by_its_korean_name(open_reader):
    async with open_reader() as reader:
        await opened(reader)
        await reader.type("에이전트")
        await reader.until(lambda: any(line.startswith("Agents") for line in shown(reader)))


async def test_what_nothing_is_called_is_said_and_runs_nothing(open_reader):
    async with open_reader() as reader:
        await opened(reader)
        await reader.type("qzxqzx")
        await reader.until(lambda: "Nothing of that name" in reader.text)
        await reader.press("enter")
        assert isinstance(reader.pilot.app.screen, PaletteScreen)
        await reader.press("escape")
        assert reader.screen.is_current


async def test_the_arrows_choose_and_the_theme_is_changed(open_reader):
    async with open_reader() as reader:
        await opened(reader)
        await reader.press("down", "down", "up")
        await reader.until(lambda: reader.pilot.app.screen.query_one(OptionList).highlighted == 1)
        await reader.type("theme")
        await reader.press("enter")
        await reader.until(lambda: isinstance(reader.pilot.app.screen, ThemeScreen))


async def test_triage_has_a_palette_of_its_own_commands(open_reader):
    async with open_reader() as reader:
        await reader.press("T", ":")
        await reader.until(lambda: "Find a command " in reader.text)
        await reader.type("skip")
        assert shown(reader)[0].startswith("Skip")
        assert "a week" not in reader.text
        await reader.press("enter")
        await reader.until(lambda: "1 skipped" in reader.text)
        await reader.press("ctrl+p")
        await reader.type("sidebar")
        await reader.until(lambda: "Nothing of that name" in reader.text)


async def test_every_size_has_room(open_reader):
    for size in ((120, 36), (60, 20), (40, 12)):
        async with open_reader(size) as reader:
            await opened(reader)
            lines = reader.text.splitlines()
            assert any("Find a command" in line for line in lines)
            assert any("Esc closes" in line for line in lines)
            assert "Search" in shown(reader)[0]
