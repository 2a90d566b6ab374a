"""Whatever is done in whatever order, the marks are those of a simple model.

`PAPERREADER_EXAMPLES=2000` tries so many ways instead of a few.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule
from making import add, document, notes, row, ticking
from marks_model import Model, ModelBatch

from paperreader.library import BatchKind, Change, Library
from paperreader.library.views import Has, Mark, Sort

EXAMPLES = int(os.environ.get("PAPERREADER_EXAMPLES", "20"))
SETTINGS = settings(
    max_examples=EXAMPLES, stateful_step_count=25, deadline=None,
    suppress_health_check=list(HealthCheck),
)  # fmt: skip
IDS = [f"2501.0000{number}" for number in range(4)]
TITLED = 4  # the paper that is known by its title until a digest brings its id
PAPERS = range(5)
CHANGES = st.one_of(
    st.tuples(st.sampled_from(["read", "bookmarked", "queued", "tag:a", "tag:b c"]), st.booleans()),
    st.tuples(st.just("note"), st.sampled_from([None, "why", "왜?"])),
    st.tuples(st.just("interest"), st.sampled_from([-1, 0, 1])),
)
SOME_PAPERS = st.sets(st.sampled_from(PAPERS), min_size=1)


def daily(papers, day="2025-01-01"):
    rows = [row(f"Title {paper}", IDS[paper]) for paper in sorted(papers) if paper != TITLED]
    if TITLED in papers:
        rows.append(row("Quiet Flow", "2501.00009"))
    return document(*rows, day=day)


class Once:
    """The library that every example begins with, made once."""

    path: Path | None = None

    @classmethod
    def copied_to(cls, folder: Path) -> Path:
        if cls.path is None:
            cls.path = Path(tempfile.mkdtemp()) / "library.db"
            with Library.open(cls.path, clock=ticking(), machine="first") as library:
                add(library, daily(range(4)), notes("Quiet Flow"))
        return shutil.copyfile(cls.path, folder / "library.db")


class Marking(RuleBasedStateMachine):
    """The keys of the reader, imports and restarts, on a library of five papers."""

    def __init__(self):
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.clock = ticking()
        self.library = self.opened(Once.copied_to(self.folder))
        self.model = Model()
        self.present = set(PAPERS)
        self.opened_at = None  # the open paper, the time, and how much was done by then

    def opened(self, path):
        return Library.open(path, clock=self.clock, machine="desk")

    def teardown(self):
        self.library.close()
        shutil.rmtree(self.folder)

    def number(self, paper):
        if paper != TITLED:
            return self.library.number_of(IDS[paper])
        return self.library.number_of("slug:quiet-flow")

    @rule(papers=SOME_PAPERS, changes=st.lists(CHANGES, min_size=1, max_size=2))
    def mark(self, papers, changes):
        papers &= self.present
        wanted = {}
        for name, value in dict(changes).items():
            wanted |= self.model.difference(papers, name, value)
        numbers = [self.number(paper) for paper in papers]
        batch = self.library.mark(numbers, *(Change(*change) for change in changes))
        assert (batch is None) == (not wanted)
        if batch is not None:
            assert batch.size == len(batch.papers) == len({paper for paper, _ in wanted})
            self.model.apply(ModelBatch(batch.id, "mark", wanted))

    @rule(paper=st.sampled_from(PAPERS))
    def open_a_paper(self, paper):
        self.opened_at = paper, self.library.moment_of_marks(), len(self.model.batches)

    @precondition(lambda self: self.opened_at and self.opened_at[0] in self.present)
    @rule()
    def it_becomes_read(self):
        paper, moment, since = self.opened_at
        self.opened_at = None
        wanted = self.model.difference({paper}, "read", True)
        since = self.model.place_of_read(paper, since)
        batch = self.library.mark([self.number(paper)], Change("read", True), since=moment)
        assert (batch is None) == (not wanted)
        if batch is not None:
            self.model.apply(ModelBatch(batch.id, "mark", wanted), since)

    @rule(paper=st.sampled_from(PAPERS), steps=st.integers(-3, 3))
    def move_in_queue(self, paper, steps):
        number = self.number(paper)
        order = self.library.select(Has(Mark.QUEUED), Sort.QUEUE)
        batch = self.library.move_in_queue(number, steps) if number else None
        if number in order:
            at = order.index(number)
            order.remove(number)
            order.insert(max(at + steps, 0), number)
        assert self.library.select(Has(Mark.QUEUED), Sort.QUEUE) == order
        if batch is not None:
            moved = [paper for paper in PAPERS if self.id_of(paper) in batch.papers]
            changes = {
                (paper, "queued"): (self.model.get(paper, "queued"), object()) for paper in moved
            }
            self.model.apply(ModelBatch(batch.id, "mark", changes))

    def id_of(self, paper):
        rows = self.library.rows([self.number(paper) or 0])
        return rows[0].id if rows else None

    @rule()
    def undo(self):
        self.check_revert(self.model.last_standing(), "undo", self.library.undo())

    @rule()
    def redo(self):
        self.check_revert(self.model.last_undone(), "redo", self.library.redo())

    @precondition(lambda self: self.model.batches)
    @rule(data=st.data())
    def undo_from_the_history(self, data):
        chosen = data.draw(st.sampled_from(range(len(self.model.batches))))
        batch = self.model.batches[chosen]
        original = batch.of or batch
        kind = "redo" if batch.kind == "undo" else "undo"
        expected = None if original.is_undone == (kind == "undo") else original
        self.check_revert(expected, kind, self.library.undo_batch(batch.id))

    def check_revert(self, expected, kind, batch):
        assert (batch is None) == (expected is None)
        if batch is None:
            return
        assert (batch.kind.value, batch.of) == (kind, expected.id)
        changed = self.model.reverted(expected, kind)
        assert batch.size == len({paper for paper, _ in changed})
        self.model.revert(expected, kind, batch.id)

    @rule(papers=st.sets(st.sampled_from(PAPERS)))
    def import_a_changed_digest(self, papers):
        add(self.library, daily(papers))
        self.present = papers | {TITLED}

    @rule()
    def import_the_same_again(self):
        assert add(self.library, notes("Quiet Flow")).updated == 0

    @rule()
    def restart(self):
        self.library.close()
        self.library = self.opened(self.library.path)

    @invariant()
    def the_marks_are_those_of_the_model(self):
        numbers = {paper: self.number(paper) for paper in PAPERS}
        assert {paper for paper, number in numbers.items() if number} == self.present
        for paper in self.present:
            marks = self.library.rows([numbers[paper]])[0].marks
            get = self.model.get
            assert marks.read == get(paper, "read")
            assert marks.bookmarked == get(paper, "bookmarked")
            assert (marks.queued is not None) == (get(paper, "queued") is not None)
            assert marks.tags == tuple(t for t in ("a", "b c") if get(paper, f"tag:{t}"))
            assert marks.note == get(paper, "note")
            assert marks.interest == get(paper, "interest")

    @invariant()
    def the_history_is_that_of_the_model(self):
        told = [(each.id, each.kind.value, each.is_undone) for each in self.library.history()]
        assert told[::-1] == [(each.id, each.kind, each.is_undone) for each in self.model.batches]

    @invariant()
    def what_is_derived_follows(self):
        assert self.library.check() == []
        with Library.open(self.library.path) as other:
            assert dict(other.counts()) == dict(self.library.counts())


TestMarking = Marking.TestCase
TestMarking.settings = SETTINGS

ACTIONS = st.lists(
    st.tuples(
        st.sampled_from("ab"),
        st.one_of(
            st.tuples(st.just("mark"), SOME_PAPERS, CHANGES),
            st.tuples(st.sampled_from(["undo", "redo"])),
            st.tuples(st.just("merge"), st.integers(1, 9), st.booleans()),
        ),
    ),
    max_size=20,
)


def act(library, other, action):
    match action:
        case ("mark", papers, change):
            numbers = [library.select()[paper] for paper in papers]
            library.mark(numbers, Change(*change))
            assert library.mark(numbers, Change(*change)) is None
        case ("undo",):
            library.undo()
        case ("redo",):
            library.redo()
        case ("merge", some, is_newest_first):
            events = list(other.events())[:: -1 if is_newest_first else 1]
            library.merge(events[::some])


def marks(library):
    return {row.id: row.marks for row in library.rows(library.select())}


@SETTINGS
@given(ACTIONS, st.randoms(use_true_random=False))
def test_the_journals_of_two_machines_make_the_same_marks_in_any_order(actions, chance):
    folder = Path(tempfile.mkdtemp())
    machines = {}
    for name in ("a", "b", "new"):
        (folder / name).mkdir()
        path = Once.copied_to(folder / name)
        machines[name] = Library.open(path, clock=ticking(), machine=name)
    a, b, new = machines.values()
    for name, action in actions:
        act(machines[name], b if name == "a" else a, action)
    events = [*a.events(), *b.events()]
    a.merge(b.events())
    b.merge(a.events())
    chance.shuffle(events)
    half = len(events) // 2
    for part in (events[:half], events, events[half:]):
        new.merge(part)
    assert marks(a) == marks(b) == marks(new)
    assert set(a.events()) == set(b.events()) == set(new.events())
    assert new.merge(events) == 0
    assert all(batch.kind is BatchKind.MERGED for batch in new.history())
    for library in machines.values():
        assert library.check() == []
        library.close()
    shutil.rmtree(folder)
