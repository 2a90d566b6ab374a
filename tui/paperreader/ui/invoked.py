"""How paperreader was called, so that a command that is shown works as it is shown."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

NAME = "paperreader"


def own_command(started: str, interpreter: str, here: Path) -> str:
    """What to type for paperreader: its name where a shell finds it, else the way to it.

    `started` is the `sys.argv[0]` of this process and `interpreter` its Python; `here` is the
    folder that the shell is in.
    """
    path = Path(started).absolute()
    if path.name == "__main__.py" and path.parent.name == NAME:
        return f"{_short(Path(interpreter), here)} -m {NAME}"
    if path.stem != NAME or _is_same(shutil.which(NAME), path):
        return NAME
    return _short(path, here)


def _short(program: Path, here: Path) -> str:
    """The name of a program on the path of the shell, else the shortest way to it."""
    if _is_same(shutil.which(program.name), program):
        return program.name
    return os.path.relpath(program, here) if here in program.parents else str(program)


def _is_same(found: str | None, program: Path) -> bool:
    # A link to an interpreter is another one than what it leads to: it has its own packages.
    return found is not None and Path(found).absolute() == program.absolute()
