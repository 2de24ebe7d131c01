"""The process in which documents are parsed: a bad one takes down that process, never ours.

It lives on between documents, for starting it takes longer than most documents do. Messages are
lengths and bytes: kind and document there, an answer as JSON back.
"""

from __future__ import annotations

import atexit
import struct
import subprocess
import sys
from contextlib import suppress
from functools import lru_cache
from threading import Lock, Timer
from typing import IO, TYPE_CHECKING

import msgspec

from geo.contracts import Source  # noqa: TC001 - msgspec reads it at run time
from geo.errors import ArticleError
from geo.settings import REPOSITORY

if TYPE_CHECKING:
    from geo.adapters.documents.kinds import Kind
    from geo.settings import Settings

LENGTH = struct.Struct(">Q")
_GOODBYE_SECONDS = 5.0
_DAMAGED = "Save it anew, or paste the text of the article instead."


class Answer(msgspec.Struct):
    """What comes back: the stories of the document, or in words why there is none."""

    sources: tuple[Source, ...] = ()
    error: str = ""


def send(pipe: IO[bytes], *messages: bytes) -> None:
    """Write messages, each behind its length."""
    for message in messages:
        pipe.write(LENGTH.pack(len(message)))
        pipe.write(message)
    pipe.flush()


def receive(pipe: IO[bytes]) -> bytes | None:
    """Read one message; None where the other side has gone."""
    head = pipe.read(LENGTH.size)
    if len(head) < LENGTH.size:
        return None
    (length,) = LENGTH.unpack(head)
    message = pipe.read(length)
    return message if len(message) == length else None


class Workshop:
    """One process for parsing, started when first needed and anew when it has ended."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._lock = Lock()
        self._process: subprocess.Popen[bytes] | None = None

    def read(self, kind: Kind, raw: bytes, name: str) -> tuple[Source, ...]:
        """Parse a document; most hold one story.

        Raises
        ------
        ArticleError
            If it is damaged, or takes more time or memory than is allowed.
        """
        with self._lock:
            answer, late = self._ask(kind, raw)
        if late:
            raise ArticleError(
                f"{name!r} is {kind.value} that takes more than "
                f"{self._settings.parse_seconds:g} seconds to read. {_DAMAGED}"
            )
        if answer is None:
            raise ArticleError(
                f"{name!r} is {kind.value} that cannot be read: it is damaged, or takes more than "
                f"{self._settings.parse_memory_bytes / 1e6:,.0f} MB of memory. {_DAMAGED}"
            )
        if not answer.sources:
            raise ArticleError(f"{name!r} is {kind.value}, but {answer.error}")
        return answer.sources

    def close(self) -> None:
        """End the process: it ends by itself when nothing more can come, else it is killed."""
        if self._process is not None:
            with suppress(OSError, subprocess.TimeoutExpired):
                assert self._process.stdin is not None  # noqa: S101 - a pipe
                self._process.stdin.close()
                self._process.stdin = None
                self._process.wait(_GOODBYE_SECONDS)
            self._process.kill()
            self._process.communicate()
            self._process = None

    def _ask(self, kind: Kind, raw: bytes) -> tuple[Answer | None, bool]:
        process = self._running()
        late = False

        def stop() -> None:
            nonlocal late
            late = True
            process.kill()

        timer = Timer(self._settings.parse_seconds, stop)
        timer.daemon = True
        timer.start()
        try:
            assert process.stdin is not None  # noqa: S101 - both are pipes
            assert process.stdout is not None  # noqa: S101 - as above
            send(process.stdin, kind.name.encode(), raw)
            message = receive(process.stdout)
        except OSError:
            message = None
        finally:
            timer.cancel()
        if message is None:
            self.close()
            return None, late
        return msgspec.json.decode(message, type=Answer), False

    def _running(self) -> subprocess.Popen[bytes]:
        if self._process is not None and self._process.poll() is not None:
            self.close()
        if self._process is None:
            limits = msgspec.json.encode(self._settings, enc_hook=str).decode()
            command = [sys.executable, "-m", "geo.adapters.documents.worker", limits]
            self._process = subprocess.Popen(  # noqa: S603 - our own module, no shell
                command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=REPOSITORY
            )
        return self._process


@lru_cache(maxsize=4)
def workshop(settings: Settings) -> Workshop:
    """Return the one workshop of this process."""
    shop = Workshop(settings)
    atexit.register(shop.close)
    return shop
