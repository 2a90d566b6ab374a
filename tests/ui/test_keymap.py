"""Key presses become commands."""

import pytest

from paperreader.errors import ConfigError
from paperreader.ui.commands import COMMANDS, FOOTER, show_keys, with_keys
from paperreader.ui.keymap import Keymap, key_name
from paperreader.ui.screens.main import MainScreen


def test_a_single_key_is_a_command_at_once():
    assert Keymap.of(COMMANDS).press("j") == "down"


def test_a_sequence_is_a_command_when_it_is_complete():
    keymap = Keymap.of(COMMANDS)
    assert keymap.press("g") is None
    assert keymap.pending == ("g",)
    assert keymap.press("g") == "first"
    assert keymap.pending == ()


def test_a_sequence_that_leads_nowhere_is_forgotten():
    keymap = Keymap.of(COMMANDS)
    keymap.press("g")
    assert keymap.press("%") is None
    assert keymap.press("j") == "down"


def test_what_may_follow_is_known():
    keymap = Keymap.of(COMMANDS)
    keymap.press("y")
    assert ("t", "copy-title") in keymap.continuations()


@pytest.mark.parametrize(
    ("key", "character", "name"),
    [
        ("left_square_bracket", "[", "["),
        ("G", "G", "G"),
        ("ctrl+d", "\x04", "ctrl+d"),
        ("space", " ", "space"),
        ("enter", "\r", "enter"),
        ("pagedown", None, "pagedown"),
    ],
)
def test_keys_are_named_by_their_character(key, character, name):
    assert key_name(key, character) == name


def test_no_two_commands_share_keys():
    keys = [keys for command in COMMANDS for keys in command.keys]
    assert len(keys) == len(set(keys))


def test_no_sequence_begins_with_the_whole_of_another():
    sequences = [tuple(keys.split()) for command in COMMANDS for keys in command.keys]
    clashes = [
        (short, long)
        for short in sequences
        for long in sequences
        if short != long and long[: len(short)] == short
    ]
    assert clashes == []


def test_no_default_key_is_one_that_terminals_confuse_or_keep():
    forbidden = {"ctrl+h", "ctrl+i", "ctrl+j", "ctrl+m", "ctrl+z", "ctrl+s"}
    assert not forbidden & {keys for command in COMMANDS for keys in command.keys}


def test_every_command_has_its_method():
    missing = [
        command.id
        for command in COMMANDS
        if not callable(getattr(MainScreen, "do_" + command.id.replace("-", "_"), None))
    ]
    assert missing == []


def test_the_footer_names_commands_of_the_table():
    assert {name for names in FOOTER.values() for name in names} <= {
        command.id for command in COMMANDS
    }


def test_sequences_are_shown_as_people_write_them():
    assert [show_keys(keys) for keys in ("g g", "ctrl+d", "space")] == ["gg", "Ctrl-d", "Space"]


def test_keys_can_be_chosen():
    keymap = Keymap.of(with_keys({"bookmark": ("ctrl+b", "B")}))
    assert keymap.press("B") == "bookmark"
    assert keymap.press("b") is None


@pytest.mark.parametrize(
    ("keys", "hint"),
    [({"bookmrk": ("B",)}, "did you mean bookmark"), ({"bookmark": ("j",)}, "does both down and")],
)
def test_keys_that_cannot_be_used_are_named(keys, hint):
    with pytest.raises(ConfigError, match=hint):
        with_keys(keys)
