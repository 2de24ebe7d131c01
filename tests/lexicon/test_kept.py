"""What was worked out of words once is the same when it is taken as it was kept."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import msgspec
import pytest

from geo.claims.types.needs import Needs, needs_of
from geo.lexicon.kept import Store

if TYPE_CHECKING:
    from pathlib import Path

SOURCE = r"(?P<from>[\ue000-\uf8ff]|[A-Z]\w+)\s(?:to|for)\s(?P<to>É?\w+)(?!\w)(x)?"
TEXT = "Sofia to Élan, LIMA FOR CUSCO"
TIMES: list[str] = []


def counted(text: str) -> int:
    TIMES.append(text)
    return len(text)


def entries(path: Path) -> dict[str, bytes]:
    return msgspec.msgpack.decode(path.read_bytes(), type=dict[str, bytes])


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "words-1.kept"


@pytest.mark.parametrize("flags", [0, re.IGNORECASE])
def test_a_kept_pattern_is_the_compiled_one(path: Path, flags: int) -> None:
    plain = re.compile(SOURCE, flags)
    for _ in range(2):
        store = Store(path)
        taken = store.compiled(SOURCE, flags)
        store.keep()

        assert taken == plain
        assert taken.groupindex == plain.groupindex
        assert [one.groupdict() for one in taken.finditer(TEXT)] == [
            one.groupdict() for one in plain.finditer(TEXT)
        ]
    assert len(entries(path)) == 1


def test_a_faulty_pattern_is_refused_as_ever(path: Path) -> None:
    with pytest.raises(re.error):
        Store(path).compiled("(")


def test_what_is_kept_is_not_worked_out_again(path: Path) -> None:
    TIMES.clear()
    for _ in range(2):
        store = Store(path)
        assert store.kept(counted, "four", int) == 4
        store.keep()

    assert TIMES == ["four"]


def test_other_values_come_back_as_they_were(path: Path) -> None:
    pattern = "<a> (?:borders|abuts) <b>"
    for _ in range(2):
        store = Store(path)
        assert store.kept(needs_of, pattern, Needs) == needs_of(pattern)
        store.keep()


@pytest.mark.parametrize("damage", ["cut", "empty", "other kinds", "other code"])
def test_what_is_damaged_is_worked_out_again(path: Path, damage: str) -> None:
    first = Store(path)
    first.compiled(SOURCE)
    first.keep()
    raw = path.read_bytes()
    (key,) = entries(path)
    code = {"other kinds": "text", "other code": [b"\0\0\0\1" * 9, 0, 3, {"from": 9}]}
    entry = msgspec.msgpack.encode(code.get(damage))
    cut = {"cut": raw[:-40], "empty": b""}
    path.write_bytes(cut.get(damage, msgspec.msgpack.encode({key: entry})))

    assert Store(path).compiled(SOURCE) == re.compile(SOURCE)


def test_each_process_adds_to_what_others_kept(path: Path) -> None:
    one, two = Store(path), Store(path)
    for store, source in ((one, "one"), (two, "two")):
        store.compiled(source)
        store.keep()

    assert len(entries(path)) == 2


def test_what_is_no_longer_asked_for_goes_when_there_is_too_much(path: Path) -> None:
    for source in ("one", "two"):
        store = Store(path, most_bytes=100)
        store.compiled(source)
        store.keep()

    assert len(entries(path)) == 1


def test_where_nothing_can_be_kept_it_goes_on(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    store = Store(tmp_path / "file" / "words-1.kept")

    assert store.compiled(SOURCE) == re.compile(SOURCE)
    store.keep()
    assert (tmp_path / "file").read_text() == "no folder"
