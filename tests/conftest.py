"""What all tests share: the data folder, and services built once from the real data."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import hypothesis
import pytest

from geo.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from geo.pipeline import Services

# Speed is measured in benchmarks/, and a first call that loads data is no slow test.
hypothesis.settings.register_profile("dateline", deadline=None, print_blob=True)
hypothesis.settings.load_profile("dateline")

# They have few tests in a file, but these take the longest: begun last, one process would be left
# with them at the end while the others had nothing to do.
_LONG = ("browser", "batch", "ui")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Run the folders first that take the longest; within them the order stays."""
    items.sort(key=lambda item: not set(_LONG).intersection(item.path.parts))


@pytest.fixture(scope="session")
def settings() -> Settings:
    return Settings()


@pytest.fixture(scope="session", autouse=True)
def _parsers_end_with_the_tests(settings: Settings) -> Iterator[None]:
    """End the process that parses documents, so that what it ran is counted as run."""
    yield
    if "geo.adapters.documents.workshop" in sys.modules:
        sys.modules["geo.adapters.documents.workshop"].workshop(settings).close()


@pytest.fixture(scope="session")
def services(settings: Settings) -> Services:
    from geo import wiring  # noqa: PLC0415 - many tests need no services

    return wiring.services(settings)


@pytest.fixture(scope="session")
def train(settings: Settings) -> str:
    """Read our own story of the armoured train."""
    return (settings.data / "examples" / "armoured-train.txt").read_text("utf-8")


@pytest.fixture(scope="session")
def ship(settings: Settings) -> str:
    """Read our own story of the hospital ship."""
    return (settings.data / "examples" / "hospital-ship.txt").read_text("utf-8")
