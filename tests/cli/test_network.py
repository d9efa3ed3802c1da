"""``haengbo network …``: standings, ties, years, orders, files that networkx reads."""

from __future__ import annotations

import json
from pathlib import Path

import networkx as nx
import pytest
from typer.testing import CliRunner

from haengbo.cli.main import app


def run(location: str, *arguments: str) -> str:
    answer = CliRunner().invoke(app, ["network", *arguments, "--ledger", location])
    assert answer.exit_code == 0, answer.output
    return answer.stdout


def test_standings_say_out_of_how_many_events(sample_location: str) -> None:
    record = json.loads(run(sample_location, "--from", "2024", "--to", "2024", "--json"))
    assert record["events"] > 50
    assert record["actors"][0]["betweenness"] >= record["actors"][1]["betweenness"]
    assert "일어난 사건" in run(sample_location)
    assert "다섯이 못 되어" in run(sample_location, "--from", "2031", "--to", "2031")


def test_ties_list_their_events(sample_location: str) -> None:
    rows = [
        json.loads(row) for row in run(sample_location, "with", "최선희", "--json").splitlines()
    ]
    assert rows[0]["n"] == len(rows[0]["events"]) > 1
    assert "라브로프" in run(sample_location, "with", "최선희")


def test_change_and_order(sample_location: str) -> None:
    rows = [json.loads(row) for row in run(sample_location, "change", "--json").splitlines()]
    assert {"2023", "2024", "2025"} <= {row["window"] for row in rows}
    lists = [json.loads(row) for row in run(sample_location, "order", "--json").splitlines()]
    assert all(len(row["names"]) > 1 for row in lists)
    assert "번째" in run(sample_location, "order")


@pytest.mark.parametrize(("form", "read"), [("gexf", nx.read_gexf), ("graphml", nx.read_graphml)])
def test_a_file_of_people(form: str, read: object, sample_location: str, tmp_path: Path) -> None:
    file = tmp_path / f"people.{form}"
    run(sample_location, "--format", form, "-o", str(file))
    graph = read(file)  # type: ignore[operator]
    assert {data["kind"] for _, data in graph.nodes(data=True)} == {"person"}
    assert graph.nodes["김정은"]["betweenness"] > 0.1


def test_somebody_unknown_is_wrong_usage(sample_location: str) -> None:
    arguments = ["network", "with", "아무도아닌사람", "--ledger", sample_location]
    assert CliRunner().invoke(app, arguments).exit_code != 0
