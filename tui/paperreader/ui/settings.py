"""The settings that hold: what config.toml says and can be used, then what was changed here."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from paperreader.config import read_setting
from paperreader.errors import ConfigError
from paperreader.ui.remapping import table_of
from paperreader.ui.themes import check_theme

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from paperreader.config import Config
    from paperreader.desk import Desk
    from paperreader.library import Library

SETTINGS = "settings"
CHANGEABLE = ("theme", "auto_read", "glyphs")


def usable(config: Config, path: Path, *checks: Callable[[Config, Path], object]) -> Config:
    """The configuration with the defaults for what a check refuses, said in its `wrong`."""
    for check in checks:
        while error := _refusal(check, config, path):
            config = config.without(error)
    return config


def _refusal(
    check: Callable[[Config, Path], object], config: Config, path: Path
) -> ConfigError | None:
    try:
        check(config, path)
    except ConfigError as error:
        return error
    return None


def use_settings(desk: Desk) -> None:
    """Let the desk work with the settings that the reader can use."""

    def check_topics(config: Config, _path: Path) -> None:
        desk.config = config
        desk.topic_names  # noqa: B018 - it checks the topics when it doesn't know them

    desk.config = usable(desk.config, desk.paths.config, check_theme, table_of, check_topics)


def with_remembered(config: Config, library: Library) -> Config:
    """The configuration with what was changed in the reader, where the file says nothing."""
    remembered: Mapping[str, Any] = library.recall(SETTINGS) or {}
    for name in CHANGEABLE:
        value = read_setting(name, remembered.get(name))
        if value is not None and name not in config.given:
            config = config._replace(**{name: value})
    return config


def changed(config: Config, library: Library, name: str, value: object) -> Config:
    """The configuration with another value, which is kept for the next start."""
    library.remember(SETTINGS, {**(library.recall(SETTINGS) or {}), name: value})
    return config._replace(**{name: value})  # type: ignore[arg-type] # by name
