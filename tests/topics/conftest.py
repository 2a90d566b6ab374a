"""The bundled classifier, and papers described in the words of these tests."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from paperreader.topics import Classifier


@dataclass(frozen=True, slots=True)
class Paper:
    title: str
    text: str
    topics: frozenset[str]


def paper(title: str, text: str, *topics: str) -> Paper:
    return Paper(title, text, frozenset(topics))


ENGLISH = (
    paper(
        "SNOOPI: Supercharged One-step Diffusion Distillation with Proper Guidance",
        "One-step diffusion students are unstable when the guidance scale is fixed. Drawing the "
        "scale at random during distillation and subtracting negative prompts inside attention "
        "lets a text-to-image diffusion model make good pictures in a single step: image "
        "generation that is fast enough for editing.",
        "diffusion",
        "image-generation",
    ),
    paper(
        "Direct Preference Optimization: Your Language Model is Secretly a Reward Model",
        "Learning from human preferences without reinforcement learning: the reward model is "
        "written in terms of the policy, so that preference pairs train it with a simple loss.",
        "rl-alignment",
    ),
    paper(
        "3D Gaussian Splatting for Real-Time Radiance Field Rendering",
        "A scene is a cloud of anisotropic Gaussians, optimised from photographs and drawn by a "
        "rasteriser, which gives novel view synthesis of high quality in real time.",
        "3d",
    ),
    paper(
        "Robust Speech Recognition via Large-Scale Weak Supervision",
        "A model for speech recognition and speech translation, trained on audio with transcripts "
        "from the web in many languages.",
        "audio",
    ),
    paper(
        "OpenVLA: An Open-Source Vision-Language-Action Model",
        "A robot policy trained on demonstrations of many robots; it controls several "
        "manipulation arms out of the box and adapts to new ones.",
        "robotics",
    ),
    paper(
        "SWE-bench: Can Language Models Resolve Real-World GitHub Issues?",
        "A benchmark for software engineering with tasks from Python repositories: given an issue "
        "and a codebase, a model has to edit code until the unit tests pass. An evaluation of "
        "the best models shows that they fall short.",
        "code",
        "data-benchmarks",
    ),
    paper(
        "GPTQ: Accurate Post-Training Quantization for Generative Pre-trained Transformers",
        "Quantization of the weights of very large transformers to 4-bit with second-order "
        "information; inference needs less GPU memory and runs faster.",
        "efficiency",
    ),
)
KOREAN = (
    paper(
        "SNOOPI: Supercharged One-step Diffusion Distillation with Proper Guidance",
        "한 번의 단계로 이미지를 만드는 디퓨전 모델을 안정적으로 증류하는 연구입니다. "
        "텍스트 이미지 생성 품질이 높고 이미지 편집에도 쓸 만큼 빠릅니다.",
        "diffusion",
        "image-generation",
    ),
    paper(
        "OpenVLA: An Open-Source Vision-Language-Action Model",
        "여러 로봇의 시연으로 학습한 로봇 정책을 공개합니다. 로봇 조작 작업에서 뛰어납니다.",
        "robotics",
    ),
    paper(
        "음성 합성을 위한 새로운 모델",
        "자연스러운 음성을 만드는 음성 합성 모델입니다. 화자의 목소리와 오디오 품질을 유지합니다.",
        "audio",
    ),
    paper(
        "사람의 선호를 배우는 언어 모델",
        "인간 피드백으로 보상 모델을 만들고 강화학습으로 정책을 최적화합니다.",
        "rl-alignment",
    ),
)


@pytest.fixture(scope="session")
def classifier() -> Classifier:
    return Classifier.load()


@pytest.fixture(params=ENGLISH + KOREAN, ids=lambda each: each.title[:20])
def known(request: pytest.FixtureRequest) -> Paper:
    assert isinstance(request.param, Paper)
    return request.param
