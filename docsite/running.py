"""Shell commands of the pages, run in this process: one loading of the analyser for all of them.

Comes in: a command line. Goes out: nothing; a command that fails raises. Understood are ``haengbo``
(wherever it is said to lie), ``make TARGET`` (its recipe is looked up, not run), ``&&`` between
commands and ``> FILE`` behind one. Everything else has to say in the page why it is not run.
"""

from __future__ import annotations

import contextlib
import io
import shlex
import subprocess
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).parents[1]


class DocumentedCommandError(AssertionError):
    """A command of a page that does not do what the page says."""


def run(line: str, stands_for: Mapping[str, str]) -> str:
    """Run a line in the working folder.

    Args:
        line: The command line as the page has it.
        stands_for: Words in capitals that the reader replaces (``EVENT``) and what they are here.

    Returns:
        What it printed.

    Raises:
        DocumentedCommandError: It failed, or cannot be run here.
    """
    lexer = shlex.shlex(line, posix=True, punctuation_chars="&|<>;")
    lexer.whitespace_split = True
    lexer.commenters = "#"
    words = [stands_for.get(word, word) for word in lexer]
    printed = ""
    while words:
        end = words.index("&&") if "&&" in words else len(words)
        printed += _one(line, words[:end])
        words = words[end + 1 :]
    return printed


def _one(line: str, words: list[str]) -> str:
    target = None
    if ">" in words:
        target = Path(words[words.index(">") + 1])
        words = words[: words.index(">")]
    if set(words) & {"|", "<", ";", "||", "&"}:
        raise DocumentedCommandError(f"{line}: no shell here: say why it is not run")
    if words[0].rpartition("/")[2] == "haengbo":
        printed = _haengbo(line, words[1:])
    elif words[0] == "make":
        printed = _recipe(line, words[1:])
    else:
        raise DocumentedCommandError(f"{line}: only haengbo and make: say why it is not run")
    if target is not None:
        target.write_text(printed, "utf-8")
    return printed


def _haengbo(line: str, arguments: list[str]) -> str:
    from haengbo.cli.main import app  # noqa: PLC0415 - heavy
    from haengbo.errors import HaengboError  # noqa: PLC0415

    out, err = io.TextIOWrapper(io.BytesIO(), "utf-8"), io.StringIO()
    code: object = 0
    try:
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            app(arguments)
    except SystemExit as leaving:
        code = leaving.code or 0
    except HaengboError as error:
        code = str(error)
    out.seek(0)
    if code:
        raise DocumentedCommandError(f"{line}: {code}: {err.getvalue()[-500:]}")
    return out.read()


def _recipe(line: str, targets: list[str]) -> str:
    looked = subprocess.run(  # noqa: S603 - our own Makefile, and nothing of it is run
        ["make", "--dry-run", "-C", str(ROOT), *targets],  # noqa: S607
        capture_output=True,
        text=True,
        check=False,
    )
    if looked.returncode:
        raise DocumentedCommandError(f"{line}: {looked.stderr}")
    return ""
