"""Import measured on made-up digests of four families.

`python tests/bench/importing.py [DOCUMENTS]` imports them twice by the command line and prints
papers a second (read, stored and indexed), and how long the second import takes of the first.
"""

from __future__ import annotations

import argparse
import json
import random
import subprocess
import sys
import tempfile
import time
from datetime import date, timedelta
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

PAPERS = 8
FIELDS = (
    "diffusion", "text-to-image", "benchmark", "reasoning", "language model", "robot", "speech",
    "reinforcement learning", "quantization", "video generation", "Gaussian splatting", "agent",
    "retrieval", "segmentation", "code generation", "long context", "jailbreak", "protein",
)  # fmt: skip
PARTS = ("1-line summary", "Main research objective", "Key methodology", "Primary results",
         "Principal implication")  # fmt: skip
BULLETS = ("What's New", "Technical Details", "Performance Highlights")


class Writer:
    """Makes up titles, names and sentences, the same ones each time."""

    def __init__(self) -> None:
        self._chance = random.Random(20241205)
        self._latin = self._vocabulary("bcdfghklmnprstv", "aeiou", 20_000)
        self._korean = self._vocabulary("가나다라마바사아자차", "군민철산강별꽃길", 5_000)
        self._ids = count(1)

    def _vocabulary(self, first: str, second: str, size: int) -> list[str]:
        syllables = [a + b for a in first for b in second]
        words = {"".join(self._chance.choices(syllables, k=1 + n % 4)) for n in range(size)}
        return sorted(words, key=len)

    def _word(self, of: list[str]) -> str:
        """Short words often, long ones seldom, as in texts."""
        return of[int(len(of) * self._chance.random() ** 3)]

    def sentences(self, words: int, *, korean: bool = False) -> str:
        of = self._korean if korean else self._latin
        said = [self._word(of) for _ in range(words)]
        said[::12] = [self._chance.choice(FIELDS) for _ in said[::12]]
        said[11::12] = [f"{each}." for each in said[11::12]]
        return " ".join(said)

    def title(self) -> str:
        return f"{self.sentences(9).title().replace('.', '')} {next(self._ids)}"

    def authors(self) -> str:
        return ", ".join(f"{self._word(self._latin)} {self._word(self._latin)}".title()
                         for _ in range(6))  # fmt: skip

    def identifier(self, day: date) -> str:
        return f"{day:%y%m}.{next(self._ids) % 100_000:05}"


def table(write: Writer, day: date) -> str:
    """daily-table."""
    rows = []
    for _ in range(PAPERS):
        where, said = f"https://arxiv.org/abs/{write.identifier(day)}", zip(
            ("i", "ii", "iii", "iv", "v"), PARTS, strict=True)  # fmt: skip
        summary = "  ".join(f"{n}) **{part}:** {write.sentences(30)}" for n, part in said)
        rows.append(f"| {write.title()} (Read more on [arXiv]({where}))| {write.authors()} |"
                    f" {summary} |\n")  # fmt: skip
    head = "| Title | Authors | Summary |\n|-------|---------|---------|\n"
    return f"## Papers for {day}\n\n{head}{''.join(rows)}"


def sections(write: Writer, day: date) -> str:
    """daily-sections, in Korean."""
    papers = []
    for _ in range(PAPERS):
        bullets = (f"- ***{each}***: {write.sentences(30, korean=True)}\n" for each in BULLETS)
        papers.append(
            f"### [{write.title()}](https://arxiv.org/abs/{write.identifier(day)})\n\n"
            f"Vote: {next(write._ids) % 90}\n\nAuthors: {write.authors()}\n\n{''.join(bullets)}\n"
        )
    return f"## Daily Papers ({day})\n\n{''.join(papers)}"


def notes(write: Writer, day: date) -> str:
    """weekly-notes."""
    papers = (
        f"### {write.title()}\n\\[[paper](https://arxiv.org/abs/{write.identifier(day)})\\]\n"
        f"- `Keypoints:` {write.sentences(6)}\n- `Objective:` {write.sentences(30)}\n"
        f"- <details>\n    <summary>Details</summary>\n\n    - `Method:` {write.sentences(60)}\n"
        f"    - `Metric:` {write.sentences(40)}\n</details>\n\n"
        for _ in range(PAPERS)
    )
    return f"# {day:%Y%m}\n\n## {FIELDS[day.day % len(FIELDS)]}\n\n{''.join(papers)}"


def answer(write: Writer, day: date) -> str:
    """hf-daily."""
    papers = [
        {"paper": {"id": write.identifier(day), "title": write.title(), "upvotes": day.day,
                   "authors": [{"name": name} for name in write.authors().split(", ")],
                   "summary": write.sentences(180)}, "publishedAt": f"{day}T00:00:00.000Z"}
        for _ in range(PAPERS)
    ]  # fmt: skip
    return json.dumps(papers)


FAMILIES: tuple[tuple[Callable[[Writer, date], str], str], ...] = (
    (table, "md"), (sections, "md"), (notes, "md"), (answer, "json"),
)  # fmt: skip


def days(number: int) -> Iterator[date]:
    """So many days, from the first of 2020 on."""
    return (date(2020, 1, 1) + timedelta(days=each) for each in range(number))


def make(folder: Path, documents: int) -> None:
    """Write the digests."""
    write = Writer()
    for number, day in enumerate(days(documents)):
        family, suffix = FAMILIES[number % len(FAMILIES)]
        path = folder / f"{day:%Y/%m/%d}.{suffix}"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(family(write, day), "utf-8")


def import_s(library: Path, folder: Path) -> tuple[float, dict[str, int]]:
    """Seconds that `paperreader import` takes, start and all, and its count of papers."""
    command = [sys.executable, "-m", "paperreader", "--library", str(library), "import", "--json"]
    start = time.perf_counter()
    done = subprocess.run([*command, str(folder)], check=True, capture_output=True)
    taken_s = time.perf_counter() - start
    return taken_s, json.loads(done.stdout)["papers"]


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("documents", type=int, nargs="?", default=1_000)
    documents = parser.parse_args().documents
    with tempfile.TemporaryDirectory() as home:
        folder, library = Path(home, "digests"), Path(home, "library")
        make(folder, documents)
        first_s, first = import_s(library, folder)
        second_s, second = import_s(library, folder)
    assert first["new"] == second["unchanged"] == documents * PAPERS
    print(f"first import   {first_s:7.2f} s  {first['new'] / first_s:7.0f} papers/s")
    print(f"second import  {second_s:7.2f} s  {second_s / first_s:7.1%} of the first")


if __name__ == "__main__":
    main()
