"""Digests of no known family: each paper by its title, its identifier and its own text."""

from __future__ import annotations

import pytest

from paperreader.digests import read_digest

MOSS, FERN = "https://arxiv.org/abs/2412.00001", "https://arxiv.org/abs/2412.00002"
BOTH = [("Moss in Winter", "2412.00001"), ("Ferns: A Survey", "2412.00002")]
LAYOUT = {
    "1", "2", "a", "b", "br", "href", "td", "tr", "table", "pdf", "md", "moss", "ferns", "Paper",
    "Title", "PDF", "Link", "ID", "Authors", "标题", "论文标题", "日期", "链接",
    "arXiv链接", "论文ID",
}  # fmt: skip

BARE = [
    "- [2412.00001] Moss in Winter\n- [2412.00002] Ferns: A Survey\n",
    "- Moss in Winter [2412.00001]\n- Ferns: A Survey (2412.00002)\n",
    "- `2412.00001` **Moss in Winter** - snow.\n- `2412.00002` **Ferns: A Survey**\n",
    "- **Moss in Winter** (2412.00001): snow.\n- **Ferns: A Survey** [2412.00002] green.\n",
    "- [2412.00001 — Moss in Winter](moss.md)\n- [2412.00002 — Ferns: A Survey](ferns.md)\n",
    "[2412.00001] Moss in Winter\n\nIt sleeps.\n\n[2412.00002] Ferns: A Survey\n\nGreen.\n",
    "## Moss in Winter\n\n- **ID**: 2412.00001\n\n"
    "## Ferns: A Survey\n\n- **arXiv ID**: 2412.00002\n",
    "1. 题目：Moss in Winter\n   论文ID：2412.00001\n\n"
    "2. 题目：Ferns: A Survey\n   论文ID：2412.00002\n",
    "#### [Moss in Winter](moss.md)\n\n<span>arXiv 2412.00001</span>\n\nIt sleeps.\n\n"
    "#### [Ferns: A Survey](ferns.md)\n\n<span>arXiv 2412.00002</span>\n",
    "1. [Moss in Winter](/2024/2412.00001v1-moss)\n2. [Ferns: A Survey](../2412.00002.md)\n",
    "| 论文标题 | 日期 | arXiv链接 |\n|--|--|--|\n"
    "| Moss in Winter | 2024-12-01 | 2412.00001 |\n| Ferns: A Survey | 2024-12-02 | 2412.00002 |\n",
]


@pytest.mark.parametrize("text", BARE)
def test_identifiers_without_an_address(text, lost_words):
    assert papers_of(text) == BOTH
    assert set(lost_words(f"# 2024-12-05\n\n{text}", "a.md")) <= LAYOUT | {"2024", "12", "01", "02"}


def papers_of(text):
    digest = read_digest(f"# 2024-12-05\n\n{text}", "a.md")
    assert not digest.problems
    return [(entry.title, entry.identifier) for entry in digest.entries]


@pytest.mark.parametrize(
    "text",
    [
        "The model of 2023 costs 2412.00001 dollars.\n",
        "- It (2412.00001) follows what is known.\n",
        "- see issues/1234567\n",
        "| Year | Dollars |\n|--|--|\n| 2024 | 2413.00001 |\n",
    ],
)
def test_numbers_in_sentences_are_no_papers(text):
    assert read_digest(text, "a.md").entries == ()


