"""The shapes in which machines write summaries, cut into labelled sections.

Known are `i) ... ii) ...`, with labels or with parts that begin as their label would,
`1. **Summary:** ... 2. **Key methodology:** ...`, `**Summary:** ... **Primary results:** ...` and
`Key methodology: ...` in running text, each also after an opening such as "Here is a summary of
the paper, following your guidelines:".
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from paperreader.digests.labels import harmonised, section
from paperreader.digests.model import Section

if TYPE_CHECKING:
    from collections.abc import Sequence

_NUMERALS = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")
_ROMAN = re.compile(r"(?<!\S)(?P<stars>\*{0,3}+)\(?(?P<numeral>[ivx]{1,4})\)")
_BOLD = re.compile(r"(?<!\S)(?:\d{1,2}[.)]\s{1,4}|[-*•]\s{1,4})?\*\*([^*]{2,90}+)\*\*:?")
_PLAIN = re.compile(
    r"(?<!\S)((?:Main|Key|Primary|Principal|Research|Summary|1-line|One-line)\b[^:.;*]{0,70}+):(?=\s)"
)
_LABEL = re.compile(
    r"\s{0,6}(?:\*{2,3}(?P<bold>[^*]{1,90}+)\*{2,3}:?|(?P<plain>[^:.*]{3,80}+):(?=\s))"
)
_OPENING = re.compile(
    r"(?:(?:Okay|Ok|Sure|Certainly|Of course)[,.!]?\s{1,3})?"
    r"(?:Here(?:'s|’s| is| are)|Below is|The following is|This is a)\b",
    re.IGNORECASE,
)
_FIVE = ("Summary", "Objective", "Method", "Results", "Implication")
_QUALIFIED = r"\s{0,3}(?:the\s)?(?:(?:main|key|primary|principal|core|research)\s){0,2}"
# What a part without a label says first when it is the one of its name.
_SAID = {
    "Objective": re.compile(_QUALIFIED + r"(?:objective|question|goal|aim)s?\b", re.IGNORECASE),
    "Method": re.compile(_QUALIFIED + r"(?:method|methodology|methodologies)\b", re.IGNORECASE),
    "Results": re.compile(_QUALIFIED + r"results?\b", re.IGNORECASE),
    "Implication": re.compile(
        _QUALIFIED + r"implications?\b|\s{0,3}for\s(?:ai\s)?practitioners\b", re.IGNORECASE
    ),
}
_UNMISTAKABLE = 2
_EMPTY_LABEL = re.compile(r"\s{0,3}\*\*Summary:?\*\*:?(?=\s{0,3}i\))")
_LONGEST_OPENING = 700


@dataclass(frozen=True, slots=True)
class _Mark:
    """Where a part starts, where its text does, and its label."""

    start: int
    text: int
    label: str


def summary_sections(text: str) -> tuple[Section, ...]:
    """The sections of a summary; one without label where it has no shape that is known."""
    text = text.strip()
    if not text:
        return ()
    begin = _opening(text)
    for marks in (_roman(text, begin), _bold(text), _plain_labels(text)):
        if marks:
            return _cut(text, begin, marks)
    lead, rest = text[:begin].strip(), text[begin:].strip()
    return (Section("", rest, lead),) if rest else (Section("", text),)


def _opening(text: str) -> int:
    """Where the opening line ends, 0 where there is none: at the first colon outside quotes."""
    if not _OPENING.match(text) or "summar" not in text[:_LONGEST_OPENING].lower():
        return 0
    is_quoted = False
    for place, sign in enumerate(text[:_LONGEST_OPENING]):
        if sign in '"“”':
            is_quoted = not is_quoted
        elif sign == ":" and not is_quoted and text[place + 1 : place + 2].isspace():
            label = _EMPTY_LABEL.match(text, place + 1)
            return label.end() if label else place + 1
        elif sign == "." and not is_quoted and text[place + 1 : place + 3] == "  ":
            return 0
    return 0


def _roman(text: str, begin: int) -> list[_Mark]:
    """The parts `i) ... ii) ...` from the first word on: further in they count in a sentence."""
    marks: list[_Mark] = []
    for match in _ROMAN.finditer(text, begin):
        if len(marks) == len(_NUMERALS):
            break
        if match["numeral"] != _NUMERALS[len(marks)]:
            continue
        if not marks and text[begin : match.start()].strip():
            return []
        marks.append(_with_label(text, match))
    return _named(text, marks) if len(marks) > 1 else []


def _named(text: str, marks: Sequence[_Mark]) -> list[_Mark]:
    """The parts with labels: of their own, as they begin, or by their place among the usual five.

    The five are unmistakable when some parts say so and none says otherwise.
    """
    labels = [mark.label or _said(text, mark.text) for mark in marks]
    if len(labels) == len(_FIVE):
        told = [harmonised(label) == _FIVE[place] for place, label in enumerate(labels) if label]
        if all(told) and len(told) >= _UNMISTAKABLE:
            labels = list(_FIVE)
    return [replace(mark, label=label) for mark, label in zip(marks, labels, strict=True)]


def _said(text: str, start: int) -> str:
    """The label with whose words a part begins."""
    return next((name for name, words in _SAID.items() if words.match(text, start)), "")


def _with_label(text: str, match: re.Match[str]) -> _Mark:
    place = match.end()
    if match["stars"]:  # the enumerator is inside the bold label: **i) Summary:**
        end = text.find("**", place, place + 90)
        if end >= 0:
            after = end + 2 + (text[end + 2 : end + 3] == ":")
            return _Mark(match.start(), after, text[place:end].strip(" :"))
        return _Mark(match.start(), place, "")
    label = _LABEL.match(text, place)
    if label and (label["bold"] or harmonised(label["plain"])):
        return _Mark(match.start(), label.end(), (label["bold"] or label["plain"]).strip(" :"))
    return _Mark(match.start(), place, "")


def _bold(text: str) -> list[_Mark]:
    return _labelled(text, _BOLD)


def _plain_labels(text: str) -> list[_Mark]:
    return _labelled(text, _PLAIN)


def _labelled(text: str, pattern: re.Pattern[str]) -> list[_Mark]:
    marks = [
        _Mark(match.start(), match.end(), match[1].strip(" :"))
        for match in pattern.finditer(text)
        if harmonised(_without_number(match[1]))
    ]
    return marks if len(marks) > 1 else []


def _without_number(label: str) -> str:
    return re.sub(r"^\s{0,3}\(?(?:\d{1,2}|[ivx]{1,4})[.)]\s{1,3}", "", label)


def _cut(text: str, begin: int, marks: Sequence[_Mark]) -> tuple[Section, ...]:
    opening, before = text[:begin].strip(), text[begin : marks[0].start].strip(" -\n")
    parts = [Section("", before, opening)] if before else []
    lead = "" if before else opening
    ends = [mark.start for mark in marks[1:]] + [len(text)]
    for mark, end in zip(marks, ends, strict=True):
        named = " ".join(filter(None, (lead, text[mark.start : mark.text].strip())))
        label = _without_number(mark.label)
        parts.append(section(label, text[mark.text : end].strip(), named))
        lead = ""
    return tuple(parts)
