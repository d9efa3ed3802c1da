"""Tables with an article a row: BigKinds, CSV, XLSX, Parquet, JSON lines."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

import pyarrow as pa
import pytest
from pyarrow import parquet

from capture.building import HTML, MORE, NEWS, opened, xlsx
from haengbo.capture import Wishes, collect
from haengbo.errors import UsageError
from haengbo.model.clipping import Clipping
from haengbo.model.page import Known, MediaType, Page

TITLE = "누리국 특사, 평양 도착"
BIGKINDS = [
    *("뉴스 식별자", "일자", "언론사", "기고자", "제목", "통합 분류1", "통합 분류2", "통합 분류3"),
    *("사건/사고 분류1", "사건/사고 분류2", "사건/사고 분류3", "인물", "위치", "기관", "키워드"),
    *("특성추출(가중치순 상위 50개)", "본문", "URL", "분석제외 여부"),
]
ROW: dict[str, str | float] = {
    "뉴스 식별자": "01100999.20241102081501001",
    "일자": 20241102,
    "언론사": "가람신문",
    "기고자": "민들레",
    "제목": TITLE,
    "통합 분류1": "정치>북한",
    "인물": "홍가람",
    "키워드": "누리국,특사",
    "본문": f"{NEWS} {MORE} " + "두 나라는 앞으로도 여러 분야에서 " * 12,
    "URL": "https://garam.example/news/1",
}


def bigkinds(*rows: dict[str, Any]) -> bytes:
    return xlsx([BIGKINDS, *([row.get(name, "") for name in BIGKINDS] for row in rows)])


def clippings(pages: list[Page]) -> list[Clipping]:
    assert {page.media_type for page in pages} <= {MediaType.CLIPPING}
    return [Clipping.of_bytes(page.data) for page in pages]


def test_an_export_of_bigkinds() -> None:
    short = ROW | {"본문": NEWS, "분석제외 여부": "중복", "일자": "20241103", "뉴스 식별자": "2"}
    undated = ROW | {"일자": "언젠가"}
    pages, errors = opened("NewsResult.xlsx", bigkinds(ROW, undated, short))
    first, second = clippings(pages)
    assert pages[0].name == pages[0].stem == "01100999.20241102081501001"
    assert (first.source, first.published, first.outlet) == ("bigkinds", "2024-11-02", "가람신문")
    assert (first.authors, first.url) == (("민들레",), "https://garam.example/news/1")
    assert first.cut, "the body ends inside a sentence"
    assert not second.cut
    assert (second.left_out, second.published) == ("중복", "2024-11-03")
    assert [str(error) for error in errors] == ["NewsResult.xlsx:2: 날짜로 읽을 수 없다: 언젠가"]


def test_what_bigkinds_works_out_anew_is_no_part_of_the_page() -> None:
    (first,), _ = opened("a.xlsx", bigkinds(ROW))
    (again,), _ = opened("b.xlsx", bigkinds(ROW | {"키워드": "특사", "인물": ""}))
    assert first.sha256 == again.sha256


def test_same_words_in_two_papers_are_two_pages() -> None:
    other = ROW | {"언론사": "새솔일보", "뉴스 식별자": "01100998.20241102081501001"}
    pages, _ = opened("a.xlsx", bigkinds(ROW, other))
    assert len({page.sha256 for page in pages}) == 2


@pytest.mark.parametrize("charset", ["utf-8-sig", "cp949", "utf-16"])
@pytest.mark.parametrize("mark", [",", "\t", ";"])
def test_csv_in_what_excel_writes(charset: str, mark: str) -> None:
    out = io.StringIO()
    rows = (["검색 결과"], ["일자", "제목", "본문"], ["20241102", TITLE, NEWS])
    csv.writer(out, delimiter=mark).writerows(rows)
    pages, errors = opened("표.csv", out.getvalue().encode(charset))
    (clipping,) = clippings(pages)
    assert (clipping.title, clipping.body, clipping.published) == (TITLE, NEWS, "2024-11-02")
    assert errors == []


def test_columns_are_mapped() -> None:
    table = f"나온날,글,머리\n2024.11.02,{NEWS},{TITLE}\n,,\n,,{TITLE}\n2024-11-03,,\n"
    columns = {"text": "글", "published": "나온날", "title": "머리"}
    pages, errors = opened("표.csv", table.encode(), columns, Known(outlet="가람신문"))
    first, second = clippings(pages)
    assert (first.published, first.body) == ("2024-11-02", NEWS)
    assert second.body == "", "a headline alone is still what the list gives"
    assert pages[0].known == Known(outlet="가람신문")
    assert [str(error) for error in errors] == ["표.csv:3: 본문도 제목도 없다"]


def test_a_table_whose_columns_nobody_knows_says_which_it_has() -> None:
    pages, errors = opened("표.csv", "글,나온날\n가,2024\n".encode())
    assert pages == []
    assert "--columns" in errors[0].reason
    assert "글, 나온날" in errors[0].reason


def test_an_unknown_field_is_wrong_usage() -> None:
    with pytest.raises(UsageError, match="모르는 항목: colour"):
        list(collect([], wishes=Wishes({"colour": "색"})))


def test_rows_without_a_headline_are_pages_as_lines_of_json_are() -> None:
    table = io.StringIO()
    table.write(json.dumps({"글": NEWS, "때": "2024-11-02"}, ensure_ascii=False) + "\n")
    table.write(json.dumps({"쪽": HTML}, ensure_ascii=False) + "\nno json\n")
    columns = {"text": "글", "html": "쪽", "published": "때"}
    pages, errors = opened("쪽들.jsonl", table.getvalue().encode(), columns)
    assert [page.media_type for page in pages] == [MediaType.TEXT, MediaType.HTML]
    assert pages[0].known.published == "2024-11-02"
    assert pages[0].data == NEWS.encode()
    assert [error.page for error in errors] == ["쪽들.jsonl:3"]


def test_parquet() -> None:
    out = io.BytesIO()
    table = pa.table({"id": ["a1", "a2"], "title": [TITLE, ""], "body": [NEWS, None]})
    parquet.write_table(table, out)
    pages, errors = opened("쪽들.parquet", out.getvalue())
    assert [page.name for page in pages] == ["a1"]
    assert [error.page for error in errors] == ["쪽들.parquet:2"]
    _, broken = opened("쪽들.parquet", out.getvalue()[:-20])
    assert "Parquet으로 읽히지 않는다" in broken[0].reason


def test_a_broken_workbook_is_one_error() -> None:
    good = bigkinds(ROW)
    for data in (good[:-10], good[:300] + b"\xff" * 60 + good[360:]):
        pages, errors = opened("깨짐.xlsx", data)
        assert pages == []
        assert [error.page for error in errors] == ["깨짐.xlsx"]
