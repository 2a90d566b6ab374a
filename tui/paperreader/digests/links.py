"""The addresses of a text with their kind: Markdown and HTML links, pictures and bare ones."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from paperreader.digests.arxiv import bare_arxiv_id
from paperreader.digests.model import Link, LinkKind
from paperreader.digests.text import has_words, plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_URL = r"https?://(?:[^\s()<>\"'`|\\]|\([^\s()<>]{0,200}+\)){1,1500}+"
_BARE = _URL.replace(r"[^\s", r"[^\s\[\]", 1)  # lists of addresses stand in brackets: [one][other]
_LABEL = r"(?:[^\[\]]{1,500}+|\[[^\[\]]{0,200}+\]){0,8}+"  # brackets in it are whole
_LINK = re.compile(
    rf"(?P<image>!?)\[(?P<label>{_LABEL})\]\(\s{{0,3}}<?(?P<target>{_URL})[^()\n]{{0,200}}+\)"
    rf"|<(?P<tag>img|video|source|a|iframe)\s(?P<attributes>[^<>]{{0,2000}}+)>"
    rf"|(?P<bare>{_BARE})"
)
_SOURCE = re.compile(r"\b(?:src|href)\s?=\s?[\"']?(https?://[^\s\"'<>]{1,1500}+)", re.IGNORECASE)
_ALT = re.compile(r"\balt\s?=\s?[\"']([^\"'<>]{0,300}+)", re.IGNORECASE)
_HTML = re.compile(r"</?[A-Za-z][^<>]{0,2000}+>")
_VIDEO = (".mp4", ".webm", ".mov", ".m4v", ".ogv")
_IMAGE = (".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".bmp")
_CODE = ("github.com/", "gitlab.com/", "bitbucket.org/", "codeberg.org/", "gitee.com/")
_PICTURES = ("user-attachments/", "user-images.githubusercontent.com", "cdn-thumbnails.")
_KINDS = {
    "project": LinkKind.PROJECT, "project page": LinkKind.PROJECT, "homepage": LinkKind.PROJECT,
    "website": LinkKind.PROJECT, "page": LinkKind.PROJECT, "code": LinkKind.CODE,
    "github": LinkKind.CODE, "video": LinkKind.VIDEO, "watch video": LinkKind.VIDEO,
}  # fmt: skip
_GENERIC = frozenset(
    [
        "abs",
        "abstract",
        "and",
        "arxiv",
        "code",
        "demo",
        "github",
        "here",
        "hf",
        "html",
        "huggingface",
        "link",
        "links",
        "model",
        "models",
        "more",
        "on",
        "or",
        "page",
        "paper",
        "papers",
        "pdf",
        "project",
        "read",
        "source",
        "url",
        "video",
        "view",
        "website",
        "homepage",
        "dataset",
        "data",
        "full",
        "text",
        "hugging",
        "face",
        "slides",
        "blog",
        "preprint",
        "논문",
        "링크",
        "원문",
        "论文",
        "链接",
        "原文",
        "論文",
        "リンク",
    ]
)


def links_in(text: str) -> tuple[Link, ...]:
    """The addresses of a text in order, each once, under the first text that it stands under."""
    if "http" not in text:
        return ()
    return merged(_found(text))


def merged(links: Iterable[Link]) -> tuple[Link, ...]:
    """The links, each address once: the first one that has a label, else the first."""
    kept: dict[str, Link] = {}
    for link in links:
        if link.url not in kept or (link.label and not kept[link.url].label):
            kept[link.url] = link
    return tuple(kept.values())


def _found(text: str) -> Iterator[Link]:
    for match in _LINK.finditer(text):
        if match["tag"]:
            yield from _from_tag(match["tag"].lower(), match["attributes"])
        elif match["bare"]:
            yield _link(match["bare"].rstrip(".,;:!?]}*_…。，；、"), "")
        else:
            if "](" in match["label"]:  # a picture that is a link
                yield from _found(match["label"])
            label = plain(match["label"]).strip("[]")
            yield _link(match["target"], label, is_image=bool(match["image"]))


def _from_tag(tag: str, attributes: str) -> Iterator[Link]:
    source = _SOURCE.search(attributes)
    if source:
        label = _ALT.search(attributes)
        forced = {"img": LinkKind.IMAGE, "video": LinkKind.VIDEO, "source": LinkKind.VIDEO}.get(tag)
        kind = forced or kind_of(source[1])
        yield Link(kind, source[1], plain(label[1]) if label else "")


def _link(url: str, label: str, *, is_image: bool = False) -> Link:
    kind = kind_of(url, label)
    if is_image and kind is not LinkKind.VIDEO:
        kind = LinkKind.IMAGE
    return Link(kind, url, label)


def kind_of(url: str, label: str = "") -> LinkKind:
    """What an address leads to, by its host, its ending and the text it stands under."""
    place = url.lower().partition("?")[0].partition("#")[0]
    if "arxiv.org/" in place and bare_arxiv_id(url):
        return LinkKind.PDF if "/pdf/" in place else LinkKind.ARXIV
    if "huggingface.co/papers/" in place:
        return LinkKind.HUGGINGFACE
    for endings, kind in ((_VIDEO, LinkKind.VIDEO), (_IMAGE, LinkKind.IMAGE)):
        if place.endswith(endings):
            return kind
    if place.endswith(".pdf"):
        return LinkKind.PDF
    return _by_host(place) or _KINDS.get(label.lower().strip(" :[]"), LinkKind.PAGE)


def _by_host(place: str) -> LinkKind | None:
    if any(each in place for each in _PICTURES):
        return LinkKind.IMAGE
    if any(each in place for each in _CODE):
        return LinkKind.CODE
    if ".github.io" in place:
        return LinkKind.PROJECT
    return None


def is_generic(label: str) -> bool:
    """Whether the text of a link says only what kind of link it is: `arXiv`, `read more`, an id."""
    words = re.findall(r"\w+", label.lower())
    return (
        bare_arxiv_id(label) is not None or label.startswith("http") or _GENERIC.issuperset(words)
    )


def without_links(text: str) -> str:
    """The text without its links, images, videos and tags."""
    return _HTML.sub(" ", _LINK.sub(" ", text))


def is_only_links(text: str) -> bool:
    """Whether nothing is said beside the links."""
    rest = without_links(text)
    return not has_words(rest) or _GENERIC.issuperset(re.findall(r"\w+", rest.lower()))
