"""Cuts text into sections at its labels, and gives the labels one name over all digests."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from paperreader.digests.model import Section
from paperreader.digests.text import has_words, one_line

if TYPE_CHECKING:
    from collections.abc import Iterable

AUTHORS = "Authors"
VOTES = "Votes"
KEYPOINTS = "Keypoints"
FIELDS = (AUTHORS, VOTES)  # one line each: what follows is not theirs

_NAMES = {
    AUTHORS: "author|authors|저자|作者|著者",
    VOTES: "vote|votes|upvote|upvotes|투표|추천",
    "Summary": "summary|summay|summry|1 line summary|one line summary|a 1 line summary|tldr|tl dr"
    "|a one line summary|one sentence summary|1 sentence summary|brief summary|short summary|요약"
    "|summary in one line|摘要总结|総括",
    "Abstract": "abstract|초록|摘要|要旨",
    KEYPOINTS: "keypoints|keypoint|key points|key point|keywords|keyword|key words|키워드|关键词",
    "Objective": "objective|objectives|goal|goals|aim|main objective|main research objective"
    "|research objective|research question|main research question|research question objective"
    "|main research question objective|main research question or objective"
    "|research question or objective|main research objective question|목적|目标|目的",
    "Method": "method|methods|methodology|methodologies|key method|key methods|key methodology"
    "|key methodology used|main method|approach|key approach|방법|方法",
    "Results": "results|result|primary results|primary result|main results|main result|key results"
    "|key result|결과|结果|結果",
    "Metric": "metric|metrics",
    "Implication": "implication|implications|principal implication|principal implications"
    "|main implication|practical implication|practical implications"
    "|principal implication for ai practitioners|principal implications for ai practitioners"
    "|implication for ai practitioners|implications for ai practitioners|시사점",
    "Motivation": "motivation|motivations",
    "Limitation": "limitation|limitations|한계|局限",
    "Discussion": "discussion|discussions",
    "Conclusion": "conclusion|conclusions|결론|结论|結論",
    "Pipeline": "main pipeline|pipeline",
    "Key takeaways": "key takeaways|key takeaway|takeaways|takeaway",
    "What's New": "what's new|whats new",
    "Technical Details": "technical details|technical detail",
    "Performance Highlights": "performance highlights|performance highlight",
    "Contributions": "contributions|contribution|main contributions|key contributions",
    "Introduction": "introduction",
    "Experiments": "experiments|experiment",
}
_HARMONISED = {
    word: name
    for name, words in _NAMES.items()
    for word in words.split("|" if "|" in words else None)
} | {"performance highlights": "Performance Highlights", "key takeaways": "Key takeaways"}
_BASES = {
    "summary": "Summary", "question": "Objective", "objective": "Objective", "goal": "Objective",
    "aim": "Objective", "problem": "Objective", "method": "Method", "methodology": "Method",
    "methodologie": "Method", "approach": "Method", "technique": "Method", "result": "Results",
    "finding": "Results", "implication": "Implication", "takeaway": "Key takeaways",
    "contribution": "Contributions", "limitation": "Limitation", "conclusion": "Conclusion",
}  # fmt: skip
_QUALIFIED = re.compile(
    r"(?:(?:main|key|primary|principal|core|central|overall|major|research|experimental|proposed"
    r"|practical|one line|1 line|one sentence|brief|short|concise)\s){0,3}"
    rf"(?P<base>(?:{'|'.join(_BASES)})s?)"
    rf"(?:(?:\s(?:or|and))?\s(?:research\s)?(?:{'|'.join(_BASES)})s?)?"
    r"(?:\s(?:used|employed|obtained|addressed|in one (?:line|sentence)|statement"
    r"|for (?:ai |ml )?(?:practitioners|engineers|researchers)))?"
)
_REMARK = re.compile(r"\([^()]{0,200}+\)")
_LONGEST = 70
_FENCE = re.compile(r"\s{0,12}(```|~~~)")
_LINE = re.compile(
    r"(?P<indent>[ ]*+)(?P<bullet>[-*+•][ ]++)?+(?:"
    r"`(?P<code>[^`]{1,70}+)`(?P<colon>\s{0,3}+[:：])?"
    r"|(?P<stars>\*{2,3}+)(?P<bold>[^*]{1,70}+)\*{2,3}+(?P<after>\s{0,3}+[:：])?"
    r"|(?P<word>[^\W\d_][^:：`*|\[\]<>]{0,50}+)(?P<needed>[:：])(?![/])"
    r")(?P<rest>.*)"
)
_ANY_BULLET = re.compile(r"([ ]*+)(?:[-*+•]|\d{1,3}[.)])(?:[ ]|$)")
_EMPTY_BULLET = re.compile(r"[ ]*+[-*+•][ ]*+")
_FOLD = re.compile(
    r"</?details(?:\s[^<>]{0,200}+)?>|<summary>\s{0,9}details?\s{0,9}</summary>|</?summary>",
    re.IGNORECASE,
)


def harmonised(label: str) -> str | None:
    """The name that a label has over all digests; None for one that only this digest uses."""
    key = one_line(re.sub(r"[-_/:：]", " ", label.replace("’", "'"))).lower().strip(" .")
    bare = one_line(_REMARK.sub("", key))
    return _HARMONISED.get(key) or _HARMONISED.get(bare) or _qualified(bare)


def _qualified(key: str) -> str | None:
    """The name of a label such as `key research question or goal` or `main findings obtained`."""
    match = _QUALIFIED.fullmatch(key)
    return _BASES[match["base"].rstrip("s")] if match else None


def section(label: str, text: str, lead: str = "") -> Section:
    """A section under its harmonised name; the digest's own words lead where they say more."""
    own = one_line(label).strip(" :：")
    name = harmonised(own) or own
    if not lead and _letters(own) != _letters(name):
        lead = f"{own}:"
    return Section(name, text, lead)


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text))


