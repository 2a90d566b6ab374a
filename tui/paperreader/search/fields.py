"""The fields of the query language: what `name:value` means as part of a tree."""

from __future__ import annotations

import calendar
import difflib
import re
from datetime import date
from typing import TYPE_CHECKING, TypeVar

from paperreader.library.filters import (
    FromSource,
    HasNote,
    InLanguage,
    Interest,
    Named,
    OnTopic,
    Tagged,
    Votes,
)
from paperreader.library.views import During, Every, Has, Mark, Not
from paperreader.search.nodes import Holds, Linked, TextNode
from paperreader.search.texts import NOTE
from paperreader.topics.korean import slug_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from paperreader.library.views import Condition

TEXT_FIELDS = {
    "title": "title", "t": "title", "author": "authors", "a": "authors", "text": "text",
    "note": NOTE,
}  # fmt: skip
KNOWN = "title author text note topic tag source lang date votes is has id"

_MARKS: dict[str, Condition] = {
    "unread": Not(Has(Mark.READ)),
    "read": Has(Mark.READ),
    "bookmarked": Has(Mark.BOOKMARKED),
    "queued": Has(Mark.QUEUED),
    "noted": HasNote(),
    "interesting": Interest(1),
    "dull": Interest(-1),
}
_THINGS: dict[str, TextNode] = {
    "note": Holds(HasNote()),
    "code": Linked("code"),
    "ko": Holds(InLanguage("ko")),
    "en": Holds(InLanguage("en")),
    "pdf": Linked("pdf"),
    "project": Linked("project"),
    "video": Linked("video"),
    "tag": Holds(Tagged("")),
}
Found = TypeVar("Found")

_LANGUAGES = {"ko": "ko", "en": "en", "korean": "ko", "english": "en", "한국어": "ko", "영어": "en"}
# The values that some fields may have, and no others.
WORDS = {"is": tuple(_MARKS), "has": tuple(_THINGS), "lang": tuple(_LANGUAGES)}
_DAY = re.compile(r"(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?")
_VOTES = re.compile(r"(<=|>=|<|>|=)?(\d{1,9})")
_VOTES_BETWEEN = re.compile(r"(?=\.*\d)(\d{0,9})\.\.(\d{0,9})")


def is_field(name: str) -> bool:
    """Whether there is a field of this name."""
    return name in TEXT_FIELDS or name in _FIELDS


def near_field(name: str) -> str | None:
    """The documented field that a name which is none was probably meant to be."""
    near = difflib.get_close_matches(name, KNOWN.split(), n=1, cutoff=0.75)
    return near[0] if near and not is_field(name) else None


def near_value(name: str, value: str) -> str | None:
    """The value that one which its field does not know was probably meant to be."""
    near = difflib.get_close_matches(value.casefold(), WORDS.get(name, ()), n=1)
    return near[0] if near and isinstance(read_field(name, value), str) else None


def read_field(name: str, value: str) -> TextNode | str | None:
    """The part that a field asks for, else a remark that says what is allowed.

    None where there is no such field. Names and values may be given by their first letters.
    """
    read = _FIELDS.get(name)
    return read(value) if read else None


def may_become_clear(name: str, value: str) -> bool:
    """Whether more letters can make this value one that its field understands, as it isn't yet."""
    if not isinstance(read_field(name, value), str):
        return False
    return any(not isinstance(read_field(name, value + tail), str) for tail in _TAILS.get(name, ()))


def awaited_by(name: str) -> str:
    """What a field takes, for one who is about to type it."""
    return _AWAITED.get(name, "what to look for")


def _read_is(value: str) -> TextNode | str:
    found = _by_beginning(_MARKS, value)
    return Holds(found) if found else f"is: knows {_listed(_MARKS)}"


def _read_has(value: str) -> TextNode | str:
    return _by_beginning(_THINGS, value) or f"has: knows {_listed(_THINGS)}"


def _by_beginning(table: Mapping[str, Found], value: str) -> Found | None:
    wanted = value.casefold()
    return table.get(wanted) or next(
        (found for name, found in table.items() if name.startswith(wanted)), None
    )


def _listed(names: Iterable[str]) -> str:
    return " ".join(names)


def _read_votes(value: str) -> TextNode | str:
    if between := _VOTES_BETWEEN.fullmatch(value):
        bounds = zip((">=", "<="), between.groups(), strict=True)
        return Holds(Every(tuple(Votes(sign, int(number)) for sign, number in bounds if number)))
    if match := _VOTES.fullmatch(value):
        return Holds(Votes(match[1] or "=", int(match[2])))
    return "votes: takes a number, as in votes:>20 or votes:5..20"


def _read_date(value: str) -> TextNode | str:
    first, dots, last = value.partition("..")
    start = _days(first)
    end = _days(last) if dots else start
    is_open = bool(dots) and not (first and last) and first != last
    if (start and end) or (is_open and (start or end)):
        if start and end and end[1] < start[0]:
            return f"date:{value} ends before it begins: write date:{last}..{first}"
        days = During(start[0] if start else None, end[1] if end else None)
        return Holds(days)
    return "date: takes 2024, 2024-12, 2024-12-05 or a range such as 2024-11..2025-01"


def _days(text: str) -> tuple[date, date] | None:
    """The first and last day of a year, a month or a day."""
    match = _DAY.fullmatch(text)
    if not match:
        return None
    year, month, day = (int(part) if part else None for part in match.groups())
    try:
        first = date(year or 0, month or 1, day or 1)
        return first, first if day else _last_day(first, has_month=month is not None)
    except ValueError:
        return None


def _last_day(first: date, *, has_month: bool) -> date:
    month = first.month if has_month else 12
    return date(first.year, month, calendar.monthrange(first.year, month)[1])


def _read_language(value: str) -> TextNode | str:
    return Holds(InLanguage(_by_beginning(_LANGUAGES, value) or value.casefold()))


_FIELDS: dict[str, Callable[[str], TextNode | str]] = {
    "topic": lambda value: Holds(OnTopic(slug_of(value))),
    "tag": lambda value: Holds(Tagged(value)),
    "id": lambda value: Holds(Named(value)),
    "source": lambda value: Holds(FromSource(value)),
    "lang": _read_language,
    "date": _read_date,
    "d": _read_date,
    "votes": _read_votes,
    "is": _read_is,
    "has": _read_has,
}
_DATE_TAILS = tuple(day[start:] for day in ("2024-01-01", "9999-12-31") for start in range(10))
_AWAITED = {
    "date": "a date, as in date:2024-12",
    "d": "a date, as in d:2024-12",
    "votes": "a number, as in votes:>20",
    "is": f"one of {_listed(_MARKS)}",
    "has": f"one of {_listed(_THINGS)}",
    "tag": "a whole tag",
}
# What may follow the beginning of a value so that it can be understood.
_TAILS = {"date": _DATE_TAILS, "d": _DATE_TAILS, "votes": ("1", ".1")}
