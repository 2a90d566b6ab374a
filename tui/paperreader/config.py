"""The user's `config.toml`: what it may say, and which line of it says something else."""

from __future__ import annotations

import difflib
import json
import math
import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from paperreader.errors import ConfigError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

_LINE_END, _UNCLOSED = r"Illegal character '\n'", "a quote is opened here and never closed"
AutoRead = Literal["never", "open"] | float
_NOTHING: Mapping[str, Any] = MappingProxyType({})
LANGUAGES = ("en", "ko", "both")
GLYPHS = ("unicode", "ascii")


class Config(NamedTuple):
    """What the user chose.

    `auto_read` is when an opened paper becomes read: never, at once, or after seconds shown.
    `theme` is the name of a theme, empty for the reader's own, `editor` a command, empty for
    that of the environment. `keys` are key sequences by the id of a command, `topics` tables for
    the classifier. `given` names what a file says; the rest are defaults. `wrong` has a sentence
    for each setting of the file that can't be used, with its line and what is allowed.
    """

    auto_read: AutoRead = 2.0
    theme: str = ""
    language: str = "en"
    glyphs: str = "unicode"
    editor: str = ""
    keys: Mapping[str, tuple[str, ...]] = _NOTHING
    topics: Mapping[str, Any] = _NOTHING
    given: frozenset[str] = frozenset()
    wrong: tuple[str, ...] = ()

    def without(self, error: ConfigError) -> Config:
        """This configuration with the default for what an error of `with_line` names."""
        _line, dotted, _hint = str(error).split(": ", 2)
        name, _, inner = dotted.partition(".")
        kept = _without(getattr(self, name), inner) if inner else getattr(Config(), name)
        given = self.given if inner else self.given - {name}
        rest: dict[str, Any] = {name: kept, "given": given}
        return self._replace(**rest, wrong=(*self.wrong, str(error)))

    @property
    def wrong_by_line(self) -> list[str]:
        """What is wrong, in the order of the file."""
        return sorted(self.wrong, key=lambda said: int(said.split(":")[1]))


def _without(table: Mapping[str, Any], inner: str) -> Mapping[str, Any]:
    """The entries of a table but the one that a dotted key leads into; none if that is unclear."""
    kept = {name: each for name, each in table.items() if not f"{inner}.".startswith(f"{name}.")}
    return kept if len(kept) < len(table) else _NOTHING


def load(path: Path) -> Config:
    """Read the file, or take the defaults where there is none or it can't be read."""
    try:
        return parse(path.read_text("utf-8"), path.name)
    except FileNotFoundError:
        return Config()
    except OSError as error:
        return _unusable(f"{path.name}:1: {path} can't be read ({error.strerror})")
    except UnicodeDecodeError:
        return _unusable(f"{path.name}:1: {path} is no text in UTF-8")


def _unusable(why: str) -> Config:
    return Config(wrong=(f"{why}; nothing of the file is used",))


def parse(text: str, name: str = "config.toml") -> Config:
    """Read the text of a configuration; `name` stands in what is said of it.

    What can't be used is left out and said in `wrong`; all of it where it is no TOML.
    """
    import tomllib  # noqa: PLC0415 - most have no file, and wait for the start

    try:
        table = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        what = _UNCLOSED if _LINE_END in str(error) else f"{error}, see https://toml.io"
        return _unusable(f"{name}:{_broken_line(text, error)}: {what}")
    wrongs: list[_WrongError] = []
    read = dict(_understood(table, wrongs.append))
    wrong = (f"{name}:{line_of(text, each.key)}: {each.key}: {each.hint}" for each in wrongs)
    return Config(**read, given=frozenset(read), wrong=tuple(wrong))


def _understood(
    table: Mapping[str, Any], refuse: Callable[[_WrongError], None]
) -> Iterator[tuple[str, Any]]:
    for key, value in table.items():
        is_keys = key == "keys" and isinstance(value, Mapping)
        usable = dict(_usable_keys(value, refuse)) if is_keys else value
        try:
            yield key, _BY_NAME[_known(key)].read(key, usable)
        except _WrongError as wrong:
            refuse(wrong)


def _usable_keys(
    table: Mapping[str, Any], refuse: Callable[[_WrongError], None]
) -> Iterator[tuple[str, Any]]:
    """The lines of `[keys]` that can be read: a wrong one takes no other with it."""
    for name, value in table.items():
        try:
            _sequences(f"keys.{name}", value)
        except _WrongError as wrong:
            refuse(wrong)
        else:
            yield name, value


def with_line(error: ConfigError, path: Path) -> ConfigError:
    """The same error, `config.toml: topics.x: hint`, with the line on which `topics.x` is set."""
    _name, key, hint = str(error).split(": ", 2)
    line = line_of(path.read_text("utf-8"), key)
    return ConfigError(f"{path.name}:{line}: {key}: {hint}")


def _broken_line(text: str, error: Exception) -> int:
    named = re.search(r"at line (\d+)", str(error))
    return int(named[1]) if named else len(text.splitlines()) or 1


def line_of(text: str, key: str) -> int:
    """The 1-based line on which a dotted key (`keys.open`) is set; that of its table, else 1."""
    table, best = "", 1
    for number, line in enumerate(text.splitlines(), 1):
        if header := re.match(r"\s*\[\s*([^\]]+?)\s*\]", line):
            table = _plain(header[1]) + "."
            name = table[:-1]
        elif assignment := re.match(r"\s*([^=#]+?)\s*=", line):
            name = table + _plain(assignment[1])
        else:
            continue
        if name == key:
            return number
        if key.startswith(name + ".") or (table and key.startswith(table) and best == 1):
            best = number
    return best


