"""Under which source the sidebar lists a document."""

from __future__ import annotations

import re

# Folders by date hold parts of one source: 2024, 2024-11, W48, Nov, 11월.
_PERIOD = r"""(?: \d | [\W_] | weeks? | wk | w | q | days? | years? | months? | [년월주일차]
      | (?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)
        (?:uary|ruary|ch|il|ust|ember|tember|ober)? )+"""


def listed_source(source: str, name: str) -> str:
    """The source of a document, with the folder that it is in below the one that was imported.

    `name` is the path in the imported folder; a folder that is but a date says nothing of a source.
    """
    folder, slash, _ = name.partition("/")
    return f"{source}/{folder}" if slash and not _is_period(folder) else source


def _is_period(folder: str) -> bool:
    return re.fullmatch(_PERIOD, folder, re.VERBOSE | re.IGNORECASE) is not None
