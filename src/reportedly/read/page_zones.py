"""Types the lines of a rendered page: body where the extractor chose it, furniture with its kind everywhere else."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from reportedly.read.align import Aligned
from reportedly.read.block_quotes import with_block_quotes
from reportedly.read.furniture import Verdict, byline_of, furniture_cue, split_body, verdicts
from reportedly.read.lines import Line, trimmed
from reportedly.read.render import Block, Rendered
from reportedly.records.article import Zone, ZoneKind
from reportedly.text.normalise import fold

KEPT = "kept by the extractor"
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_PARTS = tuple((detail, re.compile(rf"(?:^|[\s_-])(?:{words})", re.IGNORECASE)) for detail, words in (
    ("comments", "comment|disqus|respond|livefyre|coral"),
    ("share", "share|sharing|social|addtoany|sharedaddy"),
    ("see-also", "related|recirc|recommend|more-?(?:on|from|stories)|most-?(?:read|popular|viewed)|trending|teaser|"
                 "outbrain|"
                 "taboola|read-?(?:more|next|also)|also|promo-?list|latest|popular"),
    ("promo", "newsletter|subscri|signup|sign-up|paywall|promo|donat|membership|regwall|follow"),
    ("advert", "ads?(?:[\\s_-]|$)|advert|sponsor|dfp|banner"),
    ("credit", "credit|copyright-?holder|image-?source|photographer"),
    ("notice", "cookie|consent|gdpr|legal|disclaimer|copyright"),
    ("navigation", "nav|menu|breadcrumb|sidebar|footer|header|masthead|topbar|toolbar|pagination|skip|"
                   "tags?(?:[\\s_-]|$)|topics?"),
))
_BYLINE_PART = re.compile(r"(?:^|[\s_-])(?:byline|author)", re.IGNORECASE)
_LINE_MOST = 400


@dataclass(frozen=True, slots=True)
class _Piece:
    """A stretch of one block, kept by the extractor or not."""

    start: int
    end: int
    block: Block
    kind: str | None
    """The extractor's element; None for what it left out."""


def zones_of_page(page: Rendered, body: Sequence[Aligned], *, title: str | None,
                  outlet: str | None) -> tuple[Zone, ...]:
    """The typed zones of a page, in order; every visible line is in one.

    `body`: the lines that the extractor chose; empty when it found no report, then the sentences are taken.
    """
    kept = body or _without_extractor(page)
    pieces = [piece for block, touching in _kept_by_block(page, kept) for piece in _pieces(page.text, block, touching)]
    title_at = _title_at(page, pieces, title)
    span = _body_span(pieces)
    cues = _verdicts(page.text, pieces, outlet)
    zones: list[Zone] = []
    bodies = 0
    for number, piece in enumerate(pieces):
        made = _zones_of(page.text, piece, cues[number], bodies, is_title=number == title_at, span=span)
        bodies += any(zone.kind is ZoneKind.BODY for zone in made)
        zones += made
    return with_block_quotes(page.text, zones)


def _pieces(text: str, block: Block, kept: Sequence[Aligned]) -> list[_Piece]:
    """The block cut where the extractor's choice begins and ends; slivers go with what they stand beside."""
    inside = _merged(text, block, kept)
    if not inside:
        return [_Piece(block.start, block.end, block, None)]
    covered = sum(end - start for start, end, _ in inside)
    if covered >= 0.9 * (block.end - block.start):
        return [_Piece(block.start, block.end, block, inside[0][2])]
    pieces: list[_Piece] = []
    at = block.start
    for start, end, kind in inside:
        if gap := trimmed(text, at, start):
            pieces.append(_Piece(*gap, block, None))
        pieces.append(_Piece(start, end, block, kind))
        at = end
    if gap := trimmed(text, at, block.end):
        pieces.append(_Piece(*gap, block, None))
    return pieces


def _merged(text: str, block: Block, kept: Sequence[Aligned]) -> list[tuple[int, int, str]]:
    merged: list[tuple[int, int, str]] = []
    for piece in kept:
        cut = trimmed(text, max(piece.start, block.start), min(piece.end, block.end))
        if cut is None:
            continue
        start, end = cut
        if merged and start <= merged[-1][1] + 4:
            merged[-1] = (merged[-1][0], max(merged[-1][1], end), merged[-1][2])
        else:
            merged.append((start, end, piece.kind))
    return merged


def _kept_by_block(page: Rendered, kept: Sequence[Aligned]) -> Iterator[tuple[Block, list[Aligned]]]:
    """Each block with the kept pieces that touch it; both are in order, so one pass does."""
    first = 0
    for block in page.blocks:
        while first < len(kept) and kept[first].end <= block.start:
            first += 1
        upto = first
        while upto < len(kept) and kept[upto].start < block.end:
            upto += 1
        yield block, [piece for piece in kept[first:upto] if piece.end > block.start]


