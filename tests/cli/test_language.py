"""The command line in Korean and English: helps, outputs, errors, and which of the two."""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from babel.messages.pofile import read_po
from typer.main import get_command
from typer.testing import CliRunner

from haengbo.cli import catalogues, start
from haengbo.cli.catalogues import entries, recognised
from haengbo.cli.helping import in_chosen_language
from haengbo.cli.language import chosen, retold
from haengbo.cli.main import app
from haengbo.errors import PageError, UsageError

SOURCE = Path(catalogues.__file__).parents[1]
CATALOGUES = (("en", "commands"), ("en", "sentences"), ("ko", "typer"))
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


def _documentation(tree: ast.AST) -> set[int]:
    """Strings that say what a function is; those of commands are looked at as their help."""
    return {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)
        and isinstance(node.body[0], ast.Expr)
    }


def _is_error(node: ast.AST) -> bool:
    return isinstance(node, ast.Call) and ast.unparse(node.func).endswith("Error")


def written() -> dict[str, str]:
    """Every Korean literal of the commands but for documentation and errors → where."""
    found = {}
    for path in sorted((SOURCE / "cli").glob("*.py")):
        tree = ast.parse(path.read_text("utf-8"))
        aside = _documentation(tree) | {
            id(below) for node in ast.walk(tree) if _is_error(node) for below in ast.walk(node)
        }
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and id(node) not in aside:
                text = node.value
                if isinstance(text, str) and HANGUL.search(text):
                    found[text] = path.name
    return found


#: Korean that is no word of the interface: what is put to the reader or compared with its words.
DATA = {
    "북한과 러시아가 1일 평양에서 회담했다.",
    "차관급",
    "이름",
    "때",
    "판이 하나뿐이다",
    "그런 쪽이 없다",
    " [장부]",
}


def test_every_word_has_an_english_one(monkeypatch: pytest.MonkeyPatch) -> None:
    known = set(entries("en", "commands"))
    assert {w: at for w, at in written().items() if w not in known | DATA} == {}
    assert shown_in_help(monkeypatch) - known == set()


def test_no_word_is_left_over(monkeypatch: pytest.MonkeyPatch) -> None:
    assert set(entries("en", "commands")) - set(written()) - shown_in_help(monkeypatch) == set()


def test_no_sentence_with_values_is_put_together_in_korean() -> None:
    """Where a sentence has values, its words are an entry with places, not an f-string."""
    found = []
    for path in sorted((SOURCE / "cli").glob("*.py")):
        tree = ast.parse(path.read_text("utf-8"))
        aside = {id(b) for node in ast.walk(tree) if _is_error(node) for b in ast.walk(node)}
        found += [
            f"{path.name}:{node.lineno}"
            for node in ast.walk(tree)
            if isinstance(node, ast.JoinedStr) and id(node) not in aside
            for piece in node.values
            if isinstance(piece, ast.Constant) and HANGUL.search(str(piece.value))
        ]
    # The help of an argument, which is whole where it is shown
    assert [at for at in found if not at.startswith("check.py")] == []


