"""Documents become papers, papers carry marks, and nothing of it is lost."""

from __future__ import annotations

import json
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from datetime import date

import pytest
from making import CLASSIFIER, add, document, notes, row

from paperreader.digests import read_digest
from paperreader.errors import LibraryError
from paperreader.library import Change, Document, Library
from paperreader.library.filters import FromSource, HasNote, InLanguage, OnTopic, Tagged, Votes
from paperreader.library.sources import listed_source
from paperreader.library.views import (
    Count,
    During,
    Either,
    Every,
    Has,
    InView,
    Mark,
    Not,
    Numbers,
    Sort,
    View,
    ViewKind,
)

UNREAD, ALL = View(ViewKind.UNREAD), View(ViewKind.ALL)


def test_importing_again_changes_nothing(filled):
    before = (filled.revision, list(filled.papers()))
    again = document(row("One", "2501.00001"), row("Two", "2501.00002"), row("Three", "2501.00003"))
    done = add(filled, again)
    assert (done.new, done.updated, done.unchanged) == (0, 0, 3)
    assert (filled.revision, list(filled.papers())) == before


def test_a_changed_text_replaces_its_own_entries_and_marks_stay(filled):
    number = filled.number_of("2501.00001")
    filled.mark([number], Change("bookmarked", True))
    add(filled, document(row("One, revised", "2501.00001")))
    assert filled.number_of("2501.00002") is None
    paper = filled.paper(number)
    assert (paper.row.title, paper.row.marks.bookmarked) == ("One, revised", True)


def test_marks_survive_a_paper_that_vanishes_and_comes_back(filled):
    filled.mark([filled.number_of("2501.00002")], Change("read", True))
    add(filled, document(row("One", "2501.00001")))
    add(filled, document(row("Two", "2501.00002")))
    assert filled.rows([filled.number_of("2501.00002")])[0].marks.read
    assert filled.counts()[UNREAD].total == 0


def test_entries_join_by_arxiv_id_and_by_title(library):
    add(
        library,
        *[
            document(row("One-Step Flow", "2501.00001", authors="anna99")),
            document(row("One step flow!", "2501.00001", authors="Anna Nine, Bo Two"), source="b"),
            notes("One-step flow", "Another Thing"),
        ],
    )
    ids = {row.id for row in library.rows(library.select())}
    assert ids == {"2501.00001", "slug:another-thing"}
    paper = library.paper(library.number_of("2501.00001"))
    assert len(paper.entries) == 3
    assert paper.row.authors == ("Anna Nine", "Bo Two")


def test_of_authors_as_full_those_of_the_api_stand_first(library):
    authors = [{"name": "Bo Two"}, {"name": "Ada One"}]
    answer = [{"paper": {"id": "2501.00001", "title": "Flow", "authors": authors}}]
    text, name = json.dumps(answer), "2025-01-02.json"
    add(library, document(row("Flow", "2501.00001", authors="Ada One, Bo Two")))
    add(library, Document(read_digest(text, name), text, f"/api/{name}", "api"))
    paper = library.paper(library.number_of("2501.00001"))
    assert len(paper.entries) == 2
    assert paper.row.authors == ("Bo Two", "Ada One")


@pytest.mark.parametrize(
    ("name", "listed"),
    [
        ("2025-01-01.md", "mine"),
        ("daily-table/2025-01-01.md", "mine/daily-table"),
        ("Weekly notes/2025/01.md", "mine/Weekly notes"),
        ("요약/01.md", "mine/요약"),
        ("marchland/01.md", "mine/marchland"),
        *((f"{date}/01.md", "mine") for date in ("2025", "2025-01", "W48", "week 4", "Nov", "11월",
          "2024-december", "2024.Q4")),
    ],
)  # fmt: skip
def test_a_part_of_an_imported_folder_is_a_source_unless_it_is_a_date(name, listed):
    assert listed_source("mine", name) == listed


def test_sources_can_be_opened_and_asked_for_by_their_parts(library):
    one = document(row("One", "2501.00001"), name="daily/2025-01-01.md", source="mine")
    two = document(row("Two", "2501.00002"), name="weekly/2025-01-01.md", source="mine")
    add(library, one, two)
    counts = library.counts()
    sources = {view.key: counts[view].total for view in counts if view.kind is ViewKind.SOURCE}
    assert sources == {"mine/daily": 1, "mine/weekly": 1}
    (number,) = library.select(InView(View(ViewKind.SOURCE, "mine/daily")))
    assert library.rows([number])[0].title == "One"
    for asked in ("daily", "mine/daily", "ne/dai"):
        assert library.select(FromSource(asked)) == [number]
    assert len(library.select(FromSource("mine"))) == 2
    assert add(library, one, two).unchanged == 2


