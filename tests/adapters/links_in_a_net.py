"""Opens links in a network of its own, where every packet is seen; prints who was written to.

Run in a namespace: `unshare --user --map-root-user --net python -m tests.adapters.links_in_a_net`.
There forbidden addresses are at hand and have a server, so that nothing but our own checks stands
between it and a link that leads there.
"""

from __future__ import annotations

import fcntl
import json
import socket
import struct
import sys
import time
from dataclasses import replace
from ipaddress import ip_address
from threading import Thread

from geo.adapters.addresses import Network
from geo.adapters.links import read_link
from geo.errors import GeoError
from geo.settings import Settings
from tests.adapters.hostile_server import PAGE, STORY, Server, answer, moved

PAPER = "93.184.215.14"
FORBIDDEN = ("127.0.0.1", "10.1.2.3", "169.254.169.254", "192.168.0.1")
_SET_ADDRESS, _SET_FLAGS, _UP = 0x8916, 0x8914, 0x1 | 0x40
_ETHERNET, _IPV4, _IPV6 = 14, 0x0800, 0x86DD
_ALL = 0x0003  # packets of all kinds


def put_up() -> None:
    """Put the loopback device up, with the addresses."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asked:
        for number, address in enumerate(("127.0.0.1", PAPER, *FORBIDDEN[1:])):
            name = b"lo" if not number else f"lo:{number}".encode()
            where = struct.pack("16sH2s4s8x", name, socket.AF_INET, b"", socket.inet_aton(address))
            fcntl.ioctl(asked, _SET_ADDRESS, where)
            fcntl.ioctl(asked, _SET_FLAGS, struct.pack("16sH14x", name, _UP))


class Watch:
    """Keeps the addresses of every packet on the loopback device."""

    def __init__(self) -> None:
        self.seen: set[str] = set()
        self._socket = socket.socket(socket.AF_PACKET, socket.SOCK_RAW, socket.htons(_ALL))
        self._socket.bind(("lo", 0))
        Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        while True:
            packet = self._socket.recv(65_536)
            (kind,) = struct.unpack_from("!H", packet, 12)
            if kind == _IPV4:
                self.seen.add(str(ip_address(packet[_ETHERNET + 16 : _ETHERNET + 20])))
            elif kind == _IPV6:
                self.seen.add(str(ip_address(packet[_ETHERNET + 24 : _ETHERNET + 40])))

    def told(self) -> list[str]:
        """List whom packets went to since the last time."""
        time.sleep(0.1)
        seen, self.seen = self.seen, set()
        return sorted(seen)


def main() -> None:
    """Open good links and bad ones, and print what came of them."""
    put_up()
    inside = [Server(address, {"/": answer(PAGE.encode())}) for address in FORBIDDEN]
    ports = [one.port for one in inside]
    targets = {
        f"/{number}": f"http://{host}:{port}/"
        for number, (host, port) in enumerate(
            [
                *zip(FORBIDDEN, ports, strict=True),
                (f"[::ffff:{FORBIDDEN[0]}]", ports[0]),
                (f"[::ffff:{FORBIDDEN[1]}]", ports[1]),
                ("[::1]", ports[0]),
                ("2130706433", ports[0]),
                ("0x7f.1", ports[0]),
                ("0", ports[0]),
                ("inside.example", ports[1]),
                ("turns.example", ports[1]),
                ("224.0.0.1", ports[0]),
            ]
        )
    }
    paper = Server(
        PAPER, {"/": answer(PAGE.encode()), **{path: moved(to) for path, to in targets.items()}}
    )
    asked: list[str] = []

    def resolve(name: str, _port: int) -> list[str]:
        asked.append(name)
        names = {"paper.example": [PAPER], "inside.example": [FORBIDDEN[1]]}
        names["mixed.example"] = [PAPER, FORBIDDEN[1]]
        # Good when it is first asked, and bad from then on.
        names["turns.example"] = [PAPER if asked.count(name) == 1 else FORBIDDEN[1]]
        numbers = {"2130706433": FORBIDDEN[0], "0x7f.1": FORBIDDEN[0], "0": "0.0.0.0"}  # noqa: S104
        return names.get(name, [numbers.get(name, name)])

    network = Network(resolve=resolve, ports=frozenset({paper.port, *ports}))
    settings = replace(Settings(), links=True, link_seconds=5.0)
    watch = Watch()

    def opened(link: str) -> str:
        try:
            return read_link(link, settings, network).text
        except GeoError:
            return ""

    good = opened(f"http://paper.example:{paper.port}/")
    said = [opened(f"http://paper.example:{paper.port}{path}") for path in targets]
    said += [opened(to) for to in targets.values()]
    said.append(opened(f"http://mixed.example:{paper.port}/"))
    tricked = watch.told()
    with socket.create_connection((FORBIDDEN[1], ports[1])):
        seen = watch.told()
    told = {"good": STORY in good, "read": [one for one in said if one], "to": tricked}
    told |= {"knocked": sum(one.connected for one in inside[1:]) - 1, "sees": seen}
    sys.stdout.write(json.dumps(told))


if __name__ == "__main__":
    main()
