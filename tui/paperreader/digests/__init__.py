"""From the text of a digest to its entries: pure, one module a family."""

from paperreader.digests.arxiv import bare_arxiv_id
from paperreader.digests.reader import is_digest_name, read_digest
from paperreader.digests.text import clean, slug_of, title_key

__all__ = ["bare_arxiv_id", "clean", "is_digest_name", "read_digest", "slug_of", "title_key"]