APART = [
    f"**Moss in Winter**\n\nAnn Lake\n\nIt sleeps.\n\n{MOSS}\n\n"
    f"**Ferns: A Survey**\n\n[arXiv]({FERN})\n\nGreen.\n",
    f"**1. Moss in Winter**\n\nLink: {MOSS}\n\n**2. Ferns: A Survey**\n\nLink: {FERN}\n",
    f"Moss in Winter\n\n{MOSS}\n\nIt sleeps.\n\nFerns: A Survey\n\n{FERN}\n\nGreen.\n",
    f"<details><summary>Moss in Winter</summary>\n\n{MOSS}\n\nIt sleeps.\n\n</details>\n\n"
    f'<details>\n<summary><b>Ferns: A Survey</b> <a href="{FERN}">pdf</a></summary>\n\n'
    "Green.\n\n</details>\n",
    f"> [!note] Moss in Winter\n> [arXiv]({MOSS})\n> It sleeps.\n\n"
    f"> [!note]- Ferns: A Survey\n> [arXiv]({FERN})\n",
    f"- **Moss in\n  Winter** [pdf]({MOSS})\n- [Ferns:\n  A Survey]({FERN})\n",
    f"- [[Moss in Winter]] ([arXiv]({MOSS}))\n- [[ferns|Ferns: A Survey]] ([arXiv]({FERN}))\n",
    f"#### 1. **[Moss in Winter]** (PDF: {MOSS})\n\n#### 2. **[Ferns: A Survey]** (PDF: {FERN})\n",
    f"**标题**: Moss in Winter\n**链接**: {MOSS}\n\n**标题**: Ferns: A Survey\n**链接**: {FERN}\n",
    f"<table>\n<tr><td>Moss in Winter</td><td><a href='{MOSS}'>pdf</a></td></tr>\n"
    f"<tr>\n  <td><b>Ferns: A Survey</b></td>\n  <td><a href='{FERN}'>pdf</a></td>\n</tr>\n"
    "</table>\n",
]


@pytest.mark.parametrize("text", APART)
def test_titles_apart_from_their_links(text, lost_words):
    assert papers_of(text) == BOTH
    assert set(lost_words(f"# 2024-12-05\n\n{text}", "a.md")) <= LAYOUT


HEADS = ["Paper", "标题", "논문 제목", "Title & Authors", "論文"]


@pytest.mark.parametrize("head", HEADS)
def test_rows_without_link_are_papers_beside_rows_with_one(head, lost_words):
    text = (
        f"| 日期 | {head} | Notes | Link |\n|--|--|--|--|\n"
        f"| 2024-12-01 | Moss in Winter | On Moss in Winter all is said. | [arXiv]({MOSS}) |\n"
        "| 2024-12-02 | **Stones** | no preprint | [site](https://stones.org) |\n"
        "| 2024-12-03 | [Sand](https://sand.org) | none | |\n"
        "| | **Part two** | | |\n"
        f"| 2024-12-04 | Ferns: A Survey | green | [arXiv]({FERN}) |\n"
    )
    digest = read_digest(text, "a.md")
    assert [(entry.title, entry.identifier, entry.period.name) for entry in digest.entries] == [
        ("Moss in Winter", "2412.00001", "2024-12-01"),
        ("Stones", None, "2024-12-02"),
        ("Sand", None, "2024-12-03"),
        ("Ferns: A Survey", "2412.00002", "2024-12-04"),
    ]
    assert digest.entries[0].sections[0].text == "On Moss in Winter all is said."
    days = {"2024", "12", "01", "02", "03", "04"}
    assert set(lost_words(text, "a.md")) <= LAYOUT | set(head.split()) | days


@pytest.mark.parametrize(
    "address",
    [
        "https://www.alphaxiv.org/abs/2412.00001", "https://alphaxiv.org/en/overview/2412.00001v2",
        "https://www.semanticscholar.org/arxiv/2412.00001", "https://papers.cool/arxiv/2412.00001",
        "https://www.arxiv-vanity.com/papers/2412.00001/", "https://scirate.com/arxiv/2412.00001",
        "https://arxiv.org/html/2412.00001v2", "https://hf.co/papers/2412.00001#community",
        "https://www.emergentmind.com/papers/2412.00001", "https://arxiv.org/pdf/2412.00001v2.pdf",
    ],
)  # fmt: skip
def test_addresses_of_papers(address):
    assert papers_of(f"- [Moss in Winter]({address})\n") == BOTH[:1]


