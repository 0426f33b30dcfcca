"""Who may write to a served story, and the headers that every answer has.

A correction is a form on a page of the story. It is taken only from that page: same origin, this run's token, and the
password where one is set. HTTP Basic asks for the password: it works in every browser without script, cookie or page of
its own, and a wrong one costs the reader nothing that was typed. As a browser sends it along by itself, it never stands
in for the token.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
from base64 import b64decode
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import parse_qsl

from starlette.exceptions import HTTPException
from starlette.requests import Request

from reportedly.errors import InputError

HEADERS = {
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; script-src 'self'; img-src data:; "
                               "base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff", "Referrer-Policy": "same-origin", "Cache-Control": "no-cache",
    "Cross-Origin-Resource-Policy": "same-origin"}
"""On every answer: the words of reports are hostile, so nothing in them may run, and no other page may frame them. No
other site learns an address; this one does, as under `no-referrer` browsers say `Origin: null` of its own forms."""
MOST_BYTES = 64 * 1024
"""Of a form as it is sent."""
MOST_FIELDS = 24
FORM = "application/x-www-form-urlencoded"
LEAST_PASSWORD = 12
"""Characters of a password: nothing here slows down guessing."""
PASSWORD_VARIABLE = "REPORTEDLY_PASSWORD"


class Guard:
    """Lets a form through, or refuses it in one line."""

    def __init__(self, *, token: str | None = None, password: str | None = None, read_only: bool = False) -> None:
        """`token`: of this run; a random one where None. Raises InputError for a password that can be guessed."""
        if password is not None and len(password) < LEAST_PASSWORD:
            raise InputError(f"the password has {len(password)} characters; take one of {LEAST_PASSWORD} or more, e.g. "
                             "four words by chance")
        self.token = token or secrets.token_urlsafe(32)
        self.read_only = read_only
        self._password = password

    async def form(self, request: Request) -> dict[str, str]:
        """The fields of a form that may be written. Raises HTTPException 400, 401, 403, 413 or 415."""
        if self.read_only:
            raise HTTPException(403, "these stories are served to be read only; nothing was written")
        if not _is_same_origin(request):
            raise HTTPException(403, "a correction is taken only from a page of this server; nothing was written")
        self._check_password(request)
        if request.headers.get("content-type", "").partition(";")[0].strip().lower() != FORM:
            raise HTTPException(415, f"a correction is sent as a form ({FORM}); nothing was written")
        fields = _fields(await _body(request))
        if not same(fields.pop("token", ""), self.token):
            raise HTTPException(403, "the page is of an earlier run of this server; nothing was written. Load the page "
                                     "anew and try again")
        return fields

    def _check_password(self, request: Request) -> None:
        if self._password is None or same(_given_password(request), self._password):
            return
        raise HTTPException(401, "writing needs the password; any name will do; nothing was written",
                            {"WWW-Authenticate": 'Basic realm="corrections", charset="UTF-8"'})


def same(given: str, kept: str) -> bool:
    """True for equal words; takes as long for any others, however much of them is right."""
    one, other = (hashlib.sha256(words.encode("utf-8", "surrogatepass")).digest() for words in (given, kept))
    return hmac.compare_digest(one, other)


def password_of(file: Path | None, environment: Mapping[str, str]) -> str | None:
    """The password in a file, else in the environment; None where there is none. It is never an argument, which other
    users of the machine could read. Raises InputError for a file that cannot be read or is empty."""
    if file is None:
        return environment.get(PASSWORD_VARIABLE) or None
    try:
        words = file.read_text("utf-8").rstrip("\r\n")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"the password cannot be read from {file}: {error}") from error
    if not words:
        raise InputError(f"{file} is empty; write the password into it, in one line")
    return words


def _is_same_origin(request: Request) -> bool:
    own = f"{request.url.scheme}://{request.headers.get('host', '')}".lower()
    return request.headers.get("origin", "").lower() == own and \
        request.headers.get("sec-fetch-site", "same-origin") == "same-origin"


def _given_password(request: Request) -> str:
    scheme, _, encoded = request.headers.get("authorization", "").partition(" ")
    try:
        return b64decode(encoded.strip(), validate=True).decode().partition(":")[2] if scheme.lower() == "basic" else ""
    except ValueError:
        return ""


async def _body(request: Request) -> bytes:
    """The body, read only as far as it may be long."""
    refusal = HTTPException(413, f"a correction has at most {MOST_BYTES} bytes; nothing was written")
    declared = request.headers.get("content-length", "0")
    if not declared.isascii() or not declared.isdigit() or len(declared) > 12 or int(declared) > MOST_BYTES:
        raise refusal
    body = b""
    async for part in request.stream():
        body += part
        if len(body) > MOST_BYTES:
            raise refusal
    return body


def _fields(body: bytes) -> dict[str, str]:
    refusal = HTTPException(400, "the form cannot be read: every field stands once, in UTF-8; nothing was written")
    try:
        pairs = parse_qsl(body.decode("ascii"), keep_blank_values=True, errors="strict", max_num_fields=MOST_FIELDS)
    except ValueError as error:
        raise refusal from error
    if len(fields := dict(pairs)) != len(pairs):
        raise refusal
    return fields