def _without_extractor(page: Rendered) -> list[Aligned]:
    """The body where the extractor found none: sentences outside navigation, or whatever there is."""
    frame = frozenset({"nav", "footer", "form", "button", "select", "option"})
    prose = [block for block in page.blocks if not block.tags & frame and furniture_cue(block.text) is None]
    sentences = [block for block in prose if len(block.text) >= 60 or block.text.endswith((".", "!", "?", "”", '"'))]
    return [Aligned(block.start, block.end, "p") for block in sentences or prose]


def _body_span(pieces: Sequence[_Piece]) -> tuple[int, int]:
    """From the first to the last character that the extractor kept; (0, 0) without any."""
    kept = [piece for piece in pieces if piece.kind is not None]
    return (kept[0].start, kept[-1].end) if kept else (0, 0)


def _title_at(page: Rendered, pieces: Sequence[_Piece], title: str | None) -> int | None:
    """Which piece shows the title: an `h1` with its words if there is one, else the first line that equals it."""
    if title is None:
        return None
    wanted = fold(title)
    equal = [number for number, piece in enumerate(pieces)
             if abs(len(piece.block.text) - len(title)) < 40 and fold(page.text[piece.start:piece.end]) == wanted]
    heads = [number for number in equal if "h1" in pieces[number].block.tags]
    return next(iter(heads or equal), None)


def _verdicts(text: str, pieces: Sequence[_Piece], outlet: str | None) -> list[Verdict | None]:
    """What cues say of the kept lines, as neighbours of each other; other lines are typed by their place in the "
      "page."""
    kept = [number for number, piece in enumerate(pieces) if piece.kind is not None]
    lines = [Line(piece.start, piece.end, text[piece.start:piece.end]) for piece in pieces if piece.kind is not None]
    found: list[Verdict | None] = [None] * len(pieces)
    for number, verdict in zip(kept, verdicts(lines, outlet=outlet), strict=True):
        found[number] = verdict
    return found


def _zones_of(text: str, piece: _Piece, verdict: Verdict | None, bodies: int, *, is_title: bool,
              span: tuple[int, int]) -> list[Zone]:
    if is_title:
        return [Zone(kind=ZoneKind.TITLE, start=piece.start, end=piece.end, rule="equals the title of the page")]
    if piece.kind is None:
        return [_left_out(text, piece, span)]
    if verdict is not None and "blockquote" not in piece.block.tags:
        return [verdict.zone(piece.start, piece.end)]
    kind, rule = _kept_kind(piece)
    zones = split_body(text, Line(piece.start, piece.end, text[piece.start:piece.end]), number=bodies)
    return [replace(zone, kind=kind, rule=rule) if zone.kind is ZoneKind.BODY else zone for zone in zones]


def _kept_kind(piece: _Piece) -> tuple[ZoneKind, str]:
    tags = piece.block.tags
    if "figcaption" in tags:
        return ZoneKind.CAPTION, f"figcaption, {KEPT}"
    if "blockquote" in tags or piece.kind == "quote":
        return ZoneKind.QUOTE_BLOCK, f"blockquote, {KEPT}"
    if piece.kind == "head" or tags & _HEADINGS:
        return ZoneKind.HEADING, f"heading, {KEPT}"
    return ZoneKind.BODY, KEPT


def _left_out(text: str, piece: _Piece, span: tuple[int, int]) -> Zone:
    """What the extractor left out: a byline, a caption inside the report, or furniture of some kind."""
    words, block = text[piece.start:piece.end], piece.block
    zone = Zone(kind=ZoneKind.FURNITURE, start=piece.start, end=piece.end, rule="left out by the extractor",
                detail="other")
    if len(words) <= 160 and piece.start < span[1] and byline_of(words) is not None:
        return replace(zone, kind=ZoneKind.BYLINE, rule="line that names the writer", detail=None)
    if (verdict := furniture_cue(words)) is not None:
        return replace(zone, rule=verdict.rule, detail=verdict.detail)
    if "figcaption" in block.tags and span[0] <= piece.start < span[1]:
        return replace(zone, kind=ZoneKind.CAPTION, rule="figcaption inside the report", detail=None)
    if detail := _part_of_page(block):
        return replace(zone, rule="part of the page by its markup", detail=detail)
    return zone


def _part_of_page(block: Block) -> str | None:
    if block.tags & {"nav", "footer", "header", "select", "option"}:
        return "navigation"
    return _part_by_name(block.names[:_LINE_MOST])


@lru_cache(maxsize=4096)
def _part_by_name(names: str) -> str | None:
    """What templates call this part; blocks beside each other mostly share their names."""
    return next((detail for detail, pattern in _PARTS if pattern.search(names)), None)
