"""The container file fits the program: what it runs is there, and its ports and settings agree."""

from __future__ import annotations

import json
import re

from geo.cli.parser import make_parser
from geo.settings import REPOSITORY


def instructions() -> dict[str, list[str]]:
    text = (REPOSITORY / "Containerfile").read_text(encoding="utf-8").replace("\\\n", " ")
    found: dict[str, list[str]] = {}
    for line in text.splitlines():
        if line and not line.startswith("#"):
            word, _, rest = line.partition(" ")
            found.setdefault(word, []).append(rest.strip())
    return found


def test_it_runs_as_nobody_and_listens_where_it_is_asked_for_its_health() -> None:
    told = instructions()
    (port,) = told["EXPOSE"]
    (command,) = map(json.loads, told["CMD"])
    assert command[:3] == [".venv/bin/python", "-m", "geo"]
    asked = make_parser().parse_args(command[3:])
    assert asked.port == int(port)
    (health,) = told["HEALTHCHECK"]
    python, dash, source = json.loads(health.removeprefix("CMD "))
    assert (python, dash) == (command[0], "-c")
    compile(source, "healthcheck", "exec")
    assert f"localhost:{port}/_stcore/health" in source
    assert told["USER"] == ["dateline"]
    assert any("useradd" in line and "dateline" in line for line in told["RUN"])


def test_what_it_makes_and_sets_is_known_to_the_program() -> None:
    told = instructions()
    makefile = (REPOSITORY / "Makefile").read_text(encoding="utf-8")
    goals = [goal for line in told["RUN"] for goal in re.findall(r"^make (\S+)", line)]
    assert goals == ["setup"]
    assert re.search(r"^setup:", makefile, re.MULTILINE)
    settings = {name for line in told["ENV"] for name in re.findall(r"([A-Z_]+)=", line)}
    documented = (REPOSITORY / "docs" / "server.md").read_text(encoding="utf-8")
    assert {name for name in settings if name.startswith("DATELINE")} == {"DATELINE_STORE"}
    assert "DATELINE_STORE=off" in documented
    ignored = (REPOSITORY / ".containerignore").read_text(encoding="utf-8").split()
    assert {".git", ".venv"} <= set(ignored)


def test_docker_and_podman_leave_the_same_out() -> None:
    # Docker reads no .containerignore; an environment from outside would be taken for ready.
    podman, docker = (
        (REPOSITORY / name).read_bytes() for name in (".containerignore", ".dockerignore")
    )
    assert podman == docker
