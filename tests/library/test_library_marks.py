"""Marks: what changes them, takes them back, and says what was done."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime

import pytest
from making import add, document, notes, row, ticking

from paperreader.library import BatchKind, Change, Library, UnreadDays
from paperreader.library.filters import AddedSince, Tagged
from paperreader.library.views import Count, Has, InView, Mark, Sort, View, ViewKind

UNREAD = View(ViewKind.UNREAD)
READ = Change("read", True)


def marks(library):
    return [row.marks for row in library.rows(sorted(library.select()))]


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


def test_undo_knows_what_was_done_when_the_computer_had_another_name(filled):
    filled.mark(filled.select(), READ)
    with Library.open(filled.path, machine="desk.example.org") as later:
        assert later.undo().what == "read: 3 papers"
        assert later.redo().what == "read: 3 papers"


def test_what_was_merged_is_not_undone_by_the_key(filled, tmp_path):
    with Library.open(tmp_path / "other.db", machine="desk") as other:
        add(other, document(row("One", "2501.00001")))
        other.mark(other.select(), READ)
        filled.merge(other.events())
    (merged,) = filled.history()
    assert (merged.kind, merged.size) == (BatchKind.MERGED, 1)
    assert filled.undo() is None
    assert filled.undo_batch(merged.id).kind is BatchKind.UNDO
    assert filled.select(Has(Mark.READ)) == []


def test_a_mark_that_changes_nothing_is_no_action(filled):
    assert filled.mark(filled.select(), Change("read", False)) is None
    assert filled.history() == []
    assert filled.undo() is None


def test_journals_of_two_machines_give_the_same_marks_in_any_order(tmp_path):
    libraries = []
    for machine, field in (("a", "read"), ("b", "bookmarked")):
        library = Library.open(tmp_path / f"{machine}.db", clock=ticking(), machine=machine)
        add(library, document(row("One", "2501.00001"), row("Two", "2501.00002")))
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


def ids(library, numbers):
    return [row.id for row in library.rows(numbers)]


@pytest.fixture
def three_days(library):
    days = {"2025-01-01": "AB", "2025-01-06": "CD", "2025-01-07": "EF"}
    for day, titles in days.items():
        rows = (row(title, f"2501.{ord(title):05}") for title in titles)
        add(library, document(*rows, day=day))
    return library


def test_next_unread_goes_through_all_dates_and_wraps(three_days):
    order = three_days.select()
    three_days.mark([order[1], order[2]], READ)
    assert three_days.next_unread(None) == order[0]
    assert three_days.next_unread(order[0]) == order[3]
    assert three_days.next_unread(order[1]) == order[3]
    assert three_days.next_unread(order[5]) == order[0]
    assert three_days.next_unread(None, backwards=True) == order[5]
    assert three_days.next_unread(order[3], backwards=True) == order[0]
    assert three_days.next_unread(order[0], backwards=True) == order[5]
    assert three_days.next_unread(9999) == order[0]


def test_next_unread_keeps_within_a_condition_and_ends(three_days):
    first_day = InView(View(ViewKind.DATE, "2025-01-01"))
    inside = three_days.select(first_day)
    assert three_days.next_unread(None, within=first_day) == inside[0]
    assert three_days.next_unread(inside[1], within=first_day) == inside[0]
    three_days.mark(inside[:1], READ)
    assert three_days.next_unread(inside[1], within=first_day) is None
    three_days.mark(three_days.select(), READ)
    assert three_days.next_unread(None) is None


def test_catch_up_counts_unread_papers_by_day_and_week(three_days):
    order = three_days.select()
    three_days.mark(order[:1], READ)
    caught = three_days.catch_up()
    monday, tuesday, new_year = date(2025, 1, 6), date(2025, 1, 7), date(2025, 1, 1)
    assert caught.days == (
        UnreadDays(tuesday, tuesday, 1),
        UnreadDays(monday, monday, 2),
        UnreadDays(new_year, new_year, 2),
    )
    assert caught.weeks == (
        UnreadDays(monday, date(2025, 1, 12), 3),
        UnreadDays(date(2024, 12, 30), date(2025, 1, 5), 2),
    )
    assert caught.months == ()
    assert [day.first for day in three_days.catch_up(1).days] == [tuesday, monday]


def test_catch_up_counts_what_is_only_of_a_month_as_that(library):
    add(
        library,
        notes("Quiet Flow", "Loud Flow"),
        document(row("Day", "2501.00001"), day="2025-01-02"),
    )
    caught = library.catch_up()
    first = date(2025, 1, 1)
    assert caught.months == (UnreadDays(first, first, 2, is_month=True),)
    assert [day.papers for day in caught.days] == [week.papers for week in caught.weeks] == [1]
    add(library, document(row("New year", "2501.00002"), day="2025-01-01"))
    caught = library.catch_up()
    assert caught.months == ()
    assert [day.papers for day in caught.days] == [1, 3]


def test_papers_are_found_by_when_they_came(three_days):
    latest = max(row.added for row in three_days.rows(three_days.select()))
    new = three_days.select(AddedSince(latest))
    assert sorted(ids(three_days, new)) == ["2501.00069", "2501.00070"]
    assert three_days.select(sort=Sort.ADDED)[:2] == new
    assert three_days.select(AddedSince(datetime(2030, 1, 1, tzinfo=UTC))) == []


def test_tags_come_most_used_first(filled):
    one, two, three = filled.select()
    filled.mark([one, two], Change("tag:later", True))
    filled.mark([three], Change("tag:a", True), Change("tag:gone", True))
    filled.mark([three], Change("tag:gone", False))
    assert filled.tags() == [("later", 2), ("a", 1)]


def queue(library):
    return library.select(Has(Mark.QUEUED), Sort.QUEUE)


def test_the_queue_keeps_the_order_of_queueing(filled):
    one, two, three = filled.select()
    filled.mark([three], Change("queued", True))
    filled.mark([two, one, three], Change("queued", True))
    assert queue(filled) == [three, two, one]
    filled.mark([three], Change("queued", False))
    assert queue(filled) == [two, one]
    filled.undo()
    assert queue(filled) == [three, two, one]


@pytest.mark.parametrize(
    ("number", "steps", "expected"),
    [(0, 1, "102"), (0, 9, "120"), (2, -1, "021"), (2, -9, "201"), (1, 1, "021"), (1, -1, "102")],
)
def test_a_paper_moves_in_the_queue(filled, number, steps, expected):
    papers = filled.select()
    filled.mark(papers, Change("queued", True))
    batch = filled.move_in_queue(papers[number], steps)
    assert len(batch.papers) == 1
    assert queue(filled) == [papers[int(at)] for at in expected]
    filled.undo()
    assert queue(filled) == papers


def test_a_paper_at_the_end_of_the_queue_or_outside_stays(filled):
    one, two, three = filled.select()
    filled.mark([one, two], Change("queued", True))
    assert filled.move_in_queue(one, -1) is None
    assert filled.move_in_queue(two, 3) is None
    assert filled.move_in_queue(three, 1) is None
    assert filled.move_in_queue(9999, 1) is None


def test_moving_in_the_queue_never_runs_out_of_places(filled):
    papers = filled.select()
    filled.mark(papers, Change("queued", True))
    expected = list(papers)
    for _ in range(200):
        last = queue(filled)[-1]
        filled.move_in_queue(last, -1)
        expected[1:] = expected[:0:-1]
        assert queue(filled) == expected


def test_a_batch_of_the_history_is_undone_and_a_later_mark_stays(filled):
    one, two, three = filled.select()
    batch = filled.mark([one, two, three], Change("tag:x", True))
    filled.mark([one], Change("tag:x", False))
    filled.mark([one], Change("tag:x", True))
    filled.mark([two], Change("tag:x", False))
    undone = filled.undo_batch(batch.id)
    assert list(undone.papers) == ids(filled, [three])
    assert (undone.kind, undone.of, undone.size) == (BatchKind.UNDO, batch.id, 1)
    assert undone.what == "tagged #x: 3 papers (1 of 3)"
    assert filled.select(Tagged("x")) == [one]
    assert [each.is_undone for each in filled.history()] == [False, False, False, False, True]
    assert filled.undo_batch(batch.id) is None
    assert filled.undo_batch("no such") is None


def test_an_undo_of_the_history_is_undone_too(filled):
    batch = filled.mark(filled.select(), READ)
    undone = filled.undo()
    redone = filled.undo_batch(undone.id)
    assert (redone.kind, redone.of) == (BatchKind.REDO, batch.id)
    assert filled.counts()[UNREAD].total == 0
    assert filled.undo_batch(undone.id) is None
    assert filled.undo_batch(redone.id).kind is BatchKind.UNDO
    assert filled.counts()[UNREAD].total == 3
    states = [(each.kind.value, each.is_undone) for each in filled.history()]
    assert states == [("undo", False), ("redo", True), ("undo", True), ("mark", True)]


def test_what_is_marked_after_a_merge_holds_though_the_other_clock_is_ahead(filled, tmp_path):
    one = filled.select()[:1]
    ahead = lambda: datetime(2030, 1, 1, tzinfo=UTC)  # noqa: E731 - a clock
    with Library.open(tmp_path / "other.db", clock=ahead, machine="laptop") as other:
        add(other, document(row("One", "2501.00001")))
        other.mark(other.select(), READ)
        filled.merge(other.events())
        assert filled.select(Has(Mark.READ)) == one
        filled.mark(one, Change("read", False))
        assert filled.select(Has(Mark.READ)) == []
        other.merge(filled.events())
        assert other.select(Has(Mark.READ)) == []
    filled.undo()
    assert filled.select(Has(Mark.READ)) == one


def test_marking_tells_how_far_it_is(filled):
    told = []
    filled.mark(filled.select(), READ, progress=lambda done, total: told.append((done, total)))
    assert told == [(1, 2), (2, 2)]


def test_the_last_of_two_changes_of_one_field_counts(filled):
    one = filled.select()[:1]
    filled.mark(one, READ, Change("read", False), Change("note", ""))
    assert filled.history() == []


def test_threads_mark_at_the_same_time_and_nothing_is_lost(library):
    add(library, document(*(row(f"Title {n}", f"2501.{n:05}") for n in range(40))))
    numbers = library.select()

    def mark(number):
        return library.mark([number], READ), library.counts()

    with ThreadPoolExecutor(4) as pool:
        done = list(pool.map(mark, numbers))
    assert len({batch.id for batch, _ in done}) == len({batch.at for batch, _ in done}) == 40
    assert library.counts()[UNREAD].total == 0
    assert library.select(Has(Mark.READ)) == numbers
    assert library.check() == []


def test_saved_searches_keep_their_order(library):
    for name in ("z", "m", "a"):
        library.save_search(name, f"title:{name}")
    library.rename_search("m", "middle")
    library.save_search("z", "is:unread")
    assert library.saved_searches() == {"z": "is:unread", "middle": "title:m", "a": "title:a"}
    assert list(library.saved_searches()) == ["z", "middle", "a"]
    library.rename_search("a", "z")
    assert library.saved_searches() == {"middle": "title:m", "z": "title:a"}
