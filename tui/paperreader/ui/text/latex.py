"""Formulas as Unicode where that is readable; the source where it is not."""

from __future__ import annotations

import re
from functools import lru_cache

_SUPERSCRIPT = str.maketrans("0123456789+-=()niT", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱᵀ")
_SUBSCRIPT = str.maketrans("0123456789+-=()aehijklmnoprstuvx", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ")
_SCRIPT = re.compile(r"([_^])(?:\{([^{}\\]{1,24})\}|([A-Za-z0-9]))")
MOST_CHARACTERS = 2000


@lru_cache(512)
def latex_to_unicode(source: str) -> str:
    """A formula without its dollars, as text; the source unchanged when it can't be converted."""
    if len(source) > MOST_CHARACTERS:
        return source
    from pylatexenc.latex2text import LatexNodes2Text  # noqa: PLC0415 - slow to import, rarely used

    try:
        converter = LatexNodes2Text(math_mode="text", strict_latex_spaces=False)
        text = converter.latex_to_text(_SCRIPT.sub(_script, source), tolerant_parsing=True)
    except Exception:  # whatever the converter trips over, the source is still right
        return source
    return " ".join(text.split()) or source


def _script(match: re.Match[str]) -> str:
    letters = match[2] or match[3]
    table = _SUPERSCRIPT if match[1] == "^" else _SUBSCRIPT
    if all(ord(letter) in table for letter in letters):
        return letters.translate(table)
    return match[0]
