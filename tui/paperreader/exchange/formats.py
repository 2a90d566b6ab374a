"""The formats of an export: one function a format, from papers to lines of text."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from paperreader.exchange.papers import paper_json

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from typing import TextIO

    from paperreader.library.model import Paper


def _jsonl(paper: Paper) -> str:
    return json.dumps(paper_json(paper), ensure_ascii=False) + "\n"


_WRITERS: Mapping[str, Callable[[Paper], str]] = {"jsonl": _jsonl}
FORMATS: tuple[str, ...] = tuple(_WRITERS)


def write(papers: Iterable[Paper], format: str, out: TextIO) -> int:  # noqa: A002 - the option's word
    """Write papers in one of `FORMATS`, one at a time; returns how many there were."""
    to_text = _WRITERS[format]
    return sum(1 for paper in papers if out.write(to_text(paper)))
