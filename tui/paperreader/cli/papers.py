"""The commands about papers: list, search, show, mark, export."""

from __future__ import annotations

import json
import os
import sys
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any

from paperreader import exchange
from paperreader.cli.output import (
    note,
    one_line,
    paper_line,
    paper_text,
    plain,
    say,
    say_json,
    terminal_width,
)
from paperreader.cli.session import opened
from paperreader.errors import PaperReaderError, UsageError
from paperreader.library.filters import HasNote
from paperreader.library.model import Change
from paperreader.library.views import Every, Numbers, Sort

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path
    from typing import TextIO

    from paperreader.desk import Desk
    from paperreader.library.model import Paper
    from paperreader.library.views import Condition
    from paperreader.search import Found

_A_SCREENFUL = 20


def list_(arguments: argparse.Namespace) -> int:
    """List the papers that a query names, all without one."""
    with opened(arguments.library) as desk:
        numbers, total = _listed(desk, arguments)
        if arguments.json:
            papers = [exchange.paper_json(paper) for paper in _papers(desk, numbers)]
            say_json({"total": total, "papers": papers})
        else:
            for row in desk.library.rows(numbers):
                say(paper_line(row))
            _explain_nothing(desk, total)
    return 0


def _listed(desk: Desk, arguments: argparse.Namespace) -> tuple[Sequence[int], int]:
    query, sort = " ".join(arguments.query).strip(), Sort(arguments.sort)
    if query and sort is Sort.RELEVANCE:
        found = desk.search(query, limit=arguments.limit)
        _remark(found)
        return found.numbers, found.total
    where = _where(desk, query)
    order = Sort.DATE if sort is Sort.RELEVANCE else sort
    return desk.papers(where, order, arguments.limit), desk.library.count(where).total


def search(arguments: argparse.Namespace) -> int:
    """Search, best first; on a terminal a screenful unless a limit is given."""
    query = " ".join(arguments.query)
    if not query.strip():
        raise UsageError("search for what? give words; `paperreader list` has all papers")
    limit = arguments.limit
    if limit is None and sys.stdout.isatty() and not arguments.json:
        limit = _A_SCREENFUL
    with opened(arguments.library) as desk:
        found = desk.search(query, limit=limit)
        if arguments.json:
            say_json({"total": found.total, "papers": list(_ranked(desk, found, query))})
        else:
            _tell_found(desk, found, query)
        _remark(found)
        _explain_nothing(desk, found.total)
    return 0


def _ranked(desk: Desk, found: Found, query: str) -> Iterator[dict[str, Any]]:
    scores = dict(zip(found.numbers, found.scores, strict=True))
    for paper in _papers(desk, found.numbers):
        score = round(scores[paper.row.number], 4)
        snippet = _snippet(paper, found, query, 200)
        yield exchange.paper_json(paper) | {"score": score, "snippet": snippet}


def _snippet(paper: Paper, found: Found, query: str, width: int) -> str:
    """The best passage, in the language of the query's letters where that has the words."""
    from paperreader.search import snippet  # noqa: PLC0415 - other commands don't pay for search

    language = "en" if query.isascii() else ""
    return one_line(snippet(paper, found.terms, width, language))


def _tell_found(desk: Desk, found: Found, query: str) -> None:
    for paper in _papers(desk, found.numbers):
        say(paper_line(paper.row))
        if snippet := _snippet(paper, found, query, terminal_width() - 4):
            say(f"    {snippet}")
    if len(found.numbers) < found.total:
        note(f"{len(found.numbers)} of {found.total} papers; --limit {found.total} shows all")


def _remark(found: Found) -> None:
    for remark in found.notes:
        note(remark)
    if found.suggestion:
        note(f"did you mean: {found.suggestion}")


def _explain_nothing(desk: Desk, total: int) -> None:
    if total == 0:
        is_empty = desk.library.count(Every()).total == 0
        note("no papers yet: `paperreader import PATH`" if is_empty else "no paper fits")