def shown_in_help(monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """Every Korean sentence of a help, as it is asked for."""
    found: set[str] = set()

    def noted(words: str) -> str:
        found.add(words)
        return words

    monkeypatch.setattr("haengbo.cli.helping._", noted)
    spoken("en", monkeypatch)
    return {words for words in found if HANGUL.search(words)}


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


#: What the site alone says, and what is caught by the caller, has no place on a terminal.
ELSEWHERE = ("web/", "evaluation/")


def _sample(node: ast.expr) -> str | None:
    """A sentence as it may be in the end: what is put in is a number."""
    if isinstance(node, ast.Subscript):
        return _sample(node.value)
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        return "".join(
            str(piece.value) if isinstance(piece, ast.Constant) else str(100 + number)
            for number, piece in enumerate(node.values)
        )
    return None


def raised() -> dict[str, str]:
    """Every Korean sentence that an error is made of → where."""
    found = {}
    for path in sorted(SOURCE.rglob("*.py")):
        where = str(path.relative_to(SOURCE))
        if where.startswith(ELSEWHERE):
            continue
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and _is_error(node):
                for text in map(_sample, node.args):
                    if text and HANGUL.search(text):
                        found[text] = where
    return found


@pytest.mark.usefixtures("english")
def test_every_error_has_an_english_one() -> None:
    korean = raised()
    assert len(korean) > 150
    assert {text: where for text, where in korean.items() if HANGUL.search(retold(text))} == {}


def test_no_sentence_is_left_over() -> None:
    """What is said nowhere any more needs no English: every word of an entry stands somewhere."""
    literals: set[str] = set()
    for path in SOURCE.rglob("*.py"):
        if path.parts[len(SOURCE.parts)] != "web":
            tree = ast.parse(path.read_text("utf-8"))
            literals |= {
                node.value
                for node in ast.walk(tree)
                if isinstance(node, ast.Constant) and isinstance(node.value, str)
            }
    said = "\n".join(literals)
    left = [
        words
        for words in entries("en", "sentences")
        for word in re.findall("[가-힣]{2,}", " ".join(PLACE.split(words)[::2]))
        if word not in said
    ]
    assert left == []


@pytest.mark.usefixtures("english")
@pytest.mark.parametrize(
    ("error", "told"),
    [
        (UsageError("그런 알림이 없다: 하루"), "no such alert: 하루"),
        (PageError("a.txt", "빈 파일이다"), "a.txt: an empty file"),
        # A reason within a reason
        (
            PageError("http://a.kr/", "robots.txt: 이어지지 않는다: timed out"),
            "http://a.kr/: robots.txt: no connection: timed out",
        ),
        # What a page is called is not looked at, whatever it looks like
        (PageError("빈 파일이다", "PDF로 읽히지 않는다"), "빈 파일이다: cannot be read as a PDF"),
        # The entry that says most itself is taken
        (UsageError("하루가 아니다: x (예: 2025-06-19)"), "not a day: x (for example 2025-06-19)"),
        # Sentences that make a list
        (
            UsageError("같은 사람: 최선희; 기한 안: 2025-06-01 (2025-06)"),
            "the same person: 최선희; in time: 2025-06-01 (2025-06)",
        ),
        # What nobody translated stays as it is
        (UsageError("아직 없는 말: x"), "아직 없는 말: x"),
    ],
)
def test_errors_in_english(error: UsageError | PageError, told: str) -> None:
    korean = str(error)
    assert retold(error) == told
    assert str(error) == korean


def test_errors_in_korean_are_as_they_are() -> None:
    assert retold(UsageError("그런 알림이 없다: 하루")) == "그런 알림이 없다: 하루"


def test_what_must_stand_between_two_values_is_not_one_of_them() -> None:
    """A value is never empty, and a sentence that only begins alike is another one."""
    assert recognised("그런 알림이 없다: ", "en", "sentences") == "그런 알림이 없다: "
    assert recognised("창은 하루 이상이어야 한다", "en", "sentences").startswith("창은")


def said_by(*arguments: str) -> str:
    answer = CliRunner().invoke(app, list(arguments))
    assert answer.exit_code == 0, answer.output
    return answer.stdout


#: Calls over the sample ledger, and words that their output has in English.
CALLS = [
    (("events", "--limit", "3"), "Reports/origins/voices"),
    (("statements", "--limit", "3"), "Form"),
    (("search", "러시아", "--limit", "2"), "Outlet"),
    (("actors", "--limit", "3"), "Kind"),
    (("queue", "--limit", "30"), "Question"),
    (("decisions",), "Before → after"),
    (("show", "최선희"), "Title of office"),
    (("channels",), "meetings"),
    (("dyads", "북한", "러시아"), "events that occurred"),
    (("check",), "to look into"),
    (("expectations", "--limit", "3"), "Decided by"),
    (("expectations", "record"), "in all"),
    (("expectations", "candidates"), "due"),
    (("sequels", "who:최선희", "type:CONSULT"), "window 90 days"),
    (("count", "north-russia"), "exchanges at rank"),
    (("wording", "texts"), "texts"),
    (("network",), "ties"),
    (("versions",), "Captured"),
    (("audit", "verify"), "head of the seal"),
    (("release",), "Code"),
    (("alerts", "list"), "Where to"),
    (("accounts", "list"), "Role"),
]


@pytest.mark.usefixtures("english")
@pytest.mark.parametrize(("arguments", "english_words"), CALLS)
def test_outputs_in_english(
    arguments: tuple[str, ...], english_words: str, sample_location: str
) -> None:
    said = said_by(*arguments, "--ledger", sample_location)
    assert english_words in said
    assert [word for word in OURS if word in said] == []


#: Words of the interface that no page of the samples has.
OURS = ("전언 경로", "보도/원천", "날짜 없음", "매체 모름", "일어남", "부인됨", "열린 곳")


@pytest.mark.parametrize(
    "arguments",
    [
        ("events", "--json"),
        ("statements", "--json"),
        ("queue", "--json"),
        ("sequels", "who:최선희", "type:CONSULT", "--json"),
        ("check", "--json"),
        ("expectations", "candidates", "--json"),
        ("export", "events", "--format", "csv"),
        ("export", "events", "--format", "jsonl"),
    ],
)
def test_data_has_no_language(
    arguments: tuple[str, ...], sample_location: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    given = {}
    for lang in ("ko", "en"):
        monkeypatch.setenv("HAENGBO_LANG", lang)
        given[lang] = said_by(*arguments, "--ledger", sample_location)
    assert given["ko"] == given["en"]


def test_a_reading_in_both_languages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page = tmp_path / "page.txt"
    page.write_text("회담 열려\n\n북한과 러시아가 1일 평양에서 회담했다.\n", "utf-8")
    known = ("--published", "2024-11-02")
    korean = said_by("read", str(page), *known), said_by("read", str(page), "--format", "jsonl")
    monkeypatch.setenv("HAENGBO_LANG", "en")
    english = said_by("read", str(page), *known), said_by("read", str(page), "--format", "jsonl")
    assert "[일어남]" in korean[0]
    assert "[occurred]" in english[0]
    assert "\nEvents\n" in english[0]
    assert korean[1] == english[1]
    explained = said_by("explain", str(page))
    assert "rule " in explained
    assert "규칙" not in explained


def test_korean_loads_no_catalogue(tmp_path: Path) -> None:
    """Nor Babel, which takes longer than reading a page does."""
    page = tmp_path / "page.txt"
    page.write_text("북한과 러시아가 1일 평양에서 회담했다.\n", "utf-8")
    code = (
        "import sys; from haengbo.cli import catalogues, start\n"
        f"sys.argv = ['haengbo', 'read', {str(page)!r}]\n"
        "try: start.main()\n"
        "except SystemExit: pass\n"
        "print('babel' in sys.modules, catalogues.entries.cache_info().currsize > 0)"
    )
    run = subprocess.run(  # noqa: S603 - our own interpreter
        [sys.executable, "-c", code],
        env={**os.environ, "HAENGBO_LANG": "ko"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert run.stdout.splitlines()[-1] == "False False"
