"""Formulas as Unicode where that is readable; the source where it is not."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pylatexenc.latex2text import LatexNodes2Text

_SUPERSCRIPT = str.maketrans("0123456789+-=()niTkm*'′⊤", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱᵀᵏᵐ*′′ᵀ")
_SUBSCRIPT = str.maketrans("0123456789+-=()aehijklmnoprstuvx", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ")
_WORDS = re.compile(r"\\(log|ln|exp|sin|cos|tan|max|min|arg|det|lim|sup|inf|Pr)(?![a-zA-Z])\s*")
_BARS = ((re.compile(r"\\(?:mid|vert)(?![a-zA-Z])"), "|"), (re.compile(r"\\(?:\||Vert\b)"), "‖"))
_FRACTION = re.compile(r"\\[dt]?frac(?![a-zA-Z])")
_FOR_CONVERTER = re.compile(r"[\\{}~%&#$]|\s\s")
_INLINE = re.compile(r"\$([^$\s]|[^$\s][^$]*[^$\s])\$(?!\d)")
_POWER = re.compile(r"(?<=[\w)\]])\^(?:\{(\d{1,3})\}|(\d{1,3}))(?![.\d])")
_COMMAND_AT_END = re.compile(r"\\[a-zA-Z]+$")
_ONE = re.compile(r"\\[a-zA-Z]+|\S")
MOST_CHARACTERS = 2000
DEEPEST = 8  # groups in groups; a formula deeper than that is no longer readable as a line


@lru_cache(512)
def latex_to_unicode(source: str) -> str:
    """A formula without its dollars, as text; the source unchanged when it can't be converted."""
    if len(source) > MOST_CHARACTERS:
        return source
    try:
        text = source
        for pattern, bar in _BARS:
            text = pattern.sub(bar, text)
        text = _convert(text, 0)
    except Exception:  # whatever the converter trips over, the source is still right
        return source
    return text or source


@lru_cache(2048)
def without_formulas(line: str) -> str:
    """A title with its formulas, `$x^2$`, as text; also `x^2` whose dollars got lost."""
    if "$" in line:
        line = _INLINE.sub(lambda match: latex_to_unicode(match[1]), line)
    if "^" in line:
        line = _POWER.sub(lambda match: (match[1] or match[2]).translate(_SUPERSCRIPT), line)
    return line


@lru_cache(1)
def _converter() -> LatexNodes2Text:
    from pylatexenc.latex2text import LatexNodes2Text  # noqa: PLC0415 - slow to import, rarely used

    return LatexNodes2Text(math_mode="text", strict_latex_spaces=False)


def _convert(source: str, depth: int) -> str:
    if depth > DEEPEST or source.isalnum():
        return source
    spaced = _WORDS.sub(lambda match: f"{match[1]}{_space_after(match, source)}", source)
    flat = _fractions_and_scripts(spaced, depth)
    if not _FOR_CONVERTER.search(flat):
        return flat
    return " ".join(_converter().latex_to_text(flat, tolerant_parsing=True).split())


def _space_after(match: re.Match[str], source: str) -> str:
    follows = source[match.end() : match.end() + 1]
    return "~" if follows.isalnum() or follows == "\\" else ""


def _fractions_and_scripts(source: str, depth: int) -> str:
    parts: list[str] = []
    at = 0
    while at < len(source):
        if (sign := source[at]) in "_^" and source[at - 1 : at] != "\\":
            argument, at = _argument(source, at + 1)
            end = "{}" if _COMMAND_AT_END.search("".join(parts[-12:])) else ""
            parts.append(end + _script(sign, _convert(argument, depth + 1)))
        elif match := _FRACTION.match(source, at):
            above, at = _argument(source, match.end())
            below, at = _argument(source, at)
            parts.append("/".join(_operand(_convert(each, depth + 1)) for each in (above, below)))
        else:
            parts.append(source[at])
            at += 1
    return "".join(parts)


def _argument(source: str, at: int) -> tuple[str, int]:
    """The group, command or character that starts here, and where it ends."""
    while source[at : at + 1].isspace():
        at += 1
    if source[at : at + 1] != "{":
        match = _ONE.match(source, at)
        if match is None:
            raise ValueError("a script or fraction of nothing")
        return match[0], match.end()
    depth = 0
    for end in range(at, len(source)):
        depth += {"{": 1, "}": -1}.get(source[end], 0)
        if depth == 0:
            return source[at + 1 : end], end + 1
    return source[at + 1 :], len(source)


def _script(sign: str, text: str) -> str:
    table = _SUPERSCRIPT if sign == "^" else _SUBSCRIPT
    if all(ord(letter) in table for letter in text):
        return text.translate(table)
    return sign + _escaped(text if re.fullmatch(r"\w+", text) or len(text) == 1 else f"({text})")


def _operand(text: str) -> str:
    is_sum = re.search(r"[-+=±]|\s\S*\s", re.sub(r"\([^()]*\)", "", text))
    return _escaped(f"({text})" if is_sum else text)


def _escaped(text: str) -> str:
    return re.sub(r"([%#&$_{}])", r"\\\1", text.replace("\\", ""))
