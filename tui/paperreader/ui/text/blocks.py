"""A paper as blocks of styled text, ready to be wrapped: what the detail pane shows."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from textual.content import Content

from paperreader.ui.text.heading import heading_blocks
from paperreader.ui.text.markdown import GAP, Block, clickable, markdown_blocks
from paperreader.ui.text.own import own_blocks

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from paperreader.digests.model import Section
    from paperreader.library import Paper, StoredEntry
    from paperreader.ui.text.markdown import Flow

LANGUAGE_NAMES = {"en": "English", "ko": "한국어", "zh": "中文", "ja": "日本語"}
BOTH = "both"
MOST_REASONS = 8
MOST_TEXT = 50_000  # characters of a paper: wrapping more would keep the reader from its keys


class Shown(NamedTuple):
    """How a paper is shown: in a language (or `both`), formulas as LaTeX, with all its authors."""

    language: str = "en"
    is_raw: bool = False
    has_all_authors: bool = False


def paper_blocks(
    paper: Paper, shown: Shown, topic_names: Mapping[str, str]
) -> Iterator[Block | Flow]:
    """Title, authors, facts, links, marks, summaries, why it has its topics, where it appeared."""
    yield from heading_blocks(paper, topic_names, has_all_authors=shown.has_all_authors)
    yield from own_blocks(paper.row.marks)
    yield from _summaries(paper, shown_entries(paper, shown.language), is_raw=shown.is_raw)
    yield from _reasons(paper, shown.language, topic_names)
    yield from _appearances(paper.entries)


def languages_of(paper: Paper) -> list[str]:
    """The languages the paper can be read in, each once, the newest entry's last."""
    return list(dict.fromkeys(entry.language for entry in paper.entries))


def shown_entries(paper: Paper, language: str) -> list[StoredEntry]:
    """The entries in this language; all of them for `both` or when none is in it."""
    chosen = [entry for entry in paper.entries if entry.language == language]
    return chosen or list(paper.entries)


def matching_language(
    paper: Paper, preferred: str, spans: Callable[[str], Iterable[tuple[int, int]]]
) -> str:
    """The language in which what was searched for stands, the preferred one where it does too."""

    def fit(language: str) -> tuple[int, bool]:
        sections = (s for entry in shown_entries(paper, language) for s in entry.sections)
        text = "\n".join(section.text for section in sections)
        found = {text[start:end] for start, end in spans(text)}
        return sum(not words.isascii() for words in found), bool(found)

    languages = languages_of(paper)
    return max((preferred, *languages), key=fit) if len(languages) > 1 else preferred


def _summaries(paper: Paper, entries: Sequence[StoredEntry], *, is_raw: bool) -> Iterator[Block]:
    distinct = list({_summary(entry): entry for entry in reversed(entries)}.values())[::-1]
    has_languages = len({entry.language for entry in distinct}) > 1
    keywords = _words(" ".join(paper.keywords))
    room = MOST_TEXT
    for entry in distinct:
        yield GAP
        if len(distinct) > 1:
            yield Block(Content.styled(_entry_name(entry, has_languages), "$quiet"))
        for section in entry.sections:
            if room > 0 and not _repeats(section, keywords):
                yield from _section(section._replace(text=section.text[:room]), is_raw=is_raw)
            room -= len(section.text)
    if room < 0:
        yield GAP
        yield Block(Content.styled(_rest(-room, paper.row.id), "$quiet"))


def _summary(entry: StoredEntry) -> tuple[Section, ...]:
    return tuple(section for section in entry.sections if not section.is_aside)


def _rest(characters: int, id: str) -> str:  # noqa: A002 - a paper's id
    return f"… and {characters:,} more characters: `paperreader show {id}` prints all of it"


def _entry_name(entry: StoredEntry, has_languages: bool) -> str:
    parts = [LANGUAGE_NAMES.get(entry.language, entry.language)] if has_languages else []
    parts += [entry.period.name, entry.heading or entry.family]
    return f"── {' · '.join(parts)}"


def _repeats(section: Section, keywords: set[str]) -> bool:
    """The section only lists keywords, which stand under the facts already."""
    return section.label == "Keypoints" and _words(section.text) <= keywords


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text.casefold()))


def _section(section: Section, *, is_raw: bool) -> Iterator[Block]:
    if section.is_aside:
        return
    if section.label:
        yield GAP
        yield Block(Content.styled(section.label, "bold $secondary"))
    yield from markdown_blocks(section.text, is_raw=is_raw)


def _reasons(paper: Paper, language: str, topic_names: Mapping[str, str]) -> Iterator[Block]:
    reasons = [reason for reason in paper.evidence if reason.topic in paper.row.topics]
    if reasons:
        yield from _quiet_heading("Topics")
    for reason in reasons:
        name = topic_names.get(reason.topic, reason.topic)
        topic = clickable(name, "show_topic", reason.topic)
        said = [word.strip() for word in reason.words]
        read = [word for word in said if word.isascii()] if language == "en" else []
        words = ", ".join(dict.fromkeys((read or said)[:MOST_REASONS]))
        yield Block(Content.assemble(topic, ": " if words else "", words).stylize("$quiet"), 2)


def _appearances(entries: Sequence[StoredEntry]) -> Iterator[Block]:
    yield from _quiet_heading("In")
    for entry in entries:
        parts = [entry.period.name, entry.source, entry.digest]
        if entry.heading:
            parts.append(entry.heading)
        yield Block(Content.styled(" · ".join(parts), "$quiet"), 2)
        for aside in (section.lead for section in entry.sections if section.is_aside):
            yield Block(Content.styled(aside[:MOST_TEXT], "$quiet"), 4)


def _quiet_heading(text: str) -> Iterator[Block]:
    yield GAP
    yield Block(Content.styled(text, "bold $quiet"))
