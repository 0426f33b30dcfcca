"""A stored report with every cited span as a link target, highlighted without JavaScript.

A browser highlights one element through `:target`. Spans that lie inside one another become nested elements, each
its own target. A span that crosses another cannot be an element: its pieces carry a numbered class, and an empty
anchor with the same number stands before them, so that the style sheet can say "pieces 3 after target 3". Spans that
cannot be drawn in place at all (over two paragraphs, or too many crossings in one) are shown in a list of excerpts.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

from reportedly.records.article import Article, Zone, ZoneKind
from reportedly.records.span import SourceSpan

MOST_CROSSINGS = 24
"""Crossing spans drawn in one paragraph: as many as the style sheet has numbered rules for."""
CONTEXT = 120
"""Code points of text shown on either side of an excerpt."""

Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Block:
    """One zone of a report, ready to print."""

    kind: str
    detail: str | None
    rule: str
    words: Markup
    cited: int
    """Spans that are targets inside it."""


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A cited span that is shown apart, with the words around it."""

    anchor: str
    before: str
    words: str
    after: str
    expected: str | None
    """The words that were cited, when the stored text does not hold them any more; None when it does."""


@dataclass(frozen=True, slots=True)
class MarkedReport:
    """A report as its page shows it."""

    blocks: tuple[Block, ...]
    excerpts: tuple[Excerpt, ...]


def anchor(start: int, end: int) -> str:
    """The fragment of a span's address: `s-120-180`."""
    return f"s-{start}-{end}"


def marked_report(article: Article, cited: Iterable[SourceSpan]) -> MarkedReport:
    """The report's zones with every cited span as a target; spans that cannot be drawn in place as excerpts."""
    exact = {(span.start, span.end): span.exact for span in sorted(cited, key=lambda span: (span.start, span.end))}
    zones = list(_all_zones(article))
    blocks, drawn = [], set()
    for zone in zones:
        inside = sorted((start, end) for start, end in exact if zone.start <= start and end <= zone.end
                        and article.text[start:end] == exact[start, end])
        words, in_place = mark(article.text, zone.start, zone.end, inside)
        drawn |= in_place
        blocks.append(Block(zone.kind.value, zone.detail, zone.rule, words, len(in_place)))
    apart = tuple(_excerpt(article.text, place, exact[place]) for place in sorted(exact) if place not in drawn)
    return MarkedReport(tuple(blocks), apart)


def mark(text: str, start: int, end: int, spans: Sequence[Range]) -> tuple[Markup, set[Range]]:
    """The escaped words of `text[start:end]` with targets for these spans, and the spans that got one."""
    nested, crossing = _split(spans)
    crossing = crossing[:MOST_CROSSINGS]
    anchors: dict[int, list[Range]] = defaultdict(list)
    for span in crossing:
        root = next((place for place in nested if place[0] <= span[0] < place[1]), span)
        anchors[root[0]].append(span)
    cuts = sorted({start, end, *(edge for span in (*nested, *crossing) for edge in span)})
    out: list[str] = []
    for cut, following in zip(cuts, [*cuts[1:], end], strict=True):
        out += ["</span>" for span in nested if span[1] == cut]
        out += [f'<span class="a{crossing.index(span)}" id="{anchor(*span)}"></span>' for span in anchors[cut]]
        out += [f'<span id="{anchor(*span)}">' for span in nested if span[0] == cut]
        numbers = [number for number, span in enumerate(crossing) if span[0] <= cut and following <= span[1]]
        out.append(_words(text[cut:following], numbers))
    return Markup("".join(out)), {*nested, *crossing}


def _words(words: str, numbers: Sequence[int]) -> str:
    if not words:
        return ""
    shown = str(escape(words))
    return f'<span class="{" ".join(f"x{number}" for number in numbers)}">{shown}</span>' if numbers else shown


def _split(spans: Sequence[Range]) -> tuple[list[Range], list[Range]]:
    """Spans that nest (outer before inner), and those that cross one of them; both in reading order."""
    nested: list[Range] = []
    crossing: list[Range] = []
    stack: list[Range] = []
    for span in sorted(set(spans), key=lambda span: (span[0], -span[1])):
        while stack and stack[-1][1] <= span[0]:
            stack.pop()
        if stack and span[1] > stack[-1][1]:
            crossing.append(span)
        else:
            stack.append(span)
            nested.append(span)
    return nested, crossing


def _all_zones(article: Article) -> Iterable[Zone]:
    """The zones and, should any words stand between them, those words as untyped zones: nothing is hidden."""
    position = 0
    for zone in article.zones:
        yield from _gap(article.text, position, zone.start)
        yield zone
        position = zone.end
    yield from _gap(article.text, position, len(article.text))


def _gap(text: str, start: int, end: int) -> Iterable[Zone]:
    words = text[start:end]
    if words.strip():
        left = start + len(words) - len(words.lstrip())
        yield Zone(kind=ZoneKind.FURNITURE, start=left, end=start + len(words.rstrip()), rule="in no zone",
                   detail="other")


def _excerpt(text: str, place: Range, expected: str) -> Excerpt:
    start, end = place
    words = text[start:end]
    return Excerpt(anchor(start, end), text[max(0, start - CONTEXT):start], words, text[end:end + CONTEXT],
                   None if words == expected else expected)