def _plain(key: str) -> str:
    return re.sub(r"[\"'\s]", "", key)


class _WrongError(Exception):
    def __init__(self, key: str, hint: str) -> None:
        super().__init__(key, hint)
        self.key, self.hint = key, hint


def _known(key: str) -> str:
    if key in _BY_NAME:
        return key
    near = difflib.get_close_matches(key, _BY_NAME, n=1, cutoff=0.5)
    hint = f"did you mean {near[0]}?" if near else f"use one of {', '.join(_BY_NAME)}"
    raise _WrongError(key, f"not known; {hint}")


def _auto_read(key: str, value: Any) -> AutoRead:
    if isinstance(value, str) and value in {"never", "open"}:
        return "never" if value == "never" else "open"
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    if is_number and math.isfinite(value) and value >= 0:
        return float(value)
    raise _WrongError(key, 'use "never", "open" or a number of seconds such as 2.0')


def _text(key: str, value: Any) -> str:
    if isinstance(value, str):
        return value
    raise _WrongError(key, "write it in quotes")


def _one_of(allowed: tuple[str, ...]) -> Callable[[str, Any], str]:
    def read(key: str, value: Any) -> str:
        if isinstance(value, str) and value in allowed:
            return value
        near = difflib.get_close_matches(str(value), allowed, n=1, cutoff=0.7)
        hint = f'; did you mean "{near[0]}"?' if near else ""
        raise _WrongError(key, f"use {_either(allowed)}{hint}")

    return read


def _either(allowed: tuple[str, ...]) -> str:
    return " or ".join(f'"{each}"' for each in allowed)


def _table(key: str, value: Any) -> Mapping[str, Any]:
    if isinstance(value, Mapping):
        return value
    raise _WrongError(key, f"write a table: a line [{key}] with what is in it below")


def _keys(key: str, value: Any) -> Mapping[str, tuple[str, ...]]:
    return {name: _sequences(f"{key}.{name}", each) for name, each in _table(key, value).items()}


def _sequences(key: str, value: Any) -> tuple[str, ...]:
    sequences = [value] if isinstance(value, str) else value
    if isinstance(sequences, list) and all(isinstance(each, str) for each in sequences):
        return tuple(sequences)
    raise _WrongError(key, 'write a key such as "ctrl+d" or a list such as ["j", "down"]')


class Setting(NamedTuple):
    """A line of config.toml: how it is read, what it does and what may stand there.

    `example` is TOML: the default, or where there is none what one might write.
    """

    name: str
    read: Callable[[str, Any], Any]
    example: str
    help: str
    allowed: str


SETTINGS = (
    Setting(
        "auto_read", _auto_read, "2.0", "When a paper that you opened becomes read.",
        '"never", "open" (at once) or after how many seconds',
    ),
    Setting(
        "theme", _text, '""', "The colours; `,` in the reader shows them all.",
        'the name of a theme such as "paper-light", "nord" or "terminal"; "" is your last choice',
    ),
    Setting(
        "language", _one_of(LANGUAGES), '"en"', "What is shown of a paper in several languages.",
        _either(LANGUAGES),
    ),
    Setting(
        "glyphs", _one_of(GLYPHS), '"unicode"', "The signs and borders of the reader.",
        _either(GLYPHS) + ", for terminals and fonts that lack them",
    ),
    Setting(
        "editor", _text, '""', "The editor in which notes are written.",
        'a command such as "vim" or "code --wait"; "" is $VISUAL or $EDITOR',
    ),
    Setting(
        "keys", _keys, "", "The keys of each command, as `paperreader keys` names them.",
        'a key, several, or [] for none: "x", ["g x", "ctrl+d", "f5", "space"]',
    ),
    Setting(
        "topics", _table, "", "Topics of your own, or more words for those there are.",
        "tables such as this one; `replace = true` drops what paperreader looks for itself",
    ),
)  # fmt: skip
_BY_NAME = {each.name: each for each in SETTINGS}
_TOPIC = """\
#[topics.quantum]
#name = "Quantum computing"
#keywords = ["qubit", "quantum circuit"]
"""


def read_setting(name: str, value: object) -> Any:
    """A value for a setting, checked; None when it is not allowed."""
    try:
        return _BY_NAME[name].read(name, value)
    except (_WrongError, KeyError):
        return None


def commented_default(keys: Iterable[tuple[str, tuple[str, ...], str]]) -> str:
    """A config.toml that changes nothing: each setting explained, with its default behind a `#`.

    `keys` are the commands of the reader: id, key sequences, and what it does.
    """
    parts = ["# Settings of paperreader. Take away the # before a line to change it.\n"]
    parts += [f"# {each.help}\n# {each.allowed}\n{_example(each, keys)}" for each in SETTINGS]
    return "\n".join(parts)


def _example(setting: Setting, keys: Iterable[tuple[str, tuple[str, ...], str]]) -> str:
    if setting.name == "topics":
        return _TOPIC
    if setting.name != "keys":
        return f"#{setting.name} = {setting.example}\n"
    lines = (f"#{name} = {json.dumps(list(each))}  # {help_}" for name, each, help_ in keys)
    return "\n".join(["[keys]", *lines]) + "\n"
