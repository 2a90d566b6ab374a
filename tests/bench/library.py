"""The library measured on made-up papers: opening, counting, listing and marking.

`python tests/bench/library.py [PAPERS]` prints a table with milliseconds for that many papers
(100,000 unless said otherwise, half of them marked), for a tenth of them, and the ratio.
"""

from __future__ import annotations

import argparse
import random
import sqlite3
import statistics
import sys
import tempfile
import time
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from paperreader.library import Change, Library
from paperreader.library.views import Has, InView, Mark, Sort, View, ViewKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

A_DAY = 40
A_PAGE = 30
ONE_BY_ONE = 400
NOW = "2025-01-01T00:00:00+00:00"
READ, UNREAD = Change("read", True), Change("read", False)
ENTRY = "Entry of a made-up digest about flows, models and what they are good for. " * 8


def fill(path: Path, papers: int) -> None:
    """A library with made-up papers, written past the digests that it would be read from."""
    Library.open(path).close()
    chance = random.Random(20241205)
    db = sqlite3.connect(path)
    with db:
        db.execute(
            """INSERT INTO documents
                 VALUES (1, 's', 'd', '/d', 'any-markdown', 'en', '', 1, '', ?, '[]')""",
            (NOW,),
        )
        db.executemany(
            "INSERT INTO papers VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)", rows(papers, chance)
        )
        db.executemany(
            "INSERT INTO entries VALUES (?,1,?,?,NULL,?,'[]',?,NULL,'en',?,?,'day','[]','[]',?)",
            entries(papers),
        )
        db.executemany("INSERT INTO places VALUES (?, ?, ?)", places(papers, chance))
    db.close()


