"""Whose a refusal, ceremony or conference is, where the clause itself does not say."""

from __future__ import annotations

import pytest

from factory import read_paragraphs


def _who(text: str, kind: str, mode: str | None = None) -> list[set[str]]:
    found = read_paragraphs(text, published="2025-03-09").events
    return [
        {p.name for p in event.participants}
        for event in found
        if event.type == kind and mode in {None, event.mode}
    ]


@pytest.mark.parametrize(
    ("text", "expected", "why"),
    [
        (
            "북한 외무성은 7일 선원을 풀어 줄 것을 페루에 요구했다. 페루는 이 요구를 거절했다.",
            {"페루", "북한 외무성"},
            "who asked is refused",
        ),
        (
            "미국 국무부는 라오스가 무기를 판다고 주장했으나 라오스는 “꾸며낸 말”이라고 일축했다.",
            {"라오스", "미국 국무부"},
            "who claimed it is answered",
        ),
        (
            "최선희 외무상은 7일 “미국이 훈련하는 한 만날 까닭이 없다”며 대화 제의를 거절했다.",
            {"최선희", "미국"},
            "the words say of whom",
        ),
        (
            "스티븐 비건 대표는 4일 김명길 대사를 만났다. 김 대사는 “낡은 각본”이라며 거부했다.",
            {"김명길", "스티븐 비건"},
            "the other one at table",
        ),
        (
            "교도통신은 북한 기술자가 이란에서 일한다고 보도했으나 이란 국방부는 이를 부인했다.",
            {"이란 국방부"},
            "no medium is a party",
        ),
    ],
)
def test_whom_a_refusal_answers(text: str, expected: set[str], why: str) -> None:
    assert _who(text, "REJECT") == [expected], why


@pytest.mark.parametrize(
    ("text", "mode", "expected", "why"),
    [
        (
            "최선희 외무상은 지난해 9월 중국 전승절 열병식에 참석했다.",
            "ceremony",
            {"최선희", "중국"},
            "the name of the feast says whose it is",
        ),
        (
            "최룡해 상임위원장은 3일 프라보워 수비안토 인도네시아 대통령 취임식에 참석했다.",
            "ceremony",
            {"최룡해", "프라보워 수비안토"},
            "who takes office",
        ),
        (
            "최선희 외무상은 3일 모스크바에서 김일성의 소련 방문 기념현판 제막식에 참석했다.",
            "ceremony",
            {"최선희"},
            "what a plaque is for is no host",
        ),
        (
            "최선희 외무상은 3일 카잔에서 열린 상하이협력기구(SCO) 외교장관 회의에 참석했다.",
            "multilateral",
            {"최선희", "상하이협력기구"},
            "the body that holds it",
        ),
        (
            "북한과 일본은 3일 협의를 열었다. 송일호 대사와 이하라 준이치 국장이 대표로 나섰다.",
            "meeting",
            {"북한", "일본", "송일호", "이하라 준이치"},
            "states held it, people sat for them",
        ),
        (
            "북일은 3일 외무성 국장급 협의를 했다. 이하라 준이치는 협의에서 송일호에게 말했다.",
            "meeting",
            {"북한", "일본", "송일호", "이하라 준이치"},
            "who spoke to whom at the talks just told of; the rank is no party",
        ),
        (
            "북한과 몽골 외교수장이 3일 만나, 최선희 외무상과 바트체첵 장관이 악수했다.",
            "meeting",
            {"최선희", "바트뭉흐 바트체첵"},
            "whose officials met, then who they are",
        ),
    ],
)
def test_whose_gathering_it_is(text: str, mode: str, expected: set[str], why: str) -> None:
    assert _who(text, "CONSULT", mode) == [expected], why


@pytest.mark.parametrize(
    ("text", "expected", "why"),
    [
        (
            "왕이 부장은 3일 “지켜보고 있다”고 밝히고, 미국이 제재를 지킬 것을 촉구했다.",
            {"왕이", "미국"},
            "who is to do it is not who asks, past another verb of saying",
        ),
        (
            "왕이 부장은 3일 북한이 대화에 나와 협상할 것을 당부했다.",
            {"왕이", "북한"},
            "past another verb of what is asked for",
        ),
        (
            "대변인은 최선희 외무상이 3일 라오스에 도와 달라고 요청했다고 전했다.",
            {"최선희", "라오스"},
            "of what is only told the subject asks",
        ),
        (
            "왕이 부장은 3일 최선희 외무상과 회담했다. 왕 부장은 일본인 문제를 풀 것을 권했다.",
            {"왕이", "최선희"},
            "whom one has just met is asked, not whom it is about",
        ),
        (
            "왕이 부장은 3일 최선희 외무상과 회담했다. 왕 부장은 북한의 자제를 촉구했다.",
            {"왕이", "북한"},
            "the other's state by its name",
        ),
        (
            "왕이 부장은 3일 최선희 외무상과 회담했다. 북한은 거래를 늘리자고 제의했다.",
            {"북한", "중국"},
            "a state asks a state, not who sits there for it",
        ),
        (
            "일본 외무성은 3일 북한과 만날 뜻을 보였다. 외무성은 해명을 북한에 촉구했다.",
            {"일본 외무성", "북한"},
            "the ministry told of right before goes on",
        ),
    ],
)
def test_to_whom_a_demand_is_put(text: str, expected: set[str], why: str) -> None:
    assert _who(text, "REQUEST") == [expected], why
