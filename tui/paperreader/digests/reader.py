"""Picks the family that a text belongs to, and reads it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paperreader.digests import (
    any_markdown,
    daily_sections,
    daily_table,
    hf_daily,
    weekly_notes,
)
from paperreader.digests.impossible import impossible_days
from paperreader.digests.model import Digest, Problem
from paperreader.digests.text import clean

if TYPE_CHECKING:
    from types import ModuleType

_FAMILIES: tuple[ModuleType, ...] = (hf_daily, daily_table, daily_sections, weekly_notes)
_NO_PAPERS = "no papers found: nothing here has a digest's titles or an arXiv link"


def read_digest(text: str, name: str) -> Digest:
    """What a document says; a text that names no paper has no entries and a problem. Never raises.

    `name` is its file name or path, which may say the date.
    """
    text = clean(text)
    digest = _read(text, name)
    if digest.entries:
        wrong = impossible_days(text, name, digest.entries)
        return digest._replace(problems=(*digest.problems, *wrong))
    return digest._replace(problems=digest.problems or (Problem(1, _NO_PAPERS),))


def _read(text: str, name: str) -> Digest:
    """The digest by the family that knows the text, else by what any Markdown has."""
    family = next((each for each in _FAMILIES if each.recognise(text)), None)
    digest: Digest | None = family.read(text, name) if family else None
    if digest and (digest.entries or family is hf_daily):
        return digest
    return any_markdown.read(text, name)
