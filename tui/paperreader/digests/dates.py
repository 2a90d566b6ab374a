"""Finds the day, week or month that a heading, a line or a file name speaks of."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from paperreader.digests.model import Period, Precision

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    _Form = tuple[re.Pattern[str], Callable[[re.Match[str]], Period]]


class NoSuchDay(NamedTuple):
    """A day that no calendar has, as it was written, and its month where that exists."""

    said: str
    month: Period | None


class _NoSuchDayError(ValueError):
    def __init__(self, month: Period | None) -> None:
        super().__init__(month)
        self.month = month


_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_YEAR = r"(?<!\d)((?:19|20)\d\d)"
_DAY = r"(\d{1,2})(?:st|nd|rd|th)?(?!\d)"
_ISO = _YEAR + r"[-/._](\d{1,2})[-/._](\d{1,2})(?!\d)"
_COMPACT = _YEAR + r"(0[1-9]|1[0-2])([0-3]\d)(?!\d)"
_TO = r"\s{0,3}(?:-|–|—|~|～|to|until|through|&)\s{0,3}"
_GAP = r"[\s,()\-–—]{0,6}"
_LONGEST = 300
_LONGEST_MONTH = 31


def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(text, re.IGNORECASE)


def _month(name: str) -> int:
    return _MONTHS.index(name[:3].lower()) + 1


def _iso_range(match: re.Match[str]) -> Period:
    numbers = [int(group) for group in match.groups()]
    return _range(date(*numbers[:3]), date(*numbers[3:]))


def _named_range(match: re.Match[str]) -> Period:
    first, day, last, last_day, year = match.groups()
    return _ending(_month(first), int(day), _month(last or first), int(last_day), int(year))


def _year_first_range(match: re.Match[str]) -> Period:
    year, first, day, last, last_day = match.groups()
    return _ending(_month(first), int(day), _month(last or first), int(last_day), int(year))


def _iso_range_in_year(match: re.Match[str]) -> Period:
    year, month, day, last_month, last_day = (int(group) for group in match.groups())
    return _range(date(year, month, day), date(year + (last_month < month), last_month, last_day))


def _day_first_range(match: re.Match[str]) -> Period:
    day, first, last_day, last, year = match.groups()
    return _ending(_month(first or last), int(day), _month(last), int(last_day), int(year))


def _ending(month: int, day: int, last_month: int, last_day: int, year: int) -> Period:
    starts = year - 1 if month > last_month else year
    return _range(date(starts, month, day), date(year, last_month, last_day))


def _range(first: date, last: date) -> Period:
    days = (last - first).days + 1
    if days < 1:
        raise ValueError(days)
    if days == 1:
        return Period(first)
    is_month = first.day == 1 and days > 27
    return Period(first, Precision.MONTH if is_month else Precision.WEEK)


def _iso_day(match: re.Match[str]) -> Period:
    return _day(*(int(group) for group in match.groups()))


def _month_first_day(match: re.Match[str]) -> Period:
    return _named_day(int(match[3]), _month(match[1]), int(match[2]))


def _day_first_day(match: re.Match[str]) -> Period:
    return _named_day(int(match[3]), _month(match[2]), int(match[1]))


def _named_day(year: int, month: int, day: int) -> Period:
    if day > _LONGEST_MONTH:  # a number before a month, as in `Top 50 May 2024`
        raise ValueError(day)
    return _day(year, month, day)


def _day(year: int, month: int, day: int) -> Period:
    try:
        return Period(date(year, month, day))
    except ValueError:
        known = Period(date(year, month, 1), Precision.MONTH) if month in range(1, 13) else None
        raise _NoSuchDayError(known) from None


def _week(match: re.Match[str]) -> Period:
    number, year = (match[1], match[2]) if match[1] else (match[4], match[3])
    return Period(date.fromisocalendar(int(year), int(number), 1), Precision.WEEK)


def _week_of(match: re.Match[str]) -> Period:
    day = date(int(match[3]), _month(match[1]), int(match[2]))
    return Period(day, Precision.WEEK)


def _named_month(match: re.Match[str]) -> Period:
    return Period(date(int(match[2]), _month(match[1]), 1), Precision.MONTH)


def _year_named_month(match: re.Match[str]) -> Period:
    return Period(date(int(match[1]), _month(match[2]), 1), Precision.MONTH)


def _numeric_month(match: re.Match[str]) -> Period:
    return Period(date(int(match[1]), int(match[2]), 1), Precision.MONTH)


# The exact forms come first: a month is part of every day, a day part of every range.
_FORMS: tuple[_Form, ...] = (
    (_pattern(_ISO + _TO + _ISO), _iso_range),
    (_pattern(rf"\b{_MONTH}\s{{0,2}}{_DAY}{_TO}(?:{_MONTH}\s{{0,2}})?{_DAY}{_GAP}{_YEAR}"),
     _named_range),
    (_pattern(rf"{_YEAR}[\s,:(\-–—]{{1,6}}{_MONTH}\s{{0,2}}{_DAY}{_TO}(?:{_MONTH}\s{{0,2}})?{_DAY}"),
     _year_first_range),
    (_pattern(_ISO + _TO + r"(\d{1,2})[-/.](\d{1,2})(?![\d.])"), _iso_range_in_year),
    (_pattern(rf"(?<!\d){_DAY}\s{{0,2}}(?:{_MONTH})?{_TO}{_DAY}\s{{0,2}}{_MONTH}{_GAP}{_YEAR}"),
     _day_first_range),
    (_pattern(rf"\bweek\s(?:of|starting|from)\s{_MONTH}\s{{0,2}}{_DAY}{_GAP}{_YEAR}"), _week_of),
    (_pattern(_YEAR + r"[-/._](\d\d)(\d\d)[-–~](\d\d)(\d\d)(?!\d)"), _iso_range_in_year),
    (_pattern(_COMPACT + _TO + _COMPACT), _iso_range),
    (_pattern(_ISO), _iso_day),
    (_pattern(_YEAR + r"\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일]"), _iso_day),
    (_pattern(_COMPACT), _iso_day),
    (_pattern(rf"\b{_MONTH}\s{{0,2}}{_DAY},?\s{{1,2}}{_YEAR}(?!\d)"), _month_first_day),
    (_pattern(rf"(?<!\d){_DAY}[\s-](?:of\s)?{_MONTH},?[\s-]{{1,2}}{_YEAR}(?!\d)"), _day_first_day),
    (_pattern(rf"\bweek\s?(\d{{1,2}})\b[\s,(]{{0,3}}(?:of\s)?{_YEAR}"
              rf"|{_YEAR}[-\s]?(?:W|week\s?)(\d{{1,2}})(?!\d)"), _week),
    (_pattern(rf"\b{_MONTH},?\s{{0,2}}{_YEAR}(?!\d)"), _named_month),
    (_pattern(rf"{_YEAR}[\s,\-_.]{{0,2}}{_MONTH}"), _year_named_month),
    (_pattern(_YEAR + r"\s?[年년]\s?(\d{1,2})\s?[月월]"), _numeric_month),
    (_pattern(_YEAR + r"[-/._](\d{1,2})(?![\d])(?!\.\d)"), _numeric_month),
    (_pattern(_YEAR + r"(0[1-9]|1[0-2])(?!\d)"), _numeric_month),
)  # fmt: skip


def period_in(text: str) -> Period | None:
    """The period that a short text names; None where it names none that exists."""
    return next((each for each in _named(text) if isinstance(each, Period)), None)


def no_such_day_in(text: str) -> NoSuchDay | None:
    """The first day that a short text names though it does not exist."""
    return next((each for each in _named(text) if isinstance(each, NoSuchDay)), None)


def is_dated(text: str) -> bool:
    """Whether a short text names a period, and be it one that does not exist."""
    return any(True for _ in _named(text))


def _named(text: str) -> Iterator[Period | NoSuchDay]:
    """The periods that a text names, exact ones first, and the days in it that don't exist."""
    text = text[:_LONGEST]
    if not any(map(str.isdigit, text)):
        return
    passed: list[tuple[int, int]] = []
    for pattern, read in _FORMS:
        for match in pattern.finditer(text):
            start, end = match.span()
            if any(first <= start and end <= last for first, last in passed):
                continue  # the month of 30 February
            try:
                yield read(match)
            except _NoSuchDayError as error:
                passed.append((start, end))
                yield NoSuchDay(match[0], error.month)
            except (ValueError, OverflowError):
                continue  # such as week 60


def period_of_name(name: str) -> Period | None:
    """The period of a file name or path such as `2025/03/11.md` or `PaperList_202404.md`.

    Of a day that does not exist it is the month.
    """
    own, numbers = _words_of_name(name)
    found, longer = period_in(own), period_in(numbers)
    if found and not (longer and longer.precision is Precision.DAY):
        return found
    wrong = no_such_day_of_name(name)
    return longer or found or (wrong.month if wrong else None)


def no_such_day_of_name(name: str) -> NoSuchDay | None:
    """The day that a file name or path names though it does not exist."""
    own, numbers = _words_of_name(name)
    return no_such_day_in(own) or no_such_day_in(numbers)


def _words_of_name(name: str) -> tuple[str, str]:
    """The words of a file name, and those of the path together as one."""
    parts = name.replace("\\", "/").rpartition(".")[0].split("/")
    return parts[-1].replace("_", " "), "-".join(parts[-3:])
