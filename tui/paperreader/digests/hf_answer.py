"""Finds the papers in JSON: in answers of the API, and in what archives make of them."""

from __future__ import annotations

import ast
import json
import warnings
from typing import TYPE_CHECKING, Any

from paperreader.digests.arxiv import bare_arxiv_id
from paperreader.digests.dates import period_in
from paperreader.digests.text import clean, one_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

TITLES = ("title", "paper_title")
_ERRORS = ("error", "message", "detail", "status")
_LONGEST_PRINTED = 500_000
_LONGEST_ADDRESS = 300
_DEEPEST = 4


def loaded(text: str) -> object:
    """The value of a JSON text, or the values of its lines as a list. Raises ValueError."""
    try:
        return json.loads(text, strict=False)
    except ValueError:
        lines = [line for line in text.split("\n") if line.strip()]
        if len(lines) < 2 or not lines[1].startswith("{"):
            raise
        return [json.loads(line, strict=False) for line in lines]


def papers_in(answer: object, depth: int = 0) -> list[Any] | None:
    """The papers in an answer, lists of them under one key or several; None where there are none.

    All that is in a list at the top is taken for a paper.
    """
    if isinstance(answer, list):
        return answer if depth == 0 or any(map(_is_paper, answer)) else None
    if not isinstance(answer, dict) or depth > _DEEPEST:
        return None
    if _is_paper(answer):
        return [answer]
    inner = [
        _keyed(paper, key)
        for key, value in answer.items()
        for paper in papers_in(value, depth + 1) or ()
    ]
    return inner or None


def _is_paper(value: object) -> bool:
    if isinstance(value, str):
        return value.startswith("{")
    if not isinstance(value, dict):
        return False
    return any(key in value for key in TITLES) or isinstance(value.get("paper"), dict)


def _keyed(paper: Any, key: str) -> Any:
    """A paper with the day or identifier that it stands under, where it does not say its own."""
    if not isinstance(paper, dict):
        return paper
    if bare_arxiv_id(key):
        return {"id": key, **paper}
    return {"date": key, **paper} if period_in(key) else paper


def identifier_of(paper: Mapping[str, Any]) -> str | None:
    """The arXiv identifier that a paper has as its id, or that one of its addresses names."""
    own = (paper[key] for key in ("id", "arxiv_id", "paper_id") if key in paper)
    texts = (each for each in (*own, *paper.values()) if isinstance(each, str))
    found = (bare_arxiv_id(each) for each in texts if _is_address(each))
    return next(filter(None, found), None)


def _is_address(text: str) -> bool:
    return len(text) <= _LONGEST_ADDRESS and len(text.split(maxsplit=1)) == 1


def complaint(answer: object) -> str:
    """Why there are no papers, in the words of the answer where it has some."""
    said = answer if isinstance(answer, dict) else {}
    words = [one_line(clean(str(said[key])))[:200] for key in _ERRORS if said.get(key)]
    if words:
        return f"no papers: the API answered {' - '.join(words)}"
    return "no papers found: JSON, but not an answer of the Daily Papers API"


def as_mapping(paper: object) -> Mapping[str, Any]:
    """A paper, also one printed as a Python dict; empty where it is none."""
    if isinstance(paper, str) and paper.startswith("{") and len(paper) <= _LONGEST_PRINTED:
        paper = _printed(paper)
    return paper if isinstance(paper, dict) else {}


def _printed(text: str) -> object:
    """The value that Python printed as this text."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of escapes that Python never prints
        try:
            return ast.literal_eval(text)
        except (ValueError, SyntaxError, TypeError, RecursionError, MemoryError):
            return None


def markdown_in(papers: list[Any] | None) -> Iterator[str]:
    """The texts of a list that holds Markdown instead of papers."""
    texts = papers or []
    if all(isinstance(each, str) and not each.startswith("{") for each in texts):
        yield from texts
