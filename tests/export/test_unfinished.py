"""An export that was killed is told by the next one, and what it left half written is removed."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from geo.export.unfinished import NOTE, clean_up, noted
from geo.settings import REPOSITORY

if TYPE_CHECKING:
    from pathlib import Path

KILLED = """
import os, signal, sys, tempfile
from pathlib import Path
from geo.export.files import write_bytes
from geo.export.unfinished import noted
folder = Path(sys.argv[1])
with noted(folder, "ferry-lost"):
    write_bytes(folder / "ferry-lost-places.csv", b"whole")
    os.replace = Path.replace = lambda *_: os.kill(os.getpid(), signal.SIGKILL)
    write_bytes(folder / "ferry-lost.geojson", b"never seen")
"""


def test_a_run_that_was_killed_is_told_and_cleaned_up(tmp_path: Path) -> None:
    ended = subprocess.run(  # noqa: S603 - a script of our own
        [sys.executable, "-c", KILLED, str(tmp_path)], cwd=REPOSITORY, check=False
    )
    assert ended.returncode == -signal.SIGKILL
    assert len(list(tmp_path.iterdir())) == 3  # one whole, one hidden, the note
    (tmp_path / ".mine.txt").write_text("not ours")

    said = clean_up(tmp_path)
    assert "ferry-lost-places.csv" in said
    assert "geojson" not in said
    assert {path.name for path in tmp_path.iterdir()} == {".mine.txt", "ferry-lost-places.csv"}
    assert clean_up(tmp_path) == ""


def test_a_run_that_ends_leaves_no_note_even_if_it_fails(tmp_path: Path) -> None:
    with noted(tmp_path, "ferry"):
        assert (tmp_path / NOTE).is_file()
    with pytest.raises(OSError, match="full"), noted(tmp_path, "ferry"):
        raise OSError("full")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "told",
    [
        b"",
        b"[]",
        b"{",
        b'{"stem": "../x", "process": 0}',
        b'{"stem": "a/b", "process": 0}',
        b'{"stem": "", "process": 0}',
        b'{"stem": ".ssh", "process": 0}',
        json.dumps({"stem": "ferry", "process": os.getppid()}).encode(),  # it runs
    ],
)
def test_a_note_that_cannot_be_trusted_removes_nothing(tmp_path: Path, told: bytes) -> None:
    (tmp_path / NOTE).write_bytes(told)
    (tmp_path / ".ferry.csv.abcdefgh").write_text("x")
    assert clean_up(tmp_path) == ""
    assert len(list(tmp_path.iterdir())) == 2
