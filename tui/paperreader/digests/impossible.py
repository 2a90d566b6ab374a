"""Says which days of a document don't exist: its papers got another date than it meant."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from paperreader.digests.dates import no_such_day_in, no_such_day_of_name
from paperreader.digests.model import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from paperreader.digests.model import Entry

_MAY_HAVE_DAY = re.compile(r"(?:19|20)\d\d.?\d|\d,?\s+(?:19|20)\d\d")
_IN_JSON = re.compile(r'"\w{0,30}?(?:[dD]ate|At)\w{0,30}"\s{0,9}:\s{0,9}"([^"\n]{6,30})')
_LONGEST = 80  # letters of a line that is there for its date
_LONGEST_CELL = 30
_MOST = 20


def impossible_days(text: str, name: str, entries: Sequence[Entry]) -> Iterator[Problem]:
    """A problem for each date in a heading, a cell or a field that no calendar has.

    In the file's name (line 0) it matters where nothing else says a day.
    """
    wrong = no_such_day_of_name(name)
    if wrong and any(each.period in {None, wrong.month} for each in entries):
        yield Problem(0, f"there is no {wrong.said}, as its name says: {_instead(0, entries)}")
    told = 0
    for number, line in enumerate(text.split("\n"), 1):
        if told < _MOST and _MAY_HAVE_DAY.search(line):
            for said in dict.fromkeys(_days(line)):
                told += 1
                yield Problem(number, f"there is no {said}: {_instead(number, entries)}")


def _days(line: str) -> Iterator[str]:
    for dated in _dated(line):
        if wrong := no_such_day_in(dated):
            yield wrong.said


def _dated(line: str) -> Iterator[str]:
    """The parts of a line that may be there for their date."""
    if line.lstrip().startswith("|"):
        yield from (cell for cell in line.split("|") if len(cell) <= _LONGEST_CELL)
    elif found := _IN_JSON.findall(line):
        yield from found
    elif len(line) <= _LONGEST and "http" not in line:
        yield line


def _instead(line: int, entries: Sequence[Entry]) -> str:
    after = next((entry for entry in entries if entry.line >= line), None)
    if after is None:
        return "no paper stands under it"
    return f"taken for {after.period.name}" if after.period else "taken for the day of the import"
