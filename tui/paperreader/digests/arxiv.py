"""arXiv identifiers: found in addresses and texts, without version.

The forms are those of https://info.arxiv.org/help/arxiv_identifier.html.
"""

from __future__ import annotations

import re

_NEW = r"\d{2}(?:0[1-9]|1[0-2])\.\d{4,5}(?!\d)"
_OLD = r"[a-z]{2,8}(?:-[a-z]{2,8})?(?:\.[A-Z]{2})?/\d{7}(?!\d)"
IDENTIFIER = rf"(?:{_NEW}|{_OLD})(?:v\d{{1,3}})?"
_ID = rf"({_NEW}|{_OLD})(?:v\d{{1,3}})?"
PLACE = (
    r"(?:arxiv\.org/(?:abs|pdf|html|format|ps|src|e-print)/"
    r"|alphaxiv\.org/(?:abs|pdf|overview)/"
    r"|ar5iv(?:\.labs\.arxiv)?\.org/(?:html|abs)/"
    r"|(?:huggingface\.co|hf\.co)/papers/"
    r"|10\.48550/arxiv\."
    r"|\barxiv:\s?)"
)
_ALONE = re.compile(_ID)
_ANYWHERE = re.compile(rf"(?i:{PLACE}){_ID}")


def bare_arxiv_id(text: str) -> str | None:
    """The identifier that a text is (`2412.02687v2`), or the first that it names by its place."""
    text = text.strip()
    match = _ALONE.fullmatch(text) or _ANYWHERE.search(text)
    return match[1] if match else None


def arxiv_ids(text: str) -> list[str]:
    """All the identifiers that addresses and `arXiv:` forms in a text name, in order, once each."""
    return list(dict.fromkeys(match[1] for match in _ANYWHERE.finditer(text)))
