"""Fetches an address that the user named: http and https only, from public hosts only, within limits.

Looking a name up and then connecting to the name would leave a gap in which the answer can change (DNS rebinding).
So a name is looked up once, every address found must be global, and the connection goes to the address that was
checked, while the request and the certificate keep the name. Each redirect goes through the same door.
"""

from __future__ import annotations

import contextlib
import ipaddress
import socket
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from email.utils import parsedate_to_datetime
from urllib.parse import urljoin, urlsplit, urlunsplit

import httpx

from reportedly.errors import FetchError
from reportedly.options import default
from reportedly.read.deadline import Deadline

Resolver = Callable[[str, int], Sequence[str]]
"""Host name and port -> its addresses. Raises OSError when there are none."""
Address = ipaddress.IPv4Address | ipaddress.IPv6Address
_PORTS = {"http": 80, "https": 443}
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_NAT64 = ipaddress.ip_network("64:ff9b::/96")
_LONGEST_URL = 4_000
_READABLE_MEDIA = frozenset(
    {"", "application/xhtml+xml", "application/xml", "application/json", "application/ld+json", "application/x-ndjson",
     "application/jsonl", "application/octet-stream", "application/gzip", "application/x-gzip"})
"""Media types, besides `text/…`, under which servers send pages and data; what it really is, its bytes say later."""
AGENT = "reportedly/0.1 (reads one page for one person; +https://pypi.org/project/reportedly/)"


@dataclass(frozen=True, slots=True)
class Fetched:
    """What an address gave."""

    data: bytes
    url: str
    """The address after redirects."""
    media: str
    """`Content-Type` without parameters, lower case; `` if not stated."""
    charset: str | None
    retrieved: str | None
    """`Date` of the response as ISO 8601; None if not stated."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WebFetcher:
    """Fetches one address at a time. Made once by the engine; holds no connection between calls."""

    resolve: Resolver = field(default_factory=lambda: system_addresses)
    transport: httpx.BaseTransport | None = None
    """In place of the network; None for the network itself, never through a proxy of the environment."""
    allowed: frozenset[str] = frozenset()
    """Addresses that may be connected to although they are not global."""
    most_bytes: int = int(default("max-report-bytes") or 0)
    timeout_s: float = float(default("fetch-timeout") or 0)
    """For the whole of it, redirects and body included, however the server spreads what it sends."""
    most_redirects: int = int(default("fetch-max-redirects") or 0)

    def __call__(self, url: str) -> Fetched:
        """The content of an address. Raises FetchError that says what stood in the way."""
        with (Deadline(self.timeout_s) as deadline,
              httpx.Client(transport=self.transport, trust_env=False, follow_redirects=False) as client):
            try:
                fetched = self._followed(client, url, deadline)
            except httpx.HTTPError as error:
                raise FetchError(f"{url}: {_late(deadline) if deadline.is_over else _why(error)}") from error
            if deadline.is_over:
                raise FetchError(f"{url}: {_late(deadline)}")
            return fetched

    def _followed(self, client: httpx.Client, url: str, deadline: Deadline) -> Fetched:
        here = url
        for _ in range(self.most_redirects + 1):
            target = self._checked(here, url, deadline)
            with contextlib.closing(client.send(target, stream=True)) as response:
                if response.status_code in _REDIRECTS and "location" in response.headers:
                    here = _joined(here, response.headers["location"], url)
                    continue
                return self._read(response, here, url, deadline)
        raise FetchError(f"{url}: redirected more than {self.most_redirects} times")

    def _checked(self, here: str, url: str, deadline: Deadline) -> httpx.Request:
        """A request to the one address that was looked up and may be connected to."""
        scheme, host, port = _parts(here, url)
        try:
            found = self.resolve(host, port)
        except (OSError, UnicodeError) as error:
            raise FetchError(f"{url}: no address is known for {host}") from error
        if not found:
            raise FetchError(f"{url}: no address is known for {host}")
        for address in found:
            if address not in self.allowed and not is_global(address):
                raise FetchError(f"{url}: {host} leads to {address}, which is not a public address; it is not fetched")
        split = urlsplit(here)
        literal = f"[{found[0]}]" if ":" in found[0] else found[0]
        netloc = literal if port == _PORTS[scheme] else f"{literal}:{port}"
        name = f"[{host}]" if ":" in host else host
        headers = {"Host": name if port == _PORTS[scheme] else f"{name}:{port}", "User-Agent": AGENT,
                   "Accept": "text/html,application/xhtml+xml,text/plain,application/json;q=0.9",
                   "Accept-Encoding": "gzip"}
        return httpx.Request("GET", urlunsplit((scheme, netloc, split.path or "/", split.query, "")), headers=headers,
                             extensions={"sni_hostname": host, "trace": deadline.trace,
                                         "timeout": httpx.Timeout(deadline.remaining).as_dict()})

    def _read(self, response: httpx.Response, here: str, url: str, deadline: Deadline) -> Fetched:
        if response.status_code != 200:
            raise FetchError(f"{url}: the server answered {response.status_code} {response.reason_phrase}".rstrip())
        media = response.headers.get("content-type", "").partition(";")[0].strip().casefold()
        if not media.startswith("text/") and media not in _READABLE_MEDIA:
            raise FetchError(f"{url}: the server sends {media}, which is no page, text or JSON")
        data = self._body(response, url, deadline)
        return Fetched(data, here, media, response.charset_encoding, _stated_time(response))

    def _body(self, response: httpx.Response, url: str, deadline: Deadline) -> bytes:
        """The body, counted while it comes, unpacked, so that no small response grows without end."""
        stated = response.headers.get("content-length", "")
        pieces: list[bytes] = []
        size = int(stated) if stated.isdecimal() else 0
        if size <= self.most_bytes:
            size = 0
            for piece in response.iter_bytes():
                pieces.append(piece)
                size += len(piece)
                if size > self.most_bytes or deadline.is_over:
                    break
        if size > self.most_bytes:
            raise FetchError(f"{url}: is larger than {self.most_bytes:,} bytes")
        return b"".join(pieces)


def system_addresses(host: str, port: int) -> Sequence[str]:
    """The addresses of a host by the system's resolver, in its order."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return tuple(dict.fromkeys(str(entry[4][0]) for entry in found))


