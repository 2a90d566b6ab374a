"""Papers out: in the formats that other programs read."""

from paperreader.exchange.formats import FORMATS, write
from paperreader.exchange.papers import paper_json

__all__ = ["FORMATS", "paper_json", "write"]
