"""Stories, and what a run leaves, for tests of archives."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Sequence
    from pathlib import Path

STORIES = (
    "The ferry left Split for Ancona on Monday. Split lies about 240 km from Ancona.",
    "A convoy of lorries drove from Nairobi to Mombasa. Nairobi is 20 km from Mombasa, they said.",
    "The minister flew from Lima to Quito on Tuesday. Quito is the capital of Ecuador.",
    "Farmers near Toowoomba, 110 km west of Brisbane, said the drought was over.",
)


def story(number: int) -> dict[str, object]:
    """Make a story that differs from every other."""
    text = f"{STORIES[number % len(STORIES)]} It was report number {number}."
    return {"id": number, "title": f"Story {number}", "published": "2026-03-02", "text": text}


def finished(process: subprocess.Popen[str]) -> tuple[int, str, str]:
    """Wait for a run; its exit code and what it said."""
    out, error = process.communicate(timeout=240)
    return process.returncode, out, error


def hashes(out: Path) -> dict[str, str]:
    """SHA-256 of all that a finished run leaves, but for its lock, and its page with its name."""
    return {
        path.relative_to(out).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(out.rglob("*"))
        if path.is_file() and path.name not in {"_lock", "index.html"}
    }


def write_lines(path: Path, stories: Sequence[dict[str, object]]) -> Path:
    """Write stories as JSON lines."""
    path.write_text("".join(f"{json.dumps(one)}\n" for one in stories), encoding="utf-8")
    return path
