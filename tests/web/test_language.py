"""The English catalogue is complete, and holds nothing that is no longer said."""

from __future__ import annotations

import re
from pathlib import Path

import yaml

from haengbo.web.language import catalogue, translator

WEB = Path(__file__).parents[2] / "src" / "haengbo" / "web"
_IN_TEMPLATE = re.compile(r"""_\((["'])(.*?)\1""")
_IN_CODE = re.compile(r"""(?:_|translate|translator\(lang\))\(\s*"([^"]*[가-힣][^"]*)\"""")


def said() -> set[str]:
    """Every Korean word or sentence that the interface asks for."""
    words = {
        match.group(2)
        for path in (WEB / "templates").glob("*.html")
        for match in _IN_TEMPLATE.finditer(path.read_text("utf-8"))
    }
    return words | {
        match.group(1)
        for path in WEB.rglob("*.py")
        for match in _IN_CODE.finditer(path.read_text("utf-8"))
    }


def test_every_word_has_an_english_one() -> None:
    assert said() - set(catalogue()) == set()


def test_no_word_is_left_over() -> None:
    assert set(catalogue()) - said() == set()


def test_places_for_values_agree() -> None:
    place = re.compile(r"%\((\w+)\)s")
    for korean, english in catalogue().items():
        assert sorted(place.findall(korean)) == sorted(place.findall(english)), korean


def test_labels_have_both_languages() -> None:
    tables = yaml.safe_load((WEB / "labels.yaml").read_text("utf-8"))
    assert all(set(words) == {"ko", "en"} for table in tables.values() for words in table.values())


def test_a_missing_word_stays_korean() -> None:
    assert translator("en")("아직 없는 말") == "아직 없는 말"
