"""Tags as people type them: blanks or commas between, in quotes where they hold blanks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_TAG = re.compile(r'"([^"]*)"?|([^\s,"]+)')
_UNFINISHED = re.compile(r'[^\s,"]*$')


def read_tags(line: str) -> list[str]:
    """The tags of a line, each once, without their `#`."""
    words = ((quoted or plain).strip().lstrip("#") for quoted, plain in _TAG.findall(line))
    return list(dict.fromkeys(word for word in words if word))


def write_tags(tags: Iterable[str]) -> str:
    """The line from which `read_tags` reads these tags, ready for another one."""
    return "".join(f'"{tag}" ' if re.search(r"[\s,]", tag) else f"{tag} " for tag in tags)


def unfinished(line: str) -> str:
    """The tag that is being typed at the end of a line."""
    return _plain(_last(line))


def suggestions(line: str, used: Sequence[str], most: int) -> list[str]:
    """The used tags that the end of a line may become: those that begin so, then the others."""
    typed = unfinished(line).casefold()
    given = set(read_tags(line[: len(line) - len(_last(line))]))
    fitting = [tag for tag in used if typed in tag.casefold() and tag not in given]
    return sorted(fitting, key=lambda tag: not tag.casefold().startswith(typed))[:most]


def completed(line: str, tag: str) -> str:
    """The line with its unfinished end made into this tag."""
    return line[: len(line) - len(_last(line))] + write_tags([tag])


def _last(line: str) -> str:
    if line.count('"') % 2:
        return line[line.rindex('"') :]
    found = _UNFINISHED.search(line)
    return found[0] if found else ""


def _plain(word: str) -> str:
    return word.lstrip('"').lstrip("#")
