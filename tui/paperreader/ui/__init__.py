"""The terminal app; the only floor that imports textual."""

import os
import sys

# Textual reads these once, when it is imported: paint at once, and move nothing slowly.
os.environ.setdefault("TEXTUAL_FPS", "240")
os.environ.setdefault("TEXTUAL_ANIMATIONS", "none")
# So many milliseconds it is open whether an ESC is the key or begins a sequence: 100 are felt.
os.environ.setdefault("ESCDELAY", "50")

if "ssl" not in sys.modules:
    # asyncio comes with or without TLS: nothing here speaks it, and loading OpenSSL takes 5 ms.
    sys.modules["ssl"] = None  # type: ignore[assignment] # what "can't be imported" looks like
    import asyncio  # noqa: F401

    del sys.modules["ssl"]
