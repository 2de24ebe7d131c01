"""Runs that are killed, stopped and starved, for real; the tables must not tell."""

from __future__ import annotations

import json
import os
import resource
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.batch.helpers import finished, hashes, story, write_lines

if TYPE_CHECKING:
    from collections.abc import Callable

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="looks for workers in /proc")
SMALL = ("--reader", "fast", "--shard", "400", "--workers", "1")


def workers_of(process: subprocess.Popen[str]) -> list[int]:
    children = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text("ascii")
    return [pid for pid in map(int, children.split()) if b"spawn_main" in command_of(pid)]


def command_of(pid: int) -> bytes:
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes()
    except OSError:
        return b""


def wait_for(what: Callable[[], bool], process: subprocess.Popen[str]) -> None:
    for _ in range(6_000):
        if what() or process.poll() is not None:
            return
        time.sleep(0.01)
    pytest.fail("it never came to that")


def done(out: Path) -> int:
    return len(list((out / "_manifests").glob("*.json")))


def test_killed_runs_end_with_the_tables_of_one_that_was_not(
    archive: Path, batch: Callable[..., subprocess.Popen[str]], tmp_path: Path
) -> None:
    whole, killed = tmp_path / "whole", tmp_path / "killed"
    code, told, _ = finished(batch(archive, "-o", whole, *SMALL))
    assert code == 3
    assert "40 stories" in told

    # The driver, in the middle: its worker must end with it, unasked.
    process = batch(archive, "-o", killed, *SMALL)
    wait_for(lambda: done(killed) >= 2, process)
    pids = workers_of(process)
    assert pids
    process.kill()
    process.communicate()
    wait_for(lambda: not any(b"spawn_main" in command_of(pid) for pid in pids), batch("--help"))
    assert not any(b"spawn_main" in command_of(pid) for pid in pids)
    before = done(killed)
    assert 2 <= before < done(whole)

    # The worker, in the middle of what was left: the same run goes on to the end.
    process = batch(archive, "-o", killed, *SMALL)
    wait_for(lambda: done(killed) >= before + 2 and bool(workers_of(process)), process)
    os.kill(workers_of(process)[0], signal.SIGKILL)
    code, told, _ = finished(process)
    assert code == 3
    assert "40 stories" in told
    assert hashes(killed) == hashes(whole)


def test_ctrl_c_finishes_what_is_begun_and_twice_ends_at_once(
    archive: Path, batch: Callable[..., subprocess.Popen[str]], tmp_path: Path
) -> None:
    out = tmp_path / "out"
    process = batch(archive, "-o", out, *SMALL)
    wait_for(lambda: done(out) >= 1, process)
    os.killpg(process.pid, signal.SIGINT)  # as a terminal does it: the workers get it as well
    code, _, error = finished(process)
    assert code == 130
    assert "the same command goes on" in error
    assert not list((out / "_unfinished").iterdir())

    process = batch(archive, "-o", out, *SMALL)
    before = done(out)
    wait_for(lambda: done(out) > before, process)
    pids = workers_of(process)
    os.killpg(process.pid, signal.SIGINT)
    os.killpg(process.pid, signal.SIGINT)
    code, _, error = finished(process)
    assert code == 130
    assert not any(b"spawn_main" in command_of(pid) for pid in pids)

    code, told, _ = finished(batch(archive, "-o", out, *SMALL))
    assert code == 3
    assert "40 stories" in told


def test_a_story_that_workers_die_of_is_set_apart_and_the_others_are_kept(
    batch: Callable[..., subprocess.Popen[str]], tmp_path: Path
) -> None:
    long = {"id": "long", "text": " ".join(f"{story(n)['text']}" for n in range(4_000))}
    path = write_lines(tmp_path / "a.jsonl", [story(0), long, story(1)])
    out = tmp_path / "out"
    process = batch(path, "-o", out, "--reader", "fast", "--workers", "1")

    def at_the_long_one() -> bool:
        notes = [note.read_bytes() for note in (out / "_unfinished").glob("*.at")]
        return bool(workers_of(process)) and notes == [b"%020d" % 2]

    for _ in range(3):
        wait_for(at_the_long_one, process)
        pid = workers_of(process)[0]
        os.kill(pid, signal.SIGKILL)
        wait_for(lambda gone=pid: b"spawn_main" not in command_of(gone), process)  # type: ignore[misc]
    code, told, error = finished(process)
    assert code == 3, error
    assert "2 stories" in told
    assert "1 stories could not be read" in error


def test_a_story_that_needs_too_much_memory_is_set_apart(
    batch: Callable[..., subprocess.Popen[str]], tmp_path: Path
) -> None:
    long = {"id": "long", "text": "a b c d. " * 210_000}
    path = write_lines(tmp_path / "a.jsonl", [story(0), long, story(1)])
    out = tmp_path / "out"
    options = ("--reader", "fast", "--workers", "1", "--memory", "56M")
    code, told, error = finished(batch(path, "-o", out, *options))
    assert code == 3, error
    assert "2 stories" in told


def test_where_nothing_more_can_be_written_the_run_ends_in_a_sentence_and_can_go_on(
    archive: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    command = [sys.executable, "-m", "geo", "batch", str(archive), "-o", str(out), *SMALL]

    def full() -> None:  # the system refuses to write more than this into any file
        resource.setrlimit(resource.RLIMIT_FSIZE, (6_000, 6_000))
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)

    starved = subprocess.run(  # noqa: S603 - our own command; no threads here
        command, preexec_fn=full, capture_output=True, text=True, check=False
    )
    assert starved.returncode == 2
    assert "Nothing can be written" in starved.stderr
    assert done(out) == 0
    ended = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603
    assert ended.returncode == 3
    assert "40 stories" in ended.stdout


def test_only_what_has_changed_is_done_again_and_what_is_gone_goes(
    batch: Callable[..., subprocess.Popen[str]], tmp_path: Path
) -> None:
    one = write_lines(tmp_path / "one.jsonl", [story(n) for n in range(6)])
    two = write_lines(tmp_path / "two.jsonl", [story(n) for n in range(6, 12)])
    out = tmp_path / "out"
    assert finished(batch(one, two, "-o", out, *SMALL))[0] == 0
    times = {path: path.stat().st_mtime_ns for path in (out / "articles").iterdir()}

    write_lines(two, [story(n) for n in range(20, 22)])
    code, told, _ = finished(batch(one, two, "-o", out, *SMALL))
    assert code == 0
    assert "8 stories" in told
    kept = {
        path for path, when in times.items() if path.exists() and path.stat().st_mtime_ns == when
    }
    assert {path.name for path in kept} == {p.name for p in times if p.name.startswith("one")}
    assert {json.loads(p.read_text())["file"] for p in (out / "_manifests").iterdir()} == {
        str(one), str(two),
    }  # fmt: skip

    code, _, error = finished(batch(one, "-o", out, *SMALL))
    assert code == 2
    assert "which is not among the inputs now" in error
