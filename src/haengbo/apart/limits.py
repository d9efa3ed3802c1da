"""What one page may cost: numbers, from options or the environment.

Comes in: nothing or the process's environment. Goes out: ``Limits``. Invariant: without a word of
the user there are limits.
"""

from __future__ import annotations

import os
from dataclasses import dataclass

from haengbo.errors import UsageError

#: Names in the environment; the options of the command line read them too.
SECONDS_NAME = "HAENGBO_PAGE_SECONDS"
MEMORY_NAME = "HAENGBO_PAGE_MEMORY"
#: A page of news takes less than a second, the longest session record some ten.
SECONDS = 60.0
#: Megabytes; pages of 20 MB, which is the longest that is opened, stay under it.
MEMORY = 2000


@dataclass(frozen=True, slots=True)
class Limits:
    """What reading one page may cost.

    Attributes:
        seconds: On the clock; 0 means that pages are read in this process, without limits.
        memory: Megabytes beyond what a reading process needs itself. Held on Linux only.
    """

    seconds: float = SECONDS
    memory: int = MEMORY

    @classmethod
    def of_environment(cls) -> Limits:
        """As the environment says, for what has no options of its own.

        Raises:
            UsageError: A value is no number.
        """
        try:
            return cls(
                float(os.environ.get(SECONDS_NAME, SECONDS)),
                int(os.environ.get(MEMORY_NAME, MEMORY)),
            )
        except ValueError as error:
            raise UsageError(f"{SECONDS_NAME}, {MEMORY_NAME}: 수가 아니다: {error}") from error
