"""Runs commands in this process, on a library of the test's own."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

import pytest

from paperreader.cli import main

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Result:
    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


class Run(Protocol):
    def __call__(self, *arguments: str | Path) -> Result: ...


@pytest.fixture
def run_on(capsys: pytest.CaptureFixture[str]):
    """Runs a command on the library of a directory."""

    def run_on(library: Path, *arguments: str | Path) -> Result:
        capsys.readouterr()
        status = main(["--library", str(library), *map(str, arguments)])
        captured = capsys.readouterr()
        return Result(status, captured.out, captured.err)

    return run_on


@pytest.fixture
def run(run_on, home: Path) -> Run:
    """Runs a command on a library with the samples."""
    return lambda *arguments: run_on(home, *arguments)


@pytest.fixture
def run_empty(run_on, tmp_path: Path) -> Run:
    """Runs a command on a library that is not there yet."""
    return lambda *arguments: run_on(tmp_path / "new", *arguments)
