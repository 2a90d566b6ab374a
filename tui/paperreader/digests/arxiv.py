"""arXiv identifiers: found in addresses and texts, without version.

The forms are those of https://info.arxiv.org/help/arxiv_identifier.html.
"""

from __future__ import annotations

import re

_NEW = r"\d{2}(?:0[1-9]|1[0-2])\.\d{4,5}(?!\d)"
_OLD = r"[a-z]{2,8}(?:-[a-z]{2,8})?(?:\.[A-Z]{2})?/\d{7}(?!\d)"
IDENTIFIER = rf"(?:{_NEW}|{_OLD})(?:v\d{{1,3}})?"
_ID = rf"({_NEW}|{_OLD})(?:v\d{{1,3}})?"
_ARCHIVE = (
    r"(?:astro-ph|cmp-lg|cond-mat|cs|gr-qc|hep-(?:ex|lat|ph|th)|math|math-ph|nlin|nucl-(?:ex|th)"
    r"|physics|q-bio|quant-ph|stat)"
)
PLACE = (
    r"(?:arxiv\.org/(?:abs|pdf|html|format|ps|src|e-print)/"
    r"|alphaxiv\.org/(?:\w{2,9}/){1,2}"
    r"|ar5iv(?:\.labs\.arxiv)?\.org/(?:html|abs)/"
    r"|(?:huggingface\.co|hf\.co|arxiv-vanity\.com|emergentmind\.com)/papers/"
    r"|\.\w{2,4}(?:/docs)?/arxiv/"
    r"|10\.48550/arxiv\."
    r"|\barxiv(?:[\s_-](?:id|preprint))?[*_`\"'\s]{0,4}[:：=\s][*_`\"'\s\[]{0,4})"
)
# An identifier that nothing names as one: only as strict a form, and only where one stands.
BARE = rf"(?:{_NEW}|{_ARCHIVE}(?:\.[A-Z]{{2}})?/\d{{7}}(?!\d))(?:v\d{{1,3}})?"
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
