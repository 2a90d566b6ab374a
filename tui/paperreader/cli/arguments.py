"""What may stand on the command line, and which function does it."""

from __future__ import annotations

import argparse
import difflib
import os
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import paperreader
from paperreader.cli import importing, inspecting, papers, reader
from paperreader.errors import UsageError
from paperreader.exchange import FORMATS
from paperreader.library.views import Sort

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    Run = Callable[[argparse.Namespace], int]

_EPILOG = "Without a command it opens the reader. `paperreader COMMAND -h` explains a command."
_WITH_QUERY = ("list", "search", "export")
_MANY_DIGITS = 19  # SQLite counts no further
_QUERY_HELP = (
    'words, "a phrase", -not, OR, title: author: topic: tag: date:2024-12 votes:>20 is:unread '
    "(put -- before a query that begins with -)"
)


class _Parser(argparse.ArgumentParser):
    """Wrong usage is an error of one line that says where to look."""

    def error(self, message: str) -> NoReturn:
        if wrong := _INVALID_CHOICE.fullmatch(message):
            message = _with_near_miss(wrong["where"], wrong["value"], wrong["choices"])
        raise UsageError(f"{message}: see `{self.prog} -h`")


# What argparse says; the quotes around the choices differ between versions of Python.
_INVALID_CHOICE = re.compile(
    r"argument (?P<where>\S+): invalid choice: '(?P<value>.*)' \(choose from (?P<choices>.*)\)"
)


def _with_near_miss(where: str, value: str, choices: str) -> str:
    names = re.findall(r"[\w-]+", choices)
    near = difflib.get_close_matches(value, names, n=1)
    what = f"no command {value!r}" if where == "COMMAND" else f"{where} can't be {value!r}"
    return f"{what}; did you mean {near[0]}?" if near else f"{what}; use {', '.join(names)}"


def read_arguments(argv: Sequence[str]) -> argparse.Namespace:
    """Parse; `run` of the result is the function to call. Raises UsageError; exits for -h, -V."""
    try:
        arguments, unknown = _parser().parse_known_args(argv)
        if unknown:
            arguments.parser.error(_unknown(unknown[0], arguments.parser))
        return arguments
    except UsageError as error:
        if minus := _query_with_minus(argv):
            raise UsageError(f"{error}; {minus}") from None
        raise


def _unknown(word: str, parser: argparse.ArgumentParser) -> str:
    negative = ("--no", "--un")
    options = [
        each
        for each in re.findall(r"--[\w-]+", parser.format_usage())
        if each.startswith(negative) == word.startswith(negative)
    ]
    near = difflib.get_close_matches(word, options, n=1) if word.startswith("-") else ()
    return f"no argument {word!r}" + (f"; did you mean {near[0]}?" if near else "")


def _query_with_minus(argv: Sequence[str]) -> str:
    """What to write where a word of a query was taken for an option; empty where none was."""
    command = next((each for each in argv if each in _WITH_QUERY), None)
    if command is None or "--" in argv:
        return ""
    word = next((each for each in argv if re.match(r"-[^\W\d_]{2}|-\"", each)), None)
    example = f"`paperreader {command} -- {word}`"
    return f"put -- before a query in which a word begins with -: {example}" if word else ""


def _parser() -> argparse.ArgumentParser:
    description = "Read AI-paper digests in the terminal."
    parser = _Parser(
        "paperreader", parents=[_everywhere()], description=description, epilog=_EPILOG
    )
    parser.add_argument("-V", "--version", action="version", version=_version())
    parser.set_defaults(run=_open_reader, parser=parser, library=None)
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", parser_class=_Parser)

    def command(name: str, run: Run, summary: str) -> argparse.ArgumentParser:
        added = commands.add_parser(
            name,
            parents=[_everywhere()],
            help=summary,
            description=f"{summary[0].upper()}{summary[1:]}.",
        )
        added.set_defaults(run=run, parser=added)
        return added

    _add_importing(command)
    _add_papers(command)
    _add_inspecting(command)
    return parser


def _everywhere() -> _Parser:
    """What goes before and after a command; each place has its own, for they share no default."""
    parser = _Parser(add_help=False)
    parser.add_argument(
        "--library", metavar="DIR", type=_path, default=argparse.SUPPRESS,
        help="where the library is (else $PAPERREADER_HOME, else your data directory)",
    )  # fmt: skip
    return parser