def is_global(address: str) -> bool:
    """True for addresses of the public internet; IPv4 inside IPv6 (mapped, 6to4, NAT64, Teredo) is looked into."""
    try:
        parsed = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    return all(one.is_global and not one.is_multicast and not one.is_reserved for one in (parsed, *_inside(parsed)))


def _inside(address: Address) -> tuple[Address, ...]:
    if isinstance(address, ipaddress.IPv4Address):
        return ()
    hidden: list[Address | None] = [address.ipv4_mapped, address.sixtofour, *(address.teredo or ())]
    if address in _NAT64:
        hidden.append(ipaddress.IPv4Address(int(address) & 0xFFFF_FFFF))
    return tuple(one for one in hidden if one is not None)


def _parts(here: str, url: str) -> tuple[str, str, int]:
    try:
        split = urlsplit(here)
        port = split.port
    except ValueError as error:
        raise FetchError(f"{url}: is no web address") from error
    if split.scheme not in _PORTS:
        raise FetchError(f"{url}: only http and https are fetched, not {split.scheme or 'an address without scheme'}")
    if not split.hostname or len(here) > _LONGEST_URL or any(char.isspace() or ord(char) < 32 for char in here):
        raise FetchError(f"{url}: is no web address")
    if split.username or split.password:
        raise FetchError(f"{url}: addresses with a user name or password are not fetched")
    return split.scheme, split.hostname, port or _PORTS[split.scheme]


def _joined(here: str, location: str, url: str) -> str:
    try:
        return urljoin(here, location)
    except ValueError as error:
        raise FetchError(f"{url}: redirected to what is no web address") from error


def _late(deadline: Deadline) -> str:
    return f"was not there whole after {deadline.seconds:g} seconds"


def _why(error: httpx.HTTPError) -> str:
    if isinstance(error, httpx.TimeoutException):
        return "no answer in time"
    return f"could not be fetched: {error}" if str(error) else f"could not be fetched ({type(error).__name__})"


def _stated_time(response: httpx.Response) -> str | None:
    try:
        return parsedate_to_datetime(response.headers.get("date", "")).isoformat()
    except ValueError:
        return None
