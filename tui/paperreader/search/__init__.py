"""Full-text search over the library: analysis, query language, index."""

from paperreader.search.finder import Finder, Found
from paperreader.search.following import Follower
from paperreader.search.highlight import Terms
from paperreader.search.language import parse
from paperreader.search.months import by_month
from paperreader.search.nodes import Query
from paperreader.search.passages import snippet
from paperreader.search.similar import Similar

__all__ = [
    "Finder",
    "Follower",
    "Found",
    "Query",
    "Similar",
    "Terms",
    "by_month",
    "parse",
    "snippet",
]
