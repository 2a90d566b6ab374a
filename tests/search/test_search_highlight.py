"""Matches are lit where they are, in any text."""

import pytest
from shelves import Shelf, entry

from paperreader.search import Terms, parse, snippet


def lit(query: str, text: str) -> list[str]:
    terms = Terms.of(parse(query).words)
    return [text[start:end] for start, end in terms.spans(text)]


@pytest.mark.parametrize(
    ("query", "text", "expected"),
    [
        ("models are", "A model, remodelled; Models!", ["model", "Models"]),
        ("확산 x", "이 확산모델은 확산을 확인", ["확산", "확산"]),
        ("모델을 x", "확산모델은", ["모델"]),
        ("bjorn x", "Björn and Bjørk", ["Björn"]),
        ("gpt4o x", "GPT-4o, gpt-4", ["GPT-4o"]),
        ("text-to-image x", "text to image, image to text", ["text to image"]),
        ("LLM x", "LLM을 LLMs", ["LLM", "LLMs"]),
        ("diff", "Diffusion differs; a riff", ["Diff", "diff"]),
        ("the", "the theory", []),
        ("", "nothing asked", []),
    ],
)
def test_spans(query: str, text: str, expected: list[str]) -> None:
    assert lit(query, text) == expected


def test_found_words_are_lit_also_when_misspelt(shelf: Shelf) -> None:
    found = shelf.finder.find("harbuor")
    assert found.terms.spans("The Harbour") == [(4, 11)]


def test_words_that_must_not_be_there_are_not_lit(shelf: Shelf) -> None:
    found = shelf.finder.find("diffusion -rumours")
    assert found.terms.spans("rumours") == []


def test_phrases_are_lit_as_a_whole(shelf: Shelf) -> None:
    found = shelf.finder.find('"diffusion of rumours"')
    assert found.terms.spans("Diffusion of rumours, diffusion") == [(0, 20)]


def test_a_snippet_shows_the_words_within_its_width(shelf: Shelf) -> None:
    found = shelf.finder.find("generated")
    paper = shelf.library.paper(found.numbers[0])
    assert paper is not None
    for width in (10, 20, 30, 80):
        passage = snippet(paper, found.terms, width)
        assert len(passage) <= width
        assert "\n" not in passage
    assert "generated" in snippet(paper, found.terms, 30)


def test_a_passage_is_looked_for_in_the_beginning_of_an_endless_section(shelf: Shelf) -> None:
    endless = entry("Endless Tides", "water " * 5_000 + "harbour", identifier="2412.00099")
    shelf.add([endless], "endless.md")
    paper = shelf.library.paper(shelf.library.number_of("2412.00099") or 0)
    assert paper is not None
    assert snippet(paper, Terms.of(parse("harbour x").words), 30).startswith("Summary")
