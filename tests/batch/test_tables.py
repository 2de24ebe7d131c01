from __future__ import annotations

import json
from typing import TYPE_CHECKING

import duckdb
import geopandas
import pyarrow as pa
import pytest

from geo.batch.archive import Wanted, analyse_archive
from geo.batch.schemas import COLUMNS, SHAPE, TABLES, schema_of
from geo.settings import REPOSITORY, Reader, Settings
from tests.batch.helpers import story, write_lines

if TYPE_CHECKING:
    from pathlib import Path

RAIL = (
    "A train left Vienna for Graz on Monday. Vienna lies 150 km from Graz, officials said. "
    "It is a myth that Linz lies less than 200 km from Vienna, they said."
)


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("archive")
    stories = [*(story(number) for number in range(8)), {"text": RAIL, "date": "soon"}, {"no": 1}]
    path = write_lines(folder / "a.jsonl", stories)
    settings = Settings(reader=Reader.CAREFUL)
    wanted = Wanted(inputs=(str(path),), out=folder / "out", shard_bytes=700)
    analyse_archive(wanted, settings, lambda _progress, _whole: None)
    return folder / "out"


@pytest.mark.parametrize("table", [name for name in TABLES if name != "quarantine"])
def test_geopandas_reads_every_table_whole(table: str, out: Path) -> None:
    frame = geopandas.read_parquet(out / table)
    assert list(frame.columns) == [column.name for column in COLUMNS[table]]
    assert frame.crs.to_epsg() == 4326
    assert len(frame) > 0
    assert frame.geometry.notna().any()


def test_duckdb_joins_the_tables_by_story(out: Path) -> None:
    rows = duckdb.sql(
        f"""
        SELECT text, quote, verdict, claims."end" - claims.start AS letters
        FROM '{out}/checks/*.parquet' AS checks
        JOIN '{out}/claims/*.parquet' AS claims USING (story_id, claim_id)
        JOIN '{out}/articles/*.parquet' AS articles USING (story_id)
        """  # noqa: S608 - the folder is the test's own
    ).fetchall()
    assert len(rows) >= 4
    for text, quote, verdict, letters in rows:
        assert quote in text
        assert len(quote) == letters
        assert verdict in {"supported", "refuted", "not enough info"}


def test_what_the_words_make_of_a_figure_stands_beside_it(out: Path) -> None:
    claims = geopandas.read_parquet(out / "claims")
    found = claims[claims["figure"].str.contains("200 km")]
    assert list(zip(found["hedge"], found["limit"], strict=True)) == [
        ("less than", "not as a fact")
    ]


def test_every_toponym_has_its_words_and_one_geocode(out: Path) -> None:
    toponyms, geocodes = (geopandas.read_parquet(out / name) for name in ("toponyms", "geocodes"))
    texts = geopandas.read_parquet(out / "articles").set_index("story_id")["text"]
    for row in toponyms.itertuples():
        assert texts[row.story_id][row.start : row.end] == row.words
    keys = ["story_id", "toponym_id"]
    assert sorted(map(tuple, toponyms[keys].values)) == sorted(map(tuple, geocodes[keys].values))


def test_what_is_no_story_is_set_apart_and_what_is_odd_is_noted(out: Path) -> None:
    broken = duckdb.sql(f"SELECT reason FROM '{out}/quarantine/*.parquet'").fetchall()  # noqa: S608
    assert [reason for (reason,) in broken if "no text" in reason]
    articles = geopandas.read_parquet(out / "articles")
    assert len(articles) == 9
    problems = articles[articles["text"] == RAIL]["problems"].iloc[0]
    assert any("'soon' is not understood" in problem for problem in problems)
    legs = geopandas.read_parquet(out / "legs")
    assert {"Vienna", "Lima"} <= set(legs["origin"])


def test_every_column_is_documented_and_geometry_comes_last() -> None:
    words = (REPOSITORY / "docs" / "archive.md").read_text("utf-8")
    for table, columns in COLUMNS.items():
        assert f"## {table}" in words
        for column in columns:
            assert f"| `{column.name}` | {column.about} |" in words
        assert isinstance(schema_of(table), pa.Schema)
        assert SHAPE not in [column.name for column in columns[:-1]]


def test_the_summary_page_counts_and_shows_no_text_as_markup(out: Path) -> None:
    page = (out / "index.html").read_text("utf-8")
    assert "<td>articles</td><td>9</td>" in page
    assert "<td>Nairobi</td><td>KE</td><td>2</td>" in page
    assert "There is no text in it" in page
    assert "<script" not in page


def test_the_manifest_says_what_the_tables_were_made_of(out: Path) -> None:
    manifests = [json.loads(path.read_text()) for path in (out / "_manifests").iterdir()]
    assert sum(one["rows"]["articles"] for one in manifests) == 9
    for one in manifests:
        assert set(one["versions"]) == {"tables", "code", "data", "libraries", "reader", "sample"}
        for table, (size, _) in one["tables"].items():
            assert (out / table / f"{one['shard']}.parquet").stat().st_size == size


def analysed(path: Path, out: Path, **asked: object) -> list[str]:
    wanted = Wanted(inputs=(str(path),), out=out, shard_bytes=700, **asked)  # type: ignore[arg-type]
    analyse_archive(wanted, Settings(reader=Reader.FAST), lambda _progress, _whole: None)
    return sorted(geopandas.read_parquet(out / "articles")["given_id"], key=int)


def test_a_limit_takes_the_first_stories_and_lifting_it_the_rest(tmp_path: Path) -> None:
    path = write_lines(tmp_path / "a.jsonl", [story(number) for number in range(20)])
    assert analysed(path, tmp_path / "out", limit=7) == [str(number) for number in range(7)]
    assert analysed(path, tmp_path / "out") == [str(number) for number in range(20)]


def test_a_sample_is_the_same_stories_each_time_and_grows_by_others(tmp_path: Path) -> None:
    path = write_lines(tmp_path / "a.jsonl", [story(number) for number in range(20)])
    few = analysed(path, tmp_path / "few", sample=0.3)
    assert 0 < len(few) < 20
    assert analysed(path, tmp_path / "again", sample=0.3) == few
    assert set(few) < set(analysed(path, tmp_path / "more", sample=0.8))
