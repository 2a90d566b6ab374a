"""What marking says: one sentence for every change, with the way back."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from paperreader.library.model import Change

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


def _tagged(changes: Sequence[Change], papers: int) -> str:
    given = " ".join(f"#{change.field[4:]}" for change in changes if change.value)
    taken = " ".join(f"#{change.field[4:]}" for change in changes if not change.value)
    many = f" {papers:,}" if papers != 1 else ""
    if not taken:
        return f"Tagged{many} {given}"
    return f"Tagged{many} {given}, removed {taken}" if given else f"Removed {taken}"
