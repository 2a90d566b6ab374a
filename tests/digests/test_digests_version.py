"""What is stored of a text is read anew by a later reader: its version tells when."""

import hashlib
from pathlib import Path

from paperreader.digests import read_digest
from paperreader.intake import sample_paths
from paperreader.library.documents import READER_VERSION

FIXTURES = Path(__file__).parent / "fixtures"
READ_BY_VERSION = (6, "31149c31d9fb17d7")


def test_the_version_of_the_reader_goes_up_when_texts_are_read_differently() -> None:
    paths = (*FIXTURES.iterdir(), *sample_paths().rglob("*.md"))
    read = sorted(repr(read_digest(each.read_text("utf-8"), each.name)) for each in paths)
    fingerprint = hashlib.sha256("\n".join(read).encode()).hexdigest()[:16]
    assert (READER_VERSION, fingerprint) == READ_BY_VERSION, (
        "raise READER_VERSION, so that libraries read their documents again at the next import, "
        "and write it here with the new fingerprint"
    )