MAIL = r"""Submissions to:
Vision
 received from  Mon  2 Dec 24 19:00:00 GMT
------------------------------------------------------------------------------
\\
arXiv:2412.00001
Date: Mon, 2 Dec 2024 08:00:00 GMT   (512kb,D)

Title: Moss in
  Winter
Authors: Ann Lake (1), Ben Pond and
  Cy Hill ((1) Woods)
Comments: 5 pages
\\
  It sleeps: as
does snow.
\\ ( https://arxiv.org/abs/2412.00001 ,  512kb)
------------------------------------------------------------------------------
\\
arXiv:2412.00002 (*cross-listing*)
Date: Tue, 3 Dec 2024 09:00:00 GMT   (99kb)

Title: Ferns: A Survey
Authors: Di Oak
\\
  Green.
%%--%%--%%
""".replace("\\\\\\\\", "\\\\")


def test_mails_of_arxiv(lost_words):
    digest = read_digest(MAIL, "mail.txt")
    moss, fern = digest.entries
    assert [(each.title, each.identifier) for each in digest.entries] == BOTH
    assert [each.period.name for each in digest.entries] == ["2024-12-02", "2024-12-03"]
    assert moss.authors == ("Ann Lake", "Ben Pond", "Cy Hill")
    assert (moss.sections[0].label, moss.sections[0].text.split("\n")[:2]) == (
        "Abstract",
        ["It sleeps: as", "does snow."],
    )
    assert [each.line for each in digest.entries] == [6, 20]
    assert any("cross-listing" in part.text for part in fern.sections)
    assert set(lost_words(MAIL, "mail.txt")) <= {"arXiv", "2412", "00002", "Title", "and"}


FRONT = """---
title: "Moss in Winter"
date: 2024-12-05
authors:
  - Ann Lake
  - Ben Pond
tags: [moss, snow]
arxiv_id: "2412.00001"
---

# Moss in Winter

## Abstract

It sleeps.
"""


def test_front_matter_of_one_paper():
    (entry,) = read_digest(FRONT, "moss.md").entries
    assert (entry.title, entry.identifier) == BOTH[0]
    assert entry.authors == ("Ann Lake", "Ben Pond")
    assert entry.period.name == "2024-12-05"
    parts = {part.label: part.text for part in entry.sections}
    assert (parts["Tags"], parts["Abstract"]) == ("[moss, snow]", "It sleeps.")


def test_front_matter_of_a_list_gives_the_day():
    text = f"---\ntitle: Reading\ndate: 2024-12-05\n---\n\n## [Moss in Winter]({MOSS})\n\nSnow.\n"
    (entry,) = read_digest(text, "a.md").entries
    assert (entry.title, entry.period.name) == ("Moss in Winter", "2024-12-05")


def test_an_english_heading_is_the_title_over_the_link_of_a_translation(lost_words):
    text = (
        f"## Moss in Winter\n[冬天的苔藓]({MOSS})\n\n睡觉。\n\n"
        f"## Ferns: A Survey\n [蕨]({FERN})\n\n绿色。\n"
    )
    assert papers_of(text) == BOTH
    assert not lost_words(text, "a.md")
    topic = f"## Plants\n[Moss in Winter]({MOSS})\n\n[Ferns: A Survey]({FERN})\n"
    assert papers_of(topic) == BOTH


def test_titles_between_rules_may_wrap():
    text = (
        f"--- 1. Moss in Winter ---\nLink: {MOSS}\n\n## Abstract\nSnow.\n\n"
        f"--- 2. Ferns:\n  A Survey ---\nLink: {FERN}\n\n## Abstract\nGreen.\n"
    )
    assert papers_of(text) == BOTH
    entry = read_digest(text, "a.md").entries[1]
    assert [(part.label, part.text) for part in entry.sections][-1] == ("Abstract", "Green.")


