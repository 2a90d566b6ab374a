"""Search measured on made-up papers, beside SQLite FTS5 and tantivy.

`python tests/bench/search.py [PAPERS]` prints a table, and how many times the others it is.
The table has papers indexed a second, the time to open, and milliseconds from a keystroke to its
results for forty queries typed letter by letter. tantivy is measured where it is installed.
"""

from __future__ import annotations

import argparse
import random
import sqlite3
import sys
import tempfile
import time
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from paperreader.digests.model import Digest, Entry, Family, Period, Section
from paperreader.library import Document, Library
from paperreader.search import Finder
from paperreader.topics import Classifier

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

QUERIES = 40
WORDS_OF_A_TEXT = 180
A_DAY = 50
NOW = datetime(2025, 1, 1, tzinfo=UTC)
HEADER = f"{'':10} {'papers/s':>9} {'open ms':>8} {'p50 ms':>7} {'p95 ms':>7} {'max ms':>7}"


@dataclass(frozen=True)
class Timing:
    """What one engine took."""

    name: str
    papers_per_s: float
    open_ms: float
    keystrokes_ms: list[float]

    @property
    def numbers(self) -> tuple[float, ...]:
        """The columns of the table."""
        times = sorted(self.keystrokes_ms)
        p50, p95 = times[len(times) // 2], times[int(len(times) * 0.95)]
        return self.papers_per_s, self.open_ms, p50, p95, times[-1]

    def __str__(self) -> str:
        return row(self.name, self.numbers, 1)

    def times(self, other: Timing) -> str:
        """A row of how many times the other's each number is."""
        ratios = tuple(a / b for a, b in zip(self.numbers, other.numbers, strict=True))
        return row(f"x {other.name}", ratios, 2)


def row(name: str, numbers: tuple[float, ...], digits: int) -> str:
    """A row of the table."""
    widths = (9, 8, 7, 7, 7)
    cells = (f"{n:{w}.{digits}f}" for n, w in zip(numbers, widths, strict=True))
    return " ".join((f"{name:10}", *cells))


def vocabulary(chance: random.Random) -> tuple[list[str], list[float]]:
    """Made-up words and how often they are used: as in texts, by 1 / rank."""
    syllables = [a + b for a in "bcdfghklmnprstv" for b in ("a", "e", "i", "o", "u", "an", "er")]
    words = ["".join(chance.choices(syllables, k=chance.randint(1, 4))) for _ in range(30_000)]
    unique = list(dict.fromkeys(words))
    return unique, [1 / (rank + 8) for rank in range(len(unique))]


def papers(count: int, chance: random.Random) -> Iterator[Entry]:
    """Made-up papers with titles, five authors and a text each."""
    words, weights = vocabulary(chance)
    for number in range(count):
        title = " ".join(chance.choices(words, weights, k=9)).title()
        names = (" ".join(chance.choices(words[200:5000], k=2)).title() for _ in range(5))
        text = " ".join(chance.choices(words, weights, k=WORDS_OF_A_TEXT))
        day = date(2024, 1, 1) + timedelta(days=number // A_DAY)
        identifier = f"{day:%y%m}.{number % 100_000:05}"
        yield Entry(title, identifier, tuple(names), sections=(Section("Abstract", text),),
                    period=Period(day))  # fmt: skip


def keystrokes(entries: list[Entry], chance: random.Random) -> list[str]:
    """What stands in the search box while queries are typed: parts of titles and authors."""
    typed = []
    for entry in chance.sample(entries, QUERIES):
        words = chance.sample(entry.title.split(), 2) + entry.authors[0].split()[:1]
        query = " ".join(words).lower()
        typed += [query[:end] for end in range(1, len(query) + 1)]
    return typed


def timed(work: Callable[[], object]) -> float:
    """Seconds."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def measure_paperreader(entries: list[Entry], typed: list[str], home: Path) -> Timing:
    """The search of paperreader, ranked and complete, without painting."""
    with Library.open(
        home / "library.db", clock=lambda: datetime(2025, 1, 1, tzinfo=UTC)
    ) as library:
        digest = Digest("bench.md", Family.ANY_MARKDOWN, entries=tuple(entries))
        library.add([Document(digest, "bench", "/bench.md", "bench")], Classifier.load({}),
                    today=NOW.date())  # fmt: skip
        finder = Finder(library, home / "index")
        build_s = timed(finder.update)
        finder.close()
        opening_s = timed(lambda: finder.find("a", limit=1))
        finder.warm()
        times = [timed(lambda q=query: finder.find(q, as_you_type=True)) for query in typed]
        finder.close()
    return Timing("whoosh", len(entries) / build_s, opening_s * 1000, [t * 1000 for t in times])


def measure_fts5(entries: list[Entry], typed: list[str], home: Path) -> Timing:
    """SQLite FTS5 with the porter stemmer; the last word as a prefix, ranked by bm25."""
    path = home / "fts.db"
    connection = sqlite3.connect(path)
    connection.execute(
        "CREATE VIRTUAL TABLE papers USING fts5(title, authors, text, tokenize='porter unicode61')"
    )
    rows = [(e.title, ", ".join(e.authors), e.sections[0].text) for e in entries]
    with connection:
        build_s = timed(lambda: connection.executemany("INSERT INTO papers VALUES (?,?,?)", rows))
    connection.close()
    opened = sqlite3.connect(path)

    def find(query: str) -> list[tuple[int]]:
        words = " ".join(f'"{word}"' for word in query.split())
        sql = "SELECT rowid FROM papers WHERE papers MATCH ? ORDER BY bm25(papers, 2, 1, 1)"
        return opened.execute(sql, (f"{words}*",)).fetchall()

    opening_s = timed(lambda: find("a"))
    times = [timed(lambda q=query: find(q)) for query in typed]
    opened.close()
    return Timing("fts5", len(entries) / build_s, opening_s * 1000, [t * 1000 for t in times])


def measure_tantivy(entries: list[Entry], typed: list[str], home: Path) -> Timing:
    """tantivy with its English stemmer; the last word as a prefix, the first thousand ranked."""
    import tantivy

    builder = tantivy.SchemaBuilder()
    for name in ("title", "authors", "text"):
        builder.add_text_field(name, tokenizer_name="en_stem")
    schema = builder.build()
    home = home / "tantivy"
    home.mkdir()
    index = tantivy.Index(schema, path=str(home))

    def build() -> None:
        writer = index.writer()
        for entry in entries:
            writer.add_document(tantivy.Document(
                title=entry.title, authors=", ".join(entry.authors), text=entry.sections[0].text
            ))  # fmt: skip
        writer.commit()
        writer.wait_merging_threads()

    build_s = timed(build)
    opening_s = timed(lambda: tantivy.Index.open(str(home)).searcher())
    index.reload()
    searcher = index.searcher()

    def find(query: str) -> object:
        *words, last = query.split()
        exact = [f"+{word}" for word in words]
        parsed = index.parse_query(" ".join([*exact, f'"{last}"']), ["title", "authors", "text"])
        prefixes = [
            (tantivy.Occur.Should, tantivy.Query.regex_query(schema, name, f"{last}.*"))
            for name in ("title", "authors", "text")
        ]
        both = tantivy.Query.boolean_query(
            [(tantivy.Occur.Should, parsed),
             (tantivy.Occur.Must, tantivy.Query.boolean_query(prefixes))]
        )  # fmt: skip
        return searcher.search(both, 1000)

    times = [timed(lambda q=query: find(q)) for query in typed]
    return Timing("tantivy", len(entries) / build_s, opening_s * 1000, [t * 1000 for t in times])


def main() -> None:
    """Measure and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("papers", type=int, nargs="?", default=10_000)
    count = parser.parse_args().papers
    chance = random.Random(20241205)
    entries = list(papers(count, chance))
    typed = keystrokes(entries, chance)
    print(f"{count} papers, {len(typed)} keystrokes, Python {sys.version.split()[0]}\n{HEADER}")
    measured: list[Timing] = []
    for measure in (measure_paperreader, measure_fts5, measure_tantivy):
        with tempfile.TemporaryDirectory() as home:
            try:
                measured.append(measure(entries, typed, Path(home)))
                print(measured[-1], flush=True)
            except ImportError as error:
                print(f"not measured: {error}")
    for other in measured[1:]:
        print(measured[0].times(other))


if __name__ == "__main__":
    main()
