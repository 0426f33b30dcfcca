"""Prints sentences that were found, with the report each stands in."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

import msgspec

from reportedly.show.cli.printing import clean, console, is_terminal, write

if TYPE_CHECKING:
    from reportedly.show.api import Story
    from reportedly.store.search import Hit


def print_hits(story: Story, hits: Sequence[Hit], *, as_json: bool, quiet: bool) -> None:
    """Each sentence with its report and place; the words found are bold on a terminal."""
    if as_json:
        sys.stdout.write(msgspec.json.format(msgspec.json.encode(hits), indent=2).decode() + "\n")
        return
    if quiet:
        return
    if not hits:
        write("nothing found")
        return
    homes = {report.article.id: report.article for report in (*story.state.reports, *story.state.older)}
    for hit in hits:
        article = homes[hit.article_id]
        published = article.published.value[:10] if article.published else "undated"
        _print_head(f"{article.outlet.label}, {published}  {hit.article_id} {hit.span.start}-{hit.span.end}")
        _print_sentence(hit)


def _print_head(line: str) -> None:
    if is_terminal(sys.stdout):
        console().print(clean(line), style="cyan")
    else:
        write(line)


def _print_sentence(hit: Hit) -> None:
    sentence = " ".join(hit.span.exact.split())
    if not is_terminal(sys.stdout):
        write(f"  {sentence}")
        return
    from rich.padding import Padding
    from rich.text import Text

    text = Text(clean(hit.span.exact))
    for match in hit.matches:
        text.stylize("bold", match.start - hit.span.start, match.end - hit.span.start)
    console().print(Padding(text, (0, 0, 0, 2)))