def test_papers_of_a_list_under_a_paper_are_their_own():
    text = (
        f"### Moss in Winter\n- **Link**: {MOSS}\n- **Authors**: Ann Lake\n\n"
        f"- [2024/12] **Ferns: A Survey** *Ben Pond* [[arXiv]({FERN})]\n"
    )
    moss, fern = read_digest(text, "a.md").entries
    assert [(each.title, each.identifier) for each in (moss, fern)] == BOTH
    assert "[2024/12]" in fern.sections[0].text


def test_a_title_above_the_authors_is_the_one_that_stands_out():
    text = (
        f"**Moss in Winter**\n\nAnn Lake\n\n{MOSS}\n\nIt sleeps!\n\n"
        f"Ferns: A Survey\n{FERN}\n\nGreen.\n"
    )
    assert papers_of(text) == BOTH


def test_a_column_called_paper_may_hold_links_alone():
    text = (
        "| Method | Venue | Paper |\n|--|--|--|\n"
        f"| [Moss in Winter]({MOSS}) | GardenConf | [arXiv]({MOSS}) |\n"
        f"| Ferns: A Survey | GardenConf | [arXiv]({FERN}) |\n"
    )
    assert papers_of(text) == BOTH


SEVERAL = [
    f"- Plants: [Moss in Winter]({MOSS}) and [Ferns: A Survey]({FERN}) together.\n",
    f"- [Moss in Winter]({MOSS}), [Ferns: A Survey]({FERN})\n",
    f"This week [Moss in Winter]({MOSS}) sleeps, while [Ferns: A Survey]({FERN}) don't.\n",
    f"| Topic | Papers |\n|--|--|\n| a | [Moss in Winter]({MOSS}); [Ferns: A Survey]({FERN}) |\n",
]


@pytest.mark.parametrize("text", SEVERAL)
def test_several_papers_in_one_place(text):
    assert papers_of(text) == BOTH


def test_papers_that_a_text_only_refers_to_are_not_listed():
    text = f"- [Moss in Winter]({MOSS}) - it goes beyond [Ferns: A Survey]({FERN}).\n"
    assert papers_of(text) == BOTH[:1]


@pytest.mark.parametrize(
    ("said", "votes"),
    [
        ("(⬆️ 55)", 55),
        ("👍 12 · Ann Lake", 12),
        ("- **Source**: trending, ⬆ 287", 287),
        ("**Upvotes:** 42", 42),
        ("7 upvotes", 7),
        ("it grew by ▲ 3.5 and has 40 votes", None),
    ],
)
def test_votes_beside_the_title(said, votes):
    text = f"## [Moss in Winter]({MOSS})\n\n{said}\n"
    assert read_digest(text, "a.md").entries[0].votes == votes


def test_a_title_under_metadata():
    text = (
        "# Notes on Moss\n\n## Metadata\n- **arXiv ID**: 2412.00001\n- **Title**: Moss in Winter\n"
        "- **Authors**: Ann Lake\n\n## Method\n\nA lamp.\n"
    )
    (entry,) = read_digest(text, "a.md").entries
    assert (entry.title, entry.identifier, entry.authors) == (*BOTH[0], ("Ann Lake",))
    assert "Notes on Moss" in entry.sections[0].text


def test_names_in_italics_under_a_title_are_authors(lost_words):
    text = f"### [1] [Moss in Winter]({MOSS})\n*Ann Lake,Ben Pond*\n\n*Not a name: this.*\n"
    (entry,) = read_digest(text, "a.md").entries
    assert entry.authors == ("Ann Lake", "Ben Pond")
    assert set(lost_words(text, "a.md")) <= {"1"}


def test_tables_in_the_text_of_a_paper_keep_their_heads(lost_words):
    text = f"## [Moss in Winter]({MOSS})\n\n| Metric | Score |\n|---|---|\n| snow | 3 |\n"
    (entry,) = read_digest(text, "a.md").entries
    assert entry.sections[0].text == "| Metric | Score |\n|---|---|\n| snow | 3 |"
    assert not lost_words(text, "a.md")