def _open_reader(arguments: argparse.Namespace) -> int:
    return reader.open_reader(arguments.library)


def _version() -> str:
    return f"paperreader {paperreader.__version__}"


def _add_importing(command: Callable[[str, Run, str], argparse.ArgumentParser]) -> None:
    parser = command("import", importing.import_, "import digests: files and folders, any family")
    parser.add_argument("paths", nargs="*", type=_path, metavar="PATH", help="a file or a folder")
    parser.add_argument(
        "--no-samples", action="store_true", help="take out the sample digests of the first start"
    )
    _add_json(parser)


def _add_papers(command: Callable[[str, Run, str], argparse.ArgumentParser]) -> None:
    parser = command("list", papers.list_, "list papers, newest first")
    _add_query(parser, "*")
    _add_limit(parser)
    orders = [each.value for each in Sort]
    parser.add_argument("--sort", choices=orders, default=Sort.DATE.value, help="default: date")
    _add_json(parser)
    parser = command("search", papers.search, "search papers, best first, with snippets")
    _add_query(parser, "+")
    _add_limit(parser)
    _add_json(parser)
    parser = command("show", papers.show, "show one paper")
    parser.add_argument("id", type=_text, metavar="ID", help="its id or arXiv address")
    _add_json(parser)
    _add_mark(command("mark", papers.mark, "mark papers: read, bookmarked, queued, tags, notes"))
    parser = command("export", papers.export, "export papers for other programs")
    _add_query(parser, "*")
    parser.add_argument("--format", choices=FORMATS, default=FORMATS[0], help="default: jsonl")
    parser.add_argument(
        "-o", "--output", type=_path, metavar="FILE", help="instead of the terminal"
    )


def _add_mark(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "ids", nargs="+", type=_text, metavar="ID", help="ids; - reads them from stdin"
    )
    for field, yes, no in (
        ("read", "--read", "--unread"),
        ("bookmarked", "--bookmark", "--no-bookmark"),
        ("queued", "--queue", "--no-queue"),
    ):
        either = parser.add_mutually_exclusive_group()
        either.add_argument(yes, dest=field, action="store_true", default=None)
        either.add_argument(no, dest=field, action="store_false", default=None)
    for option, summary in (("--tag", "give a tag"), ("--no-tag", "take it away")):
        parser.add_argument(
            option, action="append", default=[], type=_text, metavar="T", help=summary
        )
    either = parser.add_mutually_exclusive_group()
    either.add_argument(
        "--note", type=_text, metavar="TEXT", help="write a note, in place of the one before"
    )
    either.add_argument("--no-note", dest="note", action="store_const", const="")


def _add_inspecting(command: Callable[[str, Run, str], argparse.ArgumentParser]) -> None:
    _add_json(command("stats", inspecting.stats, "say what is in the library"))
    _add_json(command("topics", inspecting.topics, "list the topics with their counts"))
    _add_json(command("keys", inspecting.keys, "list the keys of the reader"))
    parser = command("config", inspecting.config_, "print a commented config.toml")
    _add_json(parser, "print the settings that hold, as one JSON document")
    parser.add_argument("--path", action="store_true", help="print only where the file belongs")
    _add_json(command("paths", inspecting.paths, "say where the files are"))
    parser = command("doctor", inspecting.doctor, "check the library, the index and the settings")
    _add_json(parser)
    parser.add_argument("--rebuild", action="store_true", help="rebuild everything that is derived")


def _add_query(parser: argparse.ArgumentParser, nargs: str) -> None:
    parser.add_argument("query", nargs=nargs, type=_text, metavar="QUERY", help=_QUERY_HELP)


def _add_limit(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--limit", type=_count, metavar="N", help="at most so many papers")


def _add_json(parser: argparse.ArgumentParser, summary: str = "print one JSON document") -> None:
    parser.add_argument("--json", action="store_true", help=summary)


def _count(text: str) -> int:
    if not text.isascii() or not text.isdecimal():
        raise argparse.ArgumentTypeError(f"{text!r} is not a number of papers")
    return int(text) if len(text) < _MANY_DIGITS else sys.maxsize


def _path(text: str) -> Path:
    """A file or folder; an empty name, as of a variable that is not set, is none."""
    if not text:
        raise argparse.ArgumentTypeError("the name is empty; a file or folder is needed")
    return Path(text)


def _text(text: str) -> str:
    """Words; bytes that are no text become replacement characters."""
    return os.fsencode(text).decode("utf-8", "replace")
