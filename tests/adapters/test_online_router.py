"""Routing servers: each kind is asked as it wants to be, and none is believed what cannot be."""

from __future__ import annotations

import json
from socket import create_server
from typing import TYPE_CHECKING, Any

import pytest

from geo.adapters.online.kinds import unpacked
from geo.adapters.online.router import open_online
from geo.cli import main
from geo.contracts import Mode
from geo.errors import ArticleError, RouteError
from tests.adapters.hostile_server import INSIDE, Server, answer, drip, moved
from tests.adapters.test_networks import leg

if TYPE_CHECKING:
    from collections.abc import Iterator

# From Split to Dubrovnik by way of one point; its length is a little more than that of its line.
SPLIT, DUBROVNIK = (16.44, 43.51), (18.09, 42.65)
LEG = leg(Mode.ROAD, ("Split", *SPLIT), ("Dubrovnik", *DUBROVNIK))
LINE = [[16.44, 43.51], [17.43, 43.05], [18.09, 42.65]]
LENGTH_M = 172_000.0
OSRM = "/route/v1/driving/16.440000,43.510000;18.090000,42.650000?overview=full&geometries=geojson"
HOPPED = "/route?point=43.510000%2C16.440000&point=42.650000%2C18.090000&profile={}"
HOPPED += "&points_encoded=false&instructions=false"
BROUTER = "/brouter?lonlats=16.440000%2C43.510000%7C18.090000%2C42.650000&profile={}"
BROUTER += "&alternativeidx=0&format=geojson"

_DRAWN = {"type": "LineString", "coordinates": LINE}
_OSRM = {"code": "Ok", "routes": [{"distance": LENGTH_M, "duration": 9e3, "geometry": _DRAWN}]}
_HOPPER = {"paths": [{"distance": LENGTH_M, "time": 9_000_000, "points": _DRAWN}]}
_TRACK = {"properties": {"track-length": f"{LENGTH_M:.0f}"}, "geometry": _DRAWN}
_BROUTER = {"type": "FeatureCollection", "features": [{"type": "Feature", **_TRACK}]}
# The line, six digits behind the point, as Valhalla packs it.
_PACKED = "_ns~qA_klj^~la[_rl{@~flW_ahg@"
_VALHALLA = {"trip": {"summary": {"length": 172.0}, "legs": [{"shape": _PACKED}], "status": 0}}


def said(body: Any, status: str = "200 OK") -> bytes:
    return answer(json.dumps(body).encode(), status, Content_Type="application/json")


@pytest.fixture
def server() -> Iterator[Server]:
    made = Server(
        INSIDE,
        {
            OSRM: said(_OSRM),
            HOPPED.format("car"): said(_HOPPER),
            HOPPED.format("all_tracks"): said(_HOPPER),
            BROUTER.format("rail"): said(_BROUTER),
            BROUTER.format("car-fast"): said(_BROUTER),
            "/route": said(_VALHALLA),
        },
    )
    yield made
    made.close()


def test_a_line_is_unpacked() -> None:
    # The example of the format's own description, of which the last digit is one of six here.
    found = unpacked("_p~iF~ps|U_ulLnnqC_mqNvxq`@")
    assert found == [
        pytest.approx([-12.02, 3.85]),
        pytest.approx([-12.095, 4.07]),
        pytest.approx([-12.6453, 4.3252]),
    ]
    assert unpacked(_PACKED) == [pytest.approx(point) for point in LINE]


@pytest.mark.parametrize(
    ("kind", "mode"),
    [
        ("osrm", Mode.ROAD),
        ("valhalla", Mode.ROAD),
        ("brouter", Mode.ROAD),
        ("brouter", Mode.RAIL),
        ("graphhopper", Mode.ROAD),
        ("openrailrouting", Mode.RAIL),
    ],
)
def test_every_kind_is_asked_and_read(server: Server, kind: str, mode: Mode) -> None:
    router = open_online(f"{kind}=http://{INSIDE}:{server.port}/", mode)
    route = router.route(leg(mode, ("Split", *SPLIT), ("Dubrovnik", *DUBROVNIK)))
    assert route is not None
    assert route.distance_m == pytest.approx(LENGTH_M)
    assert route.low_m < LENGTH_M < route.high_m
    assert route.geometry.coords[0] == pytest.approx(SPLIT)
    assert route.geometry.coords[-1] == pytest.approx(DUBROVNIK)
    assert route.kind.value == mode.value
    assert INSIDE in route.source


