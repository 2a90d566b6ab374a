"""Tells by which rules papers were classified, without reading the rules."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zlib import crc32

if TYPE_CHECKING:
    from collections.abc import Mapping

TABLE = Path(__file__).with_name("topics.toml")
_REVISION = 2  # goes up when the same table gives other topics


def version_of(overrides: Mapping[str, Any] | None = None) -> str:
    """A checksum of the bundled table and the user's `[topics]`, worked out at every start.

    Another one means that papers should be classified again.
    """
    mine = json.dumps(dict(overrides or {}), sort_keys=True, default=str)
    rules = f"{_REVISION}\0{mine}\0".encode() + TABLE.read_bytes()
    return f"{crc32(rules):08x}"  # not hashlib: OpenSSL takes 3 ms to load
