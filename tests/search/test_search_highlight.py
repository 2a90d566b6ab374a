"""Matches are lit where they are, in any text."""

import pytest
from shelves import Shelf, entry

from paperreader.digests.model import Entry, Section
from paperreader.search import Finder, Terms, parse, passages, snippet
from paperreader.search.analysis import tokens, words


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
    assert snippet(paper, Terms.of(parse("harbour x").words), 30).startswith("water")


def passage(shelf: Shelf, query: str, width: int, *texts: str) -> str:
    """The passage of a paper that has these sections, called `What's New` each."""
    sections = tuple(Section("What's New", text) for text in texts)
    shelf.add([Entry("Tides", sections=sections, identifier="2412.00098")], "tides.md")
    paper = shelf.library.paper(shelf.library.number_of("2412.00098") or 0)
    assert paper is not None
    shown = snippet(paper, Terms.of(parse(query).words), width)
    assert sum(2 if "가" <= sign <= "힣" else 1 for sign in shown) <= width
    return shown


@pytest.mark.parametrize(
    ("query", "language", "begins"),
    [
        ("GPT-9", "en", "We"), ("GPT-9", "ko", "여기서"), ("GPT-9 kites", "ko", "여기서"),
        ("kites", "ko", "We"), ("물길", "en", "여기서"), ("GPT-9", "fr", "여기서"),
    ],
)  # fmt: skip
def test_a_passage_is_in_the_language_that_is_read(shelf, query, language, begins) -> None:
    for name, text in (("ko", "여기서 물길 GPT-9"), ("en", "We fly kites with GPT-9.")):
        one = entry("Tides", text, identifier="2412.00097", language=name)
        shelf.add([one], f"tides-{name}.md")
    paper = shelf.library.paper(shelf.library.number_of("2412.00097") or 0)
    assert paper is not None
    found = Terms.of(parse(query).words)
    assert snippet(paper, found, 60, language).startswith(begins)


def test_a_hash_sign_is_kept_where_it_makes_no_heading(shelf: Shelf) -> None:
    assert passage(shelf, "thesis", 40, "## For #thesis\nin C#") == "For #thesis in C#"


def test_what_a_section_is_called_is_no_part_of_a_passage(shelf: Shelf) -> None:
    text = "물길 모델에서 바람을 재고 돛을 고치며 등대의 불빛을 다시 켜는 길을 찾는다."
    assert passage(shelf, "모델 x", 40, text).startswith("물길 모델에서")
    assert "New" not in passage(shelf, "new x", 40, text)


def test_the_words_that_stand_together_win_over_those_apart(shelf: Shelf) -> None:
    far = "여러 등대로 간다. " * 6 + "한 배가 여러 등대로 간다. "
    shown = passage(shelf, "한 등대 x", 44, far + "바람이 자면 한 등대로 천천히 간다. " + far)
    assert "한 등대로" in shown


def test_a_passage_opens_at_a_word(shelf: Shelf) -> None:
    text = "waters of generation；harbour；" + "sand " * 20
    assert passage(shelf, "harbour x", 40, text).startswith("…harbour；")
    assert passage(shelf, "generation x", 30, text).startswith("…of generation；")


def test_the_passage_with_most_of_the_words_wins(shelf: Shelf) -> None:
    texts = ("water " * 20 + "tide tide tides " + "water " * 20, "sand " * 20 + "the moon and tide")
    assert passage(shelf, "tide moon x", 40, *texts).endswith("the moon and tide")


@pytest.mark.parametrize("width", [12, 20, 31, 44, 90])
def test_a_passage_has_its_words_within_the_cells_of_the_terminal(shelf: Shelf, width: int) -> None:
    text = "바람과 물을 따라 " * 8 + "등대 불빛이 " + "바람과 물을 따라 " * 8
    assert "등대" in passage(shelf, "등대 x", width, text)


@pytest.mark.parametrize(
    ("query", "text", "expected"),
    [
        ("dying x", "He was dying; they die, and dice", ["dying", "die"]),
        ("hoping x", "Hope it: they hoped, hop", ["Hope", "hoped"]),
        ("texttoimage x", "from text-to-image to text", ["text-to-image"]),
        ("pi0 x", "The π0 policy, pi0, pi", ["π0", "pi0"]),
        ("3 x", "llama3 and 13 of 3", ["3", "3"]),
        ("tower+ x", "a tower, a tower+", ["tower+"]),
        ("gpt x", "（ＧＰＴ） chatgpt GPT-4o", ["ＧＰＴ", "GPT"]),
    ],
)
def test_words_are_lit_however_they_are_written(query: str, text: str, expected: list[str]) -> None:
    assert lit(query, text) == expected


def test_words_that_only_a_title_has_are_in_no_passage(shelf: Shelf) -> None:
    found = shelf.finder.find("rumours")
    paper = shelf.library.paper(found.numbers[0])
    assert paper is not None
    assert passages.passage(paper, found.terms, 40) == ""
    assert snippet(paper, found.terms, 40).startswith("How hearsay")


@pytest.mark.parametrize(
    "text",
    ["A plain Title", "GPT-4o and C++ on 3D", "π0 by Łukasz, llama3's", "LLM을 쓰는 확산모델", ""],
)
def test_the_words_of_a_text_are_those_of_its_tokens(text: str) -> None:
    assert list(words(text)) == [(token.word, token.position) for token in tokens(text)]


def test_what_is_typed_letter_by_letter_is_found_as_at_once(shelf: Shelf) -> None:
    for query in ("diffusion step", "generated im", "lightho x", "diff gener"):
        for end in range(1, len(query) + 1):
            typed = shelf.finder.find(query[:end], as_you_type=True)
            fresh = Finder(shelf.library, shelf.directory)
            assert typed == fresh.find(query[:end], as_you_type=True)
            fresh.close()
