"""Archives to analyse, and the command itself, run as users run it."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from geo.settings import REPOSITORY
from tests.batch.helpers import story

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """Write forty stories and one line that is no story."""
    path = tmp_path / "stories.jsonl"
    lines = [json.dumps(story(number)) for number in range(40)]
    path.write_text("\n".join([*lines[:20], "{broken", *lines[20:]]) + "\n", encoding="utf-8")
    return path


@pytest.fixture
def batch() -> Iterator[Callable[..., subprocess.Popen[str]]]:
    """Start ``geo batch`` in a process group of its own."""

    started = []

    def start(*arguments: str | Path) -> subprocess.Popen[str]:
        command = [sys.executable, "-m", "geo", "batch", *map(str, arguments)]
        process = subprocess.Popen(  # noqa: S603 - our own command
            command,
            cwd=REPOSITORY,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )
        started.append(process)
        return process

    yield start
    for process in started:
        process.kill()
        process.communicate()
