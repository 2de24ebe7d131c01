"""The fast reader needs no grammar model, finds places and figures, and says what it left out."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

import geo
from geo import wiring
from geo.cli import main
from geo.contracts import Source
from geo.pipeline import analyse
from geo.settings import Reader, Settings

if TYPE_CHECKING:
    from pathlib import Path

    from geo.pipeline import Services

TEXT = "The trawler sailed from Lisbon to Porto on Friday. Porto lies 274 km from Lisbon.\n"
LEFT_OUT = "Journeys were not looked for"


def test_the_settings_choose_whether_there_is_an_annotator() -> None:
    assert wiring.annotator(Settings(reader=Reader.FAST)) is None
    assert wiring.annotator(Settings()) is not None


def test_without_grammar_places_and_figures_are_found_and_no_journeys(services: Services) -> None:
    careful = analyse(Source(text=TEXT), services)
    fast = analyse(Source(text=TEXT), replace(services, annotator=None))

    assert careful.itineraries
    assert not any(LEFT_OUT in problem.message for problem in careful.problems)
    assert fast.itineraries == ()
    assert [one for one in fast.problems if LEFT_OUT in one.message and one.stage == "journeys"]
    assert [toponym.span for toponym in fast.toponyms] == [one.span for one in careful.toponyms]
    assert [claim.figure.value for claim in fast.claims] == [274]


def test_the_fast_reader_is_asked_for_in_python() -> None:
    analysis = geo.analyse(TEXT, reader="fast")

    assert analysis.itineraries == ()
    with pytest.raises(ValueError, match="quick"):
        geo.analyse(TEXT, reader="quick")


@pytest.mark.parametrize(("reader", "is_told"), [("fast", True), ("careful", False)])
def test_the_command_check_says_that_journeys_were_left_out(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], *, reader: str, is_told: bool
) -> None:
    path = tmp_path / "story.txt"
    path.write_text(TEXT, "utf-8")

    assert main(["check", str(path), "--reader", reader]) == 0
    printed = capsys.readouterr()
    told = " ".join((printed.out + printed.err).split())
    assert (LEFT_OUT in told) is is_told


def test_the_command_read_shows_words_alone_with_the_fast_reader(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "story.txt"
    path.write_text(TEXT, "utf-8")

    assert main(["read", str(path), "--grammar", "--reader", "fast"]) == 0
    printed = capsys.readouterr().out
    assert "trawler" in printed
    assert "nsubj" not in printed
