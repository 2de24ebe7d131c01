"""Which addresses on the network a link may lead to: those of the public internet alone."""

from __future__ import annotations

import socket
from dataclasses import dataclass, field
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from typing import TYPE_CHECKING
from urllib.parse import SplitResult, urlsplit

from geo.errors import ArticleError

if TYPE_CHECKING:
    from collections.abc import Callable

_WAYS_IN = {"http": 80, "https": 443}
# IPv6 addresses in which an IPv4 one is packed, and how many bits stand to its right.
_PACKED = ((ip_network("64:ff9b::/96"), 0), (ip_network("2002::/16"), 80))
_LONGEST = 2_000


def resolve(name: str, port: int) -> list[str]:
    """Ask the name server for the addresses of a name."""
    found = socket.getaddrinfo(name, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


def is_public(address: str) -> bool:
    """Whether an address is one of the public internet, also where it is packed in another."""
    try:
        here: IPv4Address | IPv6Address = ip_address(address.partition("%")[0])
    except ValueError:
        return False
    if isinstance(here, IPv6Address):
        packed = here.ipv4_mapped
        for network, shift in _PACKED:
            if here in network:
                packed = IPv4Address(int(here) >> shift & 0xFFFFFFFF)
        if here.teredo is not None or here.is_site_local:
            return False
        here = packed or here
    return here.is_global and not here.is_multicast


@dataclass(frozen=True, slots=True)
class Network:
    """How names become addresses, and which of these may be asked; tests have their own."""

    resolve: Callable[[str, int], list[str]] = resolve
    is_allowed: Callable[[str], bool] = is_public
    ports: frozenset[int] = field(default=frozenset(_WAYS_IN.values()))


@dataclass(frozen=True, slots=True)
class Target:
    """A link with the address that was checked for it: this address is asked, and no other."""

    parts: SplitResult
    name: str
    address: str
    port: int


def check_link(link: str, network: Network) -> Target:
    """Find the address that a link leads to.

    Raises
    ------
    ArticleError
        If it is no link to a page, its name is not known, or any of its addresses is not public.
    """
    if len(link) > _LONGEST or any(letter.isspace() or not letter.isprintable() for letter in link):
        raise ArticleError(f"{link[:80]!r} is not a link.")
    try:
        parts = urlsplit(link)
        port = parts.port or _WAYS_IN.get(parts.scheme, 0)
        name = (parts.hostname or "").encode("idna").decode("ascii")
    except ValueError as error:  # UnicodeError is one
        raise ArticleError(f"{link!r} is not a link that can be read.") from error
    if parts.scheme not in _WAYS_IN or not name or parts.username is not None:
        raise ArticleError(f"{link!r} is not a link to a page; give one with http or https.")
    if port not in network.ports:
        raise ArticleError(f"{link!r} leads to port {port}, where no paper has its pages.")
    try:
        addresses = network.resolve(name, port)
    except OSError as error:
        raise ArticleError(f"The name {name!r} is not known on the network.") from error
    if not addresses or not all(map(network.is_allowed, addresses)):
        raise ArticleError(
            f"{link!r} leads into a private network. Dateline opens public pages alone."
        )
    return Target(parts=parts, name=name, address=addresses[0], port=port)
