"""The JSON of a paper: exactly the keys of the manual, and nothing lost."""

from __future__ import annotations

import io
import json
from datetime import UTC, date, datetime

import pytest

from paperreader.digests.model import Family, Link, LinkKind, Period, Precision, Section
from paperreader.exchange import FORMATS, paper_json, write
from paperreader.library.model import Marks, Paper, PaperRow, StoredEntry
from paperreader.topics import Evidence

DAY = date(2024, 12, 5)
ROW = PaperRow(
    number=1, id="2412.00001", title="서로 다른 언어", authors=("Ann Lee",), first_date=DAY,
    last_date=DAY, votes=3, languages=("ko",), topics=("audio",),
    marks=Marks(read=True, queued=2.5, tags=("x",), note="why?"),
    added=datetime(2024, 12, 6, tzinfo=UTC),
)  # fmt: skip
ENTRY = StoredEntry(
    digest="day.md", family=Family.DAILY_SECTIONS, language="ko",
    period=Period(DAY, Precision.DAY), title="서로 다른 언어", authors=("Ann Lee",), votes=3,
    heading=None, links=(), source="days", path="/days/day.md",
    sections=(Section("Method", "They count.", lead="Methods:"), Section("", "More.")),
)  # fmt: skip


def paper(*links: Link, row: PaperRow = ROW) -> Paper:
    evidence = (Evidence("audio", 1.0, ("speech",)),)
    return Paper(row, keywords=("speech",), links=links, evidence=evidence, entries=(ENTRY,))


def test_the_object_of_a_paper() -> None:
    assert paper_json(paper()) == {
        "id": "2412.00001",
        "title": "서로 다른 언어",
        "authors": ["Ann Lee"],
        "first_date": "2024-12-05",
        "last_date": "2024-12-05",
        "topics": ["audio"],
        "keywords": ["speech"],
        "votes": 3,
        "links": {
            "arxiv": "https://arxiv.org/abs/2412.00001",
            "pdf": "https://arxiv.org/pdf/2412.00001",
        },
        "entries": [
            {
                "digest": "day.md",
                "family": "daily-sections",
                "language": "ko",
                "period": "2024-12-05",
                "precision": "day",
                "title": "서로 다른 언어",
                "authors": ["Ann Lee"],
                "votes": 3,
                "heading": None,
                "sections": [
                    {"label": "Method", "text": "Methods: They count."},
                    {"label": "", "text": "More."},
                ],
            }
        ],
        "read": True,
        "bookmarked": False,
        "queued": True,
        "tags": ["x"],
        "note": "why?",
    }


def test_links_stand_under_their_kind_and_none_is_lost() -> None:
    links = paper_json(
        paper(
            Link(LinkKind.ARXIV, "https://arxiv.org/abs/2412.00001v2"),
            Link(LinkKind.CODE, "https://example.org/one"),
            Link(LinkKind.CODE, "https://example.org/two"),
            Link(LinkKind.CODE, "https://example.org/one"),
        )
    )["links"]
    assert links["arxiv"] == "https://arxiv.org/abs/2412.00001"
    assert links["arxiv-2"] == "https://arxiv.org/abs/2412.00001v2"
    assert (links["code"], links["code-2"]) == (
        "https://example.org/one",
        "https://example.org/two",
    )
    assert len(links) == 5


def test_a_paper_without_arxiv_id_or_date_has_no_made_up_ones() -> None:

    row = ROW._replace(id="slug:a-title", first_date=None, last_date=None, votes=None)
    made = paper_json(paper(row=row))
    assert (made["links"], made["first_date"], made["votes"]) == ({}, None, None)


@pytest.mark.parametrize("format_", FORMATS)
def test_write_counts_the_papers(format_: str) -> None:
    out = io.StringIO()
    assert write([paper(), paper()], format_, out) == 2
    assert write([], format_, io.StringIO()) == 0


def test_jsonl_is_one_readable_object_a_line() -> None:
    out = io.StringIO()
    write([paper(), paper()], "jsonl", out)
    lines = out.getvalue().splitlines()
    assert [json.loads(line) for line in lines] == [paper_json(paper())] * 2
    assert "서로" in lines[0]
