"""The command line: `paperreader`, and one function a command."""

from paperreader.cli.main import main

__all__ = ["main"]
