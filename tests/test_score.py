"""`make score`: which way a figure went, and what is said where there is nothing to score."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from geo.settings import REPOSITORY
from tools.answers import STAND_IN
from tools.score import KEPT, OWN, Measured, verdict

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("name", "old", "new", "said"),
    [
        ("stories: legs F1", "0.362", "0.5", "better"),
        ("stories: legs F1", "0.362", "0.3", "WORSE"),
        ("stories: claims wrong", "0.034", "0.02", "better"),
        ("stories: legs invented", "27", "28", "WORSE"),
        ("stories: false pins", "27/174", "9/174", "better"),
        ("stories: precision of 'does not hold'", "0.807 of 57", "0.95 of 40", "better"),
        ("stories: precision of 'does not hold'", "0.807 of 57", "0.807 of 60", ""),
        ("stories: legs F1", "", "0.3", ""),
    ],
)
def test_a_figure_goes_one_way(name: str, old: str, new: str, said: str) -> None:
    assert verdict(Measured(name, old), Measured(name, new)) == said


def test_without_the_folder_it_says_so_and_is_no_failure(tmp_path: Path) -> None:
    done = subprocess.run(  # noqa: S603 - our own module
        [sys.executable, "-m", "tools.score", str(tmp_path / "none")],
        cwd=REPOSITORY,
        capture_output=True,
        text=True,
        check=True,
    )
    assert "nothing was scored" in done.stdout


def test_the_kept_figures_can_be_read() -> None:
    kept = json.loads(KEPT.read_text("utf-8"))
    assert kept["day"]
    assert all(Measured(name, shown).number is not None for name, shown in kept["measures"].items())


def test_answers_made_beforehand_are_those_of_the_command(tmp_path: Path) -> None:
    stories = [
        {"text": "The ferry left Split for Ancona on Monday.", "published": "2026-03-02"},
        {"text": "Split lies about 240 km from Ancona.", "published": None},
        {"text": "\x00", "published": None},
    ]
    path = tmp_path / "stories.jsonl"
    path.write_text("".join(f"{json.dumps(story)}\n" for story in stories), "utf-8")
    made = tmp_path / "made beforehand"
    made.mkdir()
    asked(sys.executable, "-m", "tools.answers", made, path)

    known = tmp_path / "story.txt"
    known.write_text(str(stories[0]["text"]), "utf-8")
    question = ("-m", "geo", "check", known, "--json", "--published", "2026-03-02")
    assert asked(made / STAND_IN, *question) == asked(sys.executable, *question)
    assert len(list(made.glob("*.json"))) == 2
    # What it was not made for is asked of the program itself.
    known.write_text("\x00", "utf-8")
    assert asked(made / STAND_IN, *question)[0] == 2
    assert asked(made / STAND_IN, "-c", "print(6 * 7)") == (0, "42\n")


def asked(*command: object) -> tuple[int, str]:
    done = subprocess.run(  # noqa: S603 - our own commands
        [str(one) for one in command], cwd=REPOSITORY, capture_output=True, text=True, check=False
    )
    return done.returncode, done.stdout


@pytest.mark.parametrize("path", sorted(OWN.glob("*.jsonl")), ids=lambda path: path.stem)
def test_our_own_stories_say_only_what_stands_in_them(path: Path) -> None:
    lines = path.read_text("utf-8").splitlines()
    stories = [json.loads(line) for line in lines]
    assert len(stories) >= 12
    for story in stories:
        words = [place["text"] for place in story["places"]] + story["not_places"]
        words += [told["quote"] for told in (*story["journeys"], *story["claims"])]
        assert all(told in story["text"] for told in words)
        assert all(-180 <= place["lon"] <= 180 for place in story["places"])
        truths = {claim["truth"] for claim in story["claims"]}
        assert truths <= {"SUPPORTED", "REFUTED", "NOT_ENOUGH_INFO"}
