"""Which topics a paper is about, from a table of words that people can read and edit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from paperreader.topics.model import Evidence, Topic
from paperreader.topics.version import version_of

if TYPE_CHECKING:
    from paperreader.topics.classifier import Classifier

__all__ = ["Classifier", "Evidence", "Topic", "version_of"]


def __getattr__(name: str) -> Any:
    """Load the classifier only for those who classify: most commands don't."""
    if name != "Classifier":
        raise AttributeError(name)
    from paperreader.topics.classifier import Classifier  # noqa: PLC0415 - see above

    return Classifier
