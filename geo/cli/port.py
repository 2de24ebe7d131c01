"""Finds a port that nobody listens at, near the one that is wished for."""

from __future__ import annotations

import os
import socket

from geo.errors import PortTaken

FIRST = 8501
_TRIED = 20  # whoever has so many windows open had better close some


def free_port(asked: int | None) -> int:
    """Choose the port asked for, or the first free one from 8501 on.

    Raises
    ------
    PortTaken
        If another program listens there.
    """
    tried = range(FIRST, FIRST + _TRIED) if asked is None else (asked,)
    for port in tried:
        if _is_free(port):
            return port
    where = f"Port {asked}" if asked is not None else f"Every port from {FIRST} to {tried[-1]}"
    raise PortTaken(
        f"{where} is in use, perhaps by Dateline itself. Close the other program, "
        "or choose another port with --port."
    )


def _is_free(port: int) -> bool:
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as listener:
        if os.name == "posix":  # a server that has just ended does not hold its port there
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind(("localhost", port))
        except OSError:
            return False
    return True
