"""Each family with its variations."""

from __future__ import annotations

from datetime import date

import pytest

from paperreader.digests import read_digest
from paperreader.digests.model import Family, LinkKind, Precision


def labels(entry):
    return [section.label for section in entry.sections]


def urls(entry, kind):
    return [link.url for link in entry.links if link.kind is kind]


def test_daily_table(digest_of):
    digest = digest_of("table.md")
    assert (digest.family, digest.problems) == (Family.DAILY_TABLE, ())
    assert [entry.title for entry in digest.entries] == [
        "Sorting Pebbles by Weight",
        "A Long Title that Wraps over Two Lines",
        "Bars | in Titles",
        "No Link at All",
        "Links in a Column",
    ]
    ids = ["2503.00001", "2503.00002", "2503.00003", None, "2503.00005"]
    assert [entry.identifier for entry in digest.entries] == ids
    assert digest.entries[0].authors == ("Ada Stone", "pebbler42")
    assert digest.entries[3].authors == ("Di Oak", "Ed Ash")
    assert [entry.period.first.day for entry in digest.entries] == [11, 11, 11, 11, 12]
    assert [entry.line for entry in digest.entries] == [8, 9, 11, 12, 18]


def test_cells_with_bars_stay_whole(digest_of):
    assert digest_of("table.md").entries[2].sections[0].text == (
        "The norm |x| and the pipe | survive."
    )


def test_machine_summaries_become_sections(digest_of):
    parts = digest_of("table.md").entries[1].sections
    assert [part.label for part in parts] == [
        "Summary",
        "Objective",
        "Method",
        "Results",
        "Implication",
    ]
    assert parts[0].lead.startswith("Here is a concise summary of the paper")
    assert parts[0].lead.endswith("i) **1-line summary:**")
    assert parts[0].text == "Lines wrap."
    assert parts[2].text == "We asked 12 of them: six (i) at home, six (ii) outside."


def test_no_label_is_invented(digest_of):
    parts = digest_of("table.md").entries[3].sections
    assert [(part.label, part.lead, part.text) for part in parts] == [
        ("", "i)", "Trees are counted."),
        ("", "ii)", "The forest is large."),
    ]
    assert labels(digest_of("table.md").entries[4]) == [""]


def test_daily_sections(digest_of):
    digest = digest_of("sections.md")
    assert (digest.family, digest.language, digest.problems) == (Family.DAILY_SECTIONS, "ko", ())
    first, second, third = digest.entries
    assert first.title == "I Can't Say: Answers with an [IDK] Stone"
    assert (first.votes, first.authors) == (1234, ("Gil Rock", "Hana Kim"))
    assert second.title == "A Title on Two Lines"
    assert (second.votes, second.authors) == (None, ("Ida Clay", "Jo O'Sand"))
    assert third.identifier == "2406.00003"
    assert {entry.period.first for entry in digest.entries} == {date(2024, 6, 28)}


def test_sections_have_their_labels_and_lists(digest_of):
    entry = digest_of("sections.md").entries[0]
    names = ["What's New", "Technical Details", "Performance Highlights", "Conclusion"]
    assert labels(entry)[:4] == names
    assert entry.sections[1].text.split("\n") == [
        "두 단계로 이루어집니다.",
        "1. 돌을 줍습니다.",
        "2. 돌을 던집니다.",
        "   - 멀리 던집니다.",
    ]


def test_pictures_videos_and_code_are_links(digest_of):
    first, second, _ = digest_of("sections.md").entries
    assert len(urls(first, LinkKind.IMAGE)) == 1
    assert urls(second, LinkKind.VIDEO) == ["https://example.org/clip.mp4"]
    assert urls(second, LinkKind.CODE) == ["https://github.com/stones/code"]
    assert labels(second) == [""]


def test_what_stands_around_the_papers_is_folded(digest_of):
    entries = digest_of("sections.md").entries
    assert "for people who like them" in entries[0].sections[-1].lead
    assert "Everybody may copy" in entries[-1].sections[-1].lead
    assert entries[0].sections[-1].text == entries[-1].sections[-1].text == ""


def test_weekly_notes(digest_of):
    digest = digest_of("notes.md")
    assert (digest.family, digest.problems) == (Family.WEEKLY_NOTES, ())
    assert (digest.period.first, digest.period.precision) == (date(2024, 7, 1), Precision.MONTH)
    assert [(entry.title, entry.heading, entry.identifier) for entry in digest.entries] == [
        ("Weeding at Night", "Weeds", "2407.00001"),
        ("Rakes", "Weeds", "2407.00002"),
        ("No Words Yet", "Soil", None),
        ("Back Again", "Weeds", None),
    ]
    assert digest.entries[0].keywords == ("weeds", "lamps", "night")
    assert digest.entries[1].keywords == ("rake", "hoe")


def test_labelled_bullets_and_what_is_between_them(digest_of):
    parts = {part.label: part for part in digest_of("notes.md").entries[0].sections if part.label}
    assert list(parts) == ["Keypoints", "Objective", "Method", "Metric", "Summary"]
    assert parts["Method"].lead == "Methods:"
    assert parts["Method"].text == "- A lamp is lit.\n- Weeds are pulled:\n    - by hand"
    assert "$$\nw = \\frac{n}{h}\n$$" in parts["Metric"].text
    assert parts["Summary"].text == "It works."


def test_pictures_of_notes_stay_in_the_text_too(digest_of):
    rake = digest_of("notes.md").entries[1]
    assert urls(rake, LinkKind.IMAGE) == ["https://example.org/rake.png"]
    assert "rake.png" in next(part.text for part in rake.sections if part.label == "Pipeline")


