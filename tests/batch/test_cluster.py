"""The same archive on a cluster of two real workers, one of which is killed."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

from geo.batch.engine import DaskPool
from geo.errors import ServiceError
from tests.batch.helpers import finished, hashes

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

OPTIONS = ("--reader", "fast", "--shard", "400")
CLUSTER = """
import subprocess
import sys
import time
from distributed import LocalCluster
if __name__ == "__main__":
    with LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster:
        print(cluster.scheduler_address, *(one.pid for one in cluster.workers.values()), flush=True)
        sys.stdin.read()
"""


def test_nobody_at_the_address_ends_in_a_sentence() -> None:
    with pytest.raises(ServiceError, match=r"make batch-setup|No Dask scheduler answers"):
        DaskPool("no-such-place")


def test_a_cluster_makes_the_tables_that_one_machine_makes_though_a_worker_is_killed(
    archive: Path, batch: Callable[..., subprocess.Popen[str]], tmp_path: Path
) -> None:
    pytest.importorskip("distributed", reason="Dask is an extra: make batch-setup")
    whole, out = tmp_path / "whole", tmp_path / "out"
    assert finished(batch(archive, "-o", whole, *OPTIONS))[0] == 3
    script = tmp_path / "cluster.py"
    script.write_text(CLUSTER, encoding="utf-8")
    with subprocess.Popen(  # noqa: S603 - our own script
        [sys.executable, str(script)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    ) as cluster:
        assert cluster.stdout
        address, *workers = cluster.stdout.readline().split()
        process = batch(archive, "-o", out, *OPTIONS, "--scheduler", address)
        while process.poll() is None and len(list(out.glob("_manifests/*"))) < 3:
            time.sleep(0.02)
        os.kill(int(workers[0]), signal.SIGKILL)
        code, told, error = finished(process)
        cluster.terminate()
        cluster.communicate()
    assert code == 3, error
    assert "40 stories" in told
    assert hashes(out) == hashes(whole)
