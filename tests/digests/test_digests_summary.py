"""Structured summaries become sections with harmonised labels; none is invented."""

from __future__ import annotations

import pytest

from paperreader.digests.labels import harmonised
from paperreader.digests.summary import summary_sections

FIVE = ["Summary", "Objective", "Method", "Results", "Implication"]
NUMERALS = ("i)", "ii)", "iii)", "iv)", "v)")


def numbered(*parts: str) -> str:
    return "  ".join(f"{numeral} {part}" for numeral, part in zip(NUMERALS, parts, strict=False))


def labels(text: str) -> list[str]:
    return [part.label for part in summary_sections(text)]


def letters(text: str) -> str:
    return "".join(filter(str.isalnum, text))


BARE = numbered(
    "Snails are sorted by speed.", "The main objective is to find the slowest.",
    "The key methodology involves a stopwatch.", "Primary results show that all are slow.",
    "For AI practitioners, patience pays.",
)  # fmt: skip
PLAIN = numbered(
    "1-line summary: Snails are sorted.", "Key research question/objective: Which is slowest?",
    "Key methodology used: A stopwatch.", "Primary results: All are slow.",
    "Principal implication for AI practitioners: Be patient.",
)  # fmt: skip
BOLD = numbered(
    "Snails are sorted.", "**Main research question or objective:** Which?", "**Method:** A watch.",
    "**Primary results:** Slow.", "AI engineers can wait.",
)  # fmt: skip
INSIDE = (
    "**i) 1-line summary:** Snails. **ii) Key question:** Which? **iii) Key approach:** A watch."
)
MARKDOWN = "1. **Summary:** Snails.\n2. **Main findings:** Slow.\n3. **Key implication:** Wait."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (BARE, FIVE),
        (PLAIN, FIVE),
        (BOLD, FIVE),
        (INSIDE, FIVE[:3]),
        (MARKDOWN, ["Summary", "Results", "Implication"]),
        (f"Here is a summary of the snails following your guidelines: {BARE}", FIVE),
    ],
)
def test_known_shapes(text, expected):
    parts = summary_sections(text)
    assert [part.label for part in parts] == expected
    assert letters("".join(part.verbatim for part in parts)) == letters(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (numbered("Snails crawl.", "Slugs crawl.", "Worms too.", "All do.", "So what?"), [""] * 5),
        (numbered("Snails crawl.", "The goal is a race.", "Worms.", "All do.", "So what?"),
         ["", "Objective", "", "", ""]),
        (numbered("The results are in.", "The key method is a watch.", "The goal is a race.", "And",
                  "so on."), ["Results", "Method", "Objective", "", ""]),
        (numbered("Snails crawl.", "Primary results show that slugs do."), ["", "Results"]),
        ("Snails crawl in class i) and ii) alike.", [""]),
        ("Snails crawl. The key methodology involves a stopwatch.", [""]),
    ],
)  # fmt: skip
def test_no_label_is_invented(text, expected):
    assert labels(text) == expected


def test_the_words_of_a_part_stay_with_it():
    objective = summary_sections(BARE)[1]
    assert (objective.lead, objective.text) == ("ii)", "The main objective is to find the slowest.")


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("Key research question/objective", "Objective"),
        ("Main Research Goal or Question:", "Objective"),
        ("Primary findings", "Results"),
        ("Key experimental results", "Results"),
        ("Proposed method", "Method"),
        ("Brief summary in one sentence", "Summary"),
        ("Principal implication for AI engineers", "Implication"),
        ("Implications for the moon", None),
        ("Summary of changes", None),
        ("Question time", None),
    ],
)
def test_labels_have_one_name(label, name):
    assert harmonised(label) == name
