"""What archives make of the answers of the Daily Papers API."""

from __future__ import annotations

import json

import pytest

from paperreader.digests import read_digest
from paperreader.digests.model import Family, LinkKind

MOSS = {"id": "2412.00001", "title": "Moss in Winter", "upvotes": 7}
FERN = {"id": "2412.00002", "title": "Ferns"}
BOTH = [("Moss in Winter", "2412.00001"), ("Ferns", "2412.00002")]


@pytest.mark.parametrize(
    "text",
    [
        json.dumps([MOSS, FERN]),
        json.dumps(MOSS) + "\n" + json.dumps({"paper": FERN}) + "\n",
        json.dumps({"2024-12-05": [MOSS], "2024-12-06": [FERN]}),
        json.dumps({"2412.00001": {"title": MOSS["title"]}, "2412.00002": {"title": "Ferns"}}),
        json.dumps({"data": {"new": [MOSS], "old": [FERN], "tags": [{"name": "x"}]}}),
        json.dumps([str(MOSS), str(FERN)]),
    ],
)
def test_papers_are_found_wherever_they_stand(text):
    digest = read_digest(text, "a.json")
    assert (digest.family, digest.problems) == (Family.HF_DAILY, ())
    assert [(entry.title, entry.identifier) for entry in digest.entries] == BOTH


def test_papers_by_day_have_their_day():
    text = json.dumps({"2024-12-05": [MOSS], "2024-12-06": [FERN]})
    for name in ("a.json", "2024-12.json"):
        days = [entry.period.name for entry in read_digest(text, name).entries]
        assert days == ["2024-12-05", "2024-12-06"]


@pytest.mark.parametrize(
    "key", ["arxiv_id", "paper_id", "url", "arxiv_url", "pdf", "entry_id", "link"]
)
def test_the_identifier_may_stand_in_any_address(key):
    value = "2412.00001" if key.endswith("_id") else "https://arxiv.org/abs/2412.00001v2"
    value = f"https://arxiv.org/abs/{value}" if key == "entry_id" else value
    text = json.dumps([{"title": "Moss", key: value, "thumbnail": "https://a.b/2412.00009.png"}])
    (entry,) = read_digest(text, "a.json").entries
    assert entry.identifier == "2412.00001"


def test_fields_that_archives_add_are_kept():
    paper = {
        "title": "Moss\n  in Winter",
        "authors": "Ann Lake, Ben Pond",
        "votes": "12",
        "abstract": "It sleeps under the snow.",
        "translation": "摘要：苔藓睡觉。",
        "points": ["It sleeps.", "It wakes up in March."],
        "review": {"good": "Nothing is missing here."},
        "keywords": ["moss", "snow"],
        "code_url": "https://github.com/moss/x",
        "arxiv_url": "https://arxiv.org/abs/2412.00001",
    }
    (entry,) = read_digest(json.dumps([paper]), "2024-12-05.json").entries
    assert (entry.title, entry.votes) == ("Moss in Winter", 12)
    assert (entry.authors, entry.keywords) == (("Ann Lake", "Ben Pond"), ("moss", "snow"))
    assert [(part.label, part.text) for part in entry.sections] == [
        ("Abstract", "It sleeps under the snow."),
        ("Translation", "摘要：苔藓睡觉。"),
        ("Points", "It sleeps.\n\nIt wakes up in March."),
        ("Good", "Nothing is missing here."),
    ]
    kinds = {link.kind: link.url for link in entry.links}
    assert kinds[LinkKind.CODE] == paper["code_url"]
    assert kinds[LinkKind.ARXIV] == paper["arxiv_url"]


def test_a_paper_without_a_title_is_kept_and_told():
    text = json.dumps([{"url": "https://arxiv.org/abs/2412.00001", "content": "It sleeps a lot."}])
    digest = read_digest(text, "a.json")
    assert digest.entries[0].title == "arXiv 2412.00001"
    assert "It sleeps a lot." in digest.entries[0].sections[0].text
    assert "without a title" in digest.problems[0].what


def test_strings_may_be_markdown():
    said = "## [Moss in Winter](https://arxiv.org/abs/2412.00001)\n\nIt sleeps.\n"
    other = "## [Ferns](https://arxiv.org/abs/2412.00002)\n\nGreen.\n"
    digest = read_digest(json.dumps([said, other]), "2024-12-05_clean.json")
    assert (digest.family, digest.period.name) == (Family.HF_DAILY, "2024-12-05")
    assert [(entry.title, entry.identifier) for entry in digest.entries] == BOTH
    assert {entry.line for entry in digest.entries} == {1}
