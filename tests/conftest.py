"""What all tests share: the sample digests, a clock that stands, and no way to the user's files."""

from __future__ import annotations

import os
import shutil
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from paperreader.desk import Desk


def pytest_addoption(parser: pytest.Parser) -> None:
    """How the snapshots of the screen are made anew."""
    parser.addoption("--update-snapshots", action="store_true", help="write what is shown")


# The same examples everywhere, however slow; `--hypothesis-profile=default` looks for new ones.
settings.register_profile(
    "steady",
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("steady")

NOW = datetime(2024, 12, 10, 7, 30, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _no_user_files(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    user = tmp_path_factory.mktemp("user")
    monkeypatch.delenv("PAPERREADER_HOME", raising=False)
    monkeypatch.setenv("HOME", str(user))
    monkeypatch.setenv("COLORTERM", "truecolor")  # the terminal that runs the tests plays no part
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.delenv("NO_COLOR", raising=False)
    for name in ("DATA", "CONFIG", "CACHE", "STATE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(user / name.lower()))


@pytest.fixture(scope="session")
def samples() -> Path:
    """The folder of the sample digests."""
    from paperreader.intake import sample_paths

    return sample_paths()


@pytest.fixture(scope="session")
def corpus() -> Path:
    """A folder of digests from the wild, one subfolder a family; skips without one."""
    if not os.environ.get("PAPERREADER_CORPUS"):
        pytest.skip("PAPERREADER_CORPUS doesn't name a folder of digests from the wild")
    return Path(os.environ["PAPERREADER_CORPUS"])


def _opened(home: Path) -> Desk:
    from paperreader.config import Config
    from paperreader.desk import Desk
    from paperreader.paths import Paths

    return Desk.open(Paths.of(home, {}), Config(), clock=lambda: NOW)


@pytest.fixture(scope="session")
def imported_once(samples: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The directory of a library with the samples and their index; not to be changed."""
    home = tmp_path_factory.mktemp("imported")
    desk = _opened(home)
    desk.import_samples()
    desk.close()
    return home


@pytest.fixture
def home(imported_once: Path, tmp_path: Path) -> Path:
    """The directory of a library with the samples, the test's own."""
    return shutil.copytree(imported_once, tmp_path / "home")


@pytest.fixture
def desk(home: Path) -> Iterator[Desk]:
    """A desk with the samples."""
    desk = _opened(home)
    yield desk
    desk.close()


@pytest.fixture
def empty_desk(tmp_path: Path) -> Iterator[Desk]:
    """A desk without papers."""
    desk = _opened(tmp_path / "empty")
    yield desk
    desk.close()
