"""Libraries that only some exports need → the module, or one clear sentence how to get it."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from haengbo.errors import UsageError


def needed(module: str, extra: str) -> Any:  # noqa: ANN401 - a module
    """Import a module of an extra.

    Args:
        module: Its name.
        extra: The extra of haengbo that brings it.

    Raises:
        UsageError: It is not installed; says which command installs it.
    """
    try:
        return import_module(module)
    except ImportError as error:
        name = module.partition(".")[0]
        raise UsageError(
            f"이것을 하려면 {name} 꾸러미가 있어야 한다: pip install 'haengbo[{extra}]'"
        ) from error
