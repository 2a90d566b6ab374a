"""Key presses become commands."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paperreader.config import parse
from paperreader.errors import ConfigError
from paperreader.hangul import hangul_of, in_other_mode, latin_keys
from paperreader.ui.commands import COMMANDS, COUNTED, FOOTER
from paperreader.ui.key_names import key_name, show_keys
from paperreader.ui.keymap import Call, Keymap
from paperreader.ui.remapping import table_of, with_keys
from paperreader.ui.screens.main import MainScreen


def calls(keymap, keys):
    """What these keys, one character each, lead to."""
    return [call for key in keys for call in keymap.press(key)]


def test_a_single_key_is_a_command_at_once():
    assert calls(Keymap.of(COMMANDS), "j") == [Call("down")]


def test_a_sequence_is_a_command_when_it_is_complete():
    keymap = Keymap.of(COMMANDS)
    assert calls(keymap, "g") == []
    assert keymap.pending == ("g",)
    assert calls(keymap, "g") == [Call("first")]
    assert keymap.pending == ()


def test_a_sequence_that_leads_nowhere_is_forgotten():
    assert calls(Keymap.of(COMMANDS), "g%j") == [Call("down")]


def test_what_may_follow_is_known():
    keymap = Keymap.of(COMMANDS)
    keymap.press("y")
    assert ("t", "copy-title") in keymap.continuations()


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ("12j", [Call("sidebar"), Call("list"), Call("down", 12)]),
        ("3n", [Call("detail"), Call("next-unread", 3)]),
        ("3L", [Call("detail"), Call("language")]),
        ("1G", [Call("sidebar"), Call("last")]),
        ("1jj", [Call("sidebar"), Call("down"), Call("down")]),
        ("11j", [Call("sidebar"), Call("sidebar"), Call("down", 11)]),
        ("5G", [Call("last", 5)]),
        ("10gg", [Call("sidebar"), Call("first", 10)]),
        ("5r", [Call("toggle-read")]),
        ("4gd", [Call("go-date")]),
        ("4L", [Call("language")]),
        ("4ga", [Call("go-all")]),
        ("42j", [Call("list"), Call("down", 42)]),
        ("0j", [Call("down")]),
        ("1234567j", [*map(Call, ("sidebar", "list", "detail")), Call("down", 12345)]),
        ("7g%j", [Call("down")]),
    ],
)
def test_a_number_before_a_motion_is_its_count(keys, expected):
    assert calls(Keymap.of(COMMANDS), keys) == expected


def test_a_digit_is_its_own_command_at_once_and_may_still_be_a_count():
    keymap = Keymap.of(COMMANDS)
    assert calls(keymap, "3") == [Call("detail")]
    assert keymap.has_called_digit
    keymap.forget()
    assert calls(keymap, "j") == [Call("down")]


def test_digits_without_commands_wait_for_theirs():
    keymap = Keymap.of(COMMANDS)
    assert calls(keymap, "45") == []
    assert not keymap.has_called_digit
    keymap.forget()
    assert calls(keymap, "j") == [Call("down")]


@pytest.mark.parametrize(
    ("hangul", "latin"),
    [
        ("ㅓ", "j"), ("ㅎ", "g"), ("ㄲ", "R"), ("ㅖ", "P"), ("ㅘ", "hk"), ("ㄳ", "rt"), ("ㅣ", "l"),
        ("허", "gj"), ("밟", "qkfq"), ("쀍", "Qnpfr"), ("가", "rk"), ("힣", "glg"),
        ("j", ""), ("確", ""), ("", ""), ("ab", ""),
    ],
)  # fmt: skip
def test_hangul_is_taken_apart_into_the_keys_that_made_it(hangul, latin):
    assert latin_keys(hangul) == latin


@given(st.lists(st.characters(min_codepoint=0xAC00, max_codepoint=0xD7A3), max_size=5))
def test_the_keys_of_syllables_make_them_again(syllables):
    word = "".join(syllables)
    assert hangul_of("".join(map(latin_keys, word))) == word
    assert in_other_mode(word) == "".join(map(latin_keys, word))


@pytest.mark.parametrize("text", ["", "hello", "rk!", "가!", "2024", "rk hello"])
def test_what_no_other_mode_makes(text):
    assert in_other_mode(text) == ""


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


def test_a_command_that_takes_a_count_has_a_method_that_does():
    for name in COUNTED:
        method = getattr(MainScreen, "do_" + name.replace("-", "_"))
        assert "count" in method.__annotations__, name


def test_keys_can_be_chosen():
    keymap = Keymap.of(with_keys({"bookmark": ("ctrl+b", "B")}))
    assert calls(keymap, "B") == [Call("bookmark")]
    assert calls(keymap, "b") == []


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("Ctrl-b", "ctrl+b"), ("C-b", "ctrl+b"), ("<F5>", "f5"), ("PgDn", "pagedown"),
        ("Z Z", "Z Z"), ("Space", "space"), ("alt+x", "alt+x"), ("Shift-Tab", "shift+tab"),
        ("*", "*"), ("한", "한"),
    ],
)  # fmt: skip
def test_keys_may_be_written_as_people_write_them(written, key):
    clear = {"read-on": (), "page-down": (), "previous-pane": ()}
    table = with_keys({**clear, "bookmark": (written,)})
    assert next(each.keys for each in table if each.id == "bookmark") == (key,)


def test_an_empty_list_means_no_key():
    keymap = Keymap.of(with_keys({"sidebar": (), "list": (), "detail": ()}))
    assert calls(keymap, "1") == []
    assert calls(keymap, "j") == [Call("down", 1)]


@pytest.mark.parametrize(
    ("keys", "hint"),
    [
        ({"bookmrk": ("B",)}, "did you mean bookmark"),
        ({"bookmark": ("j",)}, "j is a key of down already; give down another or none"),
        ({"bookmark": ("g",)}, "g clashes with gg of first: g would hide gg"),
        ({"bookmark": ("j j",)}, "jj clashes with j of down: j would hide jj"),
        ({"bookmark": ("entr",)}, "no key is called 'entr'; did you mean 'enter'"),
        ({"bookmark": ("zz",)}, "write 'z z' for one key after the other"),
        ({"bookmark": ("ctrl+i",)}, "can't tell ctrl\\+i from Tab"),
        ({"bookmark": ("ctrl+c",)}, "always quits"),
        ({"bookmark": ("shift+b",)}, "write 'B'"),
        ({"bookmark": ("hyper+b",)}, "no key is called 'hyper"),
        ({"bookmark": ("",)}, "write \\[\\] for no key"),
    ],
)
def test_keys_that_cannot_be_used_are_named(keys, hint):
    with pytest.raises(ConfigError, match=hint) as raised:
        with_keys(keys)
    assert str(raised.value).startswith(f"config.toml: keys.{next(iter(keys))}: ")


def test_the_line_of_a_wrong_key_is_named(tmp_path):
    path = tmp_path / "config.toml"
    path.write_text('[keys]\nsearch = "/"\nbookmark = "j"\n', "utf-8")
    with pytest.raises(ConfigError, match=r"^config\.toml:3: keys\.bookmark: "):
        table_of(parse(path.read_text("utf-8")), path)
