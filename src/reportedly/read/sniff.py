"""What bytes look like, whatever their file is called."""

from __future__ import annotations

import re

_MAGIC = (
    (b"\x89PNG\r\n\x1a\n", "a PNG image"), (b"\xff\xd8\xff", "a JPEG image"), (b"GIF8", "a GIF image"),
    (b"%PDF-", "a PDF document"), (b"PK\x03\x04", "a zip archive (or an Office or EPUB document)"),
    (b"PK\x05\x06", "an empty zip archive"), (b"\x1f\x8b", "a gzip file"), (b"BZh", "a bzip2 file"),
    (b"\xfd7zXZ\x00", "an xz file"), (b"7z\xbc\xaf'\x1c", "a 7-Zip archive"),
    (b"Rar!\x1a\x07", "a RAR archive"), (b"\xd0\xcf\x11\xe0", "an old Office document"), (b"{\\rtf", "an RTF document"),
    (b"SQLite format 3\x00", "an SQLite database"), (b"\x7fELF", "a program"), (b"MZ\x90", "a program"),
    (b"WARC/", "a web archive (WARC)"), (b"II*\x00", "a TIFF image"), (b"MM\x00*", "a TIFF image"),
    (b"BM", "a bitmap image"),
    (b"ID3", "an MP3 recording"), (b"OggS", "an Ogg recording"), (b"\x00\x00\x01\x00", "an icon"),
    (b"\x28\xb5\x2f\xfd", "a Zstandard file"),
    (b"wOFF", "a font"), (b"wOF2", "a font"),
)
_HTML = re.compile(rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|article|div|p|h1|"
                   rb"meta|title)\b",
                   re.IGNORECASE | re.DOTALL)
_TAG = re.compile(rb"<(?:p|div|br|h[1-6]|span|a|article|body|html|table|section|li|title)\b[^<>]{0,400}>",
                  re.IGNORECASE)
_TEXT_CONTROLS = frozenset(b"\t\n\r\f\v\x1b\x08")


def looks_like(data: bytes) -> str | None:
    """What a binary file is, in words; None when the bytes may be text."""
    for magic, name in _MAGIC:
        if data.startswith(magic) and not (magic == b"BM" and data[:64].isascii() and data[:64].decode().isprintable()):
            return name
    if data[:4] == b"RIFF":
        return "a WebP image" if data[8:12] == b"WEBP" else "a recording or film"
    if data[4:8] == b"ftyp":
        return "a film or HEIC image"
    return "a binary file" if _is_binary(data[:2048]) else None


def is_html(data: bytes) -> bool:
    """True when the bytes begin like a page, or hold tags near their beginning."""
    head = data[:4096].replace(b"\x00", b"")
    return bool(_HTML.match(head.lstrip(b"\xef\xbb\xbf\xff\xfe"))) or len(_TAG.findall(head)) >= 3


def _is_binary(head: bytes) -> bool:
    if not head or head.startswith((b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")):
        return False
    if head.count(0) >= len(head) // 3:
        most = len(head) // 3  # in UTF-16 every other byte is zero, in a binary file any
        return head[0::2].count(0) < most and head[1::2].count(0) < most
    controls = sum(byte < 32 and byte not in _TEXT_CONTROLS for byte in head)
    return controls > len(head) * 0.02
