"""What marking says: one sentence for every change, with the way back."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from paperreader.library.model import BatchKind
from paperreader.ui.text.cells import fit
from paperreader.ui.text.latex import without_formulas

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from paperreader.library import Batch, Library
    from paperreader.library.model import Change

DRAFT = "draft "  # before the id of the paper: an unfinished note is remembered so
NAMED = 40  # cells of a title in a sentence
JUST_NOW = timedelta(minutes=10)

_ONE_AND_MANY: dict[
    tuple[str, object], tuple[str, str]
] = {  # what a change of one paper is called, and that of several
    ("read", True): ("Marked read", "Marked {} read"),
    ("read", False): ("Marked unread", "Marked {} unread"),
    ("bookmarked", True): ("Bookmarked", "Bookmarked {}"),
    ("bookmarked", False): ("Bookmark removed", "Removed {} bookmarks"),
    ("queued", True): ("Queued", "Queued {}"),
    ("queued", False): ("Taken from the queue", "Took {} from the queue"),
    ("interest", 1): ("Interesting", "{} are interesting"),
    ("interest", -1): ("Not interesting", "{} are not interesting"),
    ("interest", 0): ("Interest taken back", "Interest in {} taken back"),
    ("note", None): ("Note removed", "Removed {} notes"),
}


def done(changes: Sequence[Change], papers: int, undo: str) -> str:
    """What changed, and the key that undoes it: `Marked 34 read - u undoes`."""
    change = changes[0]
    if change.field.startswith("tag:"):
        what = _tagged(changes, papers)
    else:
        value = change.value if change.value is None or change.field != "note" else ""
        one, many = _ONE_AND_MANY.get((change.field, value), ("Note kept", "Noted {}"))
        what = one if papers == 1 else many.format(f"{papers:,}")
    return f"{what} - {undo} undoes"


def taken_back(batch: Batch, library: Library) -> str:
    """What was undone or redone: `Undone: queued · The title of the paper`, and when it was done.

    That is said of what was not done just now: perhaps somebody else did it, or it is forgotten.
    """
    what = "Undone" if batch.kind is BatchKind.UNDO else "Redone"
    title = fit(title_of(batch, library), NAMED).rstrip()
    done = next((each.at for each in library.history() if each.id == batch.of), batch.at)
    when = f" (of {_time_or_day(done, batch.at)})" if batch.at - done > JUST_NOW else ""
    return f"{what}: {batch.what}{title and f' · {title}'}{when}"


def _time_or_day(at: datetime, now: datetime) -> str:
    at, now = at.astimezone(), now.astimezone()
    return f"{at:%H:%M}" if at.date() == now.date() else f"{at:%Y-%m-%d}"


def title_of(batch: Batch, library: Library) -> str:
    """The title of the one paper that a batch changed; empty where it changed several."""
    number = library.number_of(batch.papers[0]) if batch.size == 1 else None
    rows = library.rows([number]) if number is not None else []
    return without_formulas(rows[0].title) if rows else ""


def _tagged(changes: Sequence[Change], papers: int) -> str:
    given = " ".join(f"#{change.field[4:]}" for change in changes if change.value)
    taken = " ".join(f"#{change.field[4:]}" for change in changes if not change.value)
    many = f" {papers:,}" if papers != 1 else ""
    if not taken:
        return f"Tagged{many} {given}"
    return f"Tagged{many} {given}, removed {taken}" if given else f"Removed {taken}"
