"""Where the user's files live: data, cache and configuration."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Self

import platformdirs

from paperreader.errors import PaperReaderError

if TYPE_CHECKING:
    from collections.abc import Mapping

_APP = "paperreader"
_CONFIG = "config.toml"
HOME_VARIABLE = "PAPERREADER_HOME"


@dataclass(frozen=True, slots=True)
class Paths:
    """The places of one library; nothing of it needs to exist.

    `data` is a directory and `database` the library in it; `index` is a directory that can be
    deleted at any time; `config` is a file.
    """

    data: Path
    database: Path
    index: Path
    config: Path

    @classmethod
    def of(cls, library_dir: Path | None, environ: Mapping[str, str]) -> Self:
        """The places for a library directory, else `$PAPERREADER_HOME`, else the platform's own.

        A directory that was named holds everything, so that it can be moved as a whole; its
        configuration is the user's own unless it brings one. Raises PaperReaderError where there
        is no home directory to find them in.
        """
        try:
            return cls._of(library_dir, environ)
        except RuntimeError as error:
            raise PaperReaderError(
                f"your home directory is not known: set {HOME_VARIABLE} to the full path of a "
                "directory for your papers"
            ) from error

    @classmethod
    def _of(cls, library_dir: Path | None, environ: Mapping[str, str]) -> Self:
        home = Path(environ[HOME_VARIABLE]).expanduser() if environ.get(HOME_VARIABLE) else None
        config = home / _CONFIG if home else _user_config()
        if library_dir is not None:
            folder = library_dir.expanduser()
            own = folder / _CONFIG
            return cls._inside(folder, own if own.is_file() else config)
        return cls._inside(home, config) if home else cls._of_the_platform(config)

    @classmethod
    def _inside(cls, folder: Path, config: Path) -> Self:
        folder = folder.absolute()
        return cls(folder, folder / "library.db", folder / "index", config)

    @classmethod
    def _of_the_platform(cls, config: Path) -> Self:
        data = platformdirs.user_data_path(_APP, appauthor=False)
        index = platformdirs.user_cache_path(_APP, appauthor=False) / "index"
        return cls(data, data / "library.db", index, config)


def _user_config() -> Path:
    return platformdirs.user_config_path(_APP, appauthor=False) / _CONFIG
