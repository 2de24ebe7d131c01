"""Asks an archive's tables, through DuckDB: places by count, journeys, claims, stories."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import duckdb

from geo.batch.schemas import TABLES
from geo.contracts import Source

if TYPE_CHECKING:
    from datetime import date

    import pandas as pd

MOST_ROWS = 100_000

# Stories that the filters leave; every list is joined to it.
_CHOSEN = """
    WITH chosen AS (
        SELECT story_id, title, published, file FROM articles
        WHERE ($words = '' OR contains(lower(title), $words) OR contains(lower(text), $words))
          AND ($first IS NULL OR published >= $first) AND ($last IS NULL OR published <= $last)
          AND ($country = '' OR story_id IN (
              SELECT story_id FROM geocodes WHERE country_code = $country))
    )
"""
_LISTS = {
    "places": """
        SELECT any_value(name) AS name, any_value(region) AS region,
               any_value(country_code) AS country, count(DISTINCT story_id) AS stories,
               count(*) AS mentions, any_value(lon) AS lon, any_value(lat) AS lat, place_id
        FROM geocodes JOIN chosen USING (story_id) WHERE place_id <> ''
          AND ($country = '' OR country_code = $country)
        GROUP BY place_id ORDER BY stories DESC, place_id
    """,
    "journeys": """
        SELECT journey, mode, status, distance_m / 1000 AS km, title, published, story_id
        FROM legs JOIN chosen USING (story_id) ORDER BY published, story_id, leg_id
    """,
    "claims": """
        SELECT quote, claims.kind, verdict, reason, title, published, story_id
        FROM checks JOIN claims USING (story_id, claim_id) JOIN chosen USING (story_id)
        WHERE ($verdict = '' OR verdict = $verdict)
        ORDER BY published, story_id, claims.start
    """,
    "stories": """
        SELECT title, published, file, story_id FROM chosen ORDER BY published, story_id
    """,
}
LISTS = tuple(_LISTS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """What stories must have; empty means all.

    ``words`` stand in title or text, ``country`` is a country code that a place of the story has.
    """

    words: str = ""
    country: str = ""
    first: date | None = None
    last: date | None = None
    verdict: str = ""


class Corpus:
    """An archive's tables, open for questions; each caller asks on a cursor of its own."""

    def __init__(self, folder: Path) -> None:
        """Open the tables.

        Raises
        ------
        duckdb.Error
            If they cannot be read.
        """
        # Nothing is fetched, whatever a file says of itself.
        self._base = duckdb.connect(config={"autoinstall_known_extensions": "false"})
        for table in TABLES:
            parts = sorted(str(path) for path in Path(folder, table).glob("*.parquet"))
            columns = self._base.read_parquet(parts)
            plain = ", ".join(f'"{name}"' for name in columns.columns if name != "geometry")
            columns.project(plain).create_view(table)

    def rows(self, name: str, filters: Filters, most: int = MOST_ROWS) -> pd.DataFrame:
        """Give the rows of one of `LISTS`, at most so many."""
        return self._ask(f"{_CHOSEN}{_LISTS[name]} LIMIT {int(most)}", _given(filters)).df()

    def count(self, name: str, filters: Filters) -> int:
        """Count the rows of one of `LISTS`."""
        asked = f"{_CHOSEN} SELECT count(*) FROM ({_LISTS[name]})"  # noqa: S608 - our own words
        found = self._ask(asked, _given(filters)).fetchone()
        return int(found[0]) if found else 0

    def countries(self) -> list[str]:
        """List the codes of the countries named, most stories first."""
        asked = (
            "SELECT country_code FROM geocodes WHERE country_code <> '' "
            "GROUP BY 1 ORDER BY count(DISTINCT story_id) DESC, 1"
        )
        return [str(code) for (code,) in self._ask(asked, {}).fetchall()]

    def stories_of(self, place_id: str) -> pd.DataFrame:
        """List the stories that name a place."""
        asked = (
            "SELECT DISTINCT title, published, file, story_id FROM articles "
            "JOIN geocodes USING (story_id) WHERE place_id = $place ORDER BY published, story_id"
        )
        return self._ask(asked, {"place": place_id}).df()

    def story(self, story_id: str) -> Source | None:
        """Give a story to be read and analysed; None if there is none."""
        asked = "SELECT text, title, published, url FROM articles WHERE story_id = $story"
        found = self._ask(asked, {"story": story_id}).fetchone()
        if found is None:
            return None
        text, title, published, url = found
        return Source(text=text, title=title, published=published, url=url or None)

    def _ask(self, asked: str, given: dict[str, Any]) -> duckdb.DuckDBPyConnection:
        used = {name: value for name, value in given.items() if f"${name}" in asked}
        return self._base.cursor().execute(asked, used)


def _given(filters: Filters) -> dict[str, Any]:
    return {
        "words": filters.words.lower(),
        "country": filters.country,
        "first": filters.first,
        "last": filters.last,
        "verdict": filters.verdict,
    }
