"""Names of writers as pages give them, cleaned: no addresses, no "By", one name each."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import unescape

_LEAD = re.compile(
    r"^\s*(?:(?:story |text |words |written |reported |posted )?by|von|de|por|par|di|af|av|door|text|autor|"
    r"author)\b\s*:?\s+", re.IGNORECASE)
_SPLIT = re.compile(r"\s*(?:;|\||/| und | and | & | et | og | och | e | y (?=[A-Z])|,\s*(?=[^\W\d_]+\s+[^\W\d_]))\s*")
_TAG = re.compile(r"<[^<>]{1,200}>")
_ADDRESS = re.compile(r"(?:https?:)?//|www\.|@")
_HANDLE = re.compile(r"^@|^https?:|^www\.|\.(?:com|org|net|html?|de|fr)\b/?|@\w+\.\w+")
_NOBODY = frozenset({"", "admin", "administrator", "editor", "staff", "unknown", "author", "guest", "null", "none",
                     "undefined",
                     "webmaster", "desk", "anonymous", "default", "online", "web", "user"})
_LONGEST = 70
_MOST = 25
"""More names are a list of references or of staff, not of writers."""


def clean_names(offered: Iterable[str]) -> tuple[str, ...]:
    """The names in what a page offers, in order, each once; empty when only placeholders and addresses are left."""
    names: dict[str, None] = {}
    for words in offered:
        if _ADDRESS.match(words.strip()):
            continue
        plain = " ".join(_TAG.sub(" ", unescape(words)).split())
        for part in _SPLIT.split(_LEAD.sub("", plain)):
            name = part.strip(" ,.-–—:·\u200b")
            if _is_name(name):
                names.setdefault(name, None)
    return tuple(names) if len(names) <= _MOST else ()


def _is_name(name: str) -> bool:
    return name.casefold() not in _NOBODY and 2 <= len(name) <= _LONGEST and not _HANDLE.search(name)
