"""A date that no calendar has is said, and the next best one taken."""

from datetime import date

import pytest

from paperreader.digests import read_digest
from paperreader.digests.model import Period, Precision

PAPER = "[A Field Guide to Kites](https://arxiv.org/abs/2411.00001)"
TABLE = "| Title | Authors | Summary |\n|---|---|---|\n| {} | Ann Lee | Wind. |\n"
SHAPES = {
    "table": ("## Papers for {day}\n\n" + TABLE.format(PAPER), 1),
    "sections": (
        "## Daily Papers ({day})\n\n### " + PAPER + "\n\nVote: 3\n\n- **What**: wind\n",
        1,
    ),
    "list": ("# News\n\n## {day}\n\n- " + PAPER + " on wind\n", 3),
    "front matter": ("---\ntitle: news\ndate: {day}\n---\n\n- " + PAPER + " on wind\n", 3),
    "notes": ("# {day}\n\n## Wind\n\n### Kites\n- `Keypoints:` wind; sky\n- `Method:` air\n", 1),
    "row": ("| Date | Paper | Note |\n|---|---|---|\n| {day} | " + PAPER + " | wind |\n", 3),
}
MONTH = Period(date(2024, 2, 1), Precision.MONTH)


@pytest.mark.parametrize("shape", SHAPES)
def test_the_name_of_the_file_gives_the_day_else_it_is_as_if_none_was_said(shape: str) -> None:
    text, line = SHAPES[shape]
    digest = read_digest(text.format(day="2024-13-45"), "2024-03-04.md")
    (entry,) = digest.entries
    assert entry.period == Period(date(2024, 3, 4))
    assert digest.problems == ((line, "there is no 2024-13-45: taken for 2024-03-04"),)
    digest = read_digest(text.format(day="2024-13-45"), "news.md")
    assert digest.entries[0].period is None
    assert digest.problems == ((line, "there is no 2024-13-45: taken for the day of the import"),)


@pytest.mark.parametrize("shape", SHAPES)
def test_of_a_day_too_many_the_month_is_taken(shape: str) -> None:
    text, line = SHAPES[shape]
    digest = read_digest(text.format(day="2024-02-30"), "news.md")
    (entry,) = digest.entries
    assert (entry.period, entry.heading) == (MONTH, "Wind" if shape == "notes" else None)
    assert digest.problems == ((line, "there is no 2024-02-30: taken for 2024-02"),)


def test_an_answer_of_the_api() -> None:
    text = """[{"paper": {"id": "2411.00001", "title": "Kites"},
      "publishedAt": "2024-02-30T00:00:00Z"}]"""
    digest = read_digest(text, "2024-03-04.json")
    assert digest.entries[0].period == Period(date(2024, 3, 4))
    assert digest.problems == ((2, "there is no 2024-02-30: no paper stands under it"),)


def test_a_day_before_does_not_go_on() -> None:
    text, _ = SHAPES["list"]
    digest = read_digest(f"## 2024-01-05\n\n- {PAPER}\n\n{text.format(day='2024-01-32')}", "x.md")
    first, second = digest.entries
    assert first.period == Period(date(2024, 1, 5))
    assert second.period == Period(date(2024, 1, 1), Precision.MONTH)


def test_the_name_of_a_file_is_said_only_where_it_is_needed() -> None:
    text, _ = SHAPES["list"]
    assert read_digest(text.format(day="2024-03-04"), "2024-02-30.md").problems == ()
    digest = read_digest(text.format(day="Kites"), "2024-02-30.md")
    assert digest.entries[0].period == MONTH
    assert digest.problems == ((0, "there is no 2024-02-30, as its name says: taken for 2024-02"),)


def test_many_are_not_told_one_by_one() -> None:
    rows = "".join(
        f"| 2024-02-30 | [Kite {n}](https://arxiv.org/abs/2411.{n:05}) | wind |\n"
        for n in range(1, 100)
    )
    digest = read_digest(f"| Date | Paper | Note |\n|---|---|---|\n{rows}", "x.md")
    assert len(digest.entries) == 99
    assert len(digest.problems) == 20
