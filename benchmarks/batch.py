"""Measure whole archives, side by side in one run: `python -m benchmarks.batch [PART …]`.

Parts: speed (articles a second by reader and workers), growth (more documents: rate and memory),
names (finding names alone, against geotext and flashgeotext where these are installed), engine
(what Dask costs over a process pool, where it is installed), kills (runs killed at random moments
end with the tables of one that was not). All of them if none is named; DOCUMENTS and KILLS in the
environment set how many (2,000 and 50).
"""

from __future__ import annotations

import hashlib
import json
import os
import random
import resource
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks import corpus, finding
from geo import wiring
from geo.batch.work import rest_from_garbage
from geo.contracts import Source
from geo.pipeline import STAGES, Step, analyse
from geo.settings import Reader, Settings

DOCUMENTS = int(os.environ.get("DOCUMENTS", "2000"))
KILLS = int(os.environ.get("KILLS", "50"))
_WARM = 200
_SHORTEST, _LONGEST = 0.3, 12.0


def batch(*arguments: str | Path) -> list[str]:
    """Write the command."""
    return [sys.executable, "-m", "geo", "batch", *map(str, arguments)]


def run(command: list[str]) -> float:
    """Run a command to its end; the seconds it took."""
    start = time.perf_counter()
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603
    if done.returncode not in {0, 3}:
        raise SystemExit(f"{done.returncode}: {done.stderr}")
    return time.perf_counter() - start


def stages(folder: Path) -> None:
    """Print what each stage costs a document, warm, in this process on one core."""
    path = corpus.write(folder / "stages.jsonl", _WARM + 300)
    texts = [json.loads(line)["text"] for line in path.read_text("utf-8").splitlines()]
    for reader in Reader:
        services = wiring.kept_services(Settings(reader=reader))
        for text in texts[:_WARM]:
            analyse(Source(text=text), services)
        rest_from_garbage()
        spent: dict[str, float] = dict.fromkeys(STAGES, 0.0)
        last = started = time.process_time()

        def ended(step: Step) -> None:
            nonlocal last
            now = time.process_time()
            spent[step.stage] += now - last  # noqa: B023 - called within the loop's turn
            last = now

        for text in texts[_WARM:]:
            last = time.process_time()
            analyse(Source(text=text), services, progress=ended)
        whole = (time.process_time() - started) / (len(texts) - _WARM)
        costs = "  ".join(f"{name} {1e3 * cost / 300:.1f}" for name, cost in spent.items())
        print(f"{reader.value:8} {1 / whole:7.1f} articles/s of processor time; ms each: {costs}")


