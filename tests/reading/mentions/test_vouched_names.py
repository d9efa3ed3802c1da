"""What beside a name vouches for it; every person and body is invented."""

from __future__ import annotations

import pytest

from factory import document_of
from haengbo.model.reading import ActorKind


def people(text: str) -> list[tuple[str, str | None, str | None]]:
    return [
        (m.name, m.title, m.of)
        for m in document_of(text).mentions
        if m.kind is ActorKind.PERSON and m.rule != "pronoun"
    ]


@pytest.mark.parametrize(
    ("text", "expected", "why"),
    [
        ("북한 국적의 리명국(46)이 붙잡혔다.", [("리명국", None, None)], "an age"),
        (
            "북한 여성 마리아 카르모나(29·여)도 붙잡혔다.",
            [("마리아 카르모나", None, None)],
            "age and sex",
        ),
        ("북한을 떠난 박모(45) 씨가 말했다.", [], "박모 is nobody by name"),
        (
            "북한을 다녀온 이사벨라 곤살레스(페루 교통장관)가 말했다.",
            [("이사벨라 곤살레스", "교통장관", "페루")],
            "an office in brackets, behind a foreign name",
        ),
        ("북한 외무성(장관 부재)이 말했다.", [], "brackets that are no office"),
        (
            "북한을 다룬 문해준 가람전략원 교수가 말했다.",
            [("문해준", "교수", "가람전략원")],
            "of an institute, though the analyser sees a verb in the name",
        ),
        ("북한이 방문한 가람전략원 교수가 말했다.", [], "a verb before an institute is no name"),
        ("북한 대표단(단장 포함 열 명)이 왔다.", [], "nor are these"),
        (
            "李明洙외무장관은 북한을 떠났다.",
            [("이명수", "외무장관", "한국")],
            "in characters alone, before an office",
        ),
        ("安保理의장은 북한에 경고했다.", [], "three characters of a body"),
        (
            "리명국 북한 외교부 부부장은 떠났다.",
            [("리명국", "외교부 부부장", "북한")],
            "whose it is as printed, though only another state has such an office today",
        ),
        (
            "로버트 할리 美국무부차관보가 북한에 왔다.",
            [("로버트 할리", "국무부차관보", "미국")],
            "the state in one character is no part of the title",
        ),
        (
            "북한은 공관을 닫았다. 폐쇄가 이어졌다. 페루는 윤상협 대사에게 떠나라고 했다.",
            [("윤상협", "대사", "북한")],
            "an envoy on a page that speaks of no other Korea",
        ),
        ("북한 여행객 윤상협 피고인은 부인했다.", [("윤상협", None, None)], "a noun behind it"),
        (
            "북한을 다녀온 윤상협이 붙잡혔다. 검찰은 윤상협에게 벌금을 물렸다.",
            [("윤상협", None, None)] * 2,
            "a name that comes back, once with a particle of the living",
        ),
        ("북한 영화가 이태원에서 걸렸다. 이태원이 붐볐다.", [], "a place that comes back"),
        (
            "북한 팀의 이태경, 박상훈을 거쳤다.",
            [("이태경", None, None), ("박상훈", None, None)],
            "two plain names that only a comma parts",
        ),
        ("북한 서해안, 남해안에 비가 왔다.", [], "things of one kind end alike"),
        (
            "북한과 가까운 산림청(청장 홍길산)은 말했다.",
            [("홍길산", "청장", "한국")],
            "a stranger in a remark",
        ),
        (
            "키르기스스탄 노동부 장관 알마즈벡 이사노브는 말했다.",
            [("알마즈벡 이사노브", "노동부 장관", "키르기스스탄")],
            "two transliterated words behind an office",
        ),
        (
            "북한과 맞닿은 훈춘(琿春) 세관이 문을 닫았다.",
            [],
            "characters beside a place are no person's",
        ),
        (
            "중국 산림도서연합 탕즈안(唐子安) 회장은 북한을 찾았다.",
            [("탕즈안", "회장", None)],
            "characters beside a name before an office",
        ),
        (
            "북한의 정남복·리철국 노동당 비서가 왔다.",
            [("정남복", "비서", "조선노동당"), ("리철국", "비서", "조선노동당")],
            "one office for two names joined by a dot",
        ),
        (
            "북한의 정남복·리철국·박명수 노동당 비서가 왔다.",
            [(name, "비서", "조선노동당") for name in ("정남복", "리철국", "박명수")],
            "of three names too",
        ),
        ("북한의 조남명동지가 동행하였다.", [("조남명", None, None)], "동지 written onto a name"),
        (
            "마렌 홀트 미 태평양사령관은 북한을 말했다.",
            [("마렌 홀트", "태평양사령관", "미국")],
            "미 before a command is the state, not the end of the name",
        ),
        (
            "미국 항공모함 시어도어 루스벨트함이 왔다. 북한은 반발했다.",
            [],
            "a ship that bears a name is nobody",
        ),
        (
            "케인 미 합참의장은 북한을 말했다.",
            [("댄 케인", "합참의장", "미국")],
            "the only one of that family who ever held the office",
        ),
        ("케인 몽골 농업장관은 북한을 말했다.", [("케인", "농업장관", "몽골")], "another office"),
        (
            "윤상협 외교부 한반도평화교섭본부장은 북한을 말했다.",
            [("윤상협", "외교부 한반도평화교섭본부장", "한국")],
            "a long title that the analyser takes for a proper noun",
        ),
        (
            "정부는 하야시다 겐지 일본 외상이 떠났다고 밝혔다.",
            [("하야시다 겐지", "외상", "일본")],
            "a given name of Japan in which the analyser sees a verb",
        ),
        (
            "구로사와 유키오 총리는 북한을 말했다.",
            [("구로사와 유키오", "총리", "일본")],
            "a family name that ends like a particle, before a given name of Japan",
        ),
        (
            "북한은 하야시다 겐이치 일본 외상을 비난했다.",
            [("하야시다 겐이치", "외상", "일본")],
            "a longer name than the one of the pack",
        ),
        (
            "북한을 떠나 서울에 온 나세르 라흐마니 인도네시아 대통령이 말했다.",
            [("나세르 라흐마니", "대통령", "인도네시아")],
            "a verb with its argument before the name",
        ),
        (
            "통신에 따르면 나세르 라흐마니 인도네시아 대통령이 북한을 말했다.",
            [("나세르 라흐마니", "대통령", "인도네시아")],
            "a verb that joins its argument to the name",
        ),
        (
            "윤수만 유엔주재 북한 부대사는 말했다.",
            [("윤수만", "유엔주재 부대사", "북한")],
            "a name that ends like a particle",
        ),
        (
            "앤더슨-브라운 미국 국무부 차관보는 북한을 말했다.",
            [("앤더슨-브라운", "국무부 차관보", "미국")],
            "two family names with a hyphen",
        ),
        ("북한 대사와 부인 리광선이 떠났다.", [("리광선", None, None)], "kin"),
        ("정부는 임진길 등 북한인 7명을 제재했다.", [("임진길", None, None)], "counted people"),
        (
            "북한 개인은 리명훈, 리정원, 최성남 등이다.",
            [("리명훈", None, None), ("리정원", None, None), ("최성남", None, None)],
            "a list of names",
        ),
        ("북한은 정보국, 정찰국, 보위국 등을 없앴다.", [], "a list of offices"),
        (
            "북한의 朴永玉(박영옥) 외교부 부부장이 말했다.",
            [("박영옥", "외교부 부부장", "북한")],
            "characters and their reading; no such name is Chinese",
        ),
        (
            "지명삼 주중 조선대사는 북한을 말했다.",
            [("지명삼", "주중 조선대사", "북한")],
            "the North by the name that it gives itself",
        ),
        (
            "시밍린 총서기는 북한을 말했다.",
            [("시밍린", "총서기", "중국공산당")],
            "an office of the party",
        ),
        (
            "북한 측은 떠났다. 중국 측에서는 왕웨신 정치국 위원이 나왔다.",
            [("왕웨신", "정치국 위원", "중국")],
            "whose side",
        ),
        (
            "노바크 의장은 말했다. 바클라프 노바크 체코 의장은 북한을 떠났다.",
            [("바클라프 노바크", "의장", "체코")] * 2,
            "named by the family name before the page introduces him",
        ),
        (
            "드미트리 카르포프 러시아 외무차관은 북한을 떠났다. 카르포프 차관은 말했다.",
            [("드미트리 카르포프", "외무차관", "러시아"), ("드미트리 카르포프", "차관", "러시아")],
            "the consonants of a known minister of another state, and little else",
        ),
        (
            "하야시다 유키오 일본 외상은 북한을 떠났다. 하야시다 외상은 말했다.",
            [("하야시다 유키오", "외상", "일본")] * 2,
            "a known family name inside the one that the page introduces",
        ),
        (
            (
                "이반 카르포프 러시아 외무차관은 북한을 떠났다. 미국은 반대했다. "
                "카르포프 차관은 로만 레베데프 외무장관의 서한을 전했다."
            ),
            [
                ("이반 카르포프", "외무차관", "러시아"),
                ("이반 카르포프", "차관", "러시아"),
                ("로만 레베데프", "외무장관", "러시아"),
            ],
            "the minister of whom the deputy before him serves",
        ),
        (
            "북한의 윤상학 부총리겸외교부장이 왔다.",
            [("윤상학", "부총리", "북한"), ("윤상학", "외교부장", "북한")],
            "two offices in one word",
        ),
        (
            "중동 전문가인 서광철 세종안보포럼 연구위원은 북한을 말했다.",
            [("서광철", "연구위원", "세종안보포럼")],
            "what somebody is counted as",
        ),
        (
            "북한 통신은 1일 캄란 다네시 이란 과학장관이 왔다고 했다.",
            [("캄란 다네시", "과학장관", "이란")],
            "a state that the analyser takes for a copula",
        ),
        (
            "북한 간부는 쿠바 공산당 청사에서 호세 라몬 발데스 국제비서를 만났다.",
            [("호세 라몬 발데스", "국제비서", "쿠바공산당")],
            "of the foreign party that the line names",
        ),
        (
            "김형림 유엔식량농업기구(FAO) 주재 북한대표가 왔다.",
            [("김형림", "유엔식량농업기구 주재 대표", "북한")],
            "a body's short name before 주재",
        ),
        (
            "국장 손철남동지를 단장으로 하는 보건성대표단이 북한을 떠났다.",
            [("손철남", "국장", "북한")],
            "of whom the delegation is that somebody leads",
        ),
        (
            "부위원장 간후야그동지를 단장으로 하는 몽골인민당대표단이 북한을 떠났다.",
            [("간후야그", "부위원장", "몽골인민당")],
            "a delegation of a party",
        ),
    ],
)
def test_names_that_something_vouches_for(
    text: str, expected: list[tuple[str, str | None, str | None]], why: str
) -> None:
    assert people(text) == expected, why
