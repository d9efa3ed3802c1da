from __future__ import annotations

import pytest

from docsite.blocks import blocks, stray_commands

PAGE = """# Title

```sh
haengbo read a.txt   # what it says
# only a remark
haengbo export events \\
    --format csv
```

<!-- not run: needs the network -->
```console
$ pip install haengbo
Successfully installed
```

```text title="a.txt"
글
```

```json
{"haengbo": 1}
```
"""


def test_commands_reasons_and_files_are_told_apart() -> None:
    first, second, third = blocks(PAGE)
    assert first.commands == (
        "haengbo read a.txt   # what it says",
        "haengbo export events --format csv",
    )
    assert (first.line, first.reason) == (3, None)
    assert second.commands == ("pip install haengbo",)
    assert second.reason == "needs the network"
    assert (third.title, third.text, third.commands) == ("a.txt", "글\n", ())


@pytest.mark.parametrize(
    ("line", "found", "why"),
    [
        ("    haengbo read a.txt", True, "a block by indentation"),
        ("    .venv/bin/haengbo read a.txt", True, "wherever it lies"),
        ("    $ make demo", True, "with a prompt"),
        ("    haengbo-like words", False, "another word"),
        ("haengbo reads pages", False, "prose"),
        ("    id\tkind", False, "a table"),
    ],
)
def test_commands_outside_fences_are_found(line: str, found: bool, why: str) -> None:
    assert bool(stray_commands(line)) is found, why
