"""A process that dies takes its own task with it and no other."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from apart.sickness import fall, nothing, shown, unable
from haengbo.apart.limits import Limits
from haengbo.apart.workers import Workers
from haengbo.errors import HaengboError

LIMITS = Limits(seconds=3, memory=300)
SICK = {
    "hang": "time:",
    "spin": "time:",
    "deaf": "time:",
    "eat": "memory:",
    "segfault": "death:SIGSEGV",
    "leave": "death:7",
}


@pytest.mark.parametrize("jobs", [1, 3])
def test_every_way_to_die_costs_one_task(jobs: int) -> None:
    tasks = [task for name in SICK for task in (f"well-{name}", name)] + ["end"]
    with Workers[str, str](nothing, fall, LIMITS, jobs) as workers:
        answers = [shown(answer) for answer in workers.each(tasks)]
    assert answers == [SICK.get(task, task * 2) for task in tasks]


def test_a_process_serves_many_tasks_and_several_rounds() -> None:
    with Workers[str, str](nothing, fall, LIMITS) as workers:
        assert list(workers.each(map(str, range(200)))) == [str(n) * 2 for n in range(200)]
        assert list(workers.each([])) == []
        assert list(workers.each(["a"])) == ["aa"]


def test_whoever_stops_listening_leaves_no_process_behind() -> None:
    workers = Workers[str, str](nothing, fall, LIMITS, 2)
    answers = workers.each(["a", "hang", "hang"])
    assert next(answers) == "aa"
    answers.close()
    workers.close()
    since = time.monotonic()
    assert list(workers.each(["b"])) == ["bb"]
    assert time.monotonic() - since < 60
    workers.close()


def test_what_cannot_get_ready_is_said_once() -> None:
    with (
        Workers[str, str](unable, fall, LIMITS) as workers,
        pytest.raises(HaengboError, match="띄우지 못했다"),
    ):
        list(workers.each(["a", "b"]))


ORPHAN = """
import os, signal, sys
from apart.sickness import fall, nothing
from haengbo.apart.limits import Limits
from haengbo.apart.workers import Workers

if __name__ == "__main__":
    workers = Workers(nothing, fall, Limits(seconds=1.0))
    for answer in workers.each(["a", "spin"]):
        print(workers._workers[0].process.pid, flush=True)
        os.kill(os.getpid(), signal.SIGKILL)
"""


def test_the_child_of_a_killed_parent_ends_by_its_own_alarm(tmp_path: Path) -> None:
    script = tmp_path / "orphan.py"
    script.write_text(ORPHAN, "utf-8")
    root = Path(__file__).parents[2]
    done = subprocess.run(  # noqa: S603 - our own script
        [sys.executable, str(script)],
        env=os.environ | {"PYTHONPATH": f"{root / 'src'}:{root / 'tests'}"},
        stdout=subprocess.PIPE,
        text=True,
        check=False,
    )
    assert done.returncode == -signal.SIGKILL
    child = int(done.stdout)
    for _ in range(300):
        try:
            os.kill(child, 0)
        except ProcessLookupError:
            return
        time.sleep(0.1)
    pytest.fail("the child goes on for ever")
