"""Prints judgements."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import msgspec

from reportedly.show.cli.printing import write

if TYPE_CHECKING:
    from reportedly.records.judgement import Judgement
    from reportedly.show.api import Story


def line_of(item: Judgement) -> str:
    """`j-1f0c9a2b77d05e41  same n-… n-…  Ana Ruiz, 2031-05-06: two spellings`."""
    parts = [item.kind, *item.members[:4], *(["…"] if len(item.members) > 4 else []),
             *([repr(item.value)] if item.value else []),
             *(f"{span.article_id} {span.start}-{span.end}" for span in item.spans if not item.members)]
    reason = f": {item.reason}" if item.reason else ""
    return f"{item.id}  {' '.join(parts)}  {item.who}, {item.said_at[:10]}{reason}"


def print_rulings(story: Story, *, as_json: bool) -> None:
    """Every judgement with whether it holds; lines of the file that are none at the end."""
    from reportedly.store.judgements import FILE, read

    if as_json:
        encoded = msgspec.json.encode(story.judgements, order="deterministic")
        sys.stdout.write(msgspec.json.format(encoded, indent=2).decode() + "\n")
        return
    for ruling in story.judgements:
        write(line_of(ruling.judgement) + ("" if ruling.is_applied else f"  not applied: {ruling.because}"))
    if not story.judgements:
        write("no judgements")
    for fault in read(story.path)[1]:
        write(f"{FILE}, line {fault.line}: {fault.problem}")
