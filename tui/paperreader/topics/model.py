"""What classification talks about: topics, and what in a text spoke for them."""

from __future__ import annotations

from typing import NamedTuple


class Topic(NamedTuple):
    """A canonical or user-made topic; `slug` is its key everywhere, `name` is what people read."""

    slug: str
    name: str


class Evidence(NamedTuple):
    """Why a paper has a topic.

    `score` is the sum of the weights found, at least 1 for a topic that is sure. `words` are what
    spoke for the topic, as they stand in the text, strongest first.
    """

    topic: str
    score: float
    words: tuple[str, ...]
