"""A paper as blocks of styled text, ready to be wrapped: what the detail pane shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from paperreader.ui.text import symbols
from paperreader.ui.text.markdown import GAP, Block, link, markdown_blocks

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from paperreader.digests.model import Link, Period, Section
    from paperreader.library import Paper, StoredEntry

LANGUAGE_NAMES = {"en": "English", "ko": "한국어", "zh": "中文", "ja": "日本語"}
BOTH = "both"


def paper_blocks(paper: Paper, language: str, topic_names: Mapping[str, str]) -> list[Block]:
    """Title, authors, facts, links, the summaries in `language` (or `both`), where it appeared."""
    return [
        Block(Content.styled(paper.row.title, "bold $primary")),
        *_authors(paper.row.authors),
        *_facts(paper, topic_names),
        *_links(paper.links),
        *_summaries(shown_entries(paper, language)),
        *_appearances(paper),
    ]


def languages_of(paper: Paper) -> list[str]:
    """The languages the paper can be read in, each once, the newest entry's last."""
    return list(dict.fromkeys(entry.language for entry in paper.entries))


def shown_entries(paper: Paper, language: str) -> list[StoredEntry]:
    """The entries in this language; all of them for `both` or when none is in it."""
    chosen = [entry for entry in paper.entries if entry.language == language]
    return chosen or list(paper.entries)


def _authors(authors: Sequence[str]) -> Iterator[Block]:
    yield Block(Content.styled(", ".join(authors) or "Authors not given", "$quiet"))


def _facts(paper: Paper, topic_names: Mapping[str, str]) -> Iterator[Block]:
    facts = [show_period(entry.period) for entry in paper.entries]
    facts = list(dict.fromkeys(facts))[-1:]
    if paper.row.votes is not None:
        facts.append(f"{symbols.VOTES}{paper.row.votes}")
    facts += [topic_names.get(slug, slug) for slug in paper.row.topics]
    yield GAP
    yield Block(Content("  ".join(facts)).stylize("$secondary"))
    if paper.keywords:
        yield Block(Content.styled("; ".join(paper.keywords), "$quiet italic"))


def _links(links: Sequence[Link]) -> Iterator[Block]:
    parts: list[Content] = []
    for one in links:
        parts += [link(one.kind.value, one.url), Content("  ")]
    if parts:
        yield Block(Content.assemble(*parts))


def _summaries(entries: Sequence[StoredEntry]) -> Iterator[Block]:
    languages = {entry.language for entry in entries}
    seen: set[tuple[Section, ...]] = set()
    for entry in entries:
        if entry.sections in seen:
            continue
        seen.add(entry.sections)
        yield GAP
        if len(languages) > 1 or len(entries) > 1:
            yield Block(Content.styled(_entry_name(entry), "$quiet"))
        for section in entry.sections:
            yield from _section(section)


def _entry_name(entry: StoredEntry) -> str:
    name = LANGUAGE_NAMES.get(entry.language, entry.language)
    heading = f" · {entry.heading}" if entry.heading else ""
    return f"── {name} · {show_period(entry.period)}{heading} ──"


def _section(section: Section) -> Iterator[Block]:
    if not section.text and section.lead:
        return
    if section.label:
        yield GAP
        yield Block(Content.styled(section.label, "bold $secondary"))
    yield from markdown_blocks(section.text)


def _appearances(paper: Paper) -> Iterator[Block]:
    yield GAP
    yield Block(Content.styled("In", "bold $quiet"))
    for entry in paper.entries:
        parts = [show_period(entry.period), entry.source, entry.digest]
        if entry.heading:
            parts.append(entry.heading)
        yield Block(Content.styled(" · ".join(parts), "$quiet"), indent=2)


def show_period(period: Period) -> str:
    """`2024-12-05`, `week of 2024-12-02` or `2024-12`."""
    match period.precision.value:
        case "day":
            return period.first.isoformat()
        case "week":
            return f"week of {period.first.isoformat()}"
    return period.first.isoformat()[:7]
