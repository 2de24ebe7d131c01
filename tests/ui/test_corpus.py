from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from streamlit.testing.v1 import AppTest

from geo.batch.archive import Wanted, analyse_archive
from geo.batch.store import is_archive
from geo.settings import OPEN, REPOSITORY, Settings
from geo.ui.corpus_queries import LISTS, Corpus, Filters
from tests.batch.helpers import write_lines

if TYPE_CHECKING:
    from pathlib import Path

STORIES = (
    ("Ferry", "2026-01-05", "The ferry left Zadar for Ancona on Monday. It was 100% full_up."),
    (
        "Lorries",
        "2026-02-05",
        "Lorries drove from Nairobi to Mombasa. It is 20 km from Mombasa to Nairobi.",
    ),
    ("Nairobi again", "2026-03-05", "Nairobi lies 440 km from Mombasa, a driver in Nairobi said."),
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("corpus")
    rows = [{"title": a, "published": b, "text": c} for a, b, c in STORIES]
    path = write_lines(made / "a.jsonl", rows)
    wanted = Wanted(inputs=(str(path),), out=made / "it's out", shard_bytes=100)
    analyse_archive(wanted, Settings(), lambda _progress, _whole: None)
    return made / "it's out"


@pytest.fixture(scope="module")
def corpus(folder: Path) -> Corpus:
    return Corpus(folder)


def test_places_are_counted_by_stories(corpus: Corpus) -> None:
    places = corpus.rows("places", Filters())
    stories = dict(zip(places["name"], places["stories"], strict=True))
    assert stories["Nairobi"] == 2
    assert stories["Zadar"] == 1
    assert places["stories"].is_monotonic_decreasing
    nairobi = places[places["name"] == "Nairobi"].iloc[0]["place_id"]
    assert list(corpus.stories_of(nairobi)["title"]) == ["Lorries", "Nairobi again"]


@pytest.mark.parametrize(
    ("filters", "titles"),
    [
        (Filters(), ["Ferry", "Lorries", "Nairobi again"]),
        (Filters(words="NAIROBI"), ["Lorries", "Nairobi again"]),
        (Filters(words="100%"), ["Ferry"]),
        (Filters(words="_"), ["Ferry"]),
        (Filters(words="'; DROP TABLE articles"), []),
        (Filters(country="HR"), ["Ferry"]),
        (Filters(first=date(2026, 2, 1)), ["Lorries", "Nairobi again"]),
        (Filters(first=date(2026, 2, 1), last=date(2026, 2, 28)), ["Lorries"]),
    ],
)
def test_filters_choose_stories(corpus: Corpus, filters: Filters, titles: list[str]) -> None:
    assert list(corpus.rows("stories", filters)["title"]) == titles
    for name in LISTS:
        assert corpus.count(name, filters) == len(corpus.rows(name, filters))


def test_claims_that_do_not_hold_are_found_and_lead_to_their_story(corpus: Corpus) -> None:
    claims = corpus.rows("claims", Filters(verdict="refuted"))
    assert list(claims["title"]) == ["Lorries"]
    source = corpus.story(claims.iloc[0]["story_id"])
    assert source
    assert source.text == STORIES[1][2]
    assert source.published == date(2026, 2, 5)
    assert corpus.story("no such story") is None


def test_a_folder_without_tables_is_no_archive(folder: Path, tmp_path: Path) -> None:
    assert is_archive(folder)
    assert not is_archive(tmp_path)


def test_the_app_opens_an_archive_and_filters_it(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(OPEN, str(folder))
    app = AppTest.from_file(str(REPOSITORY / "app.py"), default_timeout=60).run()
    assert not app.exception
    assert [one.value for one in app.metric][-1] == "3"
    app.text_input(key="corpus_words").set_value("ferry").run()
    assert not app.exception
    assert [one.value for one in app.metric][-1] == "1"
