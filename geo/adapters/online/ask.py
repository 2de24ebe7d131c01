"""Asks a routing server over HTTP and reads its answer as JSON, with limits, or says what is wrong.

Nothing is asked unless the user named the server. Redirects are not followed: the places of a story
go to that server and to no other.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from time import monotonic
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import certifi
import urllib3
from urllib3.exceptions import (
    HTTPError,
    NewConnectionError,
    TimeoutError,  # noqa: A004 - urllib3's is no OSError
)

from geo.errors import ArticleError, RouteError
from geo.settings import VERSION

if TYPE_CHECKING:
    from urllib3.response import BaseHTTPResponse

_AGENT = f"Dateline/{VERSION} (asks for one route for a person who named this server)"
_OK, _TOO_OFTEN, _MOVED, _FAULT = 200, 429, 300, 500
_CHUNK = 65_536
_MOST_SAID = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What is asked: the path below the server's address, its fields, and what is sent as JSON."""

    path: str
    fields: tuple[tuple[str, str], ...] = ()
    sent: dict[str, Any] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Server:
    """A server's address (http or https), and how long and how much it may answer."""

    address: str
    seconds: float = 20.0
    most_bytes: int = 20_000_000

    def __post_init__(self) -> None:
        """Refuse an address that is none of a server."""
        parts = urlsplit(self.address)
        if parts.scheme not in {"http", "https"} or not parts.hostname or parts.query:
            raise ArticleError(f"{self.address!r} is no address of a server (https://…).")

    @property
    def name(self) -> str:
        """The server's host, as people know it."""
        return urlsplit(self.address).hostname or ""

    def ask(self, question: Question) -> Any:
        """Ask and read the answer's JSON; one that says why there is no way is an answer too.

        Raises
        ------
        RouteError
            If there is no answer in time, it is an error of the server, or no JSON.
        """
        try:
            with _pool(self.seconds) as pool:
                ends = monotonic() + self.seconds
                response = _asked(pool, self.address, question)
                status, body = response.status, self._body(response, ends)
        except (HTTPError, OSError) as error:
            late = isinstance(error, TimeoutError) and not isinstance(error, NewConnectionError)
            raise (
                self._late() if late else RouteError(f"{self.name} cannot be reached.")
            ) from error
        if status == _TOO_OFTEN:
            raise RouteError(f"{self.name} has been asked too often{_later(response)}.")
        if _MOVED <= status < _MOVED + 100 or status >= _FAULT:
            raise RouteError(f"{self.name} answers with error {status}{_later(response)}.")
        return self._read(status, body)

    def _late(self) -> RouteError:
        return RouteError(f"{self.name} took more than {self.seconds:g} seconds.")

    def _body(self, response: BaseHTTPResponse, ends: float) -> bytes:
        body = bytearray()
        while chunk := response.read1(_CHUNK, decode_content=True):
            body += chunk
            if len(body) > self.most_bytes:
                raise RouteError(f"{self.name} sends more than {self.most_bytes / 1e6:,.0f} MB.")
            if monotonic() > ends:
                raise self._late()
        return bytes(body)

    def _read(self, status: int, body: bytes) -> Any:
        try:
            return json.loads(body)
        except (ValueError, RecursionError) as error:
            said = body[:_MOST_SAID].decode("utf-8", errors="replace").strip()
            if status != _OK and said and not said.startswith("<"):
                raise RouteError(f"{self.name} has no way: {said}") from error
            raise RouteError(f"{self.name} sends no route but something else.") from error


def _pool(seconds: float) -> urllib3.PoolManager:
    return urllib3.PoolManager(
        cert_reqs="CERT_REQUIRED",
        ca_certs=certifi.where(),
        timeout=urllib3.Timeout(total=seconds),
        retries=False,
    )


def _asked(pool: urllib3.PoolManager, address: str, question: Question) -> BaseHTTPResponse:
    return pool.request(
        "GET" if question.sent is None else "POST",
        address.rstrip("/") + question.path,
        fields=list(question.fields) if question.sent is None else None,
        json=question.sent,
        headers={"User-Agent": _AGENT, "Accept": "application/json"},
        preload_content=False,
        redirect=False,
    )


def _later(response: BaseHTTPResponse) -> str:
    again = response.headers.get("retry-after", "")
    return f"; it says to ask again in {again} s" if again.isdecimal() else ""
