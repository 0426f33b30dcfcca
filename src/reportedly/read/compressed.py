"""gzip with a limit: the size of what comes out is counted while it comes out."""

from __future__ import annotations

import zlib

from reportedly.errors import UnreadableReportError

GZIP_MAGIC = b"\x1f\x8b"


def gunzipped(data: bytes, *, where: str, most_bytes: int) -> bytes:
    """The content of a gzip file of one or more members.

    Raises UnreadableReportError when it is cut off, damaged, or longer than `most_bytes` once unpacked.
    """
    out: list[bytes] = []
    room = most_bytes
    while data.startswith(GZIP_MAGIC):
        member = zlib.decompressobj(wbits=31)
        try:
            piece = member.decompress(data, room + 1)
        except zlib.error as error:
            raise UnreadableReportError(where, f"damaged gzip file: {error}", "get the file again") from error
        room -= len(piece)
        if room < 0:
            raise UnreadableReportError(where, f"unpacks to more than {most_bytes:,} bytes",
                                        "raise max-report-bytes if this is meant")
        if not member.eof:
            raise UnreadableReportError(where, "truncated gzip file: it ends before its content does",
                                        "get the file again")
        out.append(piece)
        data = member.unused_data
    return b"".join(out)
