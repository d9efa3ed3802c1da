"""Run docs/python.ipynb again, keep its outputs and the picture that its last cell draws.

    python scripts/run_notebook.py

A test runs the notebook and compares the picture.
"""

from __future__ import annotations

from pathlib import Path

import nbformat
from nbclient import NotebookClient

DOCS = Path(__file__).parents[1] / "docs"
NOTEBOOK = DOCS / "python.ipynb"
PICTURE = DOCS / "pictures" / "meetings.svg"


def executed() -> nbformat.NotebookNode:
    """The notebook with the outputs of a run from the folder it lies in."""
    notebook = nbformat.read(NOTEBOOK, as_version=4)
    client = NotebookClient(notebook, timeout=120, resources={"metadata": {"path": str(DOCS)}})
    done: nbformat.NotebookNode = client.execute()
    for cell in done.cells:
        cell.metadata.pop("execution", None)
    done.metadata.pop("language_info", None)
    return done


def drawn(notebook: nbformat.NotebookNode) -> str:
    """The SVG that the last cell drew."""
    svg: str = notebook.cells[-1].outputs[0].data["image/svg+xml"]
    return svg


if __name__ == "__main__":
    done = executed()
    nbformat.write(done, NOTEBOOK)
    PICTURE.write_text(drawn(done) + "\n", "utf-8")
