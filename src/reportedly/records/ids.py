"""Ids derived from content: the same thing read twice, on any machine and in any order, gets the same id.

An id is a short prefix that names the kind, a hyphen and 16 hexadecimal digits of a SHA-256 over the parts.
64 bits: among 10 million items of one kind the chance of any collision is below 3 in a million.
"""

from __future__ import annotations

import hashlib
from typing import NewType

ArticleId = NewType("ArticleId", str)
"""`r-…`: one report as it was read; another text under the same address is another report."""
MemberId = NewType("MemberId", str)
"""Id of anything that stands in one report: `m-` mention, `n-` named entity of one report, `t-` time expression,
`a-` attribution, `s-` statement, `e-` event mention, `q-` figure, `x-` explanation, `f-` forecast mention,
`k-` knowing."""

_SEPARATOR = "\x1f"


def content_id(prefix: str, *parts: object) -> str:
    """`prefix-` and 16 hexadecimal digits of a SHA-256 over the parts, written as text.

    Parts are joined by a control character that texts do not hold, so ("ab", "c") and ("a", "bc") differ.
    """
    joined = _SEPARATOR.join("" if part is None else str(part) for part in parts)
    return f"{prefix}-{hashlib.sha256(joined.encode('utf-8', 'surrogatepass')).hexdigest()[:16]}"


def article_id(*, url: str | None, outlet: str, published: str | None, text: str) -> ArticleId:
    """Id of a report from its address, its outlet's name, its date of publication as read, and its whole text."""
    return ArticleId(content_id("r", url, outlet, published, text))


def digest(data: bytes) -> str:
    """Full SHA-256 of the bytes as hexadecimal digits: the name under which received bytes are kept."""
    return hashlib.sha256(data).hexdigest()
