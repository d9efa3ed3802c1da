"""Wordings through time on the site: the figures are those of the analysis, each leads on."""

from __future__ import annotations

import csv
import io

import pytest
from fastapi.testclient import TestClient

from haengbo.analysis.texts import Text, from_ledger
from haengbo.analysis.wording import life, term_of
from haengbo.knowledge import Knowledge
from haengbo.ledger import Ledger
from haengbo.web.wording import candidates, concordance, key_of, pair_of, text_named, wordings
from web.markup import nodes, parsed, strings, text


def test_rows_are_those_of_the_analysis(
    client: TestClient, sample_ledger: Ledger, knowledge: Knowledge
) -> None:
    texts = from_ledger(sample_ledger)
    rows = {row.name: row for row in wordings(texts, "김정은", ["핵심이익"], knowledge)}
    own = [t for t in texts if "김정은" in t.issuer.split(", ")]
    expected = life(own, term_of("핵심이익", knowledge))
    assert rows["핵심이익"].own.uses == expected.uses > 0
    assert rows["핵심이익"].others.uses > 0
    table = csv.DictReader(
        io.StringIO(client.get("/wording.csv?word=핵심이익&who=김정은").text.lstrip("\ufeff"))
    )
    assert {r["wording"]: int(r["uses"]) for r in table}["핵심이익"] == expected.uses


def test_northern_spelling_is_the_same_word(client: TestClient) -> None:
    south = client.get("/wording?word=안전이익").text
    north = client.get("/wording?word=안전리익").text
    count = "string(//section[@id='uses']//small)"
    assert text(parsed(south), count).split()[-1] == text(parsed(north), count).split()[-1]


@pytest.mark.parametrize(("order", "key"), [("left", 0), ("right", 1), ("day", 2)])
def test_concordance_is_ordered(
    sample_ledger: Ledger, knowledge: Knowledge, order: str, key: int
) -> None:
    found = concordance(from_ledger(sample_ledger), "러시아", order, knowledge)
    keys = [(u.before[::-1], u.after, u.text.day)[key] for u in found]
    assert len(keys) > 5
    assert keys == sorted(keys)


def test_every_use_leads_to_its_page(client: TestClient) -> None:
    page = parsed(client.get("/wording?word=러시아").text)
    links = strings(page, "//table[@class='kwic']//a/@href")
    assert links
    assert all(client.get(link).status_code == 200 for link in links[:5])
    assert "러시아" in client.get("/wording/lines.csv?word=러시아").text


def test_a_word_that_nobody_said(client: TestClient) -> None:
    page = client.get("/wording?word=뚱딴지같은").text
    assert "이 말이 든 발언이 장부에 없다" in page


def test_remarks_are_judged_with_their_cases(client: TestClient) -> None:
    page = parsed(client.get("/wording").text)
    said = strings(page, "//section[@id='remarks']//dd[@class='v']/text()")
    assert "앞 문구가 뒤에도 나온다." in said
    assert nodes(page, "//section[@id='remarks']//dd//a[starts-with(@href, '/article/')]")


OLD = Text("2025-03-21", "시험국", "앞.txt", "두 나라는 공동의 안전이익을 지키려고 협동한다.")
NEW = Text("2025-06-04", "시험국", "뒤.txt", "두 나라는 공동의 핵심이익을 지키려고 협동한다.")


def test_two_texts_side_by_side(knowledge: Knowledge) -> None:
    pair = pair_of(OLD, NEW, knowledge)
    assert "".join(piece.old for piece in pair.pieces) == OLD.words
    assert "".join(piece.new for piece in pair.pieces) == NEW.words
    assert [(slot.old, slot.new) for slot in pair.slots] == [("안전", "핵심")]
    ((old, new, slot),) = candidates([OLD, NEW], "시험국", knowledge)
    assert (old, new, slot.new) == (OLD, NEW, "핵심")
    assert text_named([OLD, NEW], key_of(NEW)) == NEW
    assert candidates([OLD, NEW], "다른 이", knowledge) == []


def test_the_two_newest_texts_of_a_speaker_are_compared(client: TestClient) -> None:
    page = parsed(client.get("/wording/compare?who=김정은").text)
    assert len(nodes(page, "//div[@class='two']/div")) == 2
    assert len(nodes(page, "//select[@name='old']/option[@selected]")) == 1
    assert client.get("/wording/compare?old=x&new=y").status_code == 200


def test_drawings_and_files(client: TestClient) -> None:
    svg = client.get("/wording.svg").text
    assert svg.count("<circle") >= 10
    assert client.get("/wording.svg?word=%3Cscript%3E").text.count("<script") == 0
