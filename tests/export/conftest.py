"""GDAL's own reader, of another build than the one that wrote the files."""

from __future__ import annotations

import os
import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

_NONE = (
    "GDAL's own tools are not installed, so no other program opens the files. Install Debian's "
    "package 'gdal-bin'."
)


@pytest.fixture(scope="session")
def ogrinfo() -> Callable[..., str]:
    """Run ogrinfo and give what it says; it must not warn."""
    program = shutil.which("ogrinfo")
    if program is None:
        # No Python package brings these tools, and `make test` must pass with python3, pip and make
        # alone; where it is decided what lands, they have to be there.
        if os.environ.get("CI", "").lower() == "true":
            pytest.fail(_NONE)
        pytest.skip(_NONE)

    def run(*arguments: object) -> str:
        told = subprocess.run(  # noqa: S603 - files of ours
            [program, *map(str, arguments)], capture_output=True, text=True, check=True, timeout=60
        )
        assert told.stderr == ""
        return told.stdout

    return run
