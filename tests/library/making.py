"""Documents with few made-up papers, and what it takes to put them into a library."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from itertools import count

from paperreader.digests import read_digest
from paperreader.library import Document
from paperreader.topics import Classifier

CLASSIFIER = Classifier.load()
TODAY = date(2025, 1, 2)
TABLE = """## Papers for {day}

| Title | Authors | Summary |
|-------|---------|---------|
{rows}
"""


def row(title, identifier, authors="Ada One, Bo Two", summary="It samples images by diffusion."):
    link = f"https://arxiv.org/abs/{identifier}"
    more = f"(Read more on [arXiv]({link}) or [HuggingFace](https://huggingface.co/papers/{identifier}))"
    return f"| {title} {more}| {authors} | {summary} |"


def document(*rows, day="2025-01-01", name=None, source="digests"):
    name = name or f"{day}.md"
    text = TABLE.format(rows="\n".join(rows), day=day)
    return Document(read_digest(text, name), text, f"/digests/{name}", source)


def notes(*titles, name="PaperList_202501.md"):
    parts = "\n".join(
        f"### {t}\n- `Keypoints:` flow; fast\n- `Objective:` Faster.\n" for t in titles
    )
    text = f"# 202501\n\n## Diffusion\n\n{parts}"
    return Document(read_digest(text, name), text, f"/digests/{name}", "notes")


def add(library, *documents):
    return library.add(documents, CLASSIFIER, today=TODAY)


def ticking():
    start = datetime(2025, 1, 2, tzinfo=UTC)
    ticks = count()
    return lambda: start + timedelta(seconds=next(ticks))
