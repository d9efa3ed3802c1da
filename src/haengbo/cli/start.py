"""Entry point: loads the command that is named, and turns errors into exit codes.

Exit codes: 0 done; 1 some pages could not be read (each named on stderr, the rest are in);
2 wrong usage, a broken pack, a ledger that cannot be opened. No traceback reaches a user.
"""

from __future__ import annotations

import gc
import io
import os
import sys
from collections.abc import Sequence

import typer
from typer.main import get_command

from haengbo.cli.helping import WrongUsage, in_chosen_language, usage_told
from haengbo.cli.language import _, retold
from haengbo.cli.root import new_app
from haengbo.cli.terminal import steadied
from haengbo.errors import HaengboError


def app_for(arguments: Sequence[str]) -> typer.Typer:
    """The command line that arguments need.

    One that reads a page is started more often than any other, and laying out all commands takes
    longer than reading does.
    """
    if list(arguments[:1]) == ["read"]:
        from haengbo.cli import read  # noqa: PLC0415 - only what is asked for

        alone = new_app()
        read.register(alone)
        return alone
    from haengbo.cli.main import app  # noqa: PLC0415 - all commands

    return app


def write_utf8(stream: object) -> None:
    r"""Let files and pipes get UTF-8; a terminal keeps what it understands.

    On Korean Windows a pipe would get CP949, in which half of what pages hold cannot be written.
    A user who sets ``PYTHONIOENCODING`` is obeyed. What an encoding lacks is written out
    (``\u2013``) rather than ending the command.
    """
    if not isinstance(stream, io.TextIOWrapper):
        return
    if "PYTHONIOENCODING" not in os.environ and not stream.isatty():
        stream.reconfigure(encoding="utf-8")
    if stream.errors == "strict":
        stream.reconfigure(errors="backslashreplace")


#: Objects made between two looks for garbage. Imports and a pack are half a million objects that
#: stay; looking through them again and again took a tenth of a process that reads one page.
_OBJECTS_BETWEEN_LOOKS = 50_000


def run(arguments: Sequence[str]) -> None:
    """Carry out a call; what is wrong about it is said in the chosen language."""
    command = in_chosen_language(get_command(app_for(arguments)))
    try:
        code = command.main(list(arguments), standalone_mode=False)
    except WrongUsage as error:
        sys.stderr.write(usage_told(error))
        sys.exit(error.exit_code)
    except typer.Abort:
        print(_("그만두었다."), file=sys.stderr)
        sys.exit(1)
    # What a command gives back is nothing; a number is the code that it ended with
    sys.exit(code if isinstance(code, int) else 0)


def look_seldom_for_garbage() -> None:
    """As every command does before it begins; benchmarks of what commands do begin so too."""
    gc.set_threshold(_OBJECTS_BETWEEN_LOOKS, 20, 20)


def main() -> None:
    """Entry point of ``haengbo``."""
    look_seldom_for_garbage()
    write_utf8(sys.stdout)
    write_utf8(sys.stderr)
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout = steadied(sys.stdout)
    try:
        run(sys.argv[1:])
    except HaengboError as error:
        print(f"haengbo: {retold(error)}", file=sys.stderr)
        sys.exit(2)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(0)
    except OSError as error:
        # A full disk, a folder that may not be written to: what was kept before stays
        print(f"haengbo: {error.filename or _('파일')}: {error.strerror or error}", file=sys.stderr)
        sys.exit(2)
    except KeyboardInterrupt:
        sys.exit(130)


if __name__ == "__main__":
    main()
