"""The API is as its document says: schemathesis asks whatever the document allows, and more.

Every operation gets requests that fit the document (they must be answered as it describes) and
requests that do not (they must be refused). The ledger is a copy of the samples, as decisions are
written to it. The generation is seeded: the same requests every time.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from typing import Any

import pytest
import schemathesis
from fastapi.testclient import TestClient
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from schemathesis import GenerationMode
from schemathesis.checks import load_all_checks, not_a_server_error
from schemathesis.specs.openapi import checks

from haengbo.ledger import Ledger
from haengbo.web.api.cursors import SHAPES, cursor_of
from haengbo.web.api.service import PLACE, create_api
from haengbo.web.app import create_app

#: Requests of each kind to each operation.
EXAMPLES = 12
#: That all answers are as described, that what fits is taken and what does not is refused.
CHECKS = [
    not_a_server_error,
    checks.status_code_conformance,
    checks.content_type_conformance,
    checks.response_schema_conformance,
    checks.response_headers_conformance,
    checks.negative_data_rejection,
]

schemathesis.openapi.format(
    "day",
    st.dates().map(lambda day: day.isoformat()).filter(lambda text: text >= "1000")
    | st.integers(1000, 9999).map(str),
)
schemathesis.openapi.format(
    "cursor",
    st.sampled_from(
        [
            cursor_of(kind, order, tuple(7 if part is int else "2024-06-19" for part in shape))
            for kind, shape in SHAPES.items()
            for order in ("new", "old", "due", "events")
        ]
    ),
)


def operations() -> list[Any]:
    """All that the document describes."""
    load_all_checks()
    ledger = Ledger.open(":memory:")
    document = create_api(ledger, "시험").openapi()
    ledger.close()
    found: Any = schemathesis.openapi.from_dict(document).get_all_operations()
    return [operation.ok() for operation in found]


def breakable(operation: Any) -> bool:  # noqa: ANN401 - the library's generic type
    """Whether a request can go against the description: any text is a name in a path."""
    numbered = any(p.definition["schema"]["type"] != "string" for p in operation.path_parameters)
    return bool(list(operation.query) or list(operation.body) or numbered)


OPERATIONS = operations()
ASKED = [
    (operation, mode)
    for operation in OPERATIONS
    for mode in GenerationMode
    if mode is GenerationMode.POSITIVE or breakable(operation)
]


@pytest.fixture(scope="module")
def service(sample_location: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    location = shutil.copy(sample_location, tmp_path_factory.mktemp("api") / "annals.db")
    with TestClient(create_app(str(location)), raise_server_exceptions=False) as client:
        yield client


def test_every_operation_is_asked() -> None:
    assert len(OPERATIONS) >= 20
    assert {operation.method for operation in OPERATIONS} == {"get", "post"}
    assert len(ASKED) >= 35


@pytest.mark.parametrize(
    ("operation", "mode"), ASKED, ids=[f"{op.label} {mode.value}" for op, mode in ASKED]
)
def test_answers_are_as_described(
    service: TestClient,
    operation: Any,  # noqa: ANN401 - the library's generic type
    mode: GenerationMode,
) -> None:
    @settings(
        max_examples=EXAMPLES,
        derandomize=True,
        deadline=None,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(case=operation.as_strategy(generation_mode=mode))
    def ask(case: Any) -> None:  # noqa: ANN401 - as above
        sent: dict[str, Any] = case.as_transport_kwargs(base_url=f"http://testserver{PLACE}")
        # The API knows no cookies, and the client does not take them with a request
        sent.pop("cookies", None)
        if isinstance(body := sent.pop("data", None), str | bytes):
            sent["content"] = body
        case.validate_response(service.request(**sent), checks=CHECKS)

    ask()
