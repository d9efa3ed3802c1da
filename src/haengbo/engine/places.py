"""Folders of this machine and of object stores, spoken to alike.

A place is a path or an address that Apache Arrow knows (``s3://``, ``gs://``, ``file://``).
Invariant: a file is there as a whole or not at all; it is written beside its place and moved.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from haengbo.errors import UsageError


@dataclass(frozen=True)
class Place:
    """A folder."""

    address: str

    @cached_property
    def _resolved(self) -> tuple[Any, str]:
        from pyarrow import fs  # noqa: PLC0415 - an optional extra

        if "://" not in self.address:
            return fs.LocalFileSystem(), str(Path(self.address).absolute())
        try:
            system, path = fs.FileSystem.from_uri(self.address)
        except (ValueError, OSError) as error:
            raise UsageError(f"모르는 보관소 주소: {self.address} ({error})") from error
        return system, path

    @property
    def system(self) -> Any:  # noqa: ANN401 - pyarrow has no types
        """Arrow's file system."""
        return self._resolved[0]

    def path(self, *names: str) -> str:
        """A path in the file system."""
        return "/".join((self._resolved[1].rstrip("/"), *names))

    def under(self, name: str) -> Place:
        """A folder in this one."""
        return Place(f"{self.address.rstrip('/')}/{name}")

    def files(self) -> list[str]:
        """Paths of all files below, relative and sorted; hidden ones are left out."""
        from pyarrow import fs  # noqa: PLC0415

        root = self.path()
        found = self.system.get_file_info(
            fs.FileSelector(root, recursive=True, allow_not_found=True)
        )
        names = (f.path[len(root) :].lstrip("/") for f in found if f.type == fs.FileType.File)
        return sorted(n for n in names if not any(p.startswith(("_", ".")) for p in n.split("/")))

    def holds(self, name: str) -> bool:
        """Whether there is such a file."""
        from pyarrow import fs  # noqa: PLC0415

        (found,) = self.system.get_file_info([self.path(name)])
        return bool(found.type == fs.FileType.File)

    def read(self, name: str) -> bytes:
        """The bytes of a file."""
        with self.system.open_input_stream(self.path(name)) as file:
            data: bytes = file.read()
        return data

    def write(self, name: str, data: bytes) -> None:
        """Write a file: whole or not at all."""
        self.system.create_dir(self.path(name).rpartition("/")[0], recursive=True)
        beside = self.path(name).rpartition("/")[0] + f"/_{name.rpartition('/')[2]}"
        with self.system.open_output_stream(beside) as file:
            file.write(data)
        self.system.move(beside, self.path(name))

    def remove(self, name: str) -> None:
        """Remove a file or a folder with all that is in it, if it is there."""
        from pyarrow import fs  # noqa: PLC0415

        (found,) = self.system.get_file_info([self.path(name)])
        if found.type == fs.FileType.Directory:
            self.system.delete_dir(self.path(name))
        elif found.type == fs.FileType.File:
            self.system.delete_file(self.path(name))
