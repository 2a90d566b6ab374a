"""The table of commands with the keys of `config.toml`, and what is wrong with those."""

from __future__ import annotations

import difflib
from itertools import chain
from typing import TYPE_CHECKING

from paperreader.config import with_line
from paperreader.errors import ConfigError
from paperreader.ui.commands import COMMANDS
from paperreader.ui.key_names import KeyNameError, read_sequence, show_keys

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from paperreader.config import Config
    from paperreader.ui.commands import Command


def table_of(config: Config, path: Path) -> tuple[Command, ...]:
    """The table with the keys of this configuration; ConfigError names the line of its file."""
    try:
        return with_keys(config.keys)
    except ConfigError as error:
        raise with_line(error, path) from None


def with_keys(keys: Mapping[str, tuple[str, ...]]) -> tuple[Command, ...]:
    """The table with the keys that the user chose, none where the list is empty.

    Raises ConfigError, in the form of `config.with_line`, where they can't be used.
    """
    if not keys:
        return COMMANDS
    chosen = {name: _sequences(name, written) for name, written in keys.items()}
    table = tuple(each._replace(keys=chosen.get(each.id, each.keys)) for each in COMMANDS)
    for first, second in _clashes(table):
        _refuse(first, second, chosen)
    return table


def _sequences(name: str, written: tuple[str, ...]) -> tuple[str, ...]:
    ids = [command.id for command in COMMANDS]
    if name not in ids:
        near = difflib.get_close_matches(name, ids, n=1)
        hint = f"did you mean {near[0]}?" if near else "`paperreader keys` names them all"
        raise _error(name, f"no such command; {hint}")
    try:
        return tuple(dict.fromkeys(map(read_sequence, written)))
    except KeyNameError as error:
        raise _error(name, str(error)) from None


def _clashes(table: tuple[Command, ...]) -> Iterator[tuple[tuple[str, str], tuple[str, str]]]:
    """Pairs of (command id, sequence) of which one hides the other."""
    seen: dict[str, str] = {}
    for command, sequence in chain.from_iterable(
        ((each.id, sequence) for sequence in each.keys) for each in table
    ):
        for other, owner in seen.items():
            if f"{other} ".startswith(f"{sequence} ") or f"{sequence} ".startswith(f"{other} "):
                yield (owner, other), (command, sequence)
        seen[sequence] = command


def _refuse(
    first: tuple[str, str], second: tuple[str, str], chosen: Mapping[str, tuple[str, ...]]
) -> None:
    mine, other = (second, first) if second[0] in chosen else (first, second)
    key, taken = show_keys(mine[1]), show_keys(other[1])
    if mine[1] == other[1]:
        hint = f"{key} is a key of {other[0]} already; give {other[0]} another or none (= [])"
    else:
        short, long = sorted((key, taken), key=len)
        hint = f"{key} clashes with {taken} of {other[0]}: {short} would hide {long}"
    raise _error(mine[0], hint)


def _error(name: str, hint: str) -> ConfigError:
    return ConfigError(f"config.toml: keys.{name}: {hint}")
