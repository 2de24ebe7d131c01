"""See to it that there is a Chromium for the browser tests; say what was done.

One that is there is used; else Debian's package where it may be installed, else Playwright's own.
Where none can be had the tests that need one are skipped, with a line that says so.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

# Without a font the browser draws no names.
PACKAGES = ("chromium", "fonts-liberation")
NAMES = (
    "chromium-headless-shell",
    *("chromium", "chromium-browser", "google-chrome", "google-chrome-stable"),
)


def main() -> None:
    """Find or install a browser."""
    for attempt in (_found, _from_debian, _from_playwright):
        what = attempt()
        if what:
            print(f"Browser for the tests: {what}.")
            return
    print("No browser could be had; the browser tests will be skipped.", file=sys.stderr)


def _found() -> str:
    chosen = os.environ.get("DATELINE_CHROMIUM")
    return chosen or next((path for name in NAMES if (path := shutil.which(name))), "")


def _from_debian() -> str:
    apt = shutil.which("apt-get")
    if apt is None or os.geteuid() != 0:
        return ""
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    install = [apt, "install", "-y", "-qq", "--no-install-recommends", *PACKAGES]
    for command in ([apt, "update", "-qq"], install):
        if _run(command, environment):
            return ""
    return _found()


def _from_playwright() -> str:
    failed = _run([sys.executable, "-m", "playwright", "install", "chromium"], dict(os.environ))
    return "" if failed else "Playwright's Chromium"


def _run(command: list[str], environment: dict[str, str]) -> bool:
    """Run a command; whether it failed."""
    print("Running:", " ".join(command))
    # The commands are fixed above; nothing from outside reaches them.
    return subprocess.run(command, env=environment, check=False).returncode != 0  # noqa: S603


if __name__ == "__main__":
    main()
