"""A link is opened only where that is allowed, and never leads to an address that is not public."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.adapters.addresses import Network, check_link, is_public
from geo.adapters.links import read_link
from geo.errors import ArticleError, GeoError, ServiceError, ServiceTimeout
from geo.settings import REPOSITORY, Settings
from tests.adapters.documents import made
from tests.adapters.hostile_server import (
    INSIDE,
    OUTSIDE,
    PAGE,
    STORY,
    Server,
    answer,
    bomb,
    drip,
    dripping_head,
    endless,
    moved,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

pytestmark = pytest.mark.allow_hosts([INSIDE, OUTSIDE, "::1"])
SETTINGS = replace(Settings(), links=True, link_seconds=3.0, link_bytes=1_000_000)


class Web:
    """A paper at an address that counts as public, and an inside that nobody may ask."""

    def __init__(self) -> None:
        self.inside = Server(INSIDE, {"/": answer(PAGE.encode())})
        secret = self.inside.port
        self.paper = Server(
            OUTSIDE,
            {
                "/": answer(PAGE.encode()),
                "/packed": bomb(),
                "/moved": moved("/"),
                "/loop": moved("/loop"),
                "/in": moved(f"http://{INSIDE}:{secret}/"),
                "/mapped": moved(f"http://[::ffff:{INSIDE}]:{secret}/"),
                "/decimal": moved(f"http://2130706433:{secret}/"),
                "/named": moved(f"http://inside.example:{secret}/"),
                "/file": moved("file:///etc/passwd"),
                "/turns": moved(f"http://turns.example:{secret}/"),
                "/drip": drip,
                "/head": dripping_head,
                "/endless": endless,
                "/short": answer(PAGE.encode(), Content_Length="99999"),
                "/401": answer(b"", "401 Unauthorized"),
                "/429": answer(b"", "429 Too Many Requests", Retry_After="60"),
                "/503": answer(b"", "503 Service Unavailable"),
                "/film": answer(b"x", Content_Type="video/mp4"),
                "/brotli": answer(b"x", Content_Encoding="br"),
                "/pdf": answer(PAGE.encode(), Content_Type="application/pdf"),
                "/cookie": answer(PAGE.encode(), Set_Cookie="id=1"),
                "/closed": answer(PAGE.encode()),
                "/robots.txt": answer(
                    b"User-agent: *\nDisallow: /closed\n", Content_Type="text/plain"
                ),
                "/docx": answer(made.docx("It sank.", "Off Crete."), Content_Type="text/html"),
            },
        )
        self.network = Network(
            resolve=self.resolve,
            is_allowed=lambda address: address == OUTSIDE,
            ports=frozenset({self.paper.port, secret}),
        )
        self._turned = False

    def resolve(self, name: str, port: int) -> list[str]:
        """Answer as a name server does that somebody has in his hand."""
        assert port in (self.paper.port, self.inside.port)
        if name == "turns.example":  # good when it is first asked, and bad from then on
            self._turned, before = True, self._turned
            return [INSIDE if before else OUTSIDE]
        names = {"paper.example": [OUTSIDE], "mixed.example": [OUTSIDE, INSIDE]}
        return names.get(name, [INSIDE if name == "2130706433" else name.strip("[]")])

    def read(self, path: str, name: str = "paper.example", settings: Settings = SETTINGS) -> str:
        """Open a link to the paper."""
        return read_link(f"http://{name}:{self.paper.port}{path}", settings, self.network).text


@pytest.fixture
def web() -> Iterator[Web]:
    made_web = Web()
    with closing(made_web.inside), closing(made_web.paper):
        yield made_web
        # Not only was the answer refused: nobody has knocked.
        assert made_web.inside.connected == 0


@pytest.mark.parametrize("path", ["/", "/moved", "/pdf", "/cookie"])
def test_a_page_is_read(web: Web, path: str) -> None:
    assert STORY in web.read(path)


def test_what_is_sent_is_told_by_its_bytes_and_nothing_is_told_of_the_reader(web: Web) -> None:
    assert web.read("/docx") == "It sank.\n\nOff Crete."
    assert web.read("/cookie") == web.read("/cookie")
    assert all(b"\r\nCookie:" not in asked for asked in web.paper.asked)
    assert all(b"Dateline/" in asked for asked in web.paper.asked)


@pytest.mark.parametrize("path", ["/in", "/mapped", "/decimal", "/named", "/file", "/turns"])
def test_no_redirect_leads_inside(web: Web, path: str) -> None:
    if path == "/turns":
        web.resolve("turns.example", web.paper.port)
    with pytest.raises(ArticleError, match=r"private network|not a link"):
        web.read(path)


def test_a_name_with_a_bad_address_among_good_ones_is_not_asked(web: Web) -> None:
    with pytest.raises(ArticleError, match="private network"):
        web.read("/", "mixed.example")
    assert web.paper.connected == 0


def test_a_name_that_turns_after_it_was_checked_is_not_asked_again(web: Web) -> None:
    with pytest.raises(ArticleError, match="private network"):
        web.read("/", "turns.example")  # the second question is for the page behind robots.txt


@pytest.mark.parametrize("path", ["/drip", "/head"])
def test_a_slow_drip_is_ended(web: Web, path: str) -> None:
    with pytest.raises(ServiceTimeout, match=r"more than 0\.5 seconds"):
        web.read(path, settings=replace(SETTINGS, link_seconds=0.5))


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/packed", "more than 1 MB"),
        ("/endless", "more than 1 MB"),
        ("/loop", "without end"),
        ("/short", "cannot be read"),
        ("/401", "wants a password"),
        ("/429", "ask again in 60 s"),
        ("/503", "out of service"),
        ("/nothing", "has no such page"),
        ("/film", "video/mp4"),
        ("/brotli", "did not ask for"),
        ("/closed", "robots.txt"),
    ],
)
def test_what_cannot_be_had_is_said(web: Web, path: str, words: str) -> None:
    with pytest.raises(ServiceError, match=words):
        web.read(path)


def test_links_are_off_unless_allowed(web: Web) -> None:
    with pytest.raises(ServiceError, match="DATELINE_LINKS=1"):
        web.read("/", settings=replace(SETTINGS, links=False))
    assert web.paper.connected == 0


@pytest.mark.parametrize(
    "link",
    [
        "ftp://paper.example/",
        "file:///etc/passwd",
        "javascript:alert(1)",
        "http://",
        "http://user:word@paper.example/",
        "http://paper.example:22/",
        "http://paper.example:99999/",
        "http://[::1/",
        "http://paper.example/a b",
        "http://paper.example/\r\nHost: inside",
        f"http://paper.example/{'a' * 3_000}",
        "http://" + "a" * 300 + ".example/",
    ],
)
def test_what_is_no_link_to_a_page(link: str) -> None:
    def never(_name: str, _port: int) -> list[str]:
        raise AssertionError

    with pytest.raises(ArticleError):
        check_link(link, Network(resolve=never))


@pytest.mark.parametrize(
    "address",
    [
        *("127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "0.0.0.0"),  # noqa: S104
        *("100.64.0.1", "224.0.0.1", "255.255.255.255", "::1", "::", "fe80::1%eth0", "fc00::1"),
        *("::ffff:127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::", "ff02::1"),
        *("2001::1", "fec0::1", "paper.example", ""),
    ],
)
def test_addresses_that_are_not_public(address: str) -> None:
    assert not is_public(address)


def test_addresses_that_are() -> None:
    assert is_public("93.184.215.14")
    assert is_public("2606:2800:21f:cb07:6820:80da:af6b:8b2c")
    assert is_public("::ffff:93.184.215.14")


@given(st.text(max_size=60))
def test_any_text_after_the_scheme_is_a_link_or_refused(text: str) -> None:
    network = Network(resolve=lambda _name, _port: ["93.184.215.14"])
    try:
        assert check_link(f"http://{text}", network).address == "93.184.215.14"
    except GeoError as error:
        assert str(error)  # noqa: PT017 - either is right


def test_no_packet_goes_to_an_address_that_is_not_public() -> None:
    alone = ["unshare", "--user", "--map-root-user", "--net"]
    if shutil.which("unshare") is None or subprocess.run([*alone, "true"], check=False).returncode:  # noqa: S603
        pytest.skip("this system lends no network of one's own")
    command = [*alone, sys.executable, "-m", "tests.adapters.links_in_a_net"]
    ran = subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True, check=True)  # noqa: S603
    told = json.loads(ran.stdout)

    assert told["good"]
    assert told["read"] == []
    assert told["to"] == ["93.184.215.14"]
    assert told["knocked"] == 0
    assert told["sees"] == ["10.1.2.3"]  # what is sent inside would have been seen
