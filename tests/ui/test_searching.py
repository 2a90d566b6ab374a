"""Searching: the results as one types, the way back, and the last searches."""

from __future__ import annotations

import re

import pytest

from paperreader.library.model import Change
from paperreader.library.views import Has, Mark, Not, Sort, View, ViewKind
from paperreader.ui.completing import completed
from paperreader.ui.widgets.search_bar import LONGEST_QUERY


async def test_escape_returns_to_the_papers_cursor_scrolling_and_pane(open_reader):
    async with open_reader((120, 20)) as reader:
        screen = reader.screen
        await reader.press("g", "a", "G", "k", "k", "r")
        before = (screen.place, screen.list.cursor, screen.list.scroll_offset.y)
        await reader.press("enter")
        await reader.search("diffusion")
        assert screen.list.cursor == 0
        await reader.press("escape")
        assert (screen.place, screen.list.cursor, screen.list.scroll_offset.y) == before
        assert screen.pane == "detail"


async def test_a_paper_read_in_the_meantime_is_still_there_after_a_search(open_reader):
    async with open_reader() as reader:
        screen = reader.screen
        await reader.press("g", "u", "j", "r")
        number = screen.list.number
        await reader.search("video")
        await reader.press("escape")
        assert screen.list.number == number
        assert screen.row.marks.read


async def test_an_emptied_box_shows_what_was_there_before(open_reader):
    async with open_reader() as reader:
        screen = reader.screen
        shown = list(screen.list.numbers)
        await reader.search("vi")
        await reader.press("backspace", "backspace")
        await reader.until(lambda: not screen.place.query)
        assert list(screen.list.numbers) == shown
        assert screen.search_bar.is_open
        await reader.press("enter")
        assert not screen.search_bar.is_open


async def test_the_passage_with_the_words_is_the_second_line(open_reader):
    async with open_reader() as reader:
        screen = reader.screen
        await reader.search("benchmark")
        line = next(line for line in screen.results.lines.values() if line)
        assert screen.found.terms.spans(line)
        assert any(line[:12] in row for row in reader.text.splitlines())


async def test_an_unknown_field_is_said_and_searched_as_words(open_reader):
    async with open_reader() as reader:
        await reader.search("colour:video ")
        await reader.until(lambda: "is no field, searched as words" in reader.text)


async def test_what_was_probably_meant_is_taken_with_tab(open_reader):
    async with open_reader() as reader:
        screen = reader.screen
        await reader.search("difusion")
        await reader.until(lambda: "Tab takes it" in reader.text)
        await reader.press("tab")
        await reader.until(lambda: screen.place.query.lower() == "diffusion")
        assert screen.found.is_exact


@pytest.mark.parametrize(
    ("query", "whole"),
    [
        ("is:boo", "is:bookmarked"),
        ("video has:no", "video has:note"),
        ("(TAG:my", '(TAG:"my own"'),
        ('-tag:"my', '-tag:"my own"'),
        ("topic:diff", "topic:diffusion"),
        ("source:daily-s", "source:daily-sections"),
        ("is:bookmarked", None),
        ("lang:", None),
        ("author:om", None),
        ("nothing", None),
        ("is:boo x", None),
    ],
)
def test_the_value_of_a_field_is_completed(desk, query, whole):
    desk.library.mark(desk.library.select()[:1], Change("tag:my own", True))
    assert completed(query, desk.library) == whole


async def test_tab_completes_the_value_of_a_field_and_then_goes_into_the_results(open_reader):
    async with open_reader() as reader:
        await reader.press("/")
        await reader.type("is:unr")
        await reader.press("tab")
        assert reader.screen.search_bar.value == "is:unread"
        assert reader.screen.is_typing
        await reader.press("tab")
        await reader.until(lambda: not reader.screen.is_typing)
        await reader.until(lambda: len(reader.titles) == 58)


async def test_tab_is_offered_only_in_the_box_where_it_takes_what_was_meant(open_reader):
    async with open_reader() as reader:
        screen = reader.screen
        await reader.search("difusion")
        await reader.until(lambda: "Tab takes it" in reader.text)
        await reader.press("enter")
        await reader.until(lambda: "Tab takes it" not in reader.text)
        await reader.press("/")
        await reader.until(lambda: "Tab takes it" in reader.text)
        await reader.press("tab")
        await reader.until(lambda: screen.place.query.lower() == "diffusion")