def test_papers_with_two_ids_stay_two_though_they_share_a_title(library):
    add(library, document(row("Same", "2501.00001"), row("Same", "2501.00002")))
    assert len(library.select()) == 2


def test_a_paper_known_by_its_title_keeps_its_marks_when_its_id_becomes_known(library):
    add(library, notes("Quiet Flow Models"))
    library.mark(library.select(), Change("bookmarked", True))
    add(library, document(row("Quiet Flow Models", "2501.00009")))
    (number,) = library.select()
    assert library.rows([number])[0].id == "2501.00009"
    assert library.rows([number])[0].marks.bookmarked
    assert library.number_of("slug:quiet-flow-models") == number
    assert library.undo() is not None
    assert not library.rows([number])[0].marks.bookmarked


def test_a_paper_whose_id_was_known_keeps_it_when_only_its_title_comes_back(library):
    title = "Quiet Flow Models"
    add(library, notes(title))
    add(library, document(row(title, "2501.00009")))
    library.mark(library.select(), Change("bookmarked", True))
    add(library, document(row("Another", "2501.00001")), notes("Something Else"))
    assert library.number_of("2501.00009") is None
    add(library, notes(title, "Something Else"))
    (paper,) = library.rows(library.select(Has(Mark.BOOKMARKED)))
    assert (paper.id, paper.title) == ("2501.00009", title)
    assert library.check() == []


def test_a_paper_that_gets_an_id_with_marks_of_its_own_has_the_later_of_both(library):
    title = "Quiet Flow Models"
    add(library, document(row(title, "2501.00009")))
    library.mark(library.select(), Change("read", True), Change("tag:a", True))
    add(library, document(row("Another", "2501.00001")))
    add(library, notes(title))
    slug = library.number_of("slug:quiet-flow-models")
    library.mark([slug], Change("read", True), Change("note", "why"))
    library.mark([slug], Change("read", False))
    add(library, document(row(title, "2501.00009")))
    (paper,) = library.rows([library.number_of("2501.00009")])
    assert (paper.marks.read, paper.marks.tags, paper.marks.note) == (False, ("a",), "why")
    assert library.check() == []


@pytest.mark.parametrize(
    "name", ["2501.00001", "2501.00001v3", "arXiv:2501.00001", "https://arxiv.org/abs/2501.00001v2"]
)
def test_a_paper_is_found_by_every_form_of_its_id(filled, name):
    assert filled.number_of(name) == filled.select()[0]


def test_conditions_choose_papers(filled):
    one, two, three = (filled.number_of(f"2501.0000{n}") for n in (1, 2, 3))
    filled.mark([two], Change("read", True), Change("tag:later", True), Change("note", "50% done"))
    cases = [
        (Every(), {one, two, three}),
        (Either(), set()),
        (Has(Mark.READ), {two}),
        (Not(Has(Mark.READ)), {one, three}),
        (Numbers(frozenset({one, 999})), {one}),
        (Tagged("later"), {two}),
        (Tagged(""), {two}),
        (HasNote("50%"), {two}),
        (HasNote("5_%"), set()),
        (InView(View(ViewKind.TAG, "later")), {two}),
        (InView(UNREAD), {one, three}),
        (InView(View(ViewKind.DATE, "2025-01-01")), {one, two, three}),
        (InView(View(ViewKind.DATE, "2024")), set()),
        (During(date(2025, 1, 1), date(2025, 1, 31)), {one, two, three}),
        (During(None, date(2024, 12, 31)), set()),
        (InLanguage("ko"), set()),
        (OnTopic("diffusion"), {one, two, three}),
        (Votes(">", 1), set()),
        (Every((Has(Mark.READ), Not(Tagged("later")))), set()),
    ]
    for condition, expected in cases:
        assert set(filled.select(condition)) == expected, condition
        assert filled.count(condition).total == len(expected), condition


def test_orders(filled):
    titles = [row.title for row in filled.rows(filled.select(sort=Sort.TITLE))]
    assert titles == ["One", "Three", "Two"]
    assert filled.select(limit=2) == filled.select()[:2]


def test_another_process_is_seen_at_once(filled):
    assert filled.counts()[UNREAD].total == 3
    with Library.open(filled.path, machine="other") as other:
        other.mark(other.select()[:1], Change("read", True))
        add(other, document(row("Four", "2501.00004"), name="b.md"))
    assert filled.counts()[ALL] == Count(4, 3)


