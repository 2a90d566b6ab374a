"""The bundled topics by their Korean names, for those who look for a topic."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

NAMES: Mapping[str, str] = {
    "language-models": "언어모델 거대언어모델",
    "reasoning": "추론 수학",
    "rl-alignment": "강화학습 정렬",
    "agents": "에이전트",
    "multimodal": "멀티모달",
    "image-generation": "이미지생성 이미지편집",
    "video-generation": "비디오생성 영상생성",
    "3d": "3차원 아바타",
    "diffusion": "확산모델 디퓨전",
    "vision": "컴퓨터비전 비전",
    "audio": "음성 오디오 음악",
    "robotics": "로봇 로보틱스",
    "retrieval": "검색",
    "efficiency": "효율성 경량화 양자화",
    "long-context": "긴문맥 메모리",
    "code": "코드",
    "data-benchmarks": "데이터셋 벤치마크",
    "safety": "안전성 해석",
    "science": "과학 의료",
}


def slug_of(name: str) -> str:
    """The topic that a Korean name, or its beginning, is of; else the name as it is."""
    letters = "".join(name.split())
    if letters.isascii():
        return name
    found = (s for s, names in NAMES.items() if any(n.startswith(letters) for n in names.split()))
    return next(found, name)
