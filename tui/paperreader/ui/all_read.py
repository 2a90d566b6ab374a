"""What an empty list of unread papers says: what was done today, and where to go on."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from paperreader.library.model import BatchKind
from paperreader.library.views import Count, View, ViewKind

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from paperreader.library import Batch
    from paperreader.ui.keymap import Keymap

TOLD = ("read", "bookmarked", "queued")  # what a day is counted by
WAYS = (  # where to go on: the command, and the view whose papers are counted
    ("go-queue", "the queue", ViewKind.QUEUE),
    ("go-bookmarks", "the bookmarks", ViewKind.BOOKMARKS),
    ("go-all", "all papers", ViewKind.ALL),
)


def all_read(
    counts: Mapping[View, Count],
    history: Sequence[Batch],
    today: date,
    keymap: Keymap,
) -> str:
    """A few lines; of other views only those that hold papers."""
    totals = {view.kind: count.total for view, count in counts.items() if not view.key}
    if not totals.get(ViewKind.ALL):
        return "No papers yet. Bring some in with:  paperreader import FOLDER"
    lines = ["All read.", ""]
    if done := _done(history, today):
        lines += [f"Today: {', '.join(done)}.", ""]
    for command, name, kind in WAYS:
        if total := totals.get(kind):
            papers = "1 paper" if total == 1 else f"{total:,} papers"
            lines.append(f"{keymap.key_of(command)}  {name}, {papers}")
    return "\n".join([*lines, f"{keymap.key_of('search')}   search everything"])


def _done(history: Sequence[Batch], today: date) -> list[str]:
    done: Counter[str] = Counter()
    for batch in history:
        is_today = batch.at.astimezone().date() == today
        if batch.kind is BatchKind.MARK and not batch.is_undone and is_today:
            done[batch.what.partition(":")[0]] += batch.size
    return [f"{done[what]:,} {what}" for what in TOLD if done[what]]
