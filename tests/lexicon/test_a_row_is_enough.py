"""One row more in a table, and a unit, a verb, a title, a vehicle works from text to verdict."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from geo.contracts import Analysis, LegStatus, Mode, Verdict
from geo.settings import REPOSITORY, Settings

if TYPE_CHECKING:
    from pathlib import Path

# What CONTRIBUTING.md says to add for each.
ROWS = {
    "units.tsv": "versts|verst\tverst\tlength\t1066.8\t\t\tlong of_way near_place",
    "motion_verbs.tsv": "mush\tmushes\tmushed\tmushed\tmushing\t\tgo\troad\tany\t\tto_place moves",
    "people.tsv": "hospodar\ttitle rank role",
    "vehicles.tsv": "troika\ttroikas\troad\t",
    "speech.tsv": "opine|opines|opined|opining\treports speaks",
}
STORY = """Snow closes the roads

Zhytomyr is 123 versts west of Kyiv. Chernihiv is 900 versts from Kyiv.

The priest mushed from Poltava to Kharkiv on Monday.

The guests saw hospodar Sydney in Vienna.

The troika left Odesa for Lviv.

A convoy reached Sumy from Lutsk, the doctor opined.
"""


def analysed(data: Path, tmp_path: Path) -> Analysis:
    """Read the story with the real program, in a process of its own: tables are loaded once."""
    story = tmp_path / "story.txt"
    story.write_text(STORY, "utf-8")
    done = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-m", "geo", "check", str(story), "--json"],
        cwd=REPOSITORY,
        env={**os.environ, "DATELINE_DATA": str(data)},
        capture_output=True,
        check=True,
    )
    return Analysis.from_json(done.stdout)


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory) -> Analysis:
    return analysed(Settings().data, tmp_path_factory.mktemp("before"))


@pytest.fixture(scope="module")
def after(tmp_path_factory: pytest.TempPathFactory) -> Analysis:
    folder = tmp_path_factory.mktemp("after")
    data = folder / "data"
    data.mkdir()
    for part in Settings().data.iterdir():
        if part.name != "lexicon":
            (data / part.name).symlink_to(part)
    shutil.copytree(Settings().data / "lexicon", data / "lexicon")
    for name, row in ROWS.items():
        path = data / "lexicon" / "en" / name
        path.write_text(path.read_text("utf-8") + row + "\n", "utf-8")
    return analysed(data, folder)


def legs(analysis: Analysis) -> dict[tuple[str, str], tuple[str, Mode, LegStatus]]:
    return {
        (
            leg.origin.place.name if leg.origin else "",
            leg.destination.place.name if leg.destination else "",
        ): (leg.traveller, leg.mode, leg.status)
        for itinerary in analysis.itineraries
        for leg in itinerary.legs
    }


def test_a_unit(before: Analysis, after: Analysis) -> None:
    assert before.claims == ()
    one, other = after.claims
    assert one.quantity.unit == other.quantity.unit == "verst"
    assert one.quantity.value_si == pytest.approx(123 * 1066.8)
    assert [check.verdict for check in after.checks] == [Verdict.SUPPORTED, Verdict.REFUTED]


def test_a_verb_of_motion(before: Analysis, after: Analysis) -> None:
    assert ("Poltava", "Kharkiv") not in legs(before)
    assert legs(after)["Poltava", "Kharkiv"] == ("priest", Mode.ROAD, LegStatus.HAPPENED)


def test_a_title(before: Analysis, after: Analysis) -> None:
    assert "Sydney" in {toponym.span.text for toponym in before.toponyms}
    assert "Sydney" not in {toponym.span.text for toponym in after.toponyms}


def test_a_vehicle(before: Analysis, after: Analysis) -> None:
    assert legs(before)["Odesa", "Lviv"] == ("troika", Mode.UNKNOWN, LegStatus.UNDER_WAY)
    assert legs(after)["Odesa", "Lviv"] == ("troika", Mode.ROAD, LegStatus.UNDER_WAY)


def test_a_verb_of_saying(before: Analysis, after: Analysis) -> None:
    assert legs(before)["Lutsk", "Sumy"][2] is LegStatus.HAPPENED
    assert legs(after)["Lutsk", "Sumy"][2] is LegStatus.REPORTED
