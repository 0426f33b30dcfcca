"""The passages that two reports share: runs of the same words, with few changed ones between."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from reportedly.records.article import Article, ZoneKind
from reportedly.records.linked import Passage
from reportedly.text.normalise import fold

SHORTEST = 8
"""Words of the shortest run that counts: a shared phrase is no passage."""
LONGEST_GAP = 4
"""Changed words between two runs that still make one passage."""
_WORD = re.compile(r"\w+(?:['’]\w+)?")
_OWN_WORDS = frozenset({ZoneKind.BODY, ZoneKind.QUOTE_BLOCK})


@dataclass(frozen=True, slots=True)
class _Word:
    folded: str
    start: int
    end: int
    zone: int


def shared_passages(a: Article, b: Article) -> tuple[Passage, ...]:
    """Every passage of at least eight words in a row that stands in both, in the order of the first report."""
    left, right = _words(a), _words(b)
    matcher = SequenceMatcher(None, [word.folded for word in left], [word.folded for word in right], autojunk=False)
    runs = [(match.a, match.a + match.size, match.b, match.b + match.size)
            for match in matcher.get_matching_blocks() if match.size >= SHORTEST]
    runs = _joined(runs)
    return tuple(Passage(first=a.span(left[start].start, left[end - 1].end),
                         second=b.span(right[other].start, right[stop - 1].end))
                 for run in runs for start, end, other, stop in _within_zones(run, left, right))


def _within_zones(run: tuple[int, int, int, int], left: Sequence[_Word],
                  right: Sequence[_Word]) -> Iterator[tuple[int, int, int, int]]:
    """The run in pieces that lie within one paragraph on both sides, short pieces left out."""
    start, end, other, stop = run
    size = min(end - start, stop - other)
    cuts = [0, *(at for at in range(1, size) if left[start + at].zone != left[start + at - 1].zone
                 or right[other + at].zone != right[other + at - 1].zone)]
    for at, following in zip(cuts, [*cuts[1:], None], strict=True):
        last = (end, stop) if following is None else (start + following, other + following)
        if last[0] - start - at >= SHORTEST:
            yield start + at, last[0], other + at, last[1]


def _joined(runs: list[tuple[int, int, int, int]]) -> list[tuple[int, int, int, int]]:
    """Runs with few words between them on both sides as one."""
    out: list[tuple[int, int, int, int]] = []
    for run in runs:
        if out and run[0] - out[-1][1] <= LONGEST_GAP and run[2] - out[-1][3] <= LONGEST_GAP:
            out[-1] = (out[-1][0], run[1], out[-1][2], run[3])
        else:
            out.append(run)
    return out


def _words(article: Article) -> list[_Word]:
    return [_Word(fold(found.group()), zone.start + found.start(), zone.start + found.end(), number)
            for number, zone in enumerate(article.zones) if zone.kind in _OWN_WORDS
            for found in _WORD.finditer(article.text[zone.start:zone.end])]
