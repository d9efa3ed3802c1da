"""Every pattern that the program compiles while it reads its samples.

Comes in: nothing. Goes out: JSON, the patterns by the line that compiled each. Run in a
new process, so that what is made once and kept is seen being made. Those put together from variable
parts inside functions are among them.
"""

from __future__ import annotations

import importlib
import json
import re
import sys
from pathlib import Path
from typing import Any

#: Pattern → (flags, where it was compiled).
SEEN: dict[str, tuple[int, str]] = {}
_compiled: Any = re._compile  # type: ignore[attr-defined]  # noqa: SLF001 - what all of re goes through


def _record(pattern: Any, flags: int) -> Any:  # noqa: ANN401 - as re's
    made = _compiled(pattern, flags)
    frame = sys._getframe(1)  # noqa: SLF001
    while frame.f_back is not None and frame.f_code.co_filename == re.__file__:
        frame = frame.f_back
    name = frame.f_code.co_filename
    if "/haengbo/" in name and isinstance(made.pattern, str):
        where = f"{name.rpartition('/haengbo/')[2]}:{frame.f_lineno}"
        SEEN.setdefault(made.pattern, (made.flags & ~re.UNICODE, where))
    return made


def main() -> None:
    """Import all modules, take the samples in, look for them, and print what was compiled."""
    re._compile = _record  # type: ignore[attr-defined]  # noqa: SLF001
    import haengbo  # noqa: PLC0415 - after the recorder

    root = Path(str(haengbo.__file__)).parent
    for path in sorted(root.rglob("*.py")):
        name = ".".join(path.relative_to(root.parent).with_suffix("").parts)
        if not name.endswith("__main__") and ".migrations" not in name:
            importlib.import_module(name.removesuffix(".__init__"))
    from haengbo.capture import collect  # noqa: PLC0415
    from haengbo.knowledge import load  # noqa: PLC0415
    from haengbo.model.page import Page  # noqa: PLC0415
    from haengbo.reader import read_page  # noqa: PLC0415
    from haengbo.samples import pages_folder  # noqa: PLC0415

    for page in collect([str(pages_folder())]):
        if isinstance(page, Page):
            read_page(page, load())
    print(json.dumps(SEEN))


if __name__ == "__main__":
    main()
