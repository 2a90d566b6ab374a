"""Words of the field that mean the same, English and Korean: what one digest says, another says so.

A line has what may stand for each other; `_` joins the words of a phrase.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from paperreader.search.analysis import fold, stem

if TYPE_CHECKING:
    from collections.abc import Mapping

_ALIKE = """
abstain 거부 기권
accelerate speedup 가속 가속화
accuracy 정확도
action 행동 동작 액션
adapt 적응
adapter 어댑터
adversarial 적대적
agent 에이전트
align 정렬
anomaly outlier 이상치
annotate label 주석 라벨링 레이블
answer 답변 응답
argue debate 토론
attack 공격
attention 어텐션 주의
audio 오디오
augment 증강
autoencoder 오토인코더
automatic 자동
autonomous_driving self-driving 자율주행
autoregressive 자기회귀 자동회귀
avatar 아바타
background 배경
baseline 베이스라인
benchmark 벤치마크
bias 편향
brain 뇌 두뇌
browser 브라우저
cache 캐시
camera 카메라
caption 캡션
caching 캐싱
chain_of_thought 사고의_사슬 사고_사슬
character 캐릭터
chart 차트
chatbot 챗봇
chemistry 화학
chip hardware 하드웨어
cheap inexpensive 저렴
classify classification 분류
classifier 분류기
clothes garment clothing 의상 의류 옷
cluster 군집 클러스터
code 코드
coding programming 코딩 프로그래밍
color colour 색상
commonsense 상식
compress 압축
complete completion 완성
compose 구성
condition 조건
consistent 일관된 일관성
context 맥락 문맥 컨텍스트
contrast 대조
control 제어
conversation dialogue 대화
copyright 저작권
corpus 코퍼스 말뭉치
creative 창의
curriculum 커리큘럼
customize personalize 맞춤형 개인화
cost 비용
dance 춤
data 데이터
dataset 데이터셋 데이터세트
decode 디코딩
decoder 디코더
deepfake 딥페이크
denoise 디노이징 노이즈_제거 잡음_제거
depth 깊이 심도
design 설계 디자인
detect 탐지 검출 감지
detector 탐지기 검출기
diagnosis 진단
diffuse diffusion 확산 디퓨전
disease 질병 질환
distill distillation 증류
diversity 다양성
doctor physician 의사
document 문서
domain 도메인
draw 그리기
drive 주행 운전
drug 약물
dynamic 동적
edit 편집
education teach 교육
efficient 효율적 효율성
electricity energy 에너지
embed embedding 임베딩
emotion 감정
encode 인코딩
encoder 인코더
ensemble 앙상블
error mistake 오류
evaluate evaluation assess 평가
expert 전문가
explain 설명
explore 탐험 탐색
expression 표정
face facial 얼굴
fact factual 사실
fake 가짜 위장
feature 특징
federated 연합
feedback 피드백
few-shot 퓨샷 소수_샷
finance financial 금융
fine-tune finetune 미세조정 미세_조정 파인튜닝
flow 플로우 흐름
framework 프레임워크
game 게임
gaussian 가우시안 가우스
generalize generalization 일반화
generate synthesize 생성 합성
geometry geometric 기하학 기하
gesture 제스처
gradient 기울기 그래디언트
graph 그래프
guidance 가이던스
guardrail 가드레일
hair 머리카락 헤어
hallucinate hallucination 환각 할루시네이션
hand 손
head 헤드 머리
history historical 역사
human person people 인간 사람
humanoid 휴머노이드
identity 정체성 신원
image picture photo 이미지 사진 그림
indoor 실내
infer inference 추론
inpaint inpainting 인페인팅
insert 삽입
instruct instruction 지시 지시문 명령어 인스트럭션
interactive 상호작용 인터랙티브
internet web 인터넷 웹
interpreter 인터프리터
interpret interpretability 해석
invert inversion 인버전 역변환
jailbreak 탈옥
judge 판단 심판
keyboard 키보드
knowledge 지식
landmark 랜드마크
language 언어
large 대규모 대형 거대
latent 잠재
latency delay 지연
law 법칙
layer 레이어 계층
layout 레이아웃
leak leakage 누출 유출
learn train 학습 훈련
legal 법률
light lighting relight 조명
linear 선형
lip 입술
long 긴 장문
loss 손실
low-rank 저랭크 저순위
mask 마스크
material 재질 소재
math mathematics mathematical 수학
matrix 행렬
medical clinical medicine 의료 의학 임상
memory 메모리 기억
merge 병합
mesh 메시
mixture_of_experts 전문가_혼합
mobile smartphone phone 모바일 스마트폰
model 모델
molecule molecular 분자
motion movement 모션 동작 움직임
movie film 영화
multi-agent 다중_에이전트 멀티_에이전트
multilingual 다국어 다중_언어
multimodal 멀티모달 다중모달
music 음악
navigate navigation 내비게이션 네비게이션 탐색
network 네트워크 신경망
neuron 뉴런
news 뉴스
noise 노이즈 잡음
normalize normalization 정규화
object 객체 물체
optimize optimization 최적화
optimizer 옵티마이저
panorama panoramic 파노라마
parallel 병렬
parameter 파라미터 매개변수
patent 특허
path trajectory 궤적 경로
patient 환자
peptide 펩타이드
perceive perception 지각 인지 인식
performance 성능
physics physical 물리
piano 피아노
pipeline 파이프라인
plan 계획
point 포인트
point_cloud 포인트_클라우드
policy 정책
politics political 정치
portrait 초상화
pose 포즈 자세
position 위치
predict prediction 예측
preference 선호 선호도
presentation slides 프레젠테이션 발표 슬라이드
pretrain 사전학습 사전_학습 사전_훈련
privacy 프라이버시 개인정보
probability 확률
prompt 프롬프트
protein 단백질
prune 가지치기 프루닝
quality 품질
quantize quantization 양자화
query 쿼리 질의
question 질문
radiology 방사선
rank ranking 순위
real-time realtime 실시간
reason reasoning 추론
recognize recognition 인식
recommend recommendation 추천
reconstruct reconstruction 재구성 복원
reference 참조
reinforcement_learning 강화학습 강화_학습
rectified_flow 정류_흐름
repair restore restoration 복원 복구 수리
repository 저장소
research scientific science 연구 과학
resolution 해상도
resume 이력서
retrieve retrieval search 검색
reward 보상
robot robotic 로봇
robust 강건 견고
safe safety 안전 안전성
sample sampling 샘플링 표본
satellite 위성
scale scaling 스케일링 확장
scene 장면
screen gui 화면
secure security 보안
segment segmentation 분할 세그멘테이션
self-improve self-improvement 자기_개선 자가_개선
self-supervised 자기지도 자가지도
semantic 의미
sentiment 감성
shadow 그림자
shape 형태 형상
simulate simulation 시뮬레이션 모의
simulator 시뮬레이터
singular_value 특이값
skeleton 골격
sketch 스케치
skill 기술 스킬
slow 느린
small 소형 작은
social 사회 사회적
song singing 노래 가창
sound 소리 사운드
space 공간
sparse 희소
sparse_autoencoder 희소_오토인코더
speaker 화자
speculative 추측
speech voice 음성
speed fast rapid 속도 빠른
splatting 스플래팅 스플랫팅
stable 안정
story 이야기 스토리
streaming 스트리밍
style 스타일
summarize summary summarization 요약
swap 교체 스왑 스와핑
super-resolution superresolution 초해상도
supervise supervision 감독 지도
survey review 서베이 조사
synthetic 합성
table tabular 표 테이블
task 작업 과제
temporal 시간적 시간
text 텍스트
texture 텍스처 질감
theory theoretical 이론
thought thinking think 사고 생각
time_series 시계열
token 토큰
tokenizer 토크나이저
tool 도구
topic 주제
toxic 독성 유해
track tracking 추적
transfer 전이
transformer 트랜스포머
translate translation 번역
tree 트리
try-on virtual_try-on 가상_피팅 가상_착용
tune tuning 튜닝 조정
uncertain uncertainty 불확실성
understand understanding 이해
unlearn unlearning 언러닝 망각
user 사용자
vector 벡터
vehicle car 차량 자동차
verify verification 검증
video clip footage 비디오 동영상 영상
view viewpoint 시점 뷰
vision visual 비전 시각
virtual 가상
vocabulary 어휘
watermark 워터마크
weight 가중치
world_model 월드_모델 세계_모델
write writing 글쓰기 작문
zero-shot 제로샷
"""


def meaning(letters: str) -> tuple[str, ...]:
    """The words and phrases that mean the same as a word."""
    return _meanings().get(stem(letters), ())


@cache
def _meanings() -> Mapping[str, tuple[str, ...]]:
    found: dict[str, dict[str, None]] = {}
    for line in _ALIKE.split("\n"):
        for word in line.split():
            key = stem(fold(word).replace("-", "").replace("_", ""))
            others = (each.replace("_", " ") for each in line.split() if each != word)
            found.setdefault(key, {}).update(dict.fromkeys(others))
    return {key: tuple(others) for key, others in found.items()}
