"""Which phrases belong to a verb."""

from __future__ import annotations

import pytest

from factory import document_of
from haengbo.reading.events.finding.naming import acts
from haengbo.reading.events.lexicon import lexicon
from haengbo.reading.events.parsing.arguments import Arguments, arguments_of
from haengbo.reading.events.parsing.chunking import clauses_of
from haengbo.reading.events.parsing.clauses import Clauses, Verb
from haengbo.reading.events.parsing.heads import head_after


def cut(sentence: str) -> Clauses:
    document = document_of(sentence)
    return clauses_of(document, document.sentences[0], lexicon(document.knowledge))


def arguments(sentence: str, lemma: str) -> tuple[Clauses, Arguments]:
    clauses = cut(sentence)
    index = next(i for i, x in enumerate(clauses.items) if isinstance(x, Verb) and x.lemma == lemma)
    return clauses, arguments_of(clauses, index, lambda phrase: acts(clauses, phrase))


OWN = [
    (
        "최선희 외무상은 안보리가 채택한 결의를 거부했다.",
        "거부하다",
        ["최선희 외무상", "결의"],
        "who comes out with a paper acts in the clause that describes it",
    ),
    (
        "최선희 외무상이 평양을 찾은 왕이 부장을 만나 지지를 약속했다.",
        "만나다",
        ["최선희 외무상", "왕이 부장"],
        "the subject before a clause that describes somebody",
    ),
    (
        "최선희 외무상이 왕이 부장을 만난 회담은 길었다.",
        "만나다",
        ["최선희 외무상", "왕이 부장"],
        "the subject of a clause that describes a thing is its own",
    ),
    (
        "평양에서는 왕이 부장이 도착했고 최선희 외무상이 연회를 베풀었다.",
        "베풀다",
        ["평양", "최선희 외무상", "연회"],
        "a place marked as topic holds for what follows",
    ),
    (
        "최선희 외무상은 3일 대회에 참가하기 위하여 평양을 떠났다.",
        "떠나다",
        ["3일", "평양"],
        "a clause of purpose does not end the one around it",
    ),
]


@pytest.mark.parametrize(("sentence", "lemma", "expected", "why"), OWN)
def test_own_phrases(sentence: str, lemma: str, expected: list[str], why: str) -> None:
    clauses, found = arguments(sentence, lemma)
    assert [clauses.text(p.span) for p in found.own] == expected, why


SUBJECTS = [
    ("최선희 외무상은 평양에 돌아와 연회를 베풀었다.", "베풀다", "최선희 외무상", "shared"),
    (
        "가블로 국장은 푸틴 대통령이 보낸 선물을 들고 평양에 도착했다.",
        "도착하다",
        "가블로 국장",
        "a holder of an office whom nobody knows, not who sent him",
    ),
    (
        "국정원은 북한이 병력을 보냈다고 처음 공개했다.",
        "공개하다",
        "국정원",
        "what stands inside the reported clause is not the reporter",
    ),
    ("왕이 부장이 다녀갔을 때 최선희 외무상은 말했다.", "말하다", "최선희 외무상", "another time"),
    (
        "통일부는 북한이 시설 철거를 요구하는 통지문을 보내온 데 유감을 표했다.",
        "보내오다",
        "북한",
        "who demands in a clause that lacks nothing has sent the paper, too",
    ),
    (
        "외교부는 러시아가 북한을 돕는 협정을 맺었다고 밝혔다.",
        "맺다",
        "러시아",
        "reported, with a clause inside that has its object",
    ),
    (
        "통일부는 북한이 제안한 회담에 대표단을 보낸 데 만족을 표했다.",
        "보내다",
        "통일부",
        "what is described is what was proposed: the clause has its subject",
    ),
    (
        "통일부는 북한이 반기를 든 단체를 막는 법을 만들겠다고 밝혔다.",
        "만들다",
        "통일부",
        "who speaks says what the speaker will do",
    ),
]


@pytest.mark.parametrize(("sentence", "lemma", "expected", "why"), SUBJECTS)
def test_the_likeliest_subject(sentence: str, lemma: str, expected: str, why: str) -> None:
    clauses, found = arguments(sentence, lemma)
    assert clauses.text(found.subjects[0].span) == expected, why


def test_the_described_noun_is_found_past_genitives() -> None:
    clauses = cut("평양을 방문한 왕이 부장의 일행이 떠났다.")
    index = next(i for i, x in enumerate(clauses.items) if isinstance(x, Verb))
    head = head_after(clauses, index)
    assert head is not None
    assert clauses.text(head.span) == "일행"
