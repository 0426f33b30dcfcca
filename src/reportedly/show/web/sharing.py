"""Pages fit to publish: of each report only the cited words with a few words around them, never the whole text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from reportedly.records.article import Article, Zone, ZoneKind
from reportedly.records.span import SourceSpan
from reportedly.show.web.highlight import Range

MOST_WORDS = (40, 20, 8, 0)
"""Words on either side of a cited span: as many as leave at least half of the report unshown, at most the first."""
_WORD = re.compile(r"\S+")


def excerpted(article: Article, cited: Iterable[SourceSpan]) -> Article:
    """The report with zones over only what may be shown: each cited span with at most 40 words on either side."""
    spans = [(span.start, span.end) for span in cited]
    words = [(match.start(), match.end()) for match in _WORD.finditer(article.text)]
    for most in MOST_WORDS:
        shown = _joined(_around(span, words, most) for span in spans)
        if sum(end - start for start, end in shown) * 2 <= len(article.text):
            break
    return replace(article, zones=tuple(Zone(kind=ZoneKind.BODY, start=start, end=end, rule="excerpt")
                                        for start, end in shown))


def _around(span: Range, words: Sequence[Range], most: int) -> Range:
    before = [start for start, end in words if end <= span[0]][-most:] if most else []
    after = [end for start, end in words if start >= span[1]][:most] if most else []
    return (before[0] if before else span[0], after[-1] if after else span[1])


def _joined(windows: Iterable[Range]) -> list[Range]:
    """Windows that overlap become one."""
    out: list[Range] = []
    for start, end in sorted(windows):
        if out and start <= out[-1][1]:
            out[-1] = (out[-1][0], max(end, out[-1][1]))
        else:
            out.append((start, end))
    return out
