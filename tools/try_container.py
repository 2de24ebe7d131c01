"""Tries the container file where no container engine is: its steps run in a folder as root folder.

Run ``python -m tools.try_container ROOT`` as root. ROOT holds a Debian with Python, as
``debootstrap --variant=minbase --include=python3,python3-venv,python3-pip,ca-certificates
bookworm ROOT`` makes it; it stands in for the image that FROM names, whose Python may be another.
The steps change ROOT. At the end the program is started as ``--read-only --tmpfs /tmp`` would, and
asked for its health and for its first page.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import tarfile
import time
import urllib.request
from io import BytesIO
from pathlib import Path, PurePosixPath

from geo.settings import REPOSITORY

_PATIENCE_S = 180
# How the packages are reached is this machine's business, not the container file's.
_FROM_HERE = (
    "/etc/resolv.conf",
    "/etc/hosts",
    "/etc/pip.conf",
    "/etc/ssl/certs/ca-certificates.crt",
)
_READ_ONLY = (
    'mount --bind "$0" "$0" && mount -o remount,ro,bind "$0" && '
    'mount -t tmpfs tmpfs "$0/tmp" && mount -t proc proc "$0/proc" && exec "$@"'
)
_NETWORK = re.compile(r"(PIP_|SSL_|REQUESTS_|CURL_)\w*")


class Container:
    """A root folder in which the instructions of a container file are carried out."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.folder = "/"
        self.user = "root"
        self.own: dict[str, str] = {}
        self.command: list[str] = []
        self.health: list[str] = []
        self.port = 0
        for name in _FROM_HERE:
            if Path(name).exists():
                shutil.copy(name, root / name.removeprefix("/"))

    def carry_out(self, word: str, rest: str) -> None:
        """Carry out one instruction.

        Raises
        ------
        SystemExit
            If a step fails, or an instruction is not known.
        """
        step = getattr(self, f"do_{word.lower()}", None)
        if step is None:
            raise SystemExit(f"No idea how to carry out {word!r}.")
        step(rest)

    def do_from(self, rest: str) -> None:
        """Say what stands in for an image."""
        say(f"stands in for {rest}: {self.root}")

    def do_workdir(self, rest: str) -> None:
        """Go to a folder, which is made."""
        self.folder = rest
        self.path(rest).mkdir(parents=True, exist_ok=True)

    def do_user(self, rest: str) -> None:
        """Become somebody else."""
        self.user = rest

    def do_run(self, rest: str) -> None:
        """Run a line of a shell."""
        self.run(["sh", "-c", rest])

    def do_env(self, rest: str) -> None:
        """Set what the program will find set."""
        self.own |= dict(part.split("=", 1) for part in rest.split())

    def do_expose(self, rest: str) -> None:
        """Note the port."""
        self.port = int(rest)

    def do_cmd(self, rest: str) -> None:
        """Note what is started at the end."""
        self.command = json.loads(rest)

    def do_healthcheck(self, rest: str) -> None:
        """Note what asks for the program's health."""
        self.health = json.loads(rest.removeprefix("CMD "))

    def path(self, inside: str) -> Path:
        """Give the path outside of one inside."""
        return self.root / inside.removeprefix("/")

    def do_copy(self, rest: str) -> None:
        """Copy the repository as it is committed, less what is ignored, for whom it names."""
        packed = subprocess.run(
            ["git", "archive", "HEAD"],  # noqa: S607 - the developer's own git
            cwd=REPOSITORY,
            check=True,
            capture_output=True,
        ).stdout
        target = self.path(self.folder)
        with tarfile.open(fileobj=BytesIO(packed)) as archive:
            archive.extractall(target, filter="data")
        for pattern in (REPOSITORY / ".containerignore").read_text("utf-8").split():
            for found in target.glob(pattern):
                shutil.rmtree(found, ignore_errors=True)
        owner = re.match(r"--chown=(\S+)", rest)
        if owner:
            self.run(["chown", "-R", owner[1], str(PurePosixPath(self.folder))])

    def run(self, command: list[str]) -> None:
        """Run a command inside, as the user whose turn it is."""
        say(f"{self.user}$ {' '.join(command)}")
        if subprocess.run(self.inside(command), env=self.environment(), check=False).returncode:  # noqa: S603 - the container file's own
            raise SystemExit("This step failed.")

    def inside(self, command: list[str]) -> list[str]:
        """Write a command as one that runs inside."""
        shell = 'cd "$0" && exec "$@"'
        user = f"--userspec={self.user}:{self.user}" if self.user != "root" else "--userspec=0:0"
        return ["chroot", user, str(self.root), "sh", "-c", shell, self.folder, *command]

    def environment(self) -> dict[str, str]:
        """Give what a container would have, and the way to the packages."""
        network = {name: value for name, value in os.environ.items() if _NETWORK.fullmatch(name)}
        home = f"/home/{self.user}" if self.user != "root" else "/root"
        path = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"
        return {"PATH": path, "HOME": home, "LANG": "C.UTF-8", **network, **self.own}

    def serve(self) -> None:
        """Start the program, and ask it for its health and its page."""
        say(f"{self.user}$ {' '.join(self.command)}")
        environment = {**self.own, "PATH": self.environment()["PATH"], "HOME": "/home/dateline"}
        # What is mounted so is seen by the program alone.
        alone = ["unshare", "--mount", "sh", "-c", _READ_ONLY, str(self.root)]
        server = subprocess.Popen([*alone, *self.inside(self.command)], env=environment)  # noqa: S603 - as above
        try:
            self.wait(server)
            self.run(self.health)
            page = urllib.request.urlopen(f"http://localhost:{self.port}/", timeout=20)
            say(f"health is well, the page has {len(page.read()):,} bytes")
        finally:
            server.terminate()
            server.wait(timeout=20)

    def wait(self, server: subprocess.Popen[bytes]) -> None:
        """Wait for the program to answer."""
        end = time.monotonic() + _PATIENCE_S
        while time.monotonic() < end and server.poll() is None:
            try:
                urllib.request.urlopen(f"http://localhost:{self.port}/_stcore/health", timeout=5)
            except OSError:
                time.sleep(0.5)
            else:
                return
        raise SystemExit("The program did not answer.")


def instructions(text: str) -> list[tuple[str, str]]:
    """List the instructions of a container file, each a word and the rest of its line."""
    lines = text.replace("\\\n", " ").splitlines()
    told = [line.strip() for line in lines if line.strip() and not line.startswith("#")]
    return [(line.partition(" ")[0], line.partition(" ")[2].strip()) for line in told]


def say(words: str) -> None:
    """Say what is being done."""
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()


def main() -> None:
    """Carry out all instructions, then start the program."""
    container = Container(Path(sys.argv[1]).resolve())
    for word, rest in instructions((REPOSITORY / "Containerfile").read_text("utf-8")):
        container.carry_out(word, rest)
    container.serve()


if __name__ == "__main__":
    main()