def show(arguments: argparse.Namespace) -> int:
    """Show one paper."""
    with opened(arguments.library) as desk:
        paper = next(_papers(desk, [desk.resolve(arguments.id)]))
        if arguments.json:
            words = {each.topic: list(each.words) for each in paper.evidence}
            say_json(exchange.paper_json(paper) | {"topic_words": words})
        else:
            say(paper_text(paper))
    return 0


def mark(arguments: argparse.Namespace) -> int:
    """Mark papers; ids that nobody knows are said, and the other papers are marked."""
    changes = list(_changes(arguments))
    if not changes:
        raise UsageError("mark how? say --read, --bookmark, --queue, --tag T or --note TEXT")
    with opened(arguments.library) as desk:
        numbers = {id_: desk.library.number_of(id_) for id_ in _ids(arguments.ids)}
        known = [number for number in numbers.values() if number is not None]
        before = len(_noted(desk, known)) if arguments.note else 0
        batch = desk.library.mark(known, *changes)
    unknown = [id_ for id_, number in numbers.items() if number is None]
    for id_ in unknown:
        note(f"no paper {id_!r}: try `paperreader search` for its id")
    if not numbers:
        note("no ids came in: nothing is marked")
    if known:
        say(batch.what if batch else "nothing to change")
    if batch and before:
        had = "a note was" if before == 1 else f"{before} notes were"
        note(f"{had} replaced: undoing it in the reader brings back what was there")
    return int(bool(unknown))


def _noted(desk: Desk, numbers: Sequence[int]) -> list[int]:
    return desk.library.select(Every((Numbers(frozenset(numbers)), HasNote())))


def _changes(arguments: argparse.Namespace) -> Iterator[Change]:
    for field in ("read", "bookmarked", "queued"):
        if (value := getattr(arguments, field)) is not None:
            yield Change(field, value)
    for tags, value in ((arguments.tag, True), (arguments.no_tag, False)):
        for tag in tags:
            name = one_line(tag)
            if not name:
                raise UsageError("a tag needs a name, such as --tag to-read")
            yield Change(f"tag:{name}", value)
    if arguments.note is not None:
        yield Change("note", plain(arguments.note).strip() or None)


def _ids(given: Iterable[str]) -> Iterator[str]:
    """The ids; for `-` those of the lines of stdin, so that `list` and `export` can be piped in."""
    for id_ in given:
        if id_ == "-":
            yield from (_id_in(line) for line in sys.stdin if line.strip())
        else:
            yield id_


def _id_in(line: str) -> str:
    """The `id` of a JSON object, else the first word."""
    if line.startswith("{"):
        with suppress(ValueError, RecursionError):
            return str(json.loads(line).get("id"))
    return line.split(maxsplit=1)[0]


def export(arguments: argparse.Namespace) -> int:
    """Write papers in a format for other programs, to stdout or a file."""
    with opened(arguments.library) as desk:
        papers = desk.library.papers(_where(desk, " ".join(arguments.query)))
        if arguments.output is None or str(arguments.output) == "-":
            exchange.write(papers, arguments.format, sys.stdout)
            return 0
        with _replacing(arguments.output) as out:
            number = exchange.write(papers, arguments.format, out)
        say(f"{number} papers written to {arguments.output}")
    return 0


@contextmanager
def _replacing(path: Path) -> Iterator[TextIO]:
    """A file to write that takes the place of another only when all of it is there."""
    target = path.resolve()
    if target.exists() and not target.is_file():
        with target.open("w", encoding="utf-8") as out:
            yield out
        return
    part = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        with part.open("x", encoding="utf-8") as out:
            yield out
        part.replace(target)
    except OSError as error:
        raise PaperReaderError(
            f"{path} can't be written ({error.strerror}): choose another place with -o"
        ) from error
    finally:
        part.unlink(missing_ok=True)


def _where(desk: Desk, query: str) -> Condition:
    """The papers that a query names; what of it is not understood is said."""
    if not query.strip():
        return Every()
    for remark in desk.finder.remarks(query):
        note(remark)
    if meant := desk.finder.meant(query):
        note(f"did you mean: {meant}")
    return desk.finder.where(query)


def _papers(desk: Desk, numbers: Iterable[int]) -> Iterator[Paper]:
    papers = (desk.library.paper(number) for number in numbers)
    return (paper for paper in papers if paper is not None)
