"""Documents become papers, papers carry marks, and nothing of it is lost."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from datetime import UTC, date, datetime, timedelta
from itertools import count

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from paperreader.digests import read_digest
from paperreader.errors import LibraryError
from paperreader.library import Change, Document, Library
from paperreader.library.views import (
    Count,
    During,
    Either,
    Every,
    Has,
    HasNote,
    InLanguage,
    InView,
    Mark,
    Not,
    Numbers,
    OnTopic,
    Sort,
    Tagged,
    View,
    ViewKind,
    Votes,
)
from paperreader.topics import Classifier

CLASSIFIER = Classifier.load()
TODAY = date(2025, 1, 2)
TABLE = """## Papers for 2025-01-01

| Title | Authors | Summary |
|-------|---------|---------|
{rows}
"""
UNREAD, ALL = View(ViewKind.UNREAD), View(ViewKind.ALL)


def row(title, identifier, authors="Ada One, Bo Two", summary="It samples images by diffusion."):
    link = f"https://arxiv.org/abs/{identifier}"
    more = f"(Read more on [arXiv]({link}) or [HuggingFace](https://huggingface.co/papers/{identifier}))"
    return f"| {title} {more}| {authors} | {summary} |"


def document(*rows, name="2025-01-01.md", source="digests"):
    text = TABLE.format(rows="\n".join(rows))
    return Document(read_digest(text, name), text, f"/digests/{name}", source)


def notes(*titles, name="PaperList_202501.md"):
    parts = "\n".join(
        f"### {t}\n- `Keypoints:` flow; fast\n- `Objective:` Faster.\n" for t in titles
    )
    text = f"# 202501\n\n## Diffusion\n\n{parts}"
    return Document(read_digest(text, name), text, f"/digests/{name}", "notes")


def ticking():
    start = datetime(2025, 1, 2, tzinfo=UTC)
    ticks = count()
    return lambda: start + timedelta(seconds=next(ticks))


@pytest.fixture
def library(tmp_path):
    with Library.open(tmp_path / "library.db", clock=ticking(), machine="desk") as library:
        yield library


@pytest.fixture
def filled(library):
    documents = [
        document(row("One", "2501.00001"), row("Two", "2501.00002"), row("Three", "2501.00003"))
    ]
    library.add(documents, CLASSIFIER, today=TODAY)
    return library


def marks(library):
    return [row.marks for row in library.rows(sorted(library.select()))]


def test_importing_again_changes_nothing(filled):
    before = (filled.revision, list(filled.papers()))
    again = document(row("One", "2501.00001"), row("Two", "2501.00002"), row("Three", "2501.00003"))
    done = filled.add([again], CLASSIFIER, today=TODAY)
    assert (done.new, done.updated, done.unchanged) == (0, 0, 3)
    assert (filled.revision, list(filled.papers())) == before


def test_a_changed_text_replaces_its_own_entries_and_marks_stay(filled):
    number = filled.number_of("2501.00001")
    filled.mark([number], Change("bookmarked", True))
    filled.add([document(row("One, revised", "2501.00001"))], CLASSIFIER, today=TODAY)
    assert filled.number_of("2501.00002") is None
    paper = filled.paper(number)
    assert (paper.row.title, paper.row.marks.bookmarked) == ("One, revised", True)


def test_marks_survive_a_paper_that_vanishes_and_comes_back(filled):
    filled.mark([filled.number_of("2501.00002")], Change("read", True))
    filled.add([document(row("One", "2501.00001"))], CLASSIFIER, today=TODAY)
    filled.add([document(row("Two", "2501.00002"))], CLASSIFIER, today=TODAY)
    assert filled.rows([filled.number_of("2501.00002")])[0].marks.read
    assert filled.counts()[UNREAD].total == 0


def test_entries_join_by_arxiv_id_and_by_title(library):
    library.add(
        [
            document(row("One-Step Flow", "2501.00001", authors="anna99")),
            document(row("One step flow!", "2501.00001", authors="Anna Nine, Bo Two"), source="b"),
            notes("One-step flow", "Another Thing"),
        ],
        CLASSIFIER,
        today=TODAY,
    )
    ids = {row.id for row in library.rows(library.select())}
    assert ids == {"2501.00001", "slug:another-thing"}
    paper = library.paper(library.number_of("2501.00001"))
    assert len(paper.entries) == 3
    assert paper.row.authors == ("Anna Nine", "Bo Two")


def test_papers_with_two_ids_stay_two_though_they_share_a_title(library):
    library.add(
        [document(row("Same", "2501.00001"), row("Same", "2501.00002"))], CLASSIFIER, today=TODAY
    )
    assert len(library.select()) == 2


def test_a_paper_known_by_its_title_keeps_its_marks_when_its_id_becomes_known(library):
    library.add([notes("Quiet Flow Models")], CLASSIFIER, today=TODAY)
    library.mark(library.select(), Change("bookmarked", True))
    library.add([document(row("Quiet Flow Models", "2501.00009"))], CLASSIFIER, today=TODAY)
    (number,) = library.select()
    assert library.rows([number])[0].id == "2501.00009"
    assert library.rows([number])[0].marks.bookmarked
    assert library.number_of("slug:quiet-flow-models") == number
    assert library.undo() is not None
    assert not library.rows([number])[0].marks.bookmarked


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


def test_counts_follow_every_mark(filled):
    def counted_anew():
        with Library.open(filled.path) as other:
            return dict(other.counts())

    day = View(ViewKind.DATE, "2025-01-01")
    assert filled.counts()[day] == Count(3, 3)
    filled.mark(filled.select()[:2], Change("read", True))
    assert (filled.counts()[day], filled.counts()[UNREAD]) == (Count(3, 1), Count(1, 1))
    filled.mark(filled.select()[:1], Change("bookmarked", True), Change("tag:x", True))
    assert dict(filled.counts()) == counted_anew()
    filled.undo()
    filled.undo()
    assert dict(filled.counts()) == counted_anew()


def test_undo_and_redo_after_a_restart(filled):
    numbers = filled.select()
    filled.mark(numbers, Change("read", True))
    with Library.open(filled.path, machine="desk") as later:
        assert later.undo().what == "read: 3 papers"
        assert later.counts()[UNREAD].total == 3
        assert later.redo().what == "read: 3 papers"
        assert later.counts()[UNREAD].total == 0
        assert later.redo() is None


def test_a_mark_that_changes_nothing_is_no_action(filled):
    assert filled.mark(filled.select(), Change("read", False)) is None
    assert filled.history() == []
    assert filled.undo() is None


OPERATIONS = st.lists(
    st.one_of(
        st.tuples(
            st.just("mark"),
            st.sets(st.integers(0, 2), min_size=1),
            st.sampled_from(["read", "bookmarked", "tag:a"]),
            st.booleans(),
        ),
        st.tuples(st.sampled_from(["undo", "redo", "restart"])),
    ),
    max_size=12,
)


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(OPERATIONS)
def test_marks_are_those_of_a_simple_model(tmp_path_factory, operations):
    path = tmp_path_factory.mktemp("model") / "library.db"
    clock = ticking()
    library = Library.open(path, clock=clock, machine="desk")
    library.add(
        [document(*(row(f"Title {n}", f"2501.0000{n}") for n in range(3)))], CLASSIFIER, today=TODAY
    )
    numbers = [library.number_of(f"2501.0000{n}") for n in range(3)]
    state, done, undone = {}, [], []
    for operation in operations:
        match operation:
            case ("mark", papers, field, value):
                changed = {(p, field) for p in papers if state.get((p, field), False) != value}
                batch = library.mark([numbers[p] for p in papers], Change(field, value))
                assert (batch is None) == (not changed)
                if changed:
                    done.append({key: (state.get(key, False), value) for key in changed})
                    undone.clear()
                    state |= dict.fromkeys(changed, value)
            case ("undo",):
                assert (library.undo() is None) == (not done)
                if done:
                    undone.append(done.pop())
                    state |= {key: old for key, (old, _) in undone[-1].items()}
            case ("redo",):
                assert (library.redo() is None) == (not undone)
                if undone:
                    done.append(undone.pop())
                    state |= {key: new for key, (_, new) in done[-1].items()}
            case ("restart",):
                library.close()
                library = Library.open(path, clock=clock, machine="desk")
        kept = [row.marks for row in library.rows(numbers)]
        assert [m.read for m in kept] == [state.get((p, "read"), False) for p in range(3)]
        assert [m.bookmarked for m in kept] == [
            state.get((p, "bookmarked"), False) for p in range(3)
        ]
        assert ["a" in m.tags for m in kept] == [state.get((p, "tag:a"), False) for p in range(3)]
    assert library.check() == []
    library.close()


def test_journals_of_two_machines_give_the_same_marks_in_any_order(tmp_path):
    libraries = []
    for machine, field in (("a", "read"), ("b", "bookmarked")):
        library = Library.open(tmp_path / f"{machine}.db", clock=ticking(), machine=machine)
        library.add(
            [document(row("One", "2501.00001"), row("Two", "2501.00002"))], CLASSIFIER, today=TODAY
        )
        library.mark(library.select(), Change(field, True))
        library.mark(library.select()[:1], Change("read", machine == "b"))
        libraries.append(library)
    one, other = libraries
    first, second = list(one.events()), list(other.events())
    assert one.merge(second) == len(second)
    assert one.merge(second) == 0
    other.merge(first[::-1][:1])
    other.merge(first)
    assert marks(one) == marks(other)
    assert one.check() == other.check() == []
    one.close()
    other.close()


def test_an_acknowledged_mark_survives_a_kill(filled):
    script = (
        "import os, signal, sys\n"
        "from pathlib import Path\n"
        "from paperreader.library import Change, Library\n"
        "library = Library.open(Path(sys.argv[1]))\n"
        "for number in library.select():\n"
        "    library.mark([number], Change('read', True))\n"
        "    print(number, flush=True)\n"
        "os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    run = subprocess.run(
        [sys.executable, "-c", script, str(filled.path)],
        capture_output=True,
        text=True,
        check=False,
    )
    acknowledged = [int(line) for line in run.stdout.split()]
    assert len(acknowledged) == 3
    with Library.open(filled.path) as later:
        assert set(later.select(Has(Mark.READ))) == set(acknowledged)
        assert later.check() == []


def test_another_process_is_seen_at_once(filled):
    assert filled.counts()[UNREAD].total == 3
    with Library.open(filled.path, machine="other") as other:
        other.mark(other.select()[:1], Change("read", True))
        other.add([document(row("Four", "2501.00004"), name="b.md")], CLASSIFIER, today=TODAY)
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


def test_a_file_that_is_no_library_is_said_and_left_alone(tmp_path):
    path = tmp_path / "library.db"
    path.write_bytes(b"no database at all" * 100)
    with pytest.raises(LibraryError, match="is no library"):
        Library.open(path)
    assert path.read_bytes().startswith(b"no database")


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
