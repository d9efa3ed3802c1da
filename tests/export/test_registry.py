"""Every format writes what it says it can hold, the same bytes each time, and is documented."""

from __future__ import annotations

from pathlib import Path

import pytest

from export.building import written
from haengbo.cli.export import Format as Choice
from haengbo.cli.export import What
from haengbo.errors import UsageError
from haengbo.export import FORMATS, Format, Subject, format_for
from haengbo.ledger import Ledger

DOCS = Path(__file__).parents[2] / "docs" / "exports.md"


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.id)
def test_the_same_bytes_each_time(form: Format, sample_ledger: Ledger) -> None:
    for subject in form.subjects:
        first = written(sample_ledger, form.id, subject, date="2026-01-02")
        assert first
        assert written(sample_ledger, form.id, subject, date="2026-01-02") == first


def test_the_command_offers_every_format_and_subject() -> None:
    assert [choice.value for choice in Choice] == [form.id for form in FORMATS]
    assert [what.value for what in What] == [subject.value for subject in Subject]


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.id)
def test_every_format_is_documented(form: Format) -> None:
    assert f"`{form.id}`" in DOCS.read_text("utf-8")


def test_a_subject_that_a_format_cannot_hold_is_refused() -> None:
    with pytest.raises(UsageError, match="그런 꼴이 없다"):
        format_for("doc", Subject.EVENTS)
