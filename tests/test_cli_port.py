"""Where the app is served: a second window must open beside the first."""

from __future__ import annotations

import socket

import pytest

from geo.cli.port import FIRST, free_port
from geo.errors import PortTaken


def test_a_second_app_is_served_beside_the_first() -> None:
    first = free_port(None)
    with socket.create_server(("localhost", first)):
        assert FIRST <= first < free_port(None)
        with pytest.raises(PortTaken, match="--port"):
            free_port(first)
    assert free_port(first) == first
