"""Which topics a paper is about, from a table of words that people can read and edit."""

from paperreader.topics.classifier import Classifier
from paperreader.topics.model import Evidence, Topic

__all__ = ["Classifier", "Evidence", "Topic"]