def test_one_identifier_under_two_titles_joins_neither():
    line = r"[A][2024.7]\[[paper](https://arxiv.org/abs/2407.00001)\]"
    text = "\n".join(f"### {name}\n{line}\n- `Keypoints:` x\n" for name in ("One", "Two"))
    digest = read_digest(text, "n.md")
    assert [entry.identifier for entry in digest.entries] == [None, None]
    assert [problem.line for problem in digest.problems] == [1, 5]


def test_hf_daily(digest_of):
    first, second = digest_of("api.json").entries
    assert (first.title, first.identifier, first.votes) == ("Ferns in Winter", "2411.00001", 28)
    assert first.authors == ("Kai Fern", "Lea Moor")
    assert first.keywords == ("ferns", "winter")
    assert labels(first)[:2] == ["Summary", "Abstract"]
    assert first.sections[1].text == "Ferns freeze, but they thaw."
    assert first.period.first == date(2024, 11, 1)
    assert urls(first, LinkKind.CODE) == ["https://github.com/ferns/winter"]
    assert urls(first, LinkKind.PROJECT) == ["https://ferns.github.io"]
    assert urls(first, LinkKind.VIDEO) == ["https://example.org/fern.mp4"]
    assert (second.title, second.authors) == ("Printed Moss", ("Mo O'Dell",))
    assert second.sections[0].text == "It's green."
    assert (first.line, second.line) == (4, 20)


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ('{"error": "Too many requests"}', "Too many requests"),
        ('{"status": "ok"}', "ok"),
        ('{"a": 1}', "not an answer"),
        ("[]", "no papers found"),
        ('[{"title": 3}]', "1 of 1"),
        ('[{"paper": ', "not valid JSON"),
        ("[[1e999], {}]", "2 of 2"),
        ("[" * 50_000, "not valid JSON"),
    ],
)
def test_other_json_is_a_problem(text, what):
    digest = read_digest(text, "2024-11-01.json")
    assert digest.entries == ()
    assert what in digest.problems[0].what


def test_papers_in_a_status_object():
    text = '{"status": "ok", "data": {"papers": [{"id": "2411.00001", "title": "A"}]}}'
    entry = read_digest(text, "2024-11-02.json").entries[0]
    assert (entry.title, entry.period.first) == ("A", date(2024, 11, 2))


def test_any_markdown(digest_of):
    digest = digest_of("list.md")
    assert (digest.family, digest.problems) == (Family.ANY_MARKDOWN, ())
    assert [(entry.title, entry.identifier, entry.heading) for entry in digest.entries] == [
        ("Owls See [Everything] at Night", "2412.00001", "Birds"),
        ("Crows Count", "2412.00002", "Birds"),
        ("An old song", "cs/0112017", "Birds"),
        ("Swans", "2412.00003", "Birds"),
        ("Larks | Dawn", "2412.00005", None),
        ("Robins", "2412.00006", None),
    ]
    assert [entry.period.first.day for entry in digest.entries] == [5, 5, 5, 5, 6, 6]


def test_papers_of_any_markdown_have_their_text(digest_of):
    owls, crows, _, swans, larks, _ = digest_of("list.md").entries
    assert owls.sections[0].text.startswith("they do.")
    assert "second figure" in owls.sections[0].text
    assert "They count to four." in crows.sections[0].text
    assert swans.authors == ("Ann Lake", "Ben Pond")
    assert "in passing" in swans.sections[0].text
    assert urls(swans, LinkKind.ARXIV) == ["https://arxiv.org/html/2412.00003v1"]
    assert [(part.label, part.text) for part in larks.sections][:1] == [("Notes", "early")]
    assert larks.authors == ("Eva Hill",)


@pytest.mark.parametrize(
    "line",
    [
        "## On Cats (https://arxiv.org/abs/2505.00001)",
        "## On Cats - https://www.arxiv.org/pdf/2505.00001v2.pdf",
        "## On Cats <https://arxiv.org/abs/2505.00001>",
        "## On Cats (arXiv:2505.00001)",
        "## On Cats\n(https://arxiv.org/abs/2505.00001)",
        "## On Cats\n\nhttps://arxiv.org/abs/2505.00001",
        "1. On Cats\n   (https://arxiv.org/abs/2505.00001)",
    ],
)
def test_the_address_of_a_paper_is_no_text_of_it(line):
    indent = "   " if line[0] == "1" else ""
    (entry,) = read_digest(f"{line}\n\n{indent}They purr.\n", "a.md").entries
    assert (entry.title, entry.identifier) == ("On Cats", "2505.00001")
    assert [section.text for section in entry.sections] == ["They purr."]


@pytest.mark.parametrize("text", ["", "\n\n", "Just a letter.\n", "# Title\n\n- an item\n", "\x00"])
def test_a_text_without_papers_is_a_problem(text):
    digest = read_digest(text, "a.md")
    assert digest.entries == ()
    assert [problem.line for problem in digest.problems] == [1]
    assert "no papers found" in digest.problems[0].what


def test_a_row_without_a_title_is_kept_and_told():
    text = "| Title | Authors | Summary |\n|--|--|--|\n| | Nobody | Lost? |\n| A | B | C |\n"
    digest = read_digest(text, "a.md")
    assert [problem.line for problem in digest.problems] == [3]
    assert "Lost?" in digest.entries[0].sections[-1].lead


def test_a_title_without_end_is_cut_and_kept_as_text():
    title = "Endless tides " * 1000
    head = "## Papers for 2025-03-05\n\n| Title | Authors | Summary |\n|---|---|---|"
    digest = read_digest(f"{head}\n| {title} | A B | Tides. |\n", "a.md")
    (entry,) = digest.entries
    assert len(entry.title) < 1100
    assert entry.sections[0].text.split() == title.split()
    assert "a title of" in digest.problems[0].what
