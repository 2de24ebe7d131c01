"""Stories are kept: found again after a crash, in two tabs, and under any name."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.contracts import Block, BlockKind, Source, Span
from geo.errors import StoreError
from geo.settings import REPOSITORY, Settings
from geo.store import Outcome, Store, Story, open_store

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MARKED = {"edit": "no place", "anchor": {"quote": "Reading"}}
MOVED = {"edit": "place", "anchor": {"quote": "Tallinn"}}


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = open_store(Settings(store=tmp_path))
    yield opened
    opened.close()


def story(text: str = "The ferry left Tallinn.", title: str = "A ferry") -> Story:
    return Story(source=Source(text=text, title=title))


def test_all_of_a_story_is_there_when_the_file_is_opened_again(tmp_path: Path) -> None:
    text = "Ferry\n\nIt left."
    blocks = (Block(kind=BlockKind.HEADLINE, span=Span(start=0, end=5, text="Ferry")),)
    source = Source(text=text, title="Ferry", published=date(2026, 3, 1), blocks=blocks)
    first = open_store(Settings(store=tmp_path))
    kept = first.add(
        Story(source=source, edits=(MARKED,), undone=([MOVED],), settings={"theme": "dark"})
    )
    first.close()
    again = open_store(Settings(store=tmp_path))
    assert again.open(kept.id) == kept
    (brief,) = again.stories()
    assert (brief.id, brief.title, brief.edits) == (kept.id, "Ferry", 1)
    again.close()


@given(text=st.text(), title=st.text(st.characters(), max_size=400))
def test_any_text_and_name_comes_back_as_it_was(text: str, title: str) -> None:
    memory = open_store(Settings(store=None))
    lone = f"{text}\ud800"  # half a pair of surrogates, as a bad upload has it
    kept = memory.add(story(lone, title))
    assert memory.open(kept.id).source == Source(text=lone, title=title)
    assert len(memory.stories()) == 1
    memory.close()


def test_names_are_no_commands_and_no_paths(store: Store, tmp_path: Path) -> None:
    hostile = "x'; drop table stories; --"
    kept = store.add(story(title=hostile))
    assert [one.title for one in store.stories()] == [hostile]
    store.remove("' or '1'='1")
    assert store.open(kept.id).title == hostile
    with pytest.raises(StoreError, match="no longer kept"):
        store.open("../../etc/passwd\ud800")
    open_store(Settings(store=tmp_path), owner="../../\ud800ann").close()
    assert {path.parent for path in tmp_path.rglob("*")} == {tmp_path}


def test_owners_see_nothing_of_each_other(tmp_path: Path) -> None:
    ann, ben = (open_store(Settings(store=tmp_path), owner=name) for name in ("ann", "ben"))
    kept = ann.add(story())
    assert ben.stories() == ()
    with pytest.raises(StoreError):
        ben.open(kept.id)
    ann.close()
    ben.close()


class TestTwoTabs:
    def test_changes_of_both_are_kept_where_they_differ(self, store: Store) -> None:
        base = store.add(replace(story(), edits=(MARKED,)))
        store.save(replace(base, edits=(MARKED, MOVED)), base)
        mine = replace(base, edits=(), settings={"theme": "dark"})
        saved = store.save(mine, base)
        assert saved.outcome is Outcome.MERGED
        assert "another tab" in saved.message.lower()
        assert saved.story.edits == (MOVED,)
        assert saved.story.settings == {"theme": "dark"}
        assert store.open(base.id) == saved.story

    def test_nothing_is_lost_where_they_clash(self, store: Store) -> None:
        base = store.add(story())
        theirs = store.save(replace(base, source=Source(text="Theirs.", title="A ferry")), base)
        saved = store.save(replace(base, source=Source(text="Mine.", title="A ferry")), base)
        assert saved.outcome is Outcome.COPIED
        assert saved.story.title in saved.message
        assert store.open(base.id) == theirs.story
        assert store.open(saved.story.id).source.text == "Mine."
        # The tab goes on with its own story, and is not told again.
        more = replace(saved.story, source=Source(text="Mine, longer.", title="B"))
        assert store.save(more, saved.story).outcome is Outcome.SAVED

    def test_a_story_that_the_other_tab_removed_is_kept_as_a_new_one(self, store: Store) -> None:
        base = store.add(story())
        store.remove(base.id)
        saved = store.save(replace(base, settings={"theme": "dark"}), base)
        assert saved.outcome is Outcome.COPIED
        assert "removed" in saved.message
        assert [one.id for one in store.stories()] == [saved.story.id]

    def test_a_tab_is_told_of_another_until_that_one_is_closed(self) -> None:
        now = [1_000.0]
        store = _with_clock(now)
        kept = store.add(story())
        assert not store.seen(kept.id, "one")
        assert store.seen(kept.id, "two")
        now[0] += 20
        assert store.seen(kept.id, "two")
        now[0] += 20
        assert not store.seen(kept.id, "two")
        store.close()

    def test_two_processes_write_one_file(self, tmp_path: Path, store: Store) -> None:
        script = (
            "import sys\nfrom geo.contracts import Source\nfrom geo.store import *\n"
            "from geo.settings import Settings\n"
            "store = open_store(Settings())\n"
            "for n in range(20): store.add(Story(source=Source(text=f'{sys.argv[1]} {n}')))\n"
        )
        running = [_python(tmp_path, script, name) for name in "ab"]
        store.add(story("c"))
        for process in running:
            process.communicate(timeout=60)
        assert [process.returncode for process in running] == [0, 0]
        assert len(store.stories()) == 41


def _python(folder: Path, script: str, *arguments: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(  # noqa: S603 - this very program
        [sys.executable, "-c", script, *arguments],
        cwd=REPOSITORY,
        env={**os.environ, "DATELINE_STORE": str(folder)},
        stdout=subprocess.PIPE,
    )


def _with_clock(now: list[float]) -> Store:
    memory = open_store(Settings(store=None))
    return Store(memory._connection, clock=lambda: now[0])  # noqa: SLF001 - the same file, another clock


class TestVersions:
    def test_every_correction_keeps_the_state_before_it(self, store: Store) -> None:
        first = store.add(story())
        second = store.save(replace(first, edits=(MARKED,)), first).story
        third = store.save(replace(second, edits=(MARKED, MOVED)), second).story
        assert [version.number for version in store.versions(first.id)] == [2, 1]
        assert store.at(first.id, 1) == first
        assert store.at(first.id, 2) == second
        back = store.save(store.at(first.id, 1), third)
        assert back.story.edits == ()
        assert store.at(first.id, 3) == third
        with pytest.raises(StoreError, match="no longer kept"):
            store.at(first.id, 99)

    def test_typing_keeps_one_every_few_minutes(self) -> None:
        now = [1_000.0]
        store = _with_clock(now)
        last = store.add(story("0"))
        for number in range(1, 61):
            now[0] += 10
            last = store.save(replace(last, source=Source(text=str(number))), last).story
        assert [one.number for one in store.versions(last.id)] == [59, 30, 1]
        assert store.save(last, last).outcome is Outcome.UNCHANGED
        store.close()


class TestFaults:
    def test_what_was_said_to_be_kept_outlives_a_kill(self, tmp_path: Path) -> None:
        script = (
            "from dataclasses import replace\nfrom geo.contracts import Source\n"
            "from geo.store import *\nfrom geo.settings import Settings\n"
            "store = open_store(Settings())\nlast = store.add(Story(source=Source(text='0')))\n"
            "for n in range(1, 10**6):\n"
            "    last = store.save(replace(last, source=Source(text=str(n))), last).story\n"
            "    print(n, flush=True)\n"
        )
        process = _python(tmp_path, script)
        assert process.stdout is not None
        said = [int(process.stdout.readline()) for _ in range(30)]
        process.send_signal(signal.SIGKILL)
        said += [int(line) for line in process.stdout.read().splitlines()]
        process.stdout.close()
        process.wait(60)
        store = open_store(Settings(store=tmp_path))
        assert store.notice == ""
        (brief,) = store.stories()
        assert int(store.open(brief.id).source.text) >= said[-1]
        store.close()

    @pytest.mark.parametrize(
        "damage", [b"no database at all" * 100, b"SQLite format 3\0" + b"x" * 9000]
    )
    def test_a_damaged_file_is_put_aside_and_said(self, tmp_path: Path, damage: bytes) -> None:
        (tmp_path / "stories.sqlite3").write_bytes(damage)
        store = open_store(Settings(store=tmp_path))
        (aside,) = tmp_path.glob("stories-damaged-*.sqlite3")
        assert aside.read_bytes() == damage
        assert aside.name in store.notice
        store.open(store.add(story()).id)
        store.close()

    def test_a_file_of_a_later_version_is_left_alone(self, tmp_path: Path) -> None:
        path = tmp_path / "stories.sqlite3"
        with sqlite3.connect(path) as later:
            later.execute("pragma user_version = 99")
        later.close()
        with pytest.raises(StoreError, match="Update Dateline"):
            open_store(Settings(store=tmp_path))
        assert [found.name for found in tmp_path.iterdir()] == [path.name]

    def test_a_folder_that_is_none_is_said(self, tmp_path: Path) -> None:
        (tmp_path / "file").write_text("x")
        with pytest.raises(StoreError, match="DATELINE_STORE"):
            open_store(Settings(store=tmp_path / "file"))

    def test_what_cannot_be_kept_leaves_what_is_kept(self, store: Store) -> None:
        base = store.add(story())
        for bad in ({"x": float("nan")}, {"x": object()}):
            with pytest.raises(StoreError, match="cannot be kept"):
                store.save(replace(base, settings=bad), base)
        with pytest.raises(StoreError, match="too long"):
            store.save(replace(base, source=Source(text="x" * 20_000_001)), base)
        assert store.open(base.id) == base

    def test_another_user_of_the_computer_cannot_read_it(self, tmp_path: Path) -> None:
        open_store(Settings(store=tmp_path / "own")).close()
        (path,) = (tmp_path / "own").glob("*.sqlite3")
        assert path.stat().st_mode & 0o077 == 0


def test_nothing_is_written_where_that_is_switched_off(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DATELINE_STORE", "off")
    store = open_store(Settings())
    store.add(story())
    assert len(store.stories()) == 1
    assert list(tmp_path.iterdir()) == []
    store.close()
    monkeypatch.setenv("DATELINE_STORE", str(tmp_path / "chosen"))
    assert Settings().store == tmp_path / "chosen"
