"""A stored report with every cited span as a link target, highlighted without JavaScript.

A browser highlights one element through `:target`. Spans that lie inside one another become nested elements, each
its own target. A span that crosses another, or runs over several paragraphs, cannot be an element: it is cut into
segments that carry a number of the page, and an empty anchor with the same number stands before them, so that the
style sheet can say "segments 3 while anchor 3 is the target". Layers (who says, when, who) are classes of the
segments too. Spans beyond the last number, and those whose words no longer match, are shown in a list of excerpts.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

from reportedly.records.article import Article, Zone, ZoneKind
from reportedly.records.span import SourceSpan

MOST_CROSSINGS = 96
"""Segmented spans of one page: as many as the style sheet has numbered rules for."""
CONTEXT = 120
"""Code points of text shown on either side of an excerpt."""

Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Layered:
    """A stretch of a report that a layer marks."""

    start: int
    end: int
    layer: str
    """`who`, `cue`, `says`, `when` or `name`."""
    told: str = ""
    """What a reader is told of it when pointing at it: the speaker, the date meant; `` for nothing."""


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


def marked_report(article: Article, cited: Iterable[SourceSpan], layers: Sequence[Layered] = (), *, prefix: str = "",
                  crossings: int = MOST_CROSSINGS, gaps: bool = True) -> MarkedReport:
    """The report's zones with every cited span as a target; spans that cannot be drawn in place as excerpts.

    A page with several reports gives each a `prefix` of its fragments, and room for no `crossings`, whose numbers would
    be the same in each. Words in no zone are shown too, but for `gaps` False.
    """
    exact = {(span.start, span.end): span.exact for span in sorted(cited, key=lambda span: (span.start, span.end))}
    zones = list(_all_zones(article) if gaps else article.zones)
    sound = [place for place in exact if article.text[place[0]:place[1]] == exact[place]]
    nested, numbered = _assigned(zones, sound, crossings)
    blocks = [Block(zone.kind.value, zone.detail, zone.rule,
                    mark(article.text, zone.start, zone.end, nested[number], numbered, layers, prefix),
                    len(nested[number]) + sum(zone.start <= start < zone.end for start, _ in numbered))
              for number, zone in enumerate(zones)]
    drawn = {*numbered, *(span for spans in nested for span in spans)}
    apart = tuple(_excerpt(article.text, place, exact[place], prefix) for place in sorted(exact) if place not in drawn)
    return MarkedReport(tuple(blocks), apart)


def _assigned(zones: Sequence[Zone], spans: Sequence[Range], most: int) -> tuple[list[list[Range]], list[Range]]:
    """For each zone the spans that become its elements, and those of the whole page that are cut into segments."""
    nested, crossing, inside = [], [], set()
    for zone in zones:
        own = [span for span in spans if zone.start <= span[0] and span[1] <= zone.end]
        inside |= set(own)
        kept, cut = _split(own)
        nested.append(kept)
        crossing += cut
    starts = [(zone.start, zone.end) for zone in zones]
    over = [span for span in spans if span not in inside and any(start <= span[0] < end for start, end in starts)]
    return nested, sorted((*crossing, *over))[:most]


def mark(text: str, start: int, end: int, nested: Sequence[Range], numbered: Sequence[Range] = (),
         layers: Sequence[Layered] = (), prefix: str = "") -> Markup:
    """The escaped words of `text[start:end]` with an element for each span of `nested`, outer before inner, and
    segments for those of `numbered` and of the layers, whose place in the sequence is their number."""
    here = [(number, span) for number, span in enumerate(numbered) if span[0] < end and start < span[1]]
    shown = [layer for layer in layers if layer.start < end and start < layer.end]
    edges = {edge for span in (*nested, *(span for _, span in here), *((one.start, one.end) for one in shown))
             for edge in span if start < edge < end}
    cuts = [start, *sorted(edges), end]
    out: list[str] = []
    for cut, following in zip(cuts, [*cuts[1:], end], strict=True):
        out += ["</span>" for span in nested if span[1] == cut]
        out += [f'<span class="a{number}" id="{prefix}{anchor(*span)}"></span>'
                for number, span in here if span[0] == cut]
        out += [f'<span id="{prefix}{anchor(*span)}">' for span in nested if span[0] == cut]
        numbers = [number for number, span in here if span[0] <= cut and following <= span[1]]
        out.append(_words(text[cut:following], numbers,
                          [one for one in shown if one.start <= cut and following <= one.end]))
    return Markup("".join(out))


def _words(words: str, numbers: Sequence[int], layers: Sequence[Layered]) -> str:
    if not words:
        return ""
    shown = str(escape(words))
    classes = [f"x{number}" for number in numbers] + list(dict.fromkeys(f"l-{one.layer}" for one in layers))
    told = " · ".join(dict.fromkeys(one.told for one in layers if one.told))
    title = f' title="{escape(told)}"' if told else ""
    return f'<span class="{" ".join(classes)}"{title}>{shown}</span>' if classes else shown


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


def _excerpt(text: str, place: Range, expected: str, prefix: str) -> Excerpt:
    start, end = place
    words = text[start:end]
    return Excerpt(prefix + anchor(start, end), text[max(0, start - CONTEXT):start], words, text[end:end + CONTEXT],
                   None if words == expected else expected)