def test_rows_of_html_tables_have_their_columns(lost_words):
    text = (
        "<table>\n<tr><th>#</th><th>题目</th><th>Notes</th><th></th></tr>\n"
        f'<tr><td>1</td><td><a href="{MOSS}">Moss in Winter</a></td><td>snow</td><td></td></tr>\n'
        '<tr>\n  <td>2</td>\n  <td><a href="./ferns.html">Ferns: A Survey</a></td>\n'
        '  <td>green</td>\n  <td><b data-arxiv-id="2412.00002v1"></b></td>\n</tr>\n</table>\n'
    )
    assert papers_of(text) == BOTH
    for entry, said in zip(read_digest(text, "a.md").entries, ("snow", "green"), strict=True):
        assert (entry.sections[0].label, entry.sections[0].text) == ("Notes", said)
    markup = {"th", "html", "题目", "data", "arxiv", "id", "2412", "00002v1"}
    assert set(lost_words(text, "a.md")) <= LAYOUT | markup


def test_pictures_are_no_titles():
    badge = "[![Star](https://a.b/s.svg)](https://github.com/a/b)"
    text = f"| Title | Links |\n|--|--|\n| {badge} <br> [Moss in Winter]({MOSS}) | x |\n"
    assert papers_of(text) == BOTH[:1]


def test_rows_without_a_head_have_their_day():
    text = f"|**2019-08-07**|**Moss in Winter**|Ann Lake et.al.|[2412.00001]({MOSS})|null|\n"
    (entry,) = read_digest(f"## Updated on 2026.04.26\n\n{text}", "a.md").entries
    assert (entry.title, entry.period.name) == ("Moss in Winter", "2019-08-07")


@pytest.mark.parametrize("label", ["", "**Upvotes**: 2\n\n- **What's New**: Snow.\n"])
def test_brackets_in_titles_are_kept(label, lost_words):
    titles = [("[Re] Moss in Winter", "2412.00001"), BOTH[1]]
    text = (
        f"### [Re] Moss in Winter\n[paper]({MOSS})\n\n{label}\n"
        f"### [Ferns: A\n  Survey]({FERN})\n\n{label}"
    )
    assert papers_of(text) == titles
    beside = text.replace("Winter\n[", "Winter [")
    assert papers_of(beside) == titles
    assert lost_words(text, "a.md").keys() <= {"Upvotes"}
    assert lost_words(beside, "a.md").keys() <= {"Upvotes"}
    cells = f"| [[Re] Moss in Winter]({MOSS}) | Ann Lake | Snow. |\n"
    table = f"| Title | Authors | Summary |\n|---|---|---|\n{cells}"
    assert papers_of(table) == titles[:1]


def test_headings_that_are_labels_of_the_titles_under_them(lost_words):
    text = "# New submissions for Thu,  5 Dec 24\n## Keyword: snow\n" + "".join(
        f"### Title:\n          {title}\n - **Authors:** Ann Lake, Ben Pond\n"
        f" - **Subjects:** Subjects:\nBotany (q-bio)\n - **Arxiv link:** {link}\n"
        f" - **Pdf link:** {link.replace('abs', 'pdf')}\n - **Abstract**\n It sleeps.\n"
        for (title, _), link in zip(BOTH, (MOSS, FERN), strict=True)
    )
    assert papers_of(text) == BOTH
    moss, fern = read_digest(text, "2024-12-05-daily.md").entries
    assert moss.authors == fern.authors == ("Ann Lake", "Ben Pond")
    assert moss.heading == fern.heading == "Keyword: snow"
    assert [part.text for part in fern.sections if part.label == "Abstract"] == ["It sleeps."]
    assert lost_words(text, "a.md").keys() <= {"Title", "Authors"}


def test_rules_between_papers_are_no_text():
    moss = f"### [Moss in Winter]({MOSS})\n\n**Abstract:**\n\nSnow.\n\n---\n\n"
    text = f"{moss}### [Ferns: A Survey]({FERN})\n"
    (part,) = read_digest(text, "a.md").entries[0].sections
    assert (part.label, part.text) == ("Abstract", "Snow.")
