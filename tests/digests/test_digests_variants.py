"""Archives of the known families that differ from the fixtures in their structure."""

from __future__ import annotations

import pytest

from paperreader.digests import read_digest
from paperreader.digests.model import Family, LinkKind

MOSS, FERN = "https://arxiv.org/abs/2412.00001", "https://arxiv.org/abs/2412.00002"
LEVELS = """# PaperList

{0} 202404

{0}# Gardens

{0}## Moss in Winter

- `Keypoints:` moss; snow
- `Objective:` It sleeps.

{0}## Ferns

- `Keypoints:` ferns
"""


@pytest.mark.parametrize("marks", ["#", "##", "###"])
def test_papers_of_notes_stand_on_the_level_that_is_described(marks):
    digest = read_digest(LEVELS.format(marks), "notes.md")
    assert digest.family is Family.WEEKLY_NOTES
    assert [(entry.title, entry.heading) for entry in digest.entries] == [
        ("Moss in Winter", "Gardens"),
        ("Ferns", "Gardens"),
    ]
    assert {entry.period.name for entry in digest.entries} == {"2024-04"}


def test_addresses_in_brackets_are_links_of_their_own():
    line = f"[DiT][2024.7][preprint][{MOSS}][https://github.com/moss/x][]"
    text = f"### Moss in Winter\n{line}\n- `Keypoints:` moss\n"
    (entry,) = read_digest(text, "notes.md").entries
    assert entry.identifier == "2412.00001"
    assert [(link.kind, link.url) for link in entry.links] == [
        (LinkKind.ARXIV, MOSS),
        (LinkKind.CODE, "https://github.com/moss/x"),
    ]


@pytest.mark.parametrize(
    ("columns", "before", "told"),
    [
        ("Category", "Plants", [("Category", "Plants")]),
        ("#", "7", []),
        ("No. | Topic", "7 | Plants", [("No.", "7"), ("Topic", "Plants")]),
    ],
)
def test_tables_may_have_columns_before_the_title(columns, before, told):
    text = (
        f"## Papers for 2024-12-05\n\n| {columns} | Title | Authors | Summary |\n|--|--|--|--|\n"
        f"| {before} | [Moss in Winter]({MOSS}) | Ann Lake | It sleeps | and wakes. |\n"
        f"| {before} | Ferns (Read more on [arXiv]({FERN}) or x) | Ben Pond | Green. |\n"
    )
    digest = read_digest(text, "a.md")
    assert digest.family is Family.DAILY_TABLE
    moss, ferns = digest.entries
    assert (moss.title, moss.identifier, moss.authors) == (
        "Moss in Winter",
        "2412.00001",
        ("Ann Lake",),
    )
    assert (ferns.title, ferns.identifier, ferns.authors) == ("Ferns", "2412.00002", ("Ben Pond",))
    assert [(part.label, part.text) for part in moss.sections] == [
        ("", "It sleeps | and wakes."),
        *told,
    ]


def test_headings_of_sections_may_have_their_address_anywhere(lost_words):
    text = (
        f"## Daily Papers (2024-12-05)\n\n### [Moss in Winter]({MOSS})\n\nVote: 7\n\n"
        f"#### Method\n\nA lamp.\n\n#### More about it\n\nSnow.\n\n"
        f"### 2. Ferns: A Survey ({FERN})\n\nVote: -\n\n"
        "### Stones\n\n[Paper](https://huggingface.co/papers/2412.00003)\n\n- plain.\n\n"
        "### 🚀 **Sand** [arXiv](https://arxiv.org/abs/2412.00004)\n\narXiv: 2412.00009\n\n"
        "### Loam\n**Authors:** Ann\n**Link:** [hf](https://arxiv.org/abs/2412.00006)\n\n"
        "### Clay\n*Ann Lake*\n\narXiv: 2412.00005\n"
    )
    digest = read_digest(text, "a.md")
    assert digest.family is Family.DAILY_SECTIONS
    assert [(entry.title, entry.identifier) for entry in digest.entries] == [
        ("Moss in Winter", "2412.00001"),
        ("Ferns: A Survey", "2412.00002"),
        ("Stones", "2412.00003"),
        ("Sand", "2412.00004"),
        ("Loam", "2412.00006"),
        ("Clay", "2412.00005"),
    ]
    assert digest.entries[0].votes == 7
    assert [(part.label, part.text) for part in digest.entries[0].sections] == [
        ("Method", "A lamp.\n\n#### More about it\n\nSnow.")
    ]
    assert set(lost_words(text, "a.md")) <= {"2", "Paper"}
