"""What the reader wrote in notes is found, at once and together with the papers."""

import pytest
from shelves import PAPERS, Shelf

from paperreader.library import Change, Library
from paperreader.search import snippet

NOTE = "Compare with the kitchen baseline: ask Ingrid about *pretrained* buoys. 등대 실험을 다시."


@pytest.fixture(params=["indexed", "unindexed"])
def noted(new_shelf, request) -> Shelf:
    """The made-up papers; Tideway has a note."""
    shelf: Shelf = new_shelf()
    shelf.add(PAPERS)
    if request.param == "indexed":
        shelf.finder.update()
    note(shelf, "Tideway", NOTE)
    return shelf


def note(shelf: Shelf, title: str, text: str | None) -> None:
    rows = shelf.library.rows(shelf.library.select())
    number = next(row.number for row in rows if row.title.startswith(title))
    shelf.library.mark([number], Change("note", text))


@pytest.mark.parametrize(
    "query",
    [
        "kitchen",
        "baselines",
        "kitchen diffusion",
        "pretrain",
        "ingri",
        '"ask ingrid"',
        "note:kitchen",
        'note:"kitchen baseline"',
        "note:ingr",
        "등대",
        "등대실험을",
        "실험은",
        "note:등대를 harbour",
        "kitchen -rumours",
        "has:note kitchen",
    ],
)
def test_a_paper_is_found_by_its_note(noted: Shelf, query: str) -> None:
    if noted.finder.behind() and query == "등대실험을":
        pytest.skip("compounds are cut by the index only")
    assert noted.titles(query)[0] == "Tideway"


@pytest.mark.parametrize("query", ["note:harbour", "title:kitchen", "text:ingrid", "a:ingrid"])
def test_a_field_is_that_field_only(noted: Shelf, query: str) -> None:
    found = noted.finder.find(query)
    assert not (found.numbers and found.is_exact)


def test_what_a_note_has_can_be_unwanted(noted: Shelf) -> None:
    assert noted.titles("diffusion -kitchen") == ["Slow"]
    assert noted.titles("diffusion -note:kitchen") == ["Slow"]


def test_a_misspelt_word_of_a_note_is_found_and_spelt_right(new_shelf) -> None:
    shelf: Shelf = new_shelf()
    shelf.add(PAPERS)
    shelf.finder.update()
    note(shelf, "Slow", NOTE)
    assert shelf.titles("kithcen") == ["Slow"]
    assert shelf.finder.find("kithcen").suggestion == "kitchen"


def test_notes_are_searched_as_they_are_now(noted: Shelf, new_shelf) -> None:
    other: Library = new_shelf().library
    note(noted, "Slow", "A lantern.")
    assert noted.titles("lantern") == ["Slow"]
    other.undo()
    assert not noted.titles("lantern")
    other.redo()
    assert noted.titles("lantern") == ["Slow"]
    note(noted, "Slow", "A candle in the kitchen.")
    assert not noted.titles("lantern")
    assert set(noted.titles("kitchen")) == {"Tideway", "Slow"}
    note(noted, "Tideway", None)
    assert noted.titles("kitchen") == ["Slow"]


def test_a_list_of_papers_by_their_notes(noted: Shelf) -> None:
    where = noted.finder.where("kitchen OR note:nothing")
    assert noted.library.select(where) == list(noted.finder.find("kitchen").numbers)


def test_the_passage_is_that_of_the_note_and_says_so(noted: Shelf) -> None:
    found = noted.finder.find("kitchen diffusion")
    paper = noted.library.paper(found.numbers[0])
    assert paper is not None
    for width in (20, 60, 200):
        passage = snippet(paper, found.terms, width)
        assert len(passage) <= width
        assert passage.startswith("Note: ")
        assert "kitchen" in passage
    about = noted.finder.find("diffusion")
    assert not snippet(paper, about.terms, 60).startswith("Note: ")


@pytest.mark.parametrize(
    "query",
    ["thesis", "#thesis", "Thés", "Thesis lighthouses", "등대지기를", "to read", "-rumours thesis"],
)
def test_a_paper_is_found_by_the_words_of_its_tags(noted: Shelf, query: str) -> None:
    rows = noted.library.rows(noted.library.select())
    number = next(row.number for row in rows if row.title.startswith("Talking"))
    for tag in ("thesis", "등대지기", "to read"):
        noted.library.mark([number], Change(f"tag:{tag}", value=True))
    found = noted.finder.find(query)
    assert found.numbers == (number,)
    assert found.notes == ()
    assert noted.library.select(noted.finder.where(query)) == [number]


def test_a_tag_that_was_taken_away_finds_nothing(noted: Shelf) -> None:
    (number, *_) = noted.library.select()
    noted.library.mark([number], Change("tag:thesis", value=True))
    assert noted.finder.find("thesis").numbers == (number,)
    assert noted.finder.find("title:thesis").numbers == ()
    noted.library.undo()
    assert noted.finder.find("thesis").numbers == ()
