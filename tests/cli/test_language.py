"""The command line in Korean and English: helps, outputs, errors, and which of the two."""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from babel.messages.pofile import read_po
from typer.main import get_command
from typer.testing import CliRunner

from haengbo.cli import catalogues, language, start
from haengbo.cli.catalogues import entries, recognised
from haengbo.cli.helping import in_chosen_language
from haengbo.cli.language import _, chosen, error_told
from haengbo.cli.main import app
from haengbo.errors import PageError, UsageError

SOURCE = Path(catalogues.__file__).parents[1]
CATALOGUES = (("en", "commands"), ("en", "errors"), ("ko", "typer"))
HANGUL = re.compile("[가-힣]")
PLACE = re.compile(r"%\((\w+)\)s")


@pytest.fixture
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HAENGBO_LANG", "en")


def spoken(lang: str, monkeypatch: pytest.MonkeyPatch) -> Any:  # noqa: ANN401 - typer's class
    monkeypatch.setenv("HAENGBO_LANG", lang)
    return in_chosen_language(get_command(app))


def paths(command: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:  # noqa: ANN401
    yield path
    for name, below in getattr(command, "commands", {}).items():
        yield from paths(below, (*path, name))


def helps(lang: str, monkeypatch: pytest.MonkeyPatch) -> dict[tuple[str, ...], str]:
    """What ``--help`` says of every command."""
    command, found = spoken(lang, monkeypatch), {}
    for path in paths(command):
        context, here = command.make_context("haengbo", [], resilient_parsing=True), command
        for name in path:
            here = here.commands[name]
            context = here.context_class(here, info_name=name, parent=context)
        found[path] = here.get_help(context)
    return found


def test_no_help_in_english_has_a_korean_word(monkeypatch: pytest.MonkeyPatch) -> None:
    found = helps("en", monkeypatch)
    assert len(found) > 80
    assert {path: text for path, text in found.items() if HANGUL.search(text)} == {}


def test_lists_of_commands_are_not_cut_short(monkeypatch: pytest.MonkeyPatch) -> None:
    cut = re.compile(r"\w\.\.\.$", re.MULTILINE)
    assert [path for path, text in helps("en", monkeypatch).items() if cut.search(text)] == []


def test_no_help_in_korean_has_words_of_typer(monkeypatch: pytest.MonkeyPatch) -> None:
    theirs = re.compile(r"Usage:|Options:|Arguments:|Commands:|Show |\[default|; required|env var")
    for path, text in helps("ko", monkeypatch).items():
        assert not theirs.search(text), path
        assert "이 도움말을 보이고 마친다." in text


@pytest.mark.parametrize(
    ("given", "lang"),
    [
        ({}, "ko"),
        ({"HAENGBO_LANG": "en"}, "en"),
        ({"HAENGBO_LANG": "EN", "LANG": "ko_KR.UTF-8"}, "en"),
        ({"HAENGBO_LANG": "ko", "LC_ALL": "en_US.UTF-8"}, "ko"),
        # What is no language says nothing
        ({"HAENGBO_LANG": "fr", "LANG": "en_GB.UTF-8"}, "en"),
        ({"LANG": "en_US.UTF-8"}, "en"),
        ({"LC_MESSAGES": "ko_KR.UTF-8", "LANG": "en_US.UTF-8"}, "ko"),
        ({"LC_ALL": "C", "LANG": "en_US.UTF-8"}, "ko"),
        ({"LC_ALL": "", "LANG": "en_US.UTF-8"}, "en"),
        ({"LANG": "POSIX"}, "ko"),
        ({"LANG": "de_DE.UTF-8"}, "ko"),
    ],
)
def test_which_language(given: dict[str, str], lang: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HAENGBO_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in given.items():
        monkeypatch.setenv(name, value)
    assert chosen() == lang


@pytest.mark.parametrize(("lang", "name"), CATALOGUES)
def test_catalogues_are_read_as_babel_reads_them(lang: str, name: str) -> None:
    path = SOURCE / "cli" / "locale" / lang / "LC_MESSAGES" / f"{name}.po"
    with path.open("rb") as file:
        theirs = {str(m.id): str(m.string) for m in read_po(file, locale=lang) if m.id}
    assert entries(lang, name) == theirs
    assert all(theirs.values())


@pytest.mark.parametrize(("lang", "name"), CATALOGUES)
def test_places_for_values_agree(lang: str, name: str) -> None:
    for ours, theirs in entries(lang, name).items():
        assert set(PLACE.findall(theirs)) == set(PLACE.findall(ours)), ours
        assert "%" not in PLACE.sub("", theirs).replace("%%", ""), ours


def asked_for() -> set[str]:
    """Every Korean word or sentence that commands ask for, and their helps."""
    found = {
        node.args[0].value
        for path in (SOURCE / "cli").glob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id == "_"
        and isinstance(node.args[0], ast.Constant)
    }
    return {str(words) for words in found}


def shown_in_help(monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """Every Korean sentence of a help, as it is asked for."""
    found: set[str] = set()

    def noted(words: str) -> str:
        found.add(words)
        return words

    monkeypatch.setattr("haengbo.cli.helping._", noted)
    spoken("en", monkeypatch)
    return {words for words in found if HANGUL.search(words)}


def test_every_help_has_an_english_one(monkeypatch: pytest.MonkeyPatch) -> None:
    assert shown_in_help(monkeypatch) - set(entries("en", "commands")) == set()


def called(
    *arguments: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> tuple[object, str]:
    """The code that a call ends with, and what it says of errors."""
    monkeypatch.setattr(sys, "argv", ["haengbo", *arguments])
    with pytest.raises(SystemExit) as ended:
        start.main()
    return ended.value.code, capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "korean"),
    [
        (("ingest",), "잘못: 받을 것이 없다: 'sources'"),
        (("evens",), "잘못: 그런 명령이 없다: 'evens' (혹시 'events'"),
        (("events", "--limit", "0"), "잘못: 맞지 않는 값, '--limit': 1 이상이어야 한다"),
        (("events", "--limit", "x"), "잘못: 맞지 않는 값, '--limit': 정수로 읽히지 않는다"),
        (("events", "--limi", "1"), "잘못: 그런 선택지가 없다: --limi (혹시 --limit)"),
        (("events", "--limit"), "잘못: 선택지 '--limit' 뒤에 값이 있어야 한다."),
        (("events", "a", "b"), "잘못: 쓸데없는 것이 더 있다: a b"),
        (("read", "x", "--format", "y"), "'y': 'jsonl', 'text' 가운데 하나가 아니다"),
        (("wording", "compare", "/x", "/y"), "'/x': 그런 것이 없다 (경로)"),
    ],
)
def test_wrong_usage_in_korean(
    arguments: tuple[str, ...],
    korean: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    code, said = called(*arguments, monkeypatch=monkeypatch, capsys=capsys)
    assert code == 2
    assert korean in said
    assert "Error" not in said
    assert "Usage" not in said


@pytest.mark.usefixtures("english")
def test_wrong_usage_in_english(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    code, said = called("events", "--limit", "0", monkeypatch=monkeypatch, capsys=capsys)
    assert code == 2
    assert "Usage: " in said
    assert "Error: Invalid value for '--limit'" in said


def test_a_command_without_arguments_shows_its_help(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    code, said = called(monkeypatch=monkeypatch, capsys=capsys)
    assert code == 2
    assert said.startswith("쓰는 법: ")