async def test_an_empty_list_says_why(open_reader):
    async with open_reader() as reader:
        screen = reader.screen
        await reader.search("video is:bookmarked")
        await reader.until(lambda: not screen.list.numbers)
        assert "Nothing found" in reader.text
        assert "but not here" in reader.text
        await reader.until(lambda: "Enter to the results" not in reader.text)
        assert "Esc back" in reader.text


async def test_the_last_searches_come_back_also_after_a_restart(open_reader):
    async with open_reader() as reader:
        await reader.search("video")
        await reader.press("enter")
        await reader.press("escape", "/")
        await reader.type("agents")
        await reader.press("enter", "q")
    async with open_reader() as reader:
        box = reader.screen.search_bar
        await reader.press("/")
        await reader.type("x")
        await reader.press("up")
        assert box.value == "agents"
        await reader.press("up", "up", "up")
        assert box.value == "video"
        await reader.press("down", "down")
        assert box.value == "x"


async def test_a_long_paste_is_cut_and_its_lines_are_joined(open_reader):
    async with open_reader() as reader:
        box = reader.screen.search_bar
        await reader.press("/")
        box.post_message(_paste("latent\nvideo " + "x" * 10_000))
        await reader.until(lambda: len(box.value) == LONGEST_QUERY)
        assert box.value.startswith("latent video xxx")


def _paste(text):
    from textual.events import Paste

    return Paste(text)


async def test_n_walks_the_matches_of_an_open_paper(open_reader):
    async with open_reader() as reader:
        screen = reader.screen
        await reader.search("video")
        await reader.press("enter", "enter")
        await reader.until(lambda: screen.detail.text)
        number = screen.list.number
        await reader.press("n")
        assert "Match 1 of" in reader.text
        await reader.press("n")
        assert "Match 2 of" in reader.text
        await reader.press("N", "p")
        total = screen.detail.text.lower().count("video")
        assert "Match 1 of" not in reader.text
        assert f"of {total}" in reader.text
        assert screen.list.number == number


async def test_the_number_of_a_match_is_said_only_while_one_reads(open_reader):
    async with open_reader() as reader:
        await reader.search("video")
        await reader.press("enter", "enter")
        await reader.until(lambda: reader.screen.detail.text)
        await reader.press("n")
        assert "Match 1 of" in reader.text
        await reader.press("escape")
        await reader.until(lambda: reader.screen.pane == "list")
        assert "Match 1 of" not in reader.text


async def test_n_goes_to_the_next_unread_where_nothing_is_searched_for(open_reader):
    async with open_reader() as reader:
        screen = reader.screen
        await reader.press("enter")
        number = screen.list.number
        await reader.press("n")
        assert screen.list.number != number


async def test_results_can_be_sorted_and_limited_to_unread(open_reader):
    async with open_reader() as reader:
        screen = reader.screen
        await reader.search("video")
        await reader.press("enter", "s", "2")
        await reader.until(lambda: screen.place.sort is Sort.DATE)
        dates = [row.last_date for row in screen.library.rows(screen.list.numbers)]
        assert dates == sorted(dates, reverse=True)
        first = screen.list.number
        await reader.press("r", "U")
        await reader.until(lambda: screen.place.is_unread_only)
        assert first not in screen.list.numbers
        assert set(screen.list.numbers) <= set(screen.library.select(Not(Has(Mark.READ))))


async def test_a_search_is_still_there_after_a_restart(open_reader):
    async with open_reader() as reader:
        screen = reader.screen
        numbers = []
        for _ in range(2):
            await reader.search("video")
            await reader.press("enter")
            await reader.until(lambda: not screen.is_typing)
            await reader.press("j")
            await reader.until(lambda: screen.list.cursor == 1)
            numbers.append(screen.list.number)
            if len(numbers) < 2:
                await reader.press("q")
                await reader.until(lambda: not screen.place.query)
        assert numbers[0] == numbers[1]
        reader.pilot.app.exit()
    async with open_reader() as reader:
        screen = reader.screen
        await reader.until(lambda: screen.place.query == "video")
        await reader.until(lambda: screen.list.number == numbers[0])
        await reader.press("escape")
        assert screen.place.view == View(ViewKind.UNREAD)


HOSTILE = ['"', "((((", "OR OR", "-", "title:", "*?~^", "\\", "the of a", "a", "[bold]x[/]", ":-)"]


@pytest.mark.parametrize("query", HOSTILE)
async def test_no_query_is_too_odd(open_reader, query):
    async with open_reader() as reader:
        screen = reader.screen
        await reader.press("/")
        screen.search_bar.value = query
        await reader.until(lambda: screen.place.query == query)
        assert screen.list.numbers or "Nothing found" in reader.text


