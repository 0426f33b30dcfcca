"""Fetching, without a network: answers and look-ups are passed in."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import httpx
import pytest

from reportedly.errors import FetchError
from reportedly.read.fetch import WebFetcher, is_global

PUBLIC = {"gannet.example": ["93.184.216.34"], "tern.example": ["2606:2800:220:1::1"], "inside.example": ["10.0.0.7"],
          "both.example": ["93.184.216.34", "127.0.0.1"], "none.example": []}


def resolve(host: str, port: int) -> Sequence[str]:
    return PUBLIC.get(host, [host])


def fetcher(answer: Callable[[httpx.Request], httpx.Response]) -> WebFetcher:
    return WebFetcher(resolve=resolve, transport=httpx.MockTransport(answer), most_bytes=1000, most_redirects=3)


def page(request: httpx.Request) -> httpx.Response:
    return httpx.Response(200, content=b"<p>The ferry burned.</p>", headers={
        "content-type": "Text/HTML; charset=utf-8", "date": "Sun, 04 May 2031 07:30:00 GMT"})


def test_connection_goes_to_the_address_that_was_checked_under_the_name_that_was_asked() -> None:
    seen: list[httpx.Request] = []

    def answer(request: httpx.Request) -> httpx.Response:
        seen.append(request)
        return page(request)

    got = fetcher(answer)("https://gannet.example/ferry?day=2")
    assert str(seen[0].url) == "https://93.184.216.34/ferry?day=2"
    assert seen[0].headers["host"] == "gannet.example" and seen[0].extensions["sni_hostname"] == "gannet.example"
    assert (got.media, got.charset, got.retrieved) == ("text/html", "utf-8", "2031-05-04T07:30:00+00:00")


def test_redirects_are_followed_through_the_same_door() -> None:
    def answer(request: httpx.Request) -> httpx.Response:
        if request.headers["host"] == "gannet.example":
            return httpx.Response(302, headers={"location": "http://tern.example:8080/final"})
        return page(request)

    assert fetcher(answer)("http://gannet.example/").url == "http://tern.example:8080/final"


@pytest.mark.parametrize("location", [
    "http://inside.example/", "http://127.0.0.1/", "http://[::1]/", "http://169.254.169.254/latest", "file:///etc/passwd",
    "ftp://gannet.example/", "http://[::ffff:10.0.0.1]/"])
def test_redirect_to_what_is_not_public_is_refused(location: str) -> None:
    def answer(request: httpx.Request) -> httpx.Response:
        return httpx.Response(302, headers={"location": location})

    with pytest.raises(FetchError, match=r"not a public address|only http and https"):
        fetcher(answer)("https://gannet.example/")


@pytest.mark.parametrize(("url", "words"), [
    ("http://inside.example/", "not a public address"), ("http://both.example/", "not a public address"),
    ("http://none.example/", "no address is known"), ("ftp://gannet.example/", "only http and https"),
    ("http://user:pw@gannet.example/", "user name"), ("http://gannet.example:99999/", "no web address"),
    ("http://", "no web address"), ("http://localhost/", "not a public address")])
def test_address_that_may_not_be_fetched_is_refused(url: str, words: str) -> None:
    with pytest.raises(FetchError, match=words):
        fetcher(page)(url)


def test_endless_redirects_stop() -> None:
    with pytest.raises(FetchError, match="more than 3 times"):
        fetcher(lambda request: httpx.Response(301, headers={"location": "/again"}))("https://gannet.example/")


@pytest.mark.parametrize("headers", [{}, {"content-length": "5000"}])
def test_large_answer_is_refused(headers: dict[str, str]) -> None:
    with pytest.raises(FetchError, match="larger than 1,000 bytes"):
        fetcher(lambda request: httpx.Response(200, content=b"a" * 5000, headers=headers))("https://gannet.example/")


def test_server_errors_and_lost_connections_are_fetch_errors() -> None:
    def lost(request: httpx.Request) -> httpx.Response:
        raise httpx.ReadTimeout("slow", request=request)

    with pytest.raises(FetchError, match="404"):
        fetcher(lambda request: httpx.Response(404))("https://gannet.example/")
    with pytest.raises(FetchError, match="no answer in time"):
        fetcher(lost)("https://gannet.example/")


@pytest.mark.parametrize(("address", "public"), [
    ("93.184.216.34", True), ("2606:2800:220:1::1", True), ("10.1.2.3", False), ("192.168.0.1", False),
    ("127.0.0.1", False), ("0.0.0.0", False), ("169.254.1.1", False), ("100.64.0.1", False), ("224.0.0.1", False),
    ("::1", False), ("fe80::1%eth0", False), ("fc00::1", False), ("::ffff:127.0.0.1", False),
    ("64:ff9b::7f00:1", False), ("2002:7f00:1::", False), ("nonsense", False)])
def test_only_addresses_of_the_public_internet_are_global(address: str, public: bool) -> None:
    assert is_global(address) is public