def test_valhalla_is_sent_json(server: Server) -> None:
    open_online(f"valhalla=http://{INSIDE}:{server.port}", Mode.ROAD).route(LEG)
    body = json.loads(server.asked[0].partition(b"\r\n\r\n")[2])
    assert body == {
        "locations": [{"lon": 16.44, "lat": 43.51}, {"lon": 18.09, "lat": 42.65}],
        "costing": "auto",
    }


_AWAY = {"distance": LENGTH_M, "geometry": {"coordinates": [[1.0, 43.51], *LINE[1:]]}}
_LONG = {"distance": 9 * LENGTH_M, "geometry": _DRAWN}
_LOST = {"distance": LENGTH_M, "geometry": {"coordinates": [[16.44, 943.51], *LINE[1:]]}}
_NEVER = {"distance": "NaN", "geometry": _DRAWN}


@pytest.mark.parametrize(
    ("answered", "words"),
    [
        (answer(b"", "429 Too Many Requests", Retry_After="120"), "ask again in 120 s"),
        (answer(b"", "429 Too Many Requests", Retry_After="<b>"), "asked too often\\.$"),
        (answer(b"<h1>Bad gateway</h1>", "502 Bad Gateway"), "error 502"),
        (answer(b"", "503 Service Unavailable", Retry_After="7"), "error 503; .* 7 s"),
        (answer(b'{"code": "Ok", "routes": [{'), "no route but something else"),
        (answer(b"<html><body>Welcome</body></html>"), "no route but something else"),
        (answer(b"[" * 100_000), "no route but something else"),
        (said({"code": "Ok", "routes": []}), "no route but something else"),
        (said([]), "no route but something else"),
        (said({"message": "No route found"}, "400 Bad Request"), "no way: No route found"),
        (answer(b"target island detected", "400 Bad Request"), "no way: target island detected"),
        (said({"routes": [_AWAY]}), "ends 1,2.. km from"),
        (said({"routes": [_LONG]}), "not as long as it says"),
        (said({"routes": [_LOST]}), "cannot be"),
        (said({"routes": [_NEVER]}), "cannot be"),
        (moved("http://127.0.0.2/"), "error 302"),
        (b"", "cannot be reached"),
    ],
)
def test_what_is_no_way_is_not_taken_for_one(answered: bytes, words: str) -> None:
    server = Server(INSIDE, {OSRM: answered})
    try:
        router = open_online(f"osrm=http://{INSIDE}:{server.port}", Mode.ROAD)
        with pytest.raises(RouteError, match=words):
            router.route(LEG)
    finally:
        server.close()


def test_nobody_waits_for_a_slow_server() -> None:
    server = Server(INSIDE, {OSRM: drip})
    try:
        router = open_online(f"osrm=http://{INSIDE}:{server.port}", Mode.ROAD, seconds=0.2)
        with pytest.raises(RouteError, match="took more than"):
            router.route(LEG)
    finally:
        server.close()


def test_a_server_that_is_not_there_is_told_of() -> None:
    with create_server((INSIDE, 0)) as listener:
        port = listener.getsockname()[1]
    router = open_online(f"osrm=http://{INSIDE}:{port}", Mode.ROAD)
    with pytest.raises(RouteError, match="cannot be reached"):
        router.route(LEG)


def test_what_cannot_be_avoided_is_not_asked(server: Server) -> None:
    router = open_online(f"osrm=http://{INSIDE}:{server.port}", Mode.ROAD)
    with pytest.raises(RouteError, match="avoid"):
        router.route(LEG, avoid=frozenset({"BA"}))
    assert not server.asked


@pytest.mark.parametrize(
    ("named", "mode"),
    [
        ("osrm", Mode.ROAD),
        ("osrm=file:///etc/passwd", Mode.ROAD),
        ("osrm=http://", Mode.ROAD),
        ("else=http://localhost", Mode.ROAD),
        ("osrm=http://localhost", Mode.SEA),
    ],
)
def test_what_is_no_server_is_refused(named: str, mode: Mode) -> None:
    with pytest.raises(ArticleError):
        open_online(named, mode)


@pytest.mark.usefixtures("services")
def test_a_server_is_named_on_the_command_line(
    server: Server, capsys: pytest.CaptureFixture[str]
) -> None:
    ends = ["route", "16.44,43.51", "18.09,42.65", "--by", "road"]
    assert main([*ends, "--server", f"osrm=http://{INSIDE}:{server.port}"]) == 0
    printed = capsys.readouterr().out
    assert "172 km" in printed
    assert "OSRM" in printed
