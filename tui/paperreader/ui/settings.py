"""Settings changed in the reader: kept in the library, below what config.toml says."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from paperreader.config import read_setting

if TYPE_CHECKING:
    from collections.abc import Mapping

    from paperreader.config import Config
    from paperreader.library import Library

SETTINGS = "settings"
CHANGEABLE = ("theme", "auto_read", "glyphs")


def with_remembered(config: Config, library: Library) -> Config:
    """The configuration with what was changed in the reader, where the file says nothing."""
    remembered: Mapping[str, Any] = library.recall(SETTINGS) or {}
    for name in CHANGEABLE:
        value = read_setting(name, remembered.get(name))
        if value is not None and name not in config.given:
            config = replace(config, **{name: value})
    return config


def changed(config: Config, library: Library, name: str, value: object) -> Config:
    """The configuration with another value, which is kept for the next start."""
    library.remember(SETTINGS, {**(library.recall(SETTINGS) or {}), name: value})
    return replace(config, **{name: value})  # type: ignore[arg-type] # by name
