"""The names of keys: as the reader gets them, as people write them, as they are shown."""

from __future__ import annotations

import difflib

_SHOWN = {
    "space": "Space", "enter": "Enter", "escape": "Esc", "tab": "Tab", "backspace": "Backspace",
    "delete": "Del", "insert": "Ins", "pagedown": "PgDn", "pageup": "PgUp", "home": "Home",
    "end": "End", "down": "Down", "up": "Up", "left": "Left", "right": "Right",
    **{f"f{number}": f"F{number}" for number in range(1, 25)},
}  # fmt: skip
_ALIASES = {"return": "enter", "esc": "escape", "page_down": "pagedown", "page_up": "pageup"}
_ALIASES |= {shown.lower(): name for name, shown in _SHOWN.items()}
_MODIFIERS = {"ctrl": "ctrl", "c": "ctrl", "alt": "alt", "a": "alt", "m": "alt", "shift": "shift"}
_SAME = {"ctrl+h": "backspace", "ctrl+i": "tab", "ctrl+j": "enter", "ctrl+m": "enter"}
_KEPT = {"ctrl+c": "always quits", "ctrl+q": "always quits", "ctrl+z": "stops the program"}


class KeyNameError(ValueError):
    """No key has this name, or no terminal can tell it from another; says what to write."""


def key_name(key: str, character: str | None) -> str:
    """The name that the table uses: the character where there is one (`[`, `G`), else the key."""
    if character and character.isprintable() and not character.isspace() and "+" not in key:
        return character
    return key


def show_keys(sequence: str) -> str:
    """A key sequence as people write it: `g g` is `gg`, `ctrl+d` is `Ctrl-d`."""
    return "".join(map(_show, sequence.split()))


def _show(key: str) -> str:
    *modifiers, name = [key] if len(key) == 1 else key.split("+")
    return "".join(f"{each.capitalize()}-" for each in modifiers) + _SHOWN.get(name, name)


def read_sequence(written: str) -> str:
    """The sequence that someone wrote, in the notation of the table; raises KeyNameError."""
    names = [_read(name) for name in written.split()]
    if not names:
        raise KeyNameError("an empty key; write [] for no key")
    return " ".join(names)


def _read(written: str) -> str:
    if len(written) == 1:
        return written
    *modifiers, last = written.strip("<>").replace("-", "+").split("+")
    name = last if len(last) == 1 else _ALIASES.get(last.lower(), last.lower())
    if (len(name) != 1 and name not in _SHOWN) or {m.lower() for m in modifiers} - set(_MODIFIERS):
        raise KeyNameError(f"no key is called {written!r}; {_hint(written)}")
    return _checked("+".join([*(_MODIFIERS[each.lower()] for each in modifiers), name]), written)


def _checked(key: str, written: str) -> str:
    if key in _SAME:
        raise KeyNameError(f"terminals can't tell {written} from {_SHOWN[_SAME[key]]}")
    if key in _KEPT:
        raise KeyNameError(f"{written} can't be chosen: it {_KEPT[key]}")
    if key.startswith("shift+") and len(key) == len("shift+x"):
        raise KeyNameError(f"write {key[-1].upper()!r} for {written}")
    return key


def _hint(written: str) -> str:
    if near := difflib.get_close_matches(written.lower(), [*_SHOWN, *_ALIASES], n=1, cutoff=0.7):
        return f"did you mean {_ALIASES.get(near[0], near[0])!r}?"
    if written.isalpha() and len(written) <= 3:
        return f"write {' '.join(written)!r} for one key after the other"
    return "write a character, a name such as 'enter' or 'f5', or 'ctrl+d'"
