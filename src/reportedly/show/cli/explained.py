"""Prints an explained item."""

from __future__ import annotations

import sys
import textwrap
from collections.abc import Iterator
from typing import TYPE_CHECKING

import msgspec

from reportedly.show.cli.printing import width, write

if TYPE_CHECKING:
    from reportedly.show.explaining import Explained, Quoted

_SPANS = 12
"""Spans printed; the rest is counted, and `--json` has them all."""


def print_explained(item: Explained, *, as_json: bool, quiet: bool) -> None:
    """The item as text, or whole as JSON."""
    if as_json:
        sys.stdout.write(msgspec.json.format(msgspec.json.encode(item, order="deterministic"), indent=2).decode()
                         + "\n")
    elif not quiet:
        write("\n".join(explained_lines(item, min(width(), 100))))


def explained_lines(item: Explained, columns: int) -> Iterator[str]:
    """The item as lines of at most so many columns."""
    yield f"{item.id}  {item.kind}"
    yield from _wrapped(item.text, columns)
    for title, entries in (("Made by", item.rules), ("Judged", item.judged), ("On the timeline", item.weighed),
                           ("Linked with", item.linked),
                           ("Part of", tuple(f"{name} {number}: {text}" for name, number, text in item.part_of))):
        if entries:
            yield ""
            yield title
            for entry in entries:
                yield from _wrapped(entry, columns)
    if item.quoted:
        yield ""
        yield "In the words of"
        for quoted in item.quoted[:_SPANS]:
            yield from _quoted_lines(quoted, columns)
    if len(item.quoted) > _SPANS:
        yield f"  … and {len(item.quoted) - _SPANS} more spans (--json has all)"


def _quoted_lines(quoted: Quoted, columns: int) -> Iterator[str]:
    span = quoted.span
    yield f"  {quoted.outlet}, {quoted.published or 'undated'}  {span.article_id} {span.start}-{span.end}"
    if not quoted.matches:
        yield "    the stored text no longer reads so at this place"
    yield from _wrapped(f"… {quoted.before}[[{span.exact}]]{quoted.after} …", columns, indent="    ")


def _wrapped(text: str, columns: int, indent: str = "  ") -> list[str]:
    return textwrap.wrap(" ".join(text.split()), columns, initial_indent=indent, subsequent_indent=indent + "  ",
                         break_on_hyphens=False)
