"""A server on this machine that answers in every bad way, and one that must never be asked."""

from __future__ import annotations

import gzip
import socket
from contextlib import closing, suppress
from threading import Event, Thread
from time import sleep
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Paths = dict[str, bytes | Callable[[], Iterator[bytes]]]

OUTSIDE, INSIDE = "127.0.0.2", "127.0.0.1"
STORY = "A ferry with ninety people on board turned back to Split on Friday, its owner said."
PAGE = f"<html><head><title>Ferry turns back</title></head><body><p>{STORY}</p></body></html>"


def answer(body: bytes, status: str = "200 OK", **fields: str) -> bytes:
    """Write a whole answer."""
    told = {"Content-Type": "text/html", "Content-Length": str(len(body))}
    told |= {name.replace("_", "-"): value for name, value in fields.items()}
    head = "".join(f"{name}: {value}\r\n" for name, value in told.items())
    return f"HTTP/1.1 {status}\r\n{head}\r\n".encode() + body


def moved(to: str) -> bytes:
    """Send somewhere else."""
    return answer(b"", "302 Found", Location=to)


def drip() -> Iterator[bytes]:
    """Send a byte now and then, without end."""
    yield b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"
    while True:
        sleep(0.05)
        yield b"a"


def dripping_head() -> Iterator[bytes]:
    """Send a header a byte at a time, without end."""
    yield b"HTTP/1.1 200 OK\r\nX-Slow: "
    while True:
        sleep(0.05)
        yield b"a"


def endless() -> Iterator[bytes]:
    """Send chunks without end."""
    yield b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n"
    while True:
        yield b"1000\r\n" + b"a" * 0x1000 + b"\r\n"


class Server:
    """Listens on one address; each path has an answer, and each question is kept."""

    def __init__(
        self, address: str, paths: dict[str, bytes | Callable[[], Iterator[bytes]]]
    ) -> None:
        self.asked: list[bytes] = []
        self.connected = 0
        self._paths = paths
        self._ended = Event()
        self._socket = socket.create_server((address, 0))
        self.port = self._socket.getsockname()[1]
        self._thread = Thread(target=self._serve, daemon=True)
        self._thread.start()

    def close(self) -> None:
        """Listen no more."""
        self._ended.set()
        with suppress(OSError):
            self._socket.shutdown(socket.SHUT_RDWR)
        self._socket.close()
        self._thread.join(5)

    def _serve(self) -> None:
        while not self._ended.is_set():
            try:
                client, _ = self._socket.accept()
            except OSError:
                return
            self.connected += 1
            with closing(client), suppress(OSError):
                self._reply(client)

    def _reply(self, client: socket.socket) -> None:
        client.settimeout(5)
        asked = client.recv(65_536)
        if not asked:
            return
        head, _, body = asked.partition(b"\r\n\r\n")
        told = next((line for line in head.splitlines() if line.startswith(b"Content-Length")), b"")
        if told and not body:
            asked += client.recv(65_536)
        self.asked.append(asked)
        path = asked.split(b" ")[1].decode()
        made = self._paths.get(path, answer(b"", "404 Not Found"))
        for part in made() if callable(made) else (made,):
            client.sendall(part)


def bomb() -> bytes:
    """Pack 50 MB into 50 kB."""
    return answer(gzip.compress(b"a" * 50_000_000), Content_Encoding="gzip")
