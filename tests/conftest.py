"""Fixtures shared by all tests: the shipped knowledge, loaded once. Build the rest inline."""

from __future__ import annotations

import pytest

from haengbo.knowledge import Knowledge, load


@pytest.fixture(scope="session")
def knowledge() -> Knowledge:
    return load()