def test_small_things_are_remembered(filled):
    filled.remember("session", {"place": [1, "둘"]})
    filled.save_search("mine", "is:unread flow")
    with Library.open(filled.path) as later:
        assert later.recall("session") == {"place": [1, "둘"]}
        assert later.recall("nothing", 7) == 7
        assert later.saved_searches() == {"mine": "is:unread flow"}
        later.forget_search("mine")
        assert later.saved_searches() == {}


@pytest.mark.parametrize("replaced", [False, True])
def test_nothing_is_written_into_a_file_that_was_taken_away(filled, replaced):
    path = filled.path
    filled.mark(filled.select()[:1], Change("read", True))
    path.rename(path.with_suffix(".moved"))
    if replaced:
        path.write_bytes(path.with_suffix(".moved").read_bytes())
    before = path.read_bytes() if replaced else None
    with pytest.raises(LibraryError, match="moved, deleted or replaced"):
        filled.mark(filled.select()[:2], Change("bookmarked", True))
    with ThreadPoolExecutor(1) as pool, pytest.raises(LibraryError, match="moved, deleted"):
        pool.submit(filled.select).result()
    assert (path.read_bytes() if path.exists() else None) == before


def test_a_file_that_is_no_library_is_said_and_left_alone(tmp_path):
    path = tmp_path / "library.db"
    path.write_bytes(b"no database at all" * 100)
    with pytest.raises(LibraryError, match="is no library"):
        Library.open(path)
    assert path.read_bytes().startswith(b"no database")


@pytest.mark.parametrize("version", [0, 1])
def test_the_database_of_another_program_is_said_and_left_alone(tmp_path, version):
    path = tmp_path / "library.db"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE recipes (name)")
        connection.execute(f"PRAGMA user_version = {version}")
    with pytest.raises(LibraryError, match="is no library"):
        Library.open(path)
    tables = connection.execute("SELECT name FROM sqlite_master").fetchall()
    connection.close()
    assert tables == [("recipes",)]


def test_a_damaged_library_is_said_to_be_one(tmp_path):
    path = tmp_path / "library.db"
    Library.open(path).close()
    path.write_bytes(path.read_bytes()[:20_000])
    with (
        pytest.raises(LibraryError, match=r"is damaged .*put a copy of it back"),
        Library.open(path),
    ):
        pass


def test_a_library_of_a_newer_version_is_not_touched(tmp_path):
    path = tmp_path / "library.db"
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA user_version = 99")
    connection.close()
    with pytest.raises(LibraryError, match="newer paperreader"):
        Library.open(path)


def test_what_is_derived_can_be_derived_again(filled):
    filled.mark(filled.select()[:1], Change("read", True))
    before = list(filled.papers())
    assert filled.rebuild_derived(CLASSIFIER) == 3
    assert list(filled.papers()) == before
    assert filled.check() == []


@pytest.mark.parametrize(
    ("damage", "said"),
    [
        ("DELETE FROM marks WHERE field = 'note'", "1 marks differ from the journal"),
        ("UPDATE shelf SET is_read = 1 - is_read", "3 papers show a wrong mark"),
        ("UPDATE counts SET unread = unread + 1 WHERE kind = 'topic'", "counts are wrong"),
        ("DELETE FROM places WHERE kind = 'notes'", "1 marks are missing from their views"),
    ],
)
def test_what_was_damaged_is_said_and_made_anew_from_the_journal(filled, damage, said):
    filled.mark(filled.select()[:1], Change("read", True), Change("note", "why"))
    before, counts = list(filled.papers()), dict(filled.counts())
    with sqlite3.connect(filled.path) as db:
        db.execute(damage)
    db.close()
    assert any(said in problem for problem in filled.check())
    filled.rebuild_derived(CLASSIFIER)
    assert filled.check() == []
    assert list(filled.papers()) == before
    assert dict(filled.counts()) == counts


def test_a_full_disk_is_said_and_leaves_no_trace(filled):
    db = filled._database.connection
    before = filled.count(Every()).total
    db.execute("PRAGMA max_page_count = 1")  # as many as there are
    rows = (row(f"Long {number}", f"2502.{number:05}", summary="x" * 5000) for number in range(300))
    with pytest.raises(LibraryError, match="full"):
        add(filled, document(*rows, name="long.md"))
    assert filled.count(Every()).total == before
