"""The API over the samples, and over a copy of them that may be written to."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from haengbo.web.api.service import PLACE
from haengbo.web.app import create_app
from web.serving import served


@pytest.fixture(scope="session")
def api(sample_location: str) -> Iterator[TestClient]:
    """Reads the samples."""
    with TestClient(create_app(sample_location), base_url=f"http://testserver{PLACE}/") as opened:
        yield opened


@pytest.fixture
def writable(sample_location: str, tmp_path: Path) -> Iterator[TestClient]:
    """Reads and writes a copy of the samples."""
    location = shutil.copy(sample_location, tmp_path / "annals.db")
    with TestClient(create_app(str(location)), base_url=f"http://testserver{PLACE}/") as opened:
        yield opened


@pytest.fixture
def written_address(sample_location: str, tmp_path: Path) -> Iterator[str]:
    """The address of a real server over a copy of the samples."""
    location = shutil.copy(sample_location, tmp_path / "served.db")
    with served(create_app(str(location))) as address:
        yield address
