"""What the tests of the app share."""

from __future__ import annotations

import sys

import pytest


@pytest.fixture(autouse=True)
def _own_main(monkeypatch: pytest.MonkeyPatch) -> None:
    """Give the main module back, for which a script that Streamlit runs is taken.

    Who starts processes after it would run that script in each.
    """
    monkeypatch.setitem(sys.modules, "__main__", sys.modules["__main__"])


@pytest.fixture
def no_store(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep no story beyond the test."""
    monkeypatch.setenv("DATELINE_STORE", "off")
