"""``make bundle``: everything haengbo needs as one archive, for machines without a network.

Comes in: a wheel of haengbo (``make dist``) and, over the network of this machine, the wheels it
depends on for the wished platform. Goes out: ``dist/haengbo-VERSION-bundle-PLATFORM-cpXY.zip`` with
wheels, start scripts for Windows and Linux, and checksums. Nothing is compiled on either machine.
"""

from __future__ import annotations

import argparse
import email.message
import email.parser
import hashlib
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
TEMPLATES = ROOT / "deploy" / "bundle"
EXTRAS = "archives,briefs,documents,exports,mcp,net,postgresql,xlsx"
#: Short name → platforms as pip knows them, best first.
PLATFORMS: Mapping[str, tuple[str, ...]] = {
    "windows": ("win_amd64",),
    "linux": ("manylinux_2_28_x86_64", "manylinux_2_17_x86_64", "manylinux2014_x86_64"),
}
#: What markers of requirements see there; pip evaluates them for the machine it runs on.
MARKERS: Mapping[str, dict[str, str]] = {
    "windows": {"sys_platform": "win32", "platform_system": "Windows", "os_name": "nt"},
    "linux": {"sys_platform": "linux", "platform_system": "Linux", "os_name": "posix"},
}
#: A fixed day, so that the same files give the same archive.
_DAY = (2026, 1, 1, 0, 0, 0)
_CRLF = {".bat", ".ps1", ".txt"}
_BOM = {".ps1", ".txt"}  # without it Windows takes Korean for something else


@dataclass(frozen=True, slots=True)
class Target:
    """For what a bundle is: haengbo's version, a platform of ``PLATFORMS``, a Python (``3.12``)."""

    version: str
    platform: str
    python: str

    @property
    def name(self) -> str:
        """Name of the archive and of the folder inside it."""
        tag = self.python.replace(".", "")
        return f"haengbo-{self.version}-bundle-{self.platform}-cp{tag}"


def scripts(target: Target) -> Iterator[tuple[str, bytes]]:
    """Start scripts and the leaflet for a target, with the line ends that each system wants."""
    major, minor = target.python.split(".")
    words = {
        "@VERSION@": target.version,
        "@PLATFORM@": target.platform,
        "@PYTHON@": target.python,
        "@MAJOR@": major,
        "@MINOR@": minor,
        "@EXTRAS@": EXTRAS,
    }
    for path in sorted(TEMPLATES.iterdir()):
        text = path.read_text("utf-8")
        for word, value in words.items():
            text = text.replace(word, value)
        if path.suffix in _CRLF:
            text = text.replace("\n", "\r\n")
        yield path.name, text.encode("utf-8-sig" if path.suffix in _BOM else "utf-8")


def assemble(target: Target, wheels: Path, out: Path) -> Path:
    """Write the archive from a folder of wheels.

    Raises:
        ValueError: The folder holds something that is no wheel, or no wheel of haengbo.
    """
    found = sorted(wheels.iterdir())
    if any(path.suffix != ".whl" for path in found):
        raise ValueError(f"not a wheel: {[p.name for p in found if p.suffix != '.whl']}")
    if not any(path.name.startswith(f"haengbo-{target.version}-") for path in found):
        raise ValueError(f"no wheel of haengbo {target.version} in {wheels}")
    members = dict(scripts(target))
    members |= {name: (ROOT / name).read_bytes() for name in ("LICENSE", "NOTICE")}
    members |= {f"wheels/{path.name}": path.read_bytes() for path in found}
    sums = "".join(
        f"{hashlib.sha256(data).hexdigest()}  {name}\n" for name, data in members.items()
    )
    members["SHA256SUMS"] = sums.encode()
    out.mkdir(parents=True, exist_ok=True)
    archive = out / f"{target.name}.zip"
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as bundle:
        for name, data in members.items():
            bundle.writestr(_entry(f"{target.name}/{name}"), data)
    return archive


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, _DAY)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.create_system = 3
    entry.external_attr = (0o755 if name.endswith(".sh") else 0o644) << 16
    return entry


def _pip(*arguments: str) -> None:
    subprocess.run(  # noqa: S603 - our own arguments
        [sys.executable, "-m", "pip", "--disable-pip-version-check", *arguments], check=True
    )


def _metadata(wheel: Path) -> email.message.Message:
    with zipfile.ZipFile(wheel) as archive:
        name = next(n for n in archive.namelist() if n.endswith(".dist-info/METADATA"))
        return email.parser.Parser().parsestr(archive.read(name).decode())


def missing(folder: Path, target: Target) -> list[str]:
    """Requirements of the wheels in a folder that no wheel of it fulfils on the target.

    Example:
        ``["colorama"]`` for Windows, if ``click`` was brought by a pip that runs on Linux.
    """
    described = [_metadata(path) for path in sorted(folder.glob("*.whl"))]
    there = {canonicalize_name(about["Name"]) for about in described}
    seen = MARKERS[target.platform] | {"python_version": target.python, "platform_machine": "AMD64"}
    wanted = set()
    for about in described:
        ours = canonicalize_name(about["Name"]) == "haengbo"
        for line in about.get_all("Requires-Dist", []):
            need = Requirement(line)
            extras = ("", *EXTRAS.split(",")) if ours else ("",)
            holds = need.marker is None or any(
                need.marker.evaluate({**seen, "extra": extra}) for extra in extras
            )
            if holds and canonicalize_name(need.name) not in there:
                wanted.add(f"{need.name}{need.specifier}")
    return sorted(wanted)


def collect(target: Target, wheel: Path, folder: Path) -> None:
    """Bring the wheels of everything that ``wheel`` needs on the target into ``folder``.

    What the registry has as source only is pure Python (the analyser's model): it is built here.
    """
    platforms = [word for name in PLATFORMS[target.platform] for word in ("--platform", name)]
    _pip("wheel", "--quiet", "--no-deps", "--wheel-dir", str(folder), "kiwipiepy_model>=0.24,<0.25")
    wished = [f"{wheel}[{EXTRAS}]"]
    while wished:
        _pip(
            *("download", "--quiet", "--dest", str(folder), "--find-links", str(folder)),
            *("--only-binary", ":all:", "--implementation", "cp"),
            *("--python-version", target.python, *platforms, *wished),
        )
        wished = missing(folder, target)


def main() -> int:
    """Build the bundles that were asked for."""
    parser = argparse.ArgumentParser(description="offline bundles")
    parser.add_argument("--platform", choices=[*PLATFORMS, "all"], default="all")
    parser.add_argument("--python", default=f"{sys.version_info.major}.{sys.version_info.minor}")
    parser.add_argument("--dist", type=Path, default=ROOT / "dist")
    args = parser.parse_args()
    wheel = max(args.dist.glob("haengbo-*.whl"), default=None)
    if wheel is None:
        print(f"bundle: no wheel in {args.dist}: make dist", file=sys.stderr)
        return 2
    version = wheel.name.split("-")[1]
    for platform in PLATFORMS if args.platform == "all" else (args.platform,):
        target = Target(version, platform, args.python)
        with tempfile.TemporaryDirectory() as folder:
            collect(target, wheel, Path(folder))
            print(assemble(target, Path(folder), args.dist))
    return 0


if __name__ == "__main__":
    sys.exit(main())
