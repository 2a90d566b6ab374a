"""Writing in the user's own editor, as `$VISUAL` or `$EDITOR` names it."""

from __future__ import annotations

import shlex
import subprocess
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from paperreader.errors import PaperReaderError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


def editor_command(chosen: str, environment: Mapping[str, str]) -> list[str]:
    """The chosen editor, else that of the environment; raises PaperReaderError without one."""
    line = chosen or environment.get("VISUAL") or environment.get("EDITOR") or ""
    try:
        command = shlex.split(line)
    except ValueError as error:
        raise PaperReaderError(f"$EDITOR can't be read ({error}): {line}") from None
    if not command:
        raise PaperReaderError("Set $VISUAL or $EDITOR, or `editor` in config.toml, to write there")
    return command


def edit(text: str, command: Sequence[str]) -> str:
    """The text as the editor leaves it; raises PaperReaderError where the editor fails."""
    with tempfile.TemporaryDirectory(prefix="paperreader-") as folder:
        path = Path(folder, "note.md")
        path.write_text(text, "utf-8")
        try:
            status = subprocess.run([*command, path], check=False).returncode  # noqa: S603 - theirs
        except OSError as error:
            raise PaperReaderError(f"{command[0]} can't be started: {error.strerror}") from error
        if status != 0:
            raise PaperReaderError(f"{command[0]} ended with {status}: the note stays as it was")
        return path.read_text("utf-8", errors="replace")