def day_of(number: int) -> str:
    """A paper's day; some dozens stand on each."""
    return (date(2018, 1, 1) + timedelta(days=number // A_DAY)).isoformat()


def rows(papers: int, chance: random.Random) -> Iterator[tuple[object, ...]]:
    """Rows of papers, about as long as real ones."""
    for number in range(1, papers + 1):
        day, title = day_of(number), f"Title {chance.random()} of a made-up paper on flow models"
        authors = '["Ada One Example","Bo Two Example","Cy Three Example","Di Four Example"]'
        paper_id = f"{day[2:4]}{day[5:7]}.{number % 100_000:05}"
        yield (
            number, paper_id, title, title.lower(), authors, day, day, chance.randint(0, 99),
            number % A_DAY, '["en"]', '["topic-1"]', '[["topic-1",3.0,["flow","models"]]]', "[]",
            "[]", NOW, 1,
        )  # fmt: skip


def entries(papers: int) -> Iterator[tuple[object, ...]]:
    """One entry a paper."""
    for number in range(1, papers + 1):
        day = day_of(number)
        sections = f'[["Summary","{ENTRY}",false]]'
        yield number, number, number, f"Title {number}", 5, day, day, sections


def places(papers: int, chance: random.Random) -> Iterator[tuple[str, str, int]]:
    """Where the papers stand: year, month and day, a topic, a source."""
    for number in range(1, papers + 1):
        day = day_of(number)
        yield from (("date", day[:length], number) for length in (4, 7, 10))
        yield "topic", f"topic-{chance.randint(1, 19)}", number
        yield "source", f"source-{number % 3}", number


def mark_half(library: Library, chance: random.Random) -> None:
    """Marks as people make them: most are read, some bookmarked, queued, tagged or noted."""
    numbers = library.select()
    for change, share in (
        (READ, 0.4), (Change("bookmarked", True), 0.05), (Change("tag:later", True), 0.03),
        (Change("note", "Worth a second look."), 0.02),
    ):  # fmt: skip
        library.mark(chance.sample(numbers, int(len(numbers) * share)), change)
    library.mark(chance.sample(numbers, 50), Change("queued", True))


def took_ms(work: Callable[[], object], times: int = 5) -> float:
    """Milliseconds, the median of some runs."""
    return statistics.median(once_ms(work) for _ in range(times))


def once_ms(work: Callable[[], object]) -> float:
    """Milliseconds of one run."""
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


@dataclass(frozen=True)
class Bound:
    """What is measured, and how many milliseconds it may take with 100,000 papers."""

    name: str
    ms: float


BOUNDS = (
    Bound("open", 20), Bound("first counts", 50), Bound("open and counts", 50),
    Bound("select by date", 50), Bound("select unread", 50), Bound("select a day", 16),
    Bound("select by votes", 50), Bound("select by title", 100), Bound("rows of a page", 16),
    Bound("next unread", 16), Bound("a mark, p50", 16), Bound("a mark, p95", 16),
    Bound("a bookmark and counts, p95", 16), Bound("undo a mark", 16), Bound("catch up", 50),
    Bound("history", 50), Bound("mark all read", 1000), Bound("undo that", 1000),
)  # fmt: skip


def measure(path: Path) -> Iterator[float]:
    """A number for each of the bounds."""
    chance = random.Random(1)
    yield took_ms(lambda: Library.open(path).close())
    with Library.open(path) as library:
        yield once_ms(library.counts)
        yield took_ms(lambda: Library.open(path).counts())
        yield took_ms(library.select)
        yield took_ms(lambda: library.select(InView(View(ViewKind.UNREAD))))
        yield took_ms(lambda: library.select(InView(View(ViewKind.DATE, day_of(100)))))
        yield took_ms(lambda: library.select(sort=Sort.VOTES))
        yield took_ms(lambda: library.select(sort=Sort.TITLE))
        numbers = library.select()
        yield took_ms(lambda: library.rows(chance.sample(numbers, A_PAGE)), 50)
        yield took_ms(lambda: library.next_unread(chance.choice(numbers)), 50)
        some = chance.sample(numbers, ONE_BY_ONE)
        times = sorted(once_ms(lambda n=n: toggle(library, n)) for n in some)
        yield times[len(times) // 2]
        yield times[int(len(times) * 0.95)]
        times = sorted(once_ms(lambda n=n: bookmark(library, n)) for n in some)
        yield times[int(len(times) * 0.95)]
        yield took_ms(library.undo, 50)
        yield took_ms(library.catch_up)
        yield took_ms(library.history)
        library.mark(numbers, UNREAD)
        both = [(once_ms(lambda: library.mark(numbers, READ)), once_ms(library.undo))
                for _ in range(3)]  # fmt: skip
        yield from map(statistics.median, zip(*both, strict=True))
        assert library.count(Has(Mark.READ)).total == 0


def toggle(library: Library, number: int) -> None:
    """The key for read and unread."""
    (row,) = library.rows([number])
    library.mark([number], Change("read", not row.marks.read))


def bookmark(library: Library, number: int) -> None:
    """The key for a bookmark, with what the sidebar asks for after it."""
    library.mark([number], Change("bookmarked", True))
    library.counts()


def measured(papers: int) -> list[float]:
    """All numbers for so many papers."""
    with tempfile.TemporaryDirectory() as home:
        path = Path(home) / "library.db"
        fill(path, papers)
        with Library.open(path) as library:
            mark_half(library, random.Random(2))
        return list(measure(path))


def main() -> None:
    """Measure and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("papers", type=int, nargs="?", default=100_000)
    many = parser.parse_args().papers
    few = many // 10
    print(f"SQLite {sqlite3.sqlite_version}, Python {sys.version.split()[0]}")
    print(f"{'ms':28} {few:>9,} {many:>9,} {'ratio':>7} {'bound':>7}")
    for bound, small, large in zip(BOUNDS, measured(few), measured(many), strict=True):
        over = "  over" if large > bound.ms else ""
        print(
            f"{bound.name:28} {small:9.2f} {large:9.2f} {large / small:7.1f} {bound.ms:7.0f}{over}"
        )


if __name__ == "__main__":
    main()
