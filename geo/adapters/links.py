"""Opens a link to an article, where that is allowed: one page, with limits, without cookies.

Off unless ``DATELINE_LINKS=1`` is set. Each address is checked before it is asked, after every
redirect again, and the connection goes to the address that was checked.
"""

from __future__ import annotations

import socket
import zlib
from dataclasses import dataclass, replace
from threading import Timer
from time import monotonic
from typing import TYPE_CHECKING
from urllib.parse import urljoin
from urllib.robotparser import RobotFileParser

import certifi
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import HTTPError

from geo.adapters.addresses import Network, Target, check_link
from geo.adapters.documents import read_document
from geo.errors import ServiceError, ServiceTimeout
from geo.settings import VERSION

if TYPE_CHECKING:
    from urllib3.response import HTTPResponse

    from geo.contracts import Source
    from geo.settings import Settings

_AGENT = f"Dateline/{VERSION} (reads one page for a person who asked for it)"
_MOVED = frozenset({301, 302, 303, 307, 308})
_OK = 200
_CLOSED = {
    401: "wants a password",
    402: "wants to be paid",
    403: "does not let programs in",
    404: "has no such page",
    410: "has no such page any more",
    429: "has been asked too often",
    503: "is out of service for now",
}
_READABLE = ("text/", "application/xhtml", "application/pdf", "application/rtf")
_CHUNK = 65_536


@dataclass(slots=True)
class _Budget:
    """What is left of the time and the redirects of one link."""

    ends: float
    redirects: int

    @property
    def left_s(self) -> float:
        """Seconds left."""
        return self.ends - monotonic()


def read_link(link: str, settings: Settings, network: Network | None = None) -> Source:
    """Read the article that a link leads to.

    Raises
    ------
    ArticleError
        If links are not allowed, or the link leads to what is no page or no public address.
    ServiceError
        If the page cannot be had: `ServiceTimeout` where it took too long.
    """
    if not settings.links:
        raise ServiceError(
            "Links are not opened: Dateline asks the network for nothing unless you allow it. "
            "Paste the text, save the page and give the file, or start Dateline with "
            "DATELINE_LINKS=1."
        )
    network = network or Network()
    budget = _Budget(ends=monotonic() + settings.link_seconds, redirects=settings.link_redirects)
    target = check_link(link, network)
    _heed_robots(target, settings, network)
    raw, last = _fetch(link, settings, network, budget)
    source = read_document(raw, settings, name=last)
    return replace(source, url=source.url or last)


def _heed_robots(target: Target, settings: Settings, network: Network) -> None:
    """Ask the site whether programs may open the page; a site that does not say lets them."""
    root = f"{target.parts.scheme}://{target.parts.netloc}/robots.txt"
    budget = _Budget(ends=monotonic() + settings.link_seconds, redirects=settings.link_redirects)
    try:
        raw, _ = _fetch(root, settings, network, budget)
    except ServiceError:
        return
    rules = RobotFileParser()
    rules.parse(raw.decode("utf-8", errors="replace").splitlines())
    if not rules.can_fetch("Dateline", target.parts.geturl()):
        raise ServiceError(
            f"{target.name} asks programs not to open this page (robots.txt). Open it in your "
            "browser, save it, and give the file."
        )


def _fetch(link: str, settings: Settings, network: Network, budget: _Budget) -> tuple[bytes, str]:
    """Fetch a page, follow its redirects, and give it with its last address."""
    while True:
        target = check_link(link, network)
        connection = _connection(target, budget)
        stop = Timer(max(budget.left_s, 0.0), _cut, [connection])
        stop.daemon = True
        stop.start()
        try:
            response = _ask(connection, target)
            if response.status not in _MOVED:
                return _body(response, target, settings, budget), link
            link = urljoin(link, response.headers.get("location", ""))
        except (HTTPError, OSError, zlib.error) as error:
            if budget.left_s <= 0:
                raise _late(target, settings) from error
            raise ServiceError(f"{target.name} cannot be read: {error}.") from error
        finally:
            stop.cancel()
            connection.close()
        budget.redirects -= 1
        if budget.redirects < 0:
            raise ServiceError(f"{target.name} sends from one address to the next without end.")


def _connection(target: Target, budget: _Budget) -> HTTPConnection:
    wait_s = max(0.01, budget.left_s)
    if target.parts.scheme == "http":
        return HTTPConnection(target.address, target.port, timeout=wait_s)
    return HTTPSConnection(
        target.address,
        target.port,
        timeout=wait_s,
        server_hostname=target.name,
        assert_hostname=target.name,
        cert_reqs="CERT_REQUIRED",
        ca_certs=certifi.where(),
    )


def _cut(connection: HTTPConnection) -> None:
    """End a connection whose time is over, wherever it waits."""
    if connection.sock is not None:
        try:
            connection.sock.shutdown(socket.SHUT_RDWR)
        except OSError:
            return


def _ask(connection: HTTPConnection, target: Target) -> HTTPResponse:
    path = target.parts.path or "/"
    if target.parts.query:
        path = f"{path}?{target.parts.query}"
    headers = {
        "Host": target.parts.netloc,
        "User-Agent": _AGENT,
        "Accept": "text/html, application/xhtml+xml, application/pdf, text/plain",
        "Accept-Encoding": "gzip",
    }
    connection.request("GET", path, headers=headers, preload_content=False, decode_content=False)
    return connection.getresponse()


def _body(response: HTTPResponse, target: Target, settings: Settings, budget: _Budget) -> bytes:
    if response.status != _OK:
        why = _CLOSED.get(response.status, f"answers with error {response.status}")
        again = response.headers.get("retry-after", "")
        later = f"; it says to ask again in {again} s" if again.isdecimal() else ""
        raise ServiceError(f"{target.name} {why}{later}.")
    kind = response.headers.get("content-type", "text/html").lower()
    if not kind.startswith(_READABLE):
        raise ServiceError(f"{target.name} sends no page but {kind[:60]!r}.")
    packed = response.headers.get("content-encoding", "").lower()
    if packed not in ("", "identity", "gzip"):
        raise ServiceError(f"{target.name} sends a page packed in a way that we did not ask for.")
    unpack = zlib.decompressobj(wbits=31) if packed == "gzip" else None
    body = bytearray()
    while chunk := response.read1(_CHUNK, decode_content=False):
        room = settings.link_bytes + 1 - len(body)
        body += unpack.decompress(chunk, room) if unpack else chunk
        if len(body) > settings.link_bytes:
            raise ServiceError(
                f"{target.name} sends more than {settings.link_bytes / 1e6:,.0f} MB."
            )
        if budget.left_s <= 0:
            raise _late(target, settings)
    if budget.left_s <= 0:
        raise _late(target, settings)
    return bytes(body)


def _late(target: Target, settings: Settings) -> ServiceTimeout:
    return ServiceTimeout(f"{target.name} took more than {settings.link_seconds:g} seconds.")
