"""Files of an index are read where they lie."""

from __future__ import annotations

import os

import pytest

from paperreader.search.storage import Storage


@pytest.fixture
def storage(tmp_path):
    storage = Storage(tmp_path)
    with storage.create_file("one.seg") as file:
        file.write(b"before")
        file.write_pickle({"lines": "one\ntwo"}, protocol=0)
        file.write_int(7)
        file.write(b"after")
    yield storage
    storage.close_files()


def test_a_part_has_its_own_bytes_only(storage):
    whole = storage.open_file("one.seg")
    size = storage.file_length("one.seg")
    part = whole.subset(6, size - 6 - 5)
    assert part.read_pickle() == {"lines": "one\ntwo"}
    assert part.read_int() == 7
    assert part.read(5) == part.read() == b""
    part.seek(0, os.SEEK_END)
    assert part.tell() == size - 11
    assert part.get_int(size - 15) == 7
    assert part.subset(size - 15, 4).read() == part.get(size - 15, 4)


def test_nothing_is_read_from_a_file_that_is_closed(storage):
    part = storage.open_file("one.seg").subset(0, 6)
    assert part.get(0, 6) == b"before"
    storage.close_files()
    with pytest.raises(ValueError, match="closed"):
        part.get(0, 6)
    storage.delete_file("one.seg")
    assert not storage.file_exists("one.seg")
