"""The errors that paperreader raises on purpose: each carries a sentence a user can act on."""


class PaperReaderError(Exception):
    """Something could not be done; `str(error)` says what and what to do next, in one line."""


class UsageError(PaperReaderError):
    """The call itself was wrong: an unknown option, an impossible value (exit status 2)."""


class LibraryError(PaperReaderError):
    """The library file can't be opened, read or written."""


class LibraryBusyError(LibraryError):
    """Another program writes into the library just now; nothing was done."""


class ConfigError(PaperReaderError):
    """`config.toml` says something that can't be used; names the line and what is allowed."""
