"""What takes long to load is begun ahead, and who needs it first is told what is wrong with it."""

from __future__ import annotations

import subprocess
import sys
import threading
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from geo.adapters.ahead import open_ahead
from geo.adapters.grammar.model import open_grammar
from geo.contracts import Span
from geo.errors import DataMissing
from geo.settings import Settings
from geo.text.document import cut_sentence

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "The ship left Odesa."
ENDED = """
import sys, threading
from geo.adapters.ahead import open_ahead
from geo.settings import Settings
for _ in range(3):
    open_ahead(Settings())
(thread,) = [one for one in threading.enumerate() if one is not threading.main_thread()]
thread.join()
print("onnxruntime" in sys.modules, "pyproj" in sys.modules)
"""


def test_it_is_begun_once_and_all_of_it_is_loaded() -> None:
    run = subprocess.run(  # noqa: S603 - this very program
        [sys.executable, "-c", ENDED], capture_output=True, text=True, check=True
    )
    assert (run.stdout, run.stderr) == ("True True\n", "")


def test_what_is_missing_is_told_when_it_is_needed(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    settings = replace(Settings(), data=tmp_path)
    before = set(threading.enumerate())
    open_ahead(settings)
    for thread in set(threading.enumerate()) - before:
        thread.join()
    with pytest.raises(DataMissing, match="vocab"):
        open_grammar(settings).annotate([cut_sentence(Span(start=0, end=len(TEXT), text=TEXT))])
    assert capfd.readouterr().err == ""
