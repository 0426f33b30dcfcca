"""Fetching over real sockets, from a server on the loopback address that ends with each test."""

from __future__ import annotations

import contextlib
import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from reportedly.errors import FetchError
from reportedly.read.fetch import WebFetcher

LOOPBACK = "127.0.0.1"
PAGE = b"<p>The ferry burned.</p>"
Answer = Callable[[BaseHTTPRequestHandler], None]


@contextlib.contextmanager
def server(answer: Answer) -> Iterator[str]:
    """The address of a server that gives this answer, for as long as the block lasts."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:  # the name that the standard library asks for
            with contextlib.suppress(OSError):  # the other side may hang up
                answer(self)

        def log_message(self, *_: object) -> None:
            """Keeps the test's output clean."""

    httpd = ThreadingHTTPServer((LOOPBACK, 0), Handler)
    httpd.daemon_threads = True
    thread = threading.Thread(target=httpd.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield f"http://gannet.example:{httpd.server_address[1]}/"
    finally:
        httpd.shutdown()
        httpd.server_close()
        thread.join(timeout=5)


def fetcher(timeout_s: float = 5.0) -> WebFetcher:
    return WebFetcher(resolve=lambda host, port: [LOOPBACK] if host == "gannet.example" else [host],
                      allowed=frozenset({LOOPBACK}), most_bytes=1000, timeout_s=timeout_s)


def sends(body: bytes, *, media: str = "text/html; charset=utf-8", status: int = 200, **headers: str) -> Answer:
    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(status)
        for name, value in {"Content-Type": media, **headers}.items():
            handler.send_header(name, value)
        handler.end_headers()
        handler.wfile.write(body)
    return answer


def test_plain_page_is_fetched_under_its_name() -> None:
    asked: list[str] = []

    def answer(handler: BaseHTTPRequestHandler) -> None:
        asked.append(handler.headers["Host"])
        sends(PAGE)(handler)

    with server(answer) as url:
        got = fetcher()(url)
    assert (got.data, got.media, got.charset, got.url) == (PAGE, "text/html", "utf-8", url)
    assert asked == [url.removeprefix("http://").rstrip("/")]


def test_redirect_to_a_private_address_is_refused() -> None:
    with server(sends(b"", status=302, Location="http://10.0.0.7/")) as url, pytest.raises(FetchError, match="public"):
        fetcher()(url)


def test_too_large_a_page_is_refused() -> None:
    with server(sends(b"a" * 5000)) as url, pytest.raises(FetchError, match="larger than 1,000 bytes"):
        fetcher()(url)


@pytest.mark.parametrize("media", ["image/png", "application/pdf", "video/mp4"])
def test_what_is_no_page_is_refused(media: str) -> None:
    with server(sends(b"%PDF-1.7", media=media)) as url, pytest.raises(FetchError, match=media):
        fetcher()(url)


def test_other_schemes_are_refused() -> None:
    with server(sends(PAGE)) as url, pytest.raises(FetchError, match="only http and https"):
        fetcher()(url.replace("http://", "gopher://"))


def drips_body(handler: BaseHTTPRequestHandler) -> None:
    handler.send_response(200)
    handler.send_header("Content-Type", "text/html")
    handler.end_headers()
    for _ in range(100):
        handler.wfile.write(b"a")
        time.sleep(0.05)


def drips_head(handler: BaseHTTPRequestHandler) -> None:
    handler.wfile.write(b"HTTP/1.1 200 OK\r\nX-Slow: ")
    for _ in range(100):
        handler.wfile.write(b"a")
        time.sleep(0.05)


def is_silent(handler: BaseHTTPRequestHandler) -> None:
    time.sleep(1)


@pytest.mark.parametrize("answer", [drips_body, drips_head, is_silent])
def test_server_that_drips_is_cut_off_at_the_deadline(answer: Answer) -> None:
    with server(answer) as url:
        before = time.monotonic()
        with pytest.raises(FetchError, match=r"after 0\.3 seconds|no answer in time"):
            fetcher(timeout_s=0.3)(url)
        assert time.monotonic() - before < 2
