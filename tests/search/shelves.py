"""A small library of made-up papers, with its finder."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from paperreader.digests.model import Digest, Entry, Family, Link, LinkKind, Period, Section
from paperreader.library import Document, Library
from paperreader.search import Finder
from paperreader.topics import Classifier

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

TODAY = date(2024, 12, 10)
NOW = datetime(2024, 12, 10, tzinfo=UTC)
CODE = Link(LinkKind.CODE, "https://github.com/example/code")


def entry(title: str, text: str = "", *authors: str, **more: object) -> Entry:
    """What a digest says of a made-up paper."""
    sections = (Section("Summary", text),) if text else ()
    return Entry(title, authors=authors, sections=sections, **more)  # type: ignore[arg-type]


PAPERS = (
    entry("Tideway: One-Step Diffusion for Harbour Maps", "A diffusion model in a single step.",
          "Björn Østergård", "Ana Lima", identifier="2411.00001", votes=55,
          period=Period(date(2024, 11, 4))),
    entry("Slow Diffusion of Rumours", "How hearsay spreads; no images are generated.",
          "Kim Minsu", identifier="2411.00002", votes=3, period=Period(date(2024, 11, 5))),
    entry("강가의 그림자", "확산모델은 강물의 그림을 만든다. LLM을 쓰지 않고 GPT-4를 이긴다.",
          identifier="2412.00003", language="ko", period=Period(date(2024, 12, 2))),
    entry("산모를 위한 안내", "건강한 생활과 식단을 적는다.",
          identifier="2412.00004", language="ko", period=Period(date(2024, 12, 3))),
    entry("Talking to GPT-4o About Lighthouses", "We compare LLaMA-3.1-8B and Qwen2 with VLMs.",
          "Vera Fyr", identifier="2412.00005", links=(CODE,), period=Period(date(2024, 12, 5))),
    entry("Text-to-Image Painting in 3D", "Optimizing brushes: the π0 policy on µ-MATH, tower+.",
          "Ana Lima", identifier="2412.00006", period=Period(date(2024, 12, 6)),
          keywords=("watercolour",)),
)  # fmt: skip


class Shelf:
    """A library with its finder, to which digests can be added."""

    def __init__(self, home: Path) -> None:
        self.directory = home / "index"
        self.classifier = Classifier.load({})
        self.library = Library.open(
            home / "library.db", clock=lambda: datetime(2024, 12, 10, tzinfo=UTC)
        )
        self.finder = Finder(self.library, self.directory)

    def add(self, entries: Sequence[Entry], name: str = "digest.md") -> None:
        """Import a digest; one of the same name is replaced."""
        digest = Digest(name, Family.ANY_MARKDOWN, entries=tuple(entries))
        document = Document(digest, repr(entries), f"/{name}", "tests")
        self.library.add([document], self.classifier, today=TODAY)

    def titles(self, query: str, **options: object) -> list[str]:
        """The first words of the titles that a query finds, best first."""
        found = self.finder.find(query, **options)  # type: ignore[arg-type]
        return [row.title.split()[0].strip(":") for row in self.library.rows(found.numbers)]

    def close(self) -> None:
        self.finder.close()
        self.library.close()
