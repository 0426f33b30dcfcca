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
MOST_SHOWN, SHORT = 0.8, 80
"""Share of a report that is shown at the very most, and words of a report so short that this does not hold for it."""
_WORD = re.compile(r"\S+")


def excerpted(article: Article, cited: Sequence[SourceSpan]) -> tuple[Article, tuple[SourceSpan, ...]]:
    """The report with zones over only what may be shown, each cited span with at most 40 words on either side; and the
    spans shown. The longest are left out where even without words around them too much of the report would be."""
    words = [(match.start(), match.end()) for match in _WORD.finditer(article.text)]
    for most in MOST_WORDS:
        shown = _windows(cited, words, most)
        if _length(shown) * 2 <= len(article.text):
            break
    kept = sorted(cited, key=len)
    while len(words) > SHORT and _length(shown) > MOST_SHOWN * len(article.text):
        kept.pop()
        shown = _windows(kept, words, 0)
    zones = tuple(Zone(kind=ZoneKind.BODY, start=start, end=end, rule="excerpt") for start, end in shown)
    return replace(article, zones=zones), tuple(span for span in cited if span in kept)


def _windows(spans: Iterable[SourceSpan], words: Sequence[Range], most: int) -> list[Range]:
    return _joined(_around((span.start, span.end), words, most) for span in spans)


def _length(windows: Iterable[Range]) -> int:
    return sum(end - start for start, end in windows)


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
