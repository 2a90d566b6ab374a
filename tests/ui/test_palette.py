"""The palette finds commands, views and papers."""

from __future__ import annotations

import pytest
from textual.widgets import OptionList

from paperreader.library.views import View, ViewKind


async def test_a_paper_is_found_by_words_of_its_title(open_reader):
    async with open_reader() as reader:
        screen = reader.screen
        wanted = next(
            row for row in screen.library.rows(screen.library.select()) if len(row.title) > 30
        )
        await reader.press(":")
        await reader.type("".join(c for c in wanted.title.lower()[:24] if c.isalnum() or c == " "))
        await reader.until(lambda: "Paper  " in reader.text)
        await reader.press("down", "enter")
        await reader.until(lambda: screen.is_current and screen.row.id == wanted.id)


async def test_a_saved_search_and_a_topic_are_found_by_name(open_reader):
    async with open_reader() as reader:
        screen = reader.screen
        screen.library.save_search("moving pictures", "video")
        await reader.press(":")
        await reader.type("moving pict")
        await reader.until(lambda: "Saved search" in reader.text)
        await reader.press("down", "enter")
        await reader.until(lambda: screen.place.view == View(ViewKind.SAVED, "moving pictures"))


@pytest.mark.parametrize(
    ("typed", "first"), [("q", "Quit  (q)"), ("help", "Help  (?)"), ("gq", "Go to queue  (gq)")]
)
async def test_a_key_or_the_beginning_of_a_name_comes_first(open_reader, typed, first):
    async with open_reader() as reader:
        await reader.press(":")
        await reader.type(typed)
        shown = reader.pilot.app.screen.query_one(OptionList)
        await reader.until(lambda: shown.option_count and first in str(shown.options[0].prompt))