@dataclass(frozen=True, slots=True)
class Label:
    """A line that starts with a label: its column, the label's own words, what follows it."""

    indent: int
    words: str
    rest: str

    @property
    def is_known(self) -> bool:
        """Whether digests use this label."""
        return harmonised(self.words) is not None


def label_of(line: str) -> Label | None:
    """The label that a line starts with: `` `Method:` ``, `**Method**:`, or a known bare one."""
    match = _LINE.fullmatch(line)
    if not match:
        return None
    raw = match["code"] or match["bold"] or match["word"]
    label = Label(len(match["indent"]), raw.strip(" :："), match["rest"].strip())
    has_colon = match["colon"] or match["after"] or raw.rstrip().endswith((":", "："))
    if not has_words(label.words) or not (has_colon or label.is_known):
        return None
    return label if label.is_known or not match["word"] else None


@dataclass(slots=True)
class _Cutter:
    sections: list[Section] = field(default_factory=list)
    label: Label | None = None
    lines: list[str] = field(default_factory=list)
    fence: str = ""
    has_text: bool = False

    def read(self, line: str) -> None:
        if self.is_fenced(line):
            self.take(line)
            return
        label = label_of(line) if line.strip() else None
        if label and self.may_start(label):
            self.start(label, label.rest)
        elif self.is_over(line):
            self.start(None, line)
        else:
            self.take(line)

    def take(self, line: str) -> None:
        self.lines.append(line)
        self.has_text = self.has_text or has_words(line)

    def is_fenced(self, line: str) -> bool:
        mark = _FENCE.match(line)
        if mark and (not self.fence or mark[1] == self.fence):
            self.fence = "" if self.fence else mark[1]
            return True
        return bool(self.fence)

    def may_start(self, label: Label) -> bool:
        """A label of the digest's own further in than the last one belongs to its text."""
        return label.is_known or self.label is None or label.indent <= self.label.indent

    def is_over(self, line: str) -> bool:
        """Whether the section has ended: a field after a line, the others at a sibling bullet."""
        if self.label is None or not line.strip():
            return False
        is_inside = _indent(line) > self.label.indent and _ANY_BULLET.match(line) is not None
        if harmonised(self.label.words) in FIELDS and is_inside and not self.lines[0].strip():
            return False
        if harmonised(self.label.words) in FIELDS:
            return has_words(line) and not self.lines[-1].rstrip().endswith(",")
        bullet = _ANY_BULLET.match(line)
        is_sibling = bullet is not None and len(bullet[1]) <= self.label.indent
        return is_sibling and self.has_text

    def start(self, label: Label | None, first: str) -> None:
        self.finish()
        self.label, self.lines, self.has_text = label, [first], has_words(first)

    def finish(self) -> None:
        text = tidy(self.lines, self.label)
        if self.label:
            self.sections.append(section(self.label.words, text))
        elif text:
            self.sections.append(Section("", text))


def tidy(lines: list[str], label: Label | None = None) -> str:
    """The lines of a section as one text, moved left as far as they go together."""
    column = label.indent if label else -1
    inner = [_indent(line) for line in lines[bool(label) :] if line.strip()]
    shift = min((indent for indent in inner if indent > column), default=max(column, 0))
    first = [line.strip() for line in lines[: bool(label)]]
    moved = [line[min(shift, _indent(line)) :].rstrip() for line in lines[bool(label) :]]
    return _without_gaps([*first, *moved])


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _without_gaps(lines: Iterable[str]) -> str:
    kept: list[str] = []
    for line in lines:
        if line.strip() or (kept and kept[-1].strip()):
            kept.append(line)
    return "\n".join(kept).strip("\n").rstrip()


def sections_of(lines: Iterable[str]) -> list[Section]:
    """The text under a title as sections: labelled ones, and what stands outside of them."""
    cutter = _Cutter()
    for line in lines:
        kept = _FOLD.sub("", line) if "<" in line else line
        if kept != line and (not kept.strip() or _EMPTY_BULLET.fullmatch(kept)):
            continue
        if not _EMPTY_BULLET.fullmatch(kept):
            cutter.read(kept)
    cutter.finish()
    return cutter.sections