def speed(folder: Path) -> None:
    """Print articles a second of whole runs, by reader and workers."""
    stages(folder)
    for reader, share in ((Reader.FAST, 1), (Reader.CAREFUL, 4)):
        path = corpus.write(folder / f"{reader.value}.jsonl", DOCUMENTS // share)
        for workers in (1, 2):
            out = folder / f"speed-{reader.value}-{workers}"
            options = ("--reader", reader.value, "--workers", str(workers), "--shard", "200K")
            seconds = run(batch(path, "-o", out, *options))
            rate = DOCUMENTS // share / seconds
            print(f"{reader.value:8} {workers} workers {rate:8.1f} articles/s, start and all")
            stored = sum(one.stat().st_size for one in out.rglob("*.parquet"))
            print(f"{'':8} {stored / path.stat().st_size:.2f} bytes kept for a byte of input")


def growth(folder: Path) -> None:
    """Print rate and memory for more and more documents."""
    for times in (1, 4, 16):
        number = DOCUMENTS * times // 4
        path = corpus.write(folder / f"growth-{times}.jsonl", number)
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        seconds = run(batch(path, "-o", folder / f"growth-{times}", "--reader", "fast"))
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        print(
            f"{number:8,} documents {number / seconds:8.1f} a second, {number / spent:8.1f} a "
            f"second of processor time, start and all, {after.ru_maxrss / 1e3:,.0f} MB at most"
        )


def names(folder: Path) -> None:
    """Print how fast and how well names alone are found, ours and two libraries'."""
    path = corpus.write(folder / "names.jsonl", 300)
    for name in finding.FINDERS:
        command = [sys.executable, "-m", "benchmarks.finding", name, str(path)]
        subprocess.run(command, check=True)  # noqa: S603 - our own command


def engine(folder: Path) -> None:
    """Print what a Dask cluster of two workers costs over a process pool of two, in turns."""
    try:
        from distributed import LocalCluster  # noqa: PLC0415 - an extra
    except ImportError:
        print("Dask is not installed (make batch-setup): left out")
        return
    path = corpus.write(folder / "engine.jsonl", DOCUMENTS)
    seconds: dict[str, list[float]] = {"pool": [], "dask": []}
    options = ("--reader", "fast", "--workers", "2", "--shard", "200K")
    with LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster:  # type: ignore[no-untyped-call, unused-ignore]
        more = {"pool": (), "dask": ("--scheduler", cluster.scheduler_address)}
        for turn in range(3):
            for name, extra in more.items():
                out = folder / f"{name}-{turn}"
                seconds[name].append(run(batch(path, "-o", out, *options, *extra)))
    for name, spent in seconds.items():
        print(f"{name:8} {DOCUMENTS / statistics.median(spent):8.1f} articles/s, median of 3")


def kills(folder: Path) -> None:
    """Kill drivers and workers at random; compare the tables with those of an unkilled run."""
    path = corpus.write(folder / "kills.jsonl", 150)
    options = ("--reader", "fast", "--workers", "2", "--shard", "10K")
    whole = folder / "whole"
    run(batch(path, "-o", whole, *options))
    lot = random.Random(7)  # noqa: S311 - a lot, no secret
    killed = {"driver": 0, "worker": 0}
    tables = different = 0
    while sum(killed.values()) < KILLS:
        out = folder / f"killed-{tables}"
        while not _killed_run(batch(path, "-o", out, *options), lot, killed):
            pass
        tables += 1
        different += digest(out) != digest(whole)
    print(f"{killed} kills in {tables} archives; {different} differ from the one not killed")
    if different:
        raise SystemExit(1)


def _killed_run(command: list[str], lot: random.Random, killed: dict[str, int]) -> bool:
    """Start a run and kill at a random moment; whether it came to its end all the same."""
    with subprocess.Popen(  # noqa: S603 - our own command
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as process:
        while sum(killed.values()) < KILLS:
            try:
                process.wait(lot.uniform(_SHORTEST, _LONGEST))
                break
            except subprocess.TimeoutExpired:
                workers = _workers(process.pid)
                if workers and lot.random() < 0.5:  # noqa: PLR2004 - a coin
                    os.kill(lot.choice(workers), signal.SIGKILL)
                    killed["worker"] += 1
                else:
                    process.kill()
                    killed["driver"] += 1
        return process.wait() in {0, 3}


def _workers(pid: int) -> list[int]:
    listed = Path(f"/proc/{pid}/task/{pid}/children")
    children = listed.read_text("ascii").split() if listed.exists() else []
    return [
        int(child)
        for child in children
        if b"spawn_main" in Path(f"/proc/{child}/cmdline").read_bytes()
    ]


def digest(out: Path) -> str:
    """Hash of all tables and manifests of an archive."""
    whole = hashlib.sha256()
    for one in sorted(out.rglob("*")):
        if one.suffix in {".parquet", ".json"}:
            whole.update(f"{one.relative_to(out)}\n".encode() + one.read_bytes())
    return whole.hexdigest()


PARTS = {"speed": speed, "growth": growth, "names": names, "engine": engine, "kills": kills}


def main() -> None:
    """Print the parts that were asked for."""
    for name in sys.argv[1:] or PARTS:
        print(f"-- {name}")
        with tempfile.TemporaryDirectory() as folder:
            PARTS[name](Path(folder))


if __name__ == "__main__":
    main()
