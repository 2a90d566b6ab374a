"""The query language understands every text as something."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from shelves import PAPERS, Shelf, entry

from paperreader.library import Change
from paperreader.library.filters import HasNote, Interest, OnTopic, Tagged, Votes
from paperreader.library.views import During, Every, Has, Mark, Not
from paperreader.search import Terms, parse
from paperreader.search.language import NOTHING_ASKED, without_unfinished

PIECES = st.sampled_from(
    ["(", ")", '"', "-", "OR", "||", ":", "a:", "date:", "date:2024-13", "votes:>", "is:",
     "is:unread", "title:", "확산", "ﬁ", "e\u0301", "\ud7ff", "*", "[", "]", "~2", "^3", "\\",
     "AND", "NOT", "the", "x", "GPT-4o", "2412.02687", "slug:", "\x00", " ", "  ", "\n",
     "π0", "+", "tower+"]
)  # fmt: skip
HOSTILE = st.one_of(st.text(max_size=40), st.lists(PIECES, max_size=14).map("".join),
                    st.lists(PIECES, max_size=14).map(" ".join))  # fmt: skip


@settings(max_examples=150)
@given(query=HOSTILE)
def test_no_query_raises_or_finds_nothing_in_silence(shelf: Shelf, query: str) -> None:
    found = shelf.finder.find(query)
    assert found.numbers or found.notes or not parse(query).text
    assert len(found.numbers) == len(found.scores) == found.total
    shelf.library.count(shelf.finder.where(query))
    Terms.of(parse(query).words).spans(query)


@settings(max_examples=80)
@given(query=HOSTILE)
def test_no_query_raises_without_an_index(unindexed: Shelf, query: str) -> None:
    assert len(unindexed.finder.find(query).numbers) <= 6


@pytest.mark.parametrize(
    "query", ["x " * 5000, "(" * 10_000, '"' * 10_000, "-" * 10_000, "a:" * 5000, "ab" * 5000,
              "OR " * 4000, "(a OR " * 2000, "확산" * 5000, ") " * 4000]
)  # fmt: skip
def test_long_pastes_are_answered(shelf: Shelf, query: str) -> None:
    assert len(parse(query).words) <= 16
    shelf.finder.find(query, as_you_type=True)


@pytest.mark.parametrize(
    ("query", "condition"),
    [
        ("date:2024", During(date(2024, 1, 1), date(2024, 12, 31))),
        ("d:2024-02", During(date(2024, 2, 1), date(2024, 2, 29))),
        ("date:2024-12-05", During(date(2024, 12, 5), date(2024, 12, 5))),
        ("date:2024-11..2025-01", During(date(2024, 11, 1), date(2025, 1, 31))),
        ("date:2024-11..", During(date(2024, 11, 1), None)),
        ("date:..2024-11", During(None, date(2024, 11, 30))),
        ("votes:>=20", Votes(">=", 20)),
        ("votes:7", Votes("=", 7)),
        ("is:unread", Not(Has(Mark.READ))),
        ("is:book", Has(Mark.BOOKMARKED)),
        ("is:noted", HasNote()),
        ("is:interesting", Interest(1)),
        ("is:dull", Interest(-1)),
        ("topic:image-generation", OnTopic("image-generation")),
        ("topic:강화학습", OnTopic("rl-alignment")),
        ('topic:"확산 모델"', OnTopic("diffusion")),
        ("topic:확", OnTopic("diffusion")),
        ("topic:없음", OnTopic("없음")),
        ('tag:"to read"', Tagged("to read")),
    ],
)
def test_fields_become_conditions(query: str, condition: object) -> None:
    parsed = parse(query)
    assert parsed.where == Every((condition,))
    assert parsed.text is None
    assert parsed.notes == ()


@pytest.mark.parametrize(
    ("query", "hint"),
    [
        ("date:yesterday", "2024-12"),
        ("date:2024-13", "2024-12"),
        ("votes:lots", "votes:>20"),
        ("is:wrong", "bookmarked"),
        ("has:wings", "code"),
        ("colour:red", "no field"),
        ("date:2024-12..2024-11", "write date:2024-11..2024-12"),
        ("author: kites", "right after the colon"),
    ],
)
def test_what_is_not_understood_is_said(query: str, hint: str) -> None:
    (note,) = parse(query).notes
    assert hint in note


@pytest.mark.parametrize(
    "query",
    ["is:un", "date:2", "date:2024-", "date:2024-1", "date:2024-11..", "date:2024-11..20",
     "d:2024/", "votes:>", "votes:5.", "votes:5..", "-date:20", "is:", "date:", "cat (date:20",
     "author:", "date:2024-12..2"],
)  # fmt: skip
def test_a_value_that_is_still_being_typed_is_not_remarked_upon(query: str) -> None:
    assert parse(without_unfinished(query)).notes == ()


@pytest.mark.parametrize("query", ["votes:>3", "votes:20", "date:2024", "d:2024-12", "is:un"])
def test_a_value_that_can_be_read_acts_while_it_is_typed(shelf: Shelf, query: str) -> None:
    typed = shelf.finder.find(f"diffusion {query}", as_you_type=True)
    assert typed.numbers == shelf.finder.find(f"diffusion {query} ").numbers
    assert not shelf.finder.waits_for_more(query)
    assert shelf.finder.remarks(query, as_you_type=True) == ()


@pytest.mark.parametrize(
    ("query", "what"),
    [
        ("kites votes:>", "votes: waits for a number, as in votes:>20"),
        ("d:2024-", "d: waits for a date, as in d:2024-12"),
        ("-author:", "author: waits for what to look for"),
        ("is:", "is: waits for one of unread read bookmarked"),
    ],
)
def test_what_a_value_waits_for_is_said(shelf: Shelf, query: str, what: str) -> None:
    (remark,) = shelf.finder.remarks(query, as_you_type=True)
    assert remark.startswith(what)


@pytest.mark.parametrize(
    "query", ["is:foo", "date:2024-13", "date:x", "votes:>x", "colour:r", "is:wrong date:20"]
)
def test_what_no_more_letters_can_mend_is_remarked_upon(query: str) -> None:
    assert len(parse(without_unfinished(query)).notes) == 1


@pytest.mark.parametrize("query", ["(", '""', "OR", "()", "*", "- ★", '"🤗"'])
def test_a_query_that_asks_for_nothing_says_so(shelf: Shelf, query: str) -> None:
    assert shelf.finder.find(query).total == shelf.library.count(Every()).total
    for notes in (shelf.finder.find(query).notes, shelf.finder.remarks(query)):
        assert notes == (NOTHING_ASKED,)
    assert shelf.finder.remarks(query, as_you_type=True) == ()
    assert shelf.finder.remarks(" ") == ()


UNCLEAR = ("is:raed", "is:???", "has:wings", "date:2024-13", "date:20-", "votes:>abc")


@pytest.mark.parametrize("query", UNCLEAR)
@pytest.mark.parametrize("around", ["{}", "-{}", "-({} OR lang:xx)", "{} is:unread", "kites {}"])
def test_a_filter_that_is_not_understood_never_widens(
    shelf: Shelf, query: str, around: str
) -> None:
    asked = around.format(query)
    assert shelf.library.count(shelf.finder.where(asked)).total == 0
    assert shelf.finder.find(asked).total == 0
    assert shelf.finder.remarks(asked)


@pytest.mark.parametrize("name", ["author", "topic", "tag", "note", "votes", "date", "is", "id"])
def test_a_field_without_a_value_asks_for_nothing_and_says_so(shelf: Shelf, name: str) -> None:
    found = shelf.finder.find(f"diffusion {name}:")
    assert found.numbers == shelf.finder.find("diffusion").numbers
    remark = f"{name}: lacks what to look for: write it right after the colon"
    assert shelf.finder.remarks(f"{name}: diffusion") == (remark,)
    assert shelf.finder.remarks(f"{name}:") == (remark, NOTHING_ASKED)
    assert shelf.finder.find(f"{name}:").total == len(PAPERS)


@pytest.mark.parametrize("query", ["date:2024-12..2024-11", "votes:>xx ", "kites is:raed"])
def test_of_a_filter_that_is_not_understood_no_more_is_said(shelf: Shelf, query: str) -> None:
    assert shelf.finder.find(query).notes == shelf.finder.remarks(query)
    assert len(shelf.finder.remarks(query)) == 1


@pytest.mark.parametrize(
    "query", ["id:2412.00005", "id:arXiv:2412.00005v2", "-id:2412.00003 lighthouses"]
)
def test_a_paper_is_found_by_its_id_alone(shelf: Shelf, query: str) -> None:
    assert shelf.titles(query) == ["Talking"]
    assert shelf.finder.find(query).notes == ()


def test_an_id_that_no_paper_has_finds_nothing_and_says_so(shelf: Shelf) -> None:
    found = shelf.finder.find("id:diffusion")
    assert found.numbers == ()
    assert found.notes == ("no paper has the id 'diffusion'",)


def test_the_words_of_a_filter_that_is_not_understood_are_found(new_shelf) -> None:
    shelf = new_shelf()
    shelf.add([entry("Raed Corpus"), entry("Reading")])
    shelf.finder.update()
    assert shelf.titles("is:raed") == ["Raed"]
    assert shelf.titles("reading OR is:raed") == ["Reading", "Raed"]


@pytest.mark.parametrize("query", ["date:2024-", "is:", "votes:>", "is:re", "lang:k", "kites d:20"])
def test_a_value_that_is_still_being_typed_empties_no_list(new_shelf, query: str) -> None:
    shelf = new_shelf()
    shelf.add([entry("Red Kites")])
    shelf.finder.update()
    is_waiting = shelf.finder.waits_for_more(query)
    assert is_waiting == (query not in {"is:re", "lang:k"})
    wanted = "kites" if "kites" in query else ""
    if is_waiting:
        typed = shelf.finder.find(query, as_you_type=True)
        assert typed.numbers == shelf.finder.find(wanted).numbers != ()


def test_a_tag_that_is_still_being_typed_empties_no_list(new_shelf) -> None:
    shelf = new_shelf()
    shelf.add([entry("Red Kites"), entry("Blue Kites")])
    shelf.finder.update()
    number, other = shelf.library.select()
    shelf.library.mark([number], Change("tag:to read", True), Change("tag:to", True))
    shelf.library.mark([other], Change("tag:today", True))
    for query in ("tag:t", "kites tag:toda", 'tag:"tod'):
        assert len(shelf.finder.find(query, as_you_type=True).numbers) == 2, query
        assert shelf.finder.find(query).numbers == (), query
        assert shelf.finder.waits_for_more(query)
        assert shelf.finder.remarks(query, as_you_type=True) == ("tag: waits for a whole tag",)
    assert shelf.finder.find("tag:to", as_you_type=True).numbers == (number,)
    assert shelf.finder.find("tag:x", as_you_type=True).numbers == ()


@pytest.mark.parametrize(
    ("query", "meant"),
    [
        ("is:raed", "is:read"),
        ("-IS:unred kites", "-IS:unread kites"),
        ("autor:tran has:vidoe", "author:tran has:video"),
        ("is:zzz", None),
        ("is:read", None),
        ("date:2024-13", None),
        ("tag:raed", None),
    ],
)
def test_what_was_probably_meant_is_suggested(shelf: Shelf, query: str, meant: str | None) -> None:
    assert shelf.finder.meant(query) == meant


def test_an_unknown_field_is_plain_text() -> None:
    assert [word.text for word in parse("colour:red").words] == ["colour", "red"]


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ('"an open quote', ["an", "open", "quote"]),
        ("(open paren", ["open", "paren"]),
        ("close paren)", ["close", "paren"]),
        ("f(x) = y", ["f(x)", "y"]),
        ("word OR", ["word"]),
        ("OR word", ["word"]),
        ("author:", []),
        ("Title: kites", ["kites"]),
        ("GLaM: efficient", ["GLaM:", "efficient"]),
        ("well-known", ["well-known"]),
        ("same same", ["same"]),
    ],
)
def test_queries_that_are_not_well_formed_are_words(query: str, words: list[str]) -> None:
    assert [word.text for word in parse(query).words] == words


def test_emptiness() -> None:
    for query in ("", "  ", '""', "()", "OR", "is:", "-author:"):
        assert parse(query).is_empty, query
    for query in ("x", "is:read", "-x", "is:raed", "date:2024-13"):
        assert not parse(query).is_empty, query