async def test_a_filter_stays_in_the_view_and_says_so(open_reader):
    async with open_reader() as reader:
        screen = reader.screen
        await reader.press("g", "d", "j")
        place, number, shown = screen.place, screen.list.number, set(screen.list.numbers)
        await reader.press("f")
        await reader.type("model")
        await reader.until(lambda: screen.place.query == "model")
        assert set(screen.list.numbers) < shown
        assert f"{place.view.key} · filter: model" in reader.text
        await reader.press("enter", "escape")
        assert (screen.place, screen.list.number) == (place, number)


async def test_a_filter_without_papers_says_that_they_are_elsewhere(open_reader):
    async with open_reader() as reader:
        await reader.press("g", "b", "f")
        await reader.type("video")
        await reader.until(lambda: "have these words, but not here" in reader.text)


async def test_a_search_that_is_changed_can_be_taken_back(open_reader):
    async with open_reader() as reader:
        screen = reader.screen
        await reader.search("video")
        await reader.press("enter", "/", "end")
        await reader.type(" model")
        await reader.until(lambda: screen.place.query == "video model")
        await reader.press("enter", "escape")
        assert screen.place.query == "video"
        await reader.press("/", "enter", "escape")
        assert not screen.place.query


async def test_a_new_search_takes_the_place_of_the_one_that_is_shown(open_reader):
    async with open_reader() as reader:
        await reader.search("video")
        await reader.press("enter")
        await reader.search("agents")
        await reader.press("enter", "escape")
        assert reader.screen.place.query == "video"


async def test_a_korean_word_opens_the_korean_text_until_another_language_is_asked_for(open_reader):
    async with open_reader() as reader:
        screen = reader.screen
        rows = screen.library.rows(screen.library.select())
        both = next(row for row in rows if set(row.languages) == {"en", "ko"})
        texts = [
            section.text
            for entry in screen.library.paper(both.number).entries
            for section in entry.sections
            if entry.language == "ko"
        ]
        word = re.search("[가-힣]{2,4}(?=[을를])", "\n".join(texts))[0]
        await reader.search(both.id)
        await reader.press("enter")
        await reader.until(lambda: screen.paper and screen.paper.row.id == both.id)
        assert word not in screen.detail.text
        await reader.press("escape", "escape")
        await reader.until(lambda: not screen.place.query)
        await reader.search(f"{word} {both.id}")
        await reader.until(lambda: screen.paper and screen.paper.row.id == both.id)
        await reader.until(lambda: word in screen.detail.text)
        await reader.press("enter")
        await reader.until(lambda: not screen.is_typing)
        await reader.press("L")
        await reader.until(lambda: word not in screen.detail.text)


async def test_what_is_not_understood_is_said_when_one_pauses(open_reader):
    async with open_reader() as reader:
        await reader.search("diffusion is:raed")
        await reader.until(lambda: "is: knows unread" in reader.text)
        assert reader.screen.is_typing
        assert reader.screen.list.numbers == ()
        assert "Did you mean: diffusion is:read" in reader.text


async def test_a_value_that_could_be_typed_further_empties_the_list_only_after_enter(open_reader):
    async with open_reader() as reader:
        papers = len(reader.screen.list.numbers)
        await reader.search("date:2024-")
        await reader.until(lambda: reader.screen.place.query == "date:2024-")
        assert len(reader.screen.list.numbers) == papers > 1
        await reader.press("enter")
        await reader.until(lambda: reader.screen.list.numbers == ())
        assert "date: takes 2024" in reader.text


@pytest.mark.parametrize(
    ("query", "remark"), [("date:20", "date: takes"), ("colour:red", "no field")]
)
async def test_enter_says_it_also_of_what_could_have_been_typed_further(open_reader, query, remark):
    async with open_reader() as reader:
        await reader.search(query)
        await reader.press("enter")
        await reader.until(lambda: remark in reader.text)


async def test_no_message_stands_where_it_says_what_is_found(open_reader):
    async with open_reader() as reader:
        await reader.press("b")
        await reader.until(lambda: "Bookmarked" in reader.text)
        await reader.press("/")
        await reader.until(lambda: reader.screen.is_typing)
        await reader.until(lambda: "Bookmarked" not in reader.text)


async def test_an_unknown_topic_is_answered_with_where_the_reader_shows_them(open_reader):
    async with open_reader() as reader:
        await reader.search("topic:xyzzy")
        await reader.press("enter")
        await reader.until(lambda: "the sidebar has them all" in " ".join(reader.text.split()))
