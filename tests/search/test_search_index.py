"""The index follows its library, whatever happens to it."""

import gc
import json
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest
from shelves import PAPERS, Shelf, entry

from paperreader.digests.model import Entry


@pytest.fixture
def collected() -> Iterator[None]:
    """Lets files that were left open go within the test."""
    yield
    gc.collect()


def test_importing_search_does_not_load_whoosh() -> None:
    code = (
        "import sys, paperreader.search; sys.exit(any(m.startswith('whoosh') for m in sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_update_counts_and_is_then_current(new_shelf) -> None:
    shelf = new_shelf()
    shelf.add(PAPERS)
    assert not shelf.finder.is_current()
    told: list[tuple[int, int]] = []
    assert shelf.finder.update(lambda done, total: told.append((done, total))) == len(PAPERS)
    assert told[-1] == (len(PAPERS), len(PAPERS))
    assert shelf.finder.is_current()
    assert shelf.finder.update() == 0


def test_unindexed_changes_are_found_and_then_indexed(new_shelf) -> None:
    shelf = new_shelf()
    shelf.add(PAPERS)
    shelf.finder.update()
    shelf.add([entry("Zephyr Kites", "Kites above the harbour."), *PAPERS[1:]])
    before = shelf.titles("harbour")
    assert before == ["Zephyr"]
    assert shelf.finder.update() >= 1
    assert shelf.finder.is_current()
    assert shelf.titles("harbour") == before
    assert shelf.titles("tideway date:2024") == []


def test_changed_text_is_not_found_by_its_old_words(new_shelf) -> None:
    shelf = new_shelf()
    shelf.add([entry("Kites", "Old aardvark words.", identifier="2412.00009")])
    shelf.finder.update()
    shelf.add([entry("Kites", "New pangolin words.", identifier="2412.00009")])
    for _ in range(2):
        assert shelf.titles("aardvark") == []
        assert shelf.titles("pangolin") == ["Kites"]
        shelf.finder.update()


def test_another_reader_sees_the_new_index(new_shelf) -> None:
    one, other = new_shelf(), new_shelf()
    one.add(PAPERS)
    one.finder.update()
    assert other.titles("harbour") == ["Tideway"]
    one.add([entry("Zephyr Kites", "Kites above the harbour.")], "second.md")
    one.finder.update()
    assert other.finder.is_current()
    assert set(other.titles("harbour")) == {"Tideway", "Zephyr"}


def test_damaged_files_are_made_again(new_shelf, collected) -> None:
    shelf = new_shelf()
    shelf.add(PAPERS)
    shelf.finder.update()
    shelf.finder.close()
    for file in shelf.directory.iterdir():
        if file.name != "stamp.json":
            file.write_bytes(b"not an index")
    again = new_shelf()
    assert again.titles("harbour") == ["Tideway"]
    assert not again.finder.is_current()
    assert again.finder.update() == len(PAPERS)
    assert again.titles("harbour") == ["Tideway"]
    assert again.finder.is_current()


def test_every_damaged_file_alone_leaves_search_working(new_shelf, collected) -> None:
    shelf = new_shelf()
    shelf.add(PAPERS)
    shelf.finder.update()
    for name in sorted(file.name for file in shelf.directory.iterdir() if file.suffix != ".json"):
        shelf.finder.rebuild()
        shelf.finder.close()
        for file in shelf.directory.glob(f"*{name[-4:]}"):
            file.write_bytes(file.read_bytes()[: file.stat().st_size // 2])
        again = new_shelf()
        assert again.titles("harbour maps") == ["Tideway"], name


def test_an_update_over_damaged_files_makes_all_again(new_shelf, collected) -> None:
    shelf = new_shelf()
    shelf.add(PAPERS)
    shelf.finder.update()
    for name in sorted(file.name for file in shelf.directory.iterdir() if file.suffix != ".json"):
        shelf.finder.rebuild()
        shelf.finder.close()
        for file in shelf.directory.glob(f"*{name[-4:]}"):
            file.write_bytes(file.read_bytes()[: file.stat().st_size // 2])
        again = new_shelf()
        again.add([entry("Zephyr Kites", f"Not {name}.", identifier="2412.00009")], "second.md")
        again.finder.update()
        assert again.titles("zephyr kites") == ["Zephyr"], name
        assert again.titles("harbour maps") == ["Tideway"], name
        again.finder.update()
        assert again.finder.is_current(), name


def test_postings_that_wait_in_files_are_all_written(new_shelf, monkeypatch) -> None:
    monkeypatch.setattr("paperreader.search.postwriter._BYTES_OF_A_POSTING", 1_000_000)
    shelf = new_shelf()
    shelf.add([*PAPERS, *a_batch("Kites", 200)])
    shelf.finder.update()
    assert shelf.titles("harbour maps") == ["Tideway"]
    for query in ("kites", "title:kites", '"about the kites"', "text:kites title:kites"):
        assert shelf.finder.find(query).total == 200, query


@pytest.mark.parametrize(
    "stamp", ["", "{}", "[]", '{"library": "x", "revision": 0, "version": "0"}']
)
def test_an_unknown_stamp_means_a_rebuild(new_shelf, stamp: str) -> None:
    shelf = new_shelf()
    shelf.add(PAPERS)
    shelf.finder.update()
    (shelf.directory / "stamp.json").write_text(stamp)
    assert not shelf.finder.is_current()
    assert shelf.titles("harbour") == ["Tideway"]
    assert shelf.finder.update() == len(PAPERS)
    assert shelf.finder.is_current()


def test_a_stamp_of_no_revision_means_a_rebuild(new_shelf) -> None:
    shelf = new_shelf()
    shelf.add(PAPERS)
    shelf.finder.update()
    stamp = shelf.directory / "stamp.json"
    stamp.write_text(json.dumps(json.loads(stamp.read_text()) | {"revision": "many"}))
    assert not shelf.finder.is_current()
    assert shelf.finder.update() == len(PAPERS)


def test_a_file_in_the_place_of_the_index_is_replaced(new_shelf) -> None:
    shelf = new_shelf()
    shelf.add(PAPERS)
    shelf.directory.write_text("in the way")
    assert shelf.finder.update() == len(PAPERS)
    assert shelf.finder.is_current()


def test_the_index_of_another_library_is_not_trusted(tmp_path) -> None:
    one = Shelf(tmp_path / "one")
    one.add(PAPERS)
    one.finder.update()
    one.close()
    (tmp_path / "two").mkdir()
    (tmp_path / "one" / "index").rename(tmp_path / "two" / "index")
    two = Shelf(tmp_path / "two")
    two.add(PAPERS[3:])
    assert not two.finder.is_current()
    assert two.titles("harbour", limit=1) == []
    two.finder.update()
    assert two.titles("lighthouses") == ["Talking"]
    two.close()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has other permissions")
def test_an_index_that_others_can_write_is_not_opened(new_shelf) -> None:
    shelf = new_shelf()
    shelf.add(PAPERS)
    shelf.finder.update()
    assert shelf.directory.stat().st_mode & 0o777 == 0o700
    shelf.directory.chmod(0o777)
    assert not shelf.finder.is_current()
    assert shelf.finder.update() == len(PAPERS)
    assert shelf.directory.stat().st_mode & 0o777 == 0o700


def test_a_stopped_update_leaves_the_index_as_it_was(new_shelf) -> None:
    shelf = new_shelf()
    shelf.add(PAPERS)
    shelf.finder.update()
    shelf.add([entry("Zephyr Kites")], "second.md")
    assert shelf.finder.update(should_stop=lambda: True) == 0
    assert not shelf.finder.is_current()
    assert shelf.titles("harbour") == ["Tideway"]
    assert shelf.finder.update() == 1


def test_while_another_writes_an_update_does_nothing(new_shelf) -> None:
    one, other = new_shelf(), new_shelf()
    one.add(PAPERS)
    counts: list[int] = []
    one.finder.update(lambda _done, _total: counts.append(other.finder.update()))
    assert set(counts) == {0}
    assert one.finder.is_current()


def test_a_failure_while_writing_releases_the_lock(new_shelf) -> None:
    shelf = new_shelf()
    shelf.add(PAPERS)

    def fail(_done: int, _total: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        shelf.finder.update(fail)
    assert shelf.finder.update() == len(PAPERS)


def a_batch(name: str, count: int) -> list[Entry]:
    return [entry(f"{name} {number}", f"About the {name}.") for number in range(count)]


def test_a_removed_paper_is_not_found_among_many(new_shelf) -> None:
    shelf = new_shelf()
    kites = a_batch("Kites", 300)
    shelf.add(kites)
    shelf.finder.update()
    shelf.add([*kites[:150], *kites[151:], *a_batch("Balloons", 1)])
    shelf.finder.update()
    for query in ("kites", "k", "kite", "text:kites", '"about the kites"'):
        assert shelf.finder.find(query).total == 299, query


def test_a_process_of_its_own_indexes_a_growing_library(new_shelf) -> None:
    shelf = new_shelf()
    told: list[tuple[int, int]] = []
    with shelf.finder.follow() as follower:
        shelf.add([*PAPERS, *a_batch("Kites", 300)])
        shelf.add(PAPERS, "second.md")
        assert follower.finish(lambda done, total: told.append((done, total)), lambda: False)
    assert told[-1] == (len(PAPERS) + 300, len(PAPERS) + 300)
    assert shelf.finder.is_current()
    assert shelf.titles("harbour") == ["Tideway"]


def test_a_few_papers_are_indexed_without_another_process(new_shelf) -> None:
    shelf = new_shelf()
    with shelf.finder.follow() as follower:
        shelf.add(PAPERS)
        assert follower.finish(lambda *_: None, lambda: False)
    assert shelf.titles("harbour") == ["Tideway"]


def test_a_stopped_follower_leaves_the_rest_to_the_next_update(new_shelf) -> None:
    shelf = new_shelf()
    shelf.add(a_batch("Kites", 300))
    with shelf.finder.follow() as follower:
        assert not follower.finish(lambda *_: None, lambda: True)
    shelf.finder.update()
    assert shelf.finder.is_current()


@pytest.mark.parametrize("moment", range(6))
def test_a_killed_follower_leaves_an_index_that_can_be_made(new_shelf, moment: int) -> None:
    shelf = new_shelf()
    shelf.add(a_batch("Kites", 300))
    asked = 0

    def is_the_moment() -> bool:
        nonlocal asked
        asked += 1
        return asked > moment

    with shelf.finder.follow() as follower:
        follower.finish(lambda *_: None, is_the_moment)
        assert follower.finish(lambda *_: None, lambda: False)
    assert shelf.finder.find("kites").total == 300


@pytest.mark.parametrize("moment", range(4))
def test_a_follower_killed_over_an_index_leaves_what_answers_and_mends(
    new_shelf, moment: int
) -> None:
    shelf = new_shelf()
    shelf.add(a_batch("Kites", 400))
    shelf.finder.update()
    shelf.add([entry(f"Kites {number}", "About the pelicans.") for number in range(400)])
    before, asked = set(shelf.directory.iterdir()), 0

    def is_the_moment() -> bool:
        nonlocal asked
        asked += set(shelf.directory.iterdir()) != before
        return asked > moment

    with shelf.finder.follow() as follower:
        follower.finish(lambda *_: None, is_the_moment)
    again = new_shelf()
    for _ in range(2):
        for query in ("kites", "pelicans", "kites pelicans"):
            assert again.finder.find(query).total == 400, query
        again.finder.update()
    assert again.finder.is_current()


def test_a_follower_does_not_wait_for_another_that_writes(new_shelf) -> None:
    one, other = new_shelf(), new_shelf()
    one.add(PAPERS)
    ends: list[bool] = []

    def follow_too(_done: int, _total: int) -> None:
        with other.finder.follow() as follower:
            ends.append(follower.finish(lambda *_: None, lambda: False))

    one.finder.update(follow_too)
    assert set(ends) == {False}
    assert one.finder.is_current()


def test_many_threads_search_while_one_updates(new_shelf) -> None:
    shelf = new_shelf()
    shelf.add(PAPERS)

    def search(turn: int) -> list[str]:
        if turn % 5 == 0:
            shelf.finder.update()
        return shelf.titles("harbour")

    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(search, range(40))) == [["Tideway"]] * 40


def test_papers_that_a_condition_leaves_out_are_counted(new_shelf) -> None:
    shelf = new_shelf()
    shelf.add(PAPERS)
    shelf.finder.update()
    assert shelf.finder.find("diffusion votes:>1000").notes == (
        "2 papers have these words, but not here",
    )


def test_who_leaves_does_not_wait_for_the_index_to_be_read(shelf: Shelf) -> None:
    shelf.finder.close()
    asked: list[int] = []

    def should_stop() -> bool:
        asked.append(1)
        return True

    shelf.finder.warm(should_stop)
    assert len(asked) > 1
    assert shelf.finder._upkeep._opened is None
    shelf.finder.warm()
    assert shelf.finder._upkeep._opened is not None


def test_loading_stops_between_its_parts():
    code = (
        "import sys; from paperreader.search import load; "
        "asked = []; stops = lambda: bool(asked.append(1) or len(asked) > 2); "
        "sys.exit(load(stops) or len(asked) != 3 or 'whoosh' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
