"""`paperreader import`: with a progress bar on a terminal, and Ctrl-C that does no harm."""

from __future__ import annotations

import signal
import sys
import threading
from contextlib import contextmanager, nullcontext
from typing import TYPE_CHECKING, Any

from paperreader.cli.output import columns, note, say, say_json
from paperreader.cli.session import opened
from paperreader.errors import UsageError

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager
    from types import FrameType

    from paperreader.desk import Desk
    from paperreader.intake import Progress, Report

_GO_ON = "import the same again to go on"


def import_(arguments: argparse.Namespace) -> int:
    """Import files and folders; fails when something of them could not be."""
    if not arguments.paths and not arguments.no_samples:
        raise UsageError("import what? name files or folders: see `paperreader import -h`")
    try:
        report = _report(arguments)
    except KeyboardInterrupt:
        note(f"stopped at once: what was stored before is kept; {_GO_ON}")
        return 1
    if arguments.json:
        say_json(_json(report))
    else:
        _tell(report)
    return int(report.has_failed or report.was_cancelled)


def _report(arguments: argparse.Namespace) -> Report:
    shows_bar = sys.stderr.isatty() and not arguments.json
    bar: AbstractContextManager[Callable[[Progress], None] | None]
    bar = _progress_bar() if shows_bar else nullcontext()
    with opened(arguments.library) as desk:
        with _interrupted() as event, bar as progress:
            paths = arguments.paths
            report = desk.import_paths(paths, progress=progress, should_stop=event.is_set)
        if arguments.no_samples and not report.was_cancelled:
            _take_samples_out(desk)
    return report


def _take_samples_out(desk: Desk) -> None:
    if not desk.samples():
        return
    papers = desk.remove_samples()
    kept = ": what you marked of them is kept, should they come again" if papers else ""
    gone = f"{papers} papers of no other digest{kept}"
    note(f"took out the sample digests, and with them {gone}")


def _json(report: Report) -> dict[str, Any]:
    count = report.count
    return {
        "documents": count.documents,
        "papers": {"new": count.new, "updated": count.updated, "unchanged": count.unchanged},
        "entries": count.entries,
        "problems": [
            {"file": each.file, "line": each.line, "what": each.what} for each in report.problems
        ],
    }


def _tell(report: Report) -> None:
    for problem in report.problems:
        note(str(problem))
    count = report.count
    if count.documents:
        papers = f"{count.new} new, {count.updated} updated, {count.unchanged} unchanged"
        rows = [
            ("documents", count.documents), ("entries", count.entries),
            ("papers", papers), ("problems", len(report.problems)),
        ]  # fmt: skip
        say(columns(rows))
    if report.was_cancelled:
        note(f"stopped: what was read is kept; {_GO_ON}")


@contextmanager
def _interrupted() -> Iterator[threading.Event]:
    """An event that Ctrl-C and SIGTERM set, so that the import ends between two documents."""
    event = threading.Event()
    if threading.current_thread() is not threading.main_thread():
        yield event
        return

    def stop(number: int, _frame: FrameType | None) -> None:
        event.set()
        signal.signal(number, before[signal.Signals(number)])  # a second Ctrl-C stops at once

    before = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}
    for number in before:
        signal.signal(number, stop)
    try:
        yield event
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


@contextmanager
def _progress_bar() -> Iterator[Callable[[Progress], None]]:
    from rich.console import Console  # noqa: PLC0415 - only a bar needs it
    from rich.progress import Progress as Bar  # noqa: PLC0415 - only a bar needs it

    with Bar(console=Console(stderr=True), transient=True) as bar:
        tasks: dict[str, Any] = {}

        def show(progress: Progress) -> None:
            phase = progress.phase.value
            if phase not in tasks:
                tasks[phase] = bar.add_task(phase.capitalize())
            bar.update(tasks[phase], completed=progress.done, total=progress.total)

        yield show
