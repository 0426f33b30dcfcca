"""Bytes to text: byte order mark, UTF-8, the declared character set, and only then a guess."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from reportedly.records.article import Notice

_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF32_BE, "utf-32"),
          (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_DECLARED = re.compile(rb"""<(?:meta|\?xml)[^>]{0,300}?(?:charset|encoding)\s*=\s*["']?\s*([\w:.-]{2,40})""", re.I)
_WIDER = {"iso-8859-1": "cp1252", "latin-1": "cp1252", "latin1": "cp1252", "us-ascii": "cp1252", "ascii": "cp1252",
          "iso8859-1": "cp1252", "gb2312": "gb18030", "gbk": "gb18030", "ks_c_5601-1987": "cp949", "euc-kr": "cp949",
          "shift_jis": "cp932", "shift-jis": "cp932", "x-sjis": "cp932", "iso-8859-9": "cp1254",
          "iso-8859-11": "cp874", "tis-620": "cp874"}
"""What browsers read under these names (WHATWG Encoding Standard)."""
_HEAD = 4096
_GUESS_FROM = 100_000
"""Bytes shown to the guesser: it needs seconds for megabytes and is no surer after the first 100 kB."""
_BROKEN_SHARE = 0.02
"""UTF-8 with fewer broken sequences than this, among its non-ASCII characters, is UTF-8 that was damaged."""
_MOJIBAKE = re.compile("â€[™œ\x9d˜“”¦]|Ã[©¨¡³±¼¶¤]|Â[ £«»°]")


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text and how it was come by."""

    text: str
    encoding: str
    notices: tuple[Notice, ...] = ()


def decode(data: bytes, *, declared: str | None = None) -> Decoded:
    """The text of these bytes. Never raises; a guess or a replaced character is told in a notice.

    `declared` is what the transport says; without it the head of the document is asked.
    """
    text, encoding, guessed = _decode(data, declared)
    text, surrogates = without_surrogates(text)
    notices = []
    if guessed or surrogates:
        lost = text.count("\ufffd")
        notices.append(Notice(code="encoding-repaired",
                              message=f"read as {encoding}, which the bytes do not state or do not follow; "
                                      f"{lost} characters could not be read"))
    if found := _MOJIBAKE.search(text):
        notices.append(Notice(code="mojibake", message=f"the source itself holds wrongly decoded characters, such as "
                                                       f"{found.group()!r}; they are kept as received"))
    return Decoded(text, encoding, tuple(notices))


def without_surrogates(text: str) -> tuple[str, bool]:
    """The text with every lone surrogate, which no file can hold, as U+FFFD; and whether there was one."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return re.sub("[\ud800-\udfff]", "\ufffd", text), True
    return text, False


_ENGLISH = frozenset("the of and to in was that he she it said for on with at by".split())
_ENGLISH_SHARE = 0.12
"""Share of these words from which a text is English: running English has about 0.25, other languages under 0.05."""


def _decode(data: bytes, declared: str | None) -> tuple[str, str, bool]:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, errors="replace"), encoding, False
    if wide := _wide_without_mark(data):
        return data.decode(wide, errors="replace"), wide, True
    if b"\x1b" not in data[:_HEAD]:
        try:
            return data.decode("utf-8"), "utf-8", False
        except UnicodeDecodeError:
            pass
    if (named := _named(data, declared)) is not None:
        return named
    return _guessed(data)


def _wide_without_mark(data: bytes) -> str | None:
    """UTF-16 without its mark: every other byte of the beginning is zero."""
    head = data[:200]
    if len(head) < 8 or head.count(0) < len(head) // 3:
        return None
    return "utf-16-le" if head[1::2].count(0) > head[0::2].count(0) else "utf-16-be"


def _named(data: bytes, declared: str | None) -> tuple[str, str, bool] | None:
    found = _DECLARED.search(data[:_HEAD])
    name = (declared or (found.group(1).decode("ascii", "replace") if found else "")).strip().lower()
    encoding = _WIDER.get(name, name)
    if not encoding:
        return None
    try:
        return data.decode(encoding), encoding, False
    except (LookupError, UnicodeError):
        return None


def _guessed(data: bytes) -> tuple[str, str, bool]:
    damaged = data.decode("utf-8", errors="replace")
    beyond_ascii = sum(1 for char in damaged if char > "\x7f")
    if beyond_ascii and damaged.count("\ufffd") <= max(1, beyond_ascii * _BROKEN_SHARE):
        return damaged, "utf-8", True
    if (western := _western_english(data)) is not None:
        return western, "cp1252", True
    from charset_normalizer import from_bytes  # only for the few texts that are neither UTF-8 nor declared

    best = from_bytes(data[:_GUESS_FROM]).best()
    encoding = best.encoding if best is not None else "cp1252"
    return data.decode(_WIDER.get(encoding, encoding), errors="replace"), encoding, True


def _western_english(data: bytes) -> str | None:
    """English is written in cp1252 where it is in neither UTF-8 nor ASCII; a few accents are too little to guess on."""
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        return None
    words = text.casefold().split()
    return text if sum(word in _ENGLISH for word in words) >= len(words) * _ENGLISH_SHARE else None
