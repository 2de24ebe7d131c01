"""What README shows is what the program does: its Python runs, its commands are known."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from geo.cli.parser import make_parser

README = (Path(__file__).parents[1] / "README.md").read_text(encoding="utf-8")
SNIPPETS = re.findall(r"```python\n(.*?)```", README, re.DOTALL)
COMMANDS = re.findall(r"^python -m geo (.*?)(?:\s+#.*)?$", README, re.MULTILINE)


def test_the_python_snippets_run_one_after_the_other(
    train: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "story.txt").write_text(train, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    names: dict[str, object] = {}

    assert len(SNIPPETS) == 2
    for snippet in SNIPPETS:
        exec(compile(snippet, "README.md", "exec"), names)  # noqa: S102 - our own

    assert "supported" in capsys.readouterr().out
    assert (tmp_path / "card.png").read_bytes().startswith(b"\x89PNG")


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_is_one_that_the_program_has(command: str) -> None:
    arguments = make_parser().parse_args(shlex.split(command))

    assert callable(arguments.run)


def test_what_one_does_with_a_story_is_shown() -> None:
    shown = {command.split()[0] for command in COMMANDS}
    assert shown >= {"check", "map", "export", "open", "points"}
