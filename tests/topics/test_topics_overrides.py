"""The user's own topics and words, and what is said when they can't be used."""

from __future__ import annotations

import pytest

from paperreader.errors import ConfigError
from paperreader.topics import Classifier, Topic, version_of

QUANTUM = {"quantum": {"keywords": ["qubit*", "quantum circuit*", "양자 컴퓨터"]}}


def slugs(classifier, title, text="", **kwargs):
    return [evidence.topic for evidence in classifier.classify(title, text, **kwargs)]


def test_a_new_topic_comes_last_and_is_found(classifier):
    mine = Classifier.load(QUANTUM)
    assert mine.topics == (*classifier.topics, Topic("quantum", "Quantum"))
    assert slugs(mine, "Untold", "It needs fewer qubits.") == ["quantum"]
    assert slugs(mine, "Untold", "양자컴퓨터를 만듭니다.") == ["quantum"]


def test_one_mention_is_enough_beside_strong_topics():
    title = "Robot manipulation with a robot arm"
    found = slugs(Classifier.load(QUANTUM), title, "Robots grasp a qubit, robotics at its best.")
    assert found == ["robotics", "quantum"]


def test_words_are_added_to_a_bundled_topic(classifier):
    mine = Classifier.load({"audio": {"keywords": {"cochlea*": 1.5}}})
    assert slugs(classifier, "", "A cochlear implant") == []
    assert slugs(mine, "", "A cochlear implant") == ["audio"]
    assert slugs(mine, "Speech recognition") == ["audio"]


def test_replace_forgets_the_bundled_words_and_headings():
    mine = Classifier.load({"audio": {"keywords": ["cochlea*"], "replace": True}})
    assert slugs(mine, "Speech", headings=["TTS"]) == []
    assert slugs(mine, "", "A cochlear implant") == ["audio"]


def test_replace_alone_switches_a_topic_off():
    assert slugs(Classifier.load({"audio": {"replace": True}}), "Speech and music") == []


def test_a_weight_can_be_changed_and_taken_away(classifier):
    assert slugs(classifier, "Robots") == ["robotics"]
    assert slugs(Classifier.load({"robotics": {"keywords": {"robot*": 0}}}), "Robots") == []


def test_a_name_of_ones_own():
    mine = Classifier.load({"3d": {"name": " Three  dimensions "}})
    assert Topic("3d", "Three dimensions") in mine.topics


def test_headings_of_ones_own():
    mine = Classifier.load({"3d": {"headings": ["Spatial stuff"]}})
    assert slugs(mine, "Untold", headings=["spatial stuff"]) == ["3d"]


def test_the_version_follows_the_rules():
    assert version_of() == version_of({})
    assert len({version_of(), version_of(QUANTUM), version_of({"3d": {"name": "Cubes"}})}) == 3


@pytest.mark.parametrize(
    ("overrides", "sentence"),
    [
        (3, "write tables such as [topics.quantum]"),
        ({"audio": 3}, "topics.audio: write a table [topics.audio]"),
        ({"audio": {"words": []}}, "topics.audio.words: not known; use one of name, keywords"),
        ({"audio": {"name": 3}}, "topics.audio.name: write the name in quotes"),
        ({"audio": {"keywords": "ear"}}, "topics.audio.keywords: write a list of words"),
        ({"audio": {"keywords": [3]}}, "topics.audio.keywords: 3 has no letters or digits"),
        ({"audio": {"keywords": ["*"]}}, "'*' has no letters or digits to look for"),
        ({"audio": {"keywords": {"ear": "much"}}}, "the weight of 'ear' must be a number"),
        ({"audio": {"keywords": {"ear": True}}}, "the weight of 'ear' must be a number"),
        ({"audio": {"keywords": {"ear": float("nan")}}}, "from -10 to 10"),
        ({"audio": {"keywords": {"ear": 11}}}, "from -10 to 10"),
        ({"audio": {"replace": "yes"}}, "topics.audio.replace: write true or false"),
        ({"audio": {"headings": "Ear"}}, "topics.audio.headings: write a list"),
        ({"big topic": {"keywords": ["ear"]}}, "topics.big topic: use letters, digits and single"),
        ({"quantum": {}}, "topics.quantum: a new topic needs keywords"),
    ],
)
def test_bad_overrides_say_what_is_wrong_in_one_line(overrides, sentence):
    with pytest.raises(ConfigError) as caught:
        Classifier.load(overrides)
    assert sentence in str(caught.value)
    assert str(caught.value).startswith("config.toml: ")
    assert "\n" not in str(caught.value)
