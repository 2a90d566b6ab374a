"""How one paper is shown: its head, its sections, its points, and what a click on it does."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from textual.content import Content

from paperreader.digests.model import Link, LinkKind, Period, Section
from paperreader.library.model import Marks, Paper, PaperRow, StoredEntry
from paperreader.library.views import View, ViewKind
from paperreader.topics import Evidence
from paperreader.ui.text.blocks import Shown, paper_blocks
from paperreader.ui.text.enumerations import cuts
from paperreader.ui.text.latex import latex_to_unicode, without_formulas
from paperreader.ui.text.markdown import Flow, markdown_blocks
from paperreader.ui.widgets.detail import in_lines

DAY = date(2025, 1, 2)
NAMES = tuple(f"Author {letter}" for letter in "ABCDEFGHIJKL")


def a_paper(*sections, authors=NAMES, keywords=(), links=(), evidence=()):
    row = PaperRow(
        1, "2501.00001", "Video-Ma$^2$mba [CLS]", authors, DAY, DAY, 7, ("en",), ("agents",),
        Marks(), datetime(2025, 1, 3, tzinfo=UTC),
    )  # fmt: skip
    entry = StoredEntry(
        "a.md", "weekly-notes", "en", Period(DAY), row.title, authors, 7, None, links, sections,
        "mine", "a.md",
    )  # fmt: skip
    return Paper(row, keywords, links, evidence, (entry,))


def lines(paper, **shown):
    blocks = paper_blocks(paper, Shown(**shown), {"agents": "Agents"})
    return [
        (in_lines(block, 80) if isinstance(block, Flow) else block).content.plain
        for block in blocks
    ]


def test_authors_are_folded_after_eight_and_unfold():
    folded = "\n".join(lines(a_paper()))
    assert "Author H,\nand 4 more" in folded
    assert "Author I" not in folded
    assert "Author L" in "\n".join(lines(a_paper(), has_all_authors=True))


def test_nine_authors_are_not_folded_for_one():
    assert "Author I" in "\n".join(lines(a_paper(authors=NAMES[:9])))


def test_the_head_has_title_date_votes_and_topics():
    shown = lines(a_paper())
    assert shown[0] == "Video-Ma²mba [CLS]"
    assert " 2025-01-02   ▴7   Agents " in shown
    nobody = a_paper()
    nobody = nobody._replace(row=nobody.row._replace(votes=0))
    assert " 2025-01-02   Agents " in lines(nobody)


def test_links_are_named_and_numbered():
    links = tuple(
        Link(kind, f"https://x.org/{at}")
        for at, kind in enumerate((LinkKind.IMAGE, LinkKind.CODE, LinkKind.IMAGE, LinkKind.ARXIV))
    )
    assert "arXiv  code  image 1 of 2  image 2 of 2" in lines(a_paper(links=links))
    chart = Link(LinkKind.IMAGE, "https://x.org/3f2a.png", "Speed by size")
    film = Link(LinkKind.VIDEO, "https://x.org/77.mp4", "Watch video")
    assert "video  image: Speed by size" in lines(a_paper(links=(chart, film)))


def test_what_stands_beside_it_in_the_digest_is_at_the_foot():
    asides = (Section("", "They purr."), Section("", "", "Closing thoughts\nDogs bark."))
    shown = lines(a_paper(*asides))
    assert (
        shown.index("They purr.") < shown.index("In") < shown.index("Closing thoughts\nDogs bark.")
    )


def test_keywords_are_shown_once():
    keypoints = Section("Keypoints", "Rain；Fog; Snow;")
    shown = lines(
        a_paper(keypoints, Section("Method", "Melting."), keywords=("Rain", "Fog", "Snow"))
    )
    assert "Keypoints" not in shown
    assert shown.count("Rain; Fog; Snow") == 1
    assert "Keypoints" in lines(a_paper(keypoints, keywords=("Rain", "Fog")))


def test_what_spoke_for_a_topic_is_said():
    shown = lines(a_paper(evidence=(Evidence("agents", 2.0, ("tool use", "planner")),)))
    assert "Agents: tool use, planner" in shown
    korean = (Evidence("agents", 2.0, ("계획", "planner")),)
    assert "Agents: planner" in lines(a_paper(evidence=korean), language="en")
    assert "Agents: 계획, planner" in lines(a_paper(evidence=korean), language="ko")
    assert "Agents: 계획" in lines(a_paper(evidence=(Evidence("agents", 2.0, ("계획",)),)))


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("In two: i) one, ii) two", ["In two: ", "i) one, ", "ii) two"]),
        ("1.Red; 2.Green", ["1.Red; ", "2.Green"]),
        ("a) b, b) c", ["a) b, ", "b) c"]),
        ("It counts (1) this and (2) that", None),
        ("version 1. It is 2. or so", None),
        ("only x) one", None),
        ("from 1.5 to 2.5", None),
    ],
)
def test_paragraphs_are_cut_where_they_count_their_points(text, pieces):
    assert [text[start:end] for start, _, end in cuts(text)] == (pieces or [text])


def test_points_stand_in_lines_of_their_own_and_keep_their_style():
    blocks = [b for b in markdown_blocks("Both: i) **bold** one; ii) two") if b.content.plain]
    assert [b.content.plain for b in blocks] == ["Both:", "i) bold one;", "ii) two"]
    assert [b.hang for b in blocks] == [0, 3, 4]
    assert any(span.style == "bold" for span in blocks[1].content.spans)


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        (r"\frac{a+b}{c}", "(a+b)/c"),
        (r"\sum_{i=1}^{n} x_i", "∑ᵢ₌₁ⁿ xᵢ"),
        (r"\log p(x \mid y)", "log p(x | y)"),
        (r"\|x\|_2^2", "‖x‖₂²"),
        (r"e^{-2 K (x)}", "e^(-2 K (x))"),
        (r"95\%", "95%"),
        (r"\frac", r"\frac"),
    ],
)
def test_formulas_are_readable(source, shown):
    assert latex_to_unicode(source) == shown


def test_money_in_a_title_is_no_formula():
    assert without_formulas("From $5 to $9") == "From $5 to $9"


def test_formulas_can_be_shown_as_they_were_written():
    assert markdown_blocks("at $x_t$", is_raw=True)[0].content.plain == "at $x_t$"


def test_bare_addresses_are_links_and_not_said_twice():
    content = markdown_blocks("Code: https://x.org/a_b{https://x.org/a_b}.")[0].content
    assert content.plain == "Code: https://x.org/a_b."
    assert any(content.plain[s.start : s.end] == "https://x.org/a_b" for s in content.spans)


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        (r"Code:\url{https://x.org/a}.", "Code: https://x.org/a."),
        (r"a \textbf{bold} and \emph{slanted} word", "a bold and slanted word"),
        (r"\OurBench{} counts", "OurBench counts"),
        (r"\frac{1}{2} stays", r"\frac{1}{2} stays"),
    ],
)
def test_commands_of_latex_in_prose_are_read(source, shown):
    assert markdown_blocks(source)[0].content.plain == shown


def test_chips_are_never_broken():
    flow = Flow((Content("two words"), Content("and more"), Content("end")))
    assert in_lines(flow, 12).content.plain.split("\n") == ["two words", "and more", "end"]


async def test_a_key_unfolds_the_authors_of_this_paper_only(open_reader):
    async with open_reader() as reader:
        screen = reader.screen
        many = next(
            row for row in screen.library.rows(screen.library.select()) if len(row.authors) > 9
        )
        await reader.press("g", "a")
        screen.move_to(many.number)
        await reader.press("enter", "A")
        await reader.until(lambda: many.authors[-1] in screen.detail.text.replace("\n", " "))
        await reader.press("A")
        await reader.until(lambda: " more" in screen.detail.text)


async def test_topics_and_authors_lead_to_their_papers(open_reader):
    async with open_reader() as reader:
        screen = reader.screen
        await reader.press("g", "a")
        row = next(row for row in screen.library.rows(screen.list.numbers) if row.topics)
        screen.move_to(row.number)
        screen.action_show_topic(row.topics[0])
        assert screen.place.view == View(ViewKind.TOPIC, row.topics[0])
        assert screen.list.number == row.number
        screen.action_show_author(row.authors[0])
        await reader.until(lambda: row.number in screen.list.numbers)
        await reader.press("escape")
        assert screen.place.view == View(ViewKind.TOPIC, row.topics[0])


async def test_links_open_by_number(open_reader, monkeypatch):
    async with open_reader() as reader:
        opened = []
        monkeypatch.setattr(reader.pilot.app, "open_url", opened.append)
        await reader.press("O")
        await reader.until(lambda: "Links" in reader.text)
        await reader.press("j", "k", "1")
        assert opened == [f"https://arxiv.org/abs/{reader.screen.row.id}"]
        await reader.press("O", "escape")
        assert len(opened) == 1


async def test_what_is_drawn_anew_keeps_its_place_and_says_how_far_down_it_is(open_reader):
    async with open_reader((80, 24)) as reader:
        detail = reader.screen.detail
        await reader.press("enter", "j", "j")
        await reader.until(lambda: detail.scroll_offset.y == 2)
        await reader.press("$")
        most = detail.text.count("\n") + 1 - detail.scrollable_content_region.height
        await reader.until(lambda: f"{round(200 / most)}%" in str(detail.border_subtitle))
        assert detail.scroll_offset.y == 2


def test_of_an_endless_text_the_beginning_is_shown_and_where_the_rest_is():
    shown = lines(a_paper(Section("Method", "word " * 20_000), Section("Results", "word " * 10)))
    assert sum(map(len, shown)) < 60_000
    rest = "… and 50,050 more characters: `paperreader show 2501.00001` prints all of it"
    assert rest in shown
    assert "Results" not in shown
