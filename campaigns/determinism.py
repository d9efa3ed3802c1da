"""The samples under every Python that is found, in other surroundings each: the same bytes or not.

Usage: ``python -m campaigns.determinism [--python PATH …] [--pages N]``; ``make determinism`` makes
an environment ``.venv-3.12`` for each Python that it finds before. Each takes the sample pages into
a ledger, reads them and gives every export in every format that its libraries allow; the sums are
compared. Names what was not found or not installed; ends with 1 if any byte differs, 2 if there was
nothing to compare.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
VERSIONS = ("3.11", "3.12", "3.13")
#: Hash seed, locale and time zone, one set for each run.
SURROUNDINGS = (
    {"PYTHONHASHSEED": "0", "LC_ALL": "C.UTF-8", "TZ": "UTC"},
    {"PYTHONHASHSEED": "1", "LC_ALL": "C", "TZ": "Pacific/Kiritimati"},
    {"PYTHONHASHSEED": "4294967295", "LC_ALL": "ko_KR.UTF-8", "TZ": "Pacific/Pago_Pago"},
)
#: Given to every export, so that none says on what day it was made.
_DAY = "2025-01-01"
#: Run in the other Python, which loads the analyser once: reads pages, takes them into a ledger;
#: what it is, its readings and its exports by format and subject.
_INSIDE = """
import contextlib, hashlib, io, json, platform, sys
from haengbo.cli.ingest import run_ingest
from haengbo.cli.start import run
from haengbo.errors import UsageError
from haengbo.export import FORMATS, Wanted
from haengbo.ledger import Ledger
read = io.StringIO()
with contextlib.redirect_stdout(read):
    try:
        run(["read", *sys.argv[3:], "--format", "jsonl"])
    except SystemExit as end:
        if end.code:
            sys.exit("a page could not be read")
with contextlib.redirect_stdout(sys.stderr):
    if not run_ingest(sys.argv[3:], sys.argv[1]):
        sys.exit("a page could not be read")
ledger, missing = Ledger.open(sys.argv[1]), []
sums = {"readings": hashlib.sha256(read.getvalue().encode()).hexdigest()}
for one in FORMATS:
    for subject in one.subjects:
        wanted = Wanted(ledger, subject, date=sys.argv[2])
        try:
            data = b"".join(one.write(wanted))
        except UsageError:
            missing.append(one.id)
            continue
        sums[f"{one.id} {subject.value}"] = hashlib.sha256(data).hexdigest()
ledger.close()
print(json.dumps([platform.python_version(), sums, sorted(set(missing))]))
"""


def pythons(given: list[str]) -> dict[str, str]:
    """Version → interpreter: those that are given, or those with an environment beside ours."""
    if given:
        return {path: path for path in given}
    places = {version: ROOT / f".venv-{version}" / "bin" / "python" for version in VERSIONS}
    found = {version: str(path) for version, path in places.items() if path.exists()}
    here = f"{sys.version_info.major}.{sys.version_info.minor}"
    return {here: sys.executable} | found


def run(python: str, surroundings: dict[str, str], *arguments: str) -> bytes:
    """What an interpreter prints, in surroundings of its own."""
    here = {"PYTHONPATH": str(ROOT / "src"), "HAENGBO_PAGE_SECONDS": "0"}
    environment = {"PATH": os.environ["PATH"]} | here | surroundings
    done = subprocess.run(  # noqa: S603 - interpreters that the user named
        [python, "-W", "ignore", *arguments], env=environment, capture_output=True, check=False
    )
    if done.returncode:
        raise RuntimeError(done.stderr.decode("utf-8", "replace").strip().splitlines()[-1])
    return done.stdout


def sums_of(python: str, surroundings: dict[str, str], pages: list[str]) -> dict[str, str]:
    """Sums of readings and exports under one Python; what could not be made is told."""
    sums: dict[str, str]
    with tempfile.TemporaryDirectory() as folder:
        ledger = str(Path(folder) / "annals.db")
        told = run(python, surroundings, "-c", _INSIDE, ledger, _DAY, *pages)
    version, sums, missing = json.loads(told)
    lacking = f", without {', '.join(missing)}" if missing else ""
    where = " ".join(surroundings.values())
    print(f"CPython {version} ({where}): {len(sums)} outputs{lacking}", flush=True)
    return sums


def compared(made: dict[str, dict[str, str]]) -> list[str]:
    """Names of what differs anywhere."""
    names = sorted({name for sums in made.values() for name in sums})
    return [name for name in names if len({s[name] for s in made.values() if name in s}) > 1]


def main() -> int:
    """Run every Python and compare."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--python", nargs="*", default=[])
    arguments.add_argument("--pages", type=int, default=None, help="so many of the samples")
    given = arguments.parse_args()
    folder = ROOT / "src" / "haengbo" / "samples" / "pages"
    pages = [str(path) for path in sorted(folder.iterdir())][: given.pages]
    found = pythons(given.python)
    missing = [] if given.python else [v for v in VERSIONS if v not in found]
    made: dict[str, dict[str, str]] = {}
    for number, (version, python) in enumerate(found.items()):
        try:
            made[version] = sums_of(python, SURROUNDINGS[number % len(SURROUNDINGS)], pages)
        except RuntimeError as error:
            missing.append(f"{version} ({error})")
    for one in missing:
        print(f"not compared: {one}")
    differing = compared(made)
    total = len({name for sums in made.values() for name in sums})
    print(f"{len(made)} Pythons, {len(pages)} pages, {total} outputs, {len(differing)} differ")
    for name in differing:
        print(f"  {name}: {[sums.get(name, '')[:12] for sums in made.values()]}")
    if len(made) < 2:  # noqa: PLR2004 - one alone is compared with nothing
        return 2
    return 1 if differing else 0


if __name__ == "__main__":
    sys.exit(main())
