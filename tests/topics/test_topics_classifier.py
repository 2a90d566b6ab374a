"""What the bundled table says of papers, and why."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paperreader.topics import Classifier, Topic
from paperreader.topics.korean import NAMES, slug_of

SLUGS = [
    "language-models",
    "reasoning",
    "rl-alignment",
    "agents",
    "multimodal",
    "image-generation",
    "video-generation",
    "3d",
    "diffusion",
    "vision",
    "audio",
    "robotics",
    "retrieval",
    "efficiency",
    "long-context",
    "code",
    "data-benchmarks",
    "safety",
    "science",
]
SHIPPED = Classifier.load()


def slugs(classifier, *args, **kwargs):
    return [evidence.topic for evidence in classifier.classify(*args, **kwargs)]


def test_the_topics_are_the_canonical_ones_in_their_order(classifier):
    assert [topic.slug for topic in classifier.topics] == SLUGS
    assert Topic("rl-alignment", "RL & alignment") in classifier.topics


def test_every_topic_has_a_name_in_korean():
    assert list(NAMES) == SLUGS
    assert slug_of("강화 학습") == "rl-alignment"


def test_papers_have_the_topics_they_are_about(classifier, known):
    assert known.topics <= set(slugs(classifier, known.title, known.text))


def test_words_stand_in_the_text(classifier, known):
    for evidence in classifier.classify(known.title, known.text):
        assert evidence.words
        assert all(word in known.title or word in known.text for word in evidence.words)


def test_strongest_comes_first(classifier, known):
    scores = [evidence.score for evidence in classifier.classify(known.title, known.text)]
    assert scores == sorted(scores, reverse=True)


def test_the_strongest_word_comes_first(classifier):
    (evidence, *_) = classifier.classify("Robot grasping", "A household planner for a robot arm.")
    assert evidence.topic == "robotics"
    assert evidence.words[0] == "Robot"


def test_particles_are_not_part_of_korean_words(classifier):
    (evidence, *_) = classifier.classify("", "로봇이 로봇에게 로봇을 가르칩니다. 로봇은 좋습니다.")
    assert (evidence.topic, evidence.words) == ("robotics", ("로봇",))


def test_spacing_and_spelling_make_no_difference(classifier):
    for one, other in (
        ("강화 학습 보상 모델", "강화학습 보상모델"),
        ("text-to-video", "Text to Videos"),
        ("KV cache", "KV-Caches"),
    ):
        assert slugs(classifier, one, "") == slugs(classifier, other, "") != []


def test_a_longer_term_hides_the_shorter_ones_inside(classifier):
    assert slugs(classifier, "A vision-language-action policy", "") == ["robotics"]
    assert "multimodal" in slugs(classifier, "A vision-language policy", "")


def test_the_title_counts_more_than_the_text(classifier):
    in_title = classifier.classify("Speech", "")
    in_text = classifier.classify("", "Speech")
    assert in_title[0].score > in_text[0].score


def test_a_term_tells_more_where_little_is_said(classifier):
    filler = " lorem" * 200
    (short,) = classifier.classify("", "Speech, audio and music.")
    (long,) = classifier.classify("", "Speech, audio and music." + filler)
    assert short.score > long.score


def test_a_term_that_returns_tells_more(classifier):
    once = classifier.classify("", "Robots.")
    thrice = classifier.classify("", "Robots, robots, robots.")
    assert thrice[0].score > once[0].score


@pytest.mark.parametrize(
    ("heading", "slug"),
    [
        ("LLM", "language-models"),
        ("Diffusion", "diffusion"),
        ("Image Editing", "image-generation"),
        ("image-editing", "image-generation"),
        ("Video Generation", "video-generation"),
        ("Diffusion Transformer", "diffusion"),
        ("강화학습", "rl-alignment"),
    ],
)
def test_the_heading_of_the_digest_gives_its_topic(classifier, heading, slug):
    found = classifier.classify("Untold", "Nothing that helps.", headings=[heading])
    assert slug in [evidence.topic for evidence in found]
    assert heading in found[0].words


def test_keywords_of_the_digest_speak_too(classifier):
    assert slugs(classifier, "Untold", "") == []
    assert slugs(classifier, "Untold", "", keywords=["Gaussian splatting", "NeRF"]) == ["3d"]


def test_terms_do_not_reach_from_one_keyword_into_the_next(classifier):
    keywords = ["speech text to", "video robot"]
    found = classifier.classify("", "", keywords=keywords)
    words = [word for evidence in found for word in evidence.words]
    assert words
    assert all(any(word in keyword for keyword in keywords) for word in words)


def test_a_text_about_nothing_has_no_topics(classifier):
    assert classifier.classify("Untold", "Lorem ipsum dolor sit amet.") == ()
    assert classifier.classify("", "") == ()


def test_only_the_beginning_of_an_enormous_text_counts(classifier):
    filler = "lorem " * 100_000
    assert slugs(classifier, "", filler + "speech audio music") == []
    assert slugs(classifier, "", "speech audio music " + filler) == ["audio"]


@given(st.text(), st.text(), st.lists(st.text(), max_size=3), st.lists(st.text(), max_size=3))
def test_any_text_is_fine(title, text, headings, keywords):
    first = SHIPPED.classify(title, text, headings, keywords)
    assert first == SHIPPED.classify(title, text, headings, keywords)


ALPHABET = ["text", "to", "image", "-", " ", "video", "s", "로봇", "이", "強", "İ", "ß", "\n", "*"]


@given(st.lists(st.sampled_from(ALPHABET)).map("".join))
def test_words_stand_in_any_text(text):
    for evidence in SHIPPED.classify("", text):
        assert all(word in text for word in evidence.words)
