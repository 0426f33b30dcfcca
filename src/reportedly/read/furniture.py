"""Types the lines of a text: what is the report, and what is the page around it.

Nothing is deleted: a line taken for furniture stays in the frozen text as a typed zone, and when in doubt a line is
body. Cues are general and anchored (`cues.py`); shape, position and neighbours decide where a cue alone would not.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from reportedly.read import cues
from reportedly.read.captions import caption_zones
from reportedly.read.lines import Line, trimmed
from reportedly.records.article import Zone, ZoneKind

_SPACE = re.compile(r"\s+")
_STRAIGHT = str.maketrans({"’": "'", "‘": "'", "ʼ": "'",
                           "\u200b": None, "\ufeff": None, "\u200e": None, "\u200f": None})
_LIST_HEAD = "heading of a list of other reports"
_MOST_LISTED = 12
_LONGEST_LISTED = 18
"""Words of the longest line that still passes for the headline of another report in a list."""
_BYLINE_REACH = 8
"""Lines from the top within which a bare `By NAME` is a byline."""
_DATELINE_REACH = 4
_ROLE = re.compile(
    r"\b(?:correspondent|editor|reporter|writer|staff|bureau|chief|desk|columnist|analyst|producer|contributor|agency|news|"
    r"times|post|press)\b|\d", re.IGNORECASE)
"""In a byline, what comes after a comma and is no second name: a post, an outlet, a date."""
_NO_PLACES = frozenset("file photo video watch update updated breaking exclusive analysis opinion live note "
                       "correction explainer "
                       "editor question answer".split())
"""Labels in capitals before a dash that name no place: `FILE -` stands before captions."""
_LEAST_LABELS = 6
_LEAST_MAP_WORDS = 2
_MAP_WORDS = frozenset(
    "HOTEL STREET BOULEVARD AVENUE ROAD RIVER ENTRANCE EXIT STAGE AIRPORT STATION BRIDGE FREEWAY HIGHWAY NORTH SOUTH "
    "EAST WEST MILES MILE KM FEET METERS METRES QUAY PARK SEA LAKE OCEAN BAY GULF ISLAND HARBOUR HARBOR PARKING "
    "TERMINAL RUNWAY SQUARE TOWER GATE DETAIL".split())
_HEADLINE_WORDS = frozenset(
    "a an the of in on at to for from by with and or as is are was were be been has have had will would can could may "
    "not no but after before over under against into out up down off how what when where why who says said vs amid "
    "it its he his she her they their we our us you your i my this that these those".upper().split())
"""Words that headlines in capitals hold and labels of a map do not."""
_LONGEST_TAIL = 40
"""Words of the longest furniture that is cut off the end of a paragraph."""
_LONGEST_FURNITURE = 2_500
_MOST_LINE = 500
"""Characters of the longest line that cues are tried on as a whole: longer ones are paragraphs."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a line is, if it is not body."""

    kind: ZoneKind
    rule: str
    detail: str | None = None

    def zone(self, start: int, end: int) -> Zone:
        """The zone of these offsets."""
        return Zone(kind=self.kind, start=start, end=end, rule=self.rule, detail=self.detail)


def plain(words: str) -> str:
    """The words as cues expect them: single spaces, straight apostrophes."""
    return _SPACE.sub(" ", words.translate(_STRAIGHT)).strip()


@lru_cache(maxsize=8192)  # the pages of one outlet repeat the same lines
def furniture_cue(words: str) -> Verdict | None:
    """The furniture that this line is by its words alone, wherever it stands; None for everything else."""
    if len(words) > _LONGEST_FURNITURE:
        return None
    line = plain(words)
    count = len(line.split())
    if (cue := _matching(cues.LONG_CUES, _ANY_LONG, line, count)) is not None:
        return Verdict(ZoneKind.FURNITURE, cue.rule, cue.detail)
    if len(words) > _MOST_LINE:
        return None
    if _is_map_label(line):
        return Verdict(ZoneKind.FURNITURE, "labels of a map or graphic", "other")
    if (cue := _matching(cues.CUES, _ANY, line, count)) is not None:
        return Verdict(ZoneKind.FURNITURE, cue.rule, cue.detail)
    if count <= 16 and cues.STAMP.fullmatch(line):
        return Verdict(ZoneKind.FURNITURE, "date of publication or change", "other")
    return None


def _any_of(offered: Sequence[cues.Cue]) -> tuple[re.Pattern[str], ...]:
    """Patterns that match where any of the cues may: most lines are none of them, and so are asked once."""
    flags = {cue.pattern.flags for cue in offered}
    return tuple(re.compile("|".join(cue.pattern.pattern for cue in offered if cue.pattern.flags == flag), flag)
                 for flag in sorted(flags))


_ANY = _any_of(cues.CUES)
_ANY_LONG = _any_of(cues.LONG_CUES)


def _matching(offered: Sequence[cues.Cue], any_of: Sequence[re.Pattern[str]], line: str, count: int) -> cues.Cue | None:
    bare = line.rstrip(" !")
    if not any(pattern.fullmatch(line) or (bare != line and pattern.fullmatch(bare)) for pattern in any_of):
        return None
    return next((cue for cue in offered if count <= cue.most_words
                 and cue.pattern.fullmatch(bare if cue.detail == "share" else line)), None)


def _is_map_label(line: str) -> bool:
    """Names in capitals side by side, some of them of what maps show, without any word that makes a headline of them.
    """
    if not (line.isascii() and line.isupper() and line.replace(" ", "").isalpha()):
        return False
    words = line.split()
    return (len(words) >= _LEAST_LABELS and len(_MAP_WORDS.intersection(words)) >= _LEAST_MAP_WORDS
            and _HEADLINE_WORDS.isdisjoint(words))


def byline_of(words: str) -> tuple[str, ...] | None:
    """The names in a line like `By Jane Roe and John Poe, Gannet staff`; None when the line is no byline."""
    line = plain(words)
    if len(line) > 160 or len(line.split()) > 22:
        return None
    match = cues.BYLINE.fullmatch(line)
    if match is None or (line.endswith((".", "!", "?")) and not match["names"].endswith(".")):
        return None
    first, *others = (name.strip() for name in re.split(r",? and |, | & ", match["names"]))
    return (first, *(name for name in others if name and not _ROLE.search(name)))


def verdicts(lines: Sequence[Line], *, outlet: str | None = None) -> list[Verdict | None]:
    """One verdict a line, None for body, in the light of position and neighbours."""
    found = [furniture_cue(line.text) for line in lines]
    _take_bylines(lines, found, outlet)
    _take_lists(lines, found)
    return found


def _take_bylines(lines: Sequence[Line], found: list[Verdict | None], outlet: str | None) -> None:
    for number, line in enumerate(lines):
        near_edge = number < _BYLINE_REACH or number >= len(lines) - 3
        if not near_edge or found[number] or byline_of(line.text) is None:
            continue
        found[number] = Verdict(ZoneKind.BYLINE, "line that names the writer")
        if number and found[number - 1] is None and _is_outlet(lines[number - 1].text, outlet):
            found[number - 1] = Verdict(ZoneKind.BYLINE, "name of the outlet above the byline")
        if number + 1 < len(lines) and found[number + 1] is None and _is_outlet(lines[number + 1].text, outlet):
            found[number + 1] = Verdict(ZoneKind.BYLINE, "name of the outlet below the byline")
    for number, line in enumerate(lines[:3]):
        if found[number] is None and _names_writer_and_outlet(line.text):
            found[number] = Verdict(ZoneKind.BYLINE, "writer and outlet")


def _is_outlet(words: str, outlet: str | None) -> bool:
    line = plain(words)
    known = outlet is not None and line.casefold() == outlet.casefold()
    return known or bool(len(line.split()) <= 6 and cues.MEDIA_NAME.fullmatch(line))


def _names_writer_and_outlet(words: str) -> bool:
    """`Jane Roe, GannetNews.example`: a name of two or three words, a comma, an outlet."""
    name, comma, rest = plain(words).partition(", ")
    return bool(comma) and bool(re.fullmatch(r"[A-Z][\w.'-]+(?: [A-Z][\w.'-]+){1,2}", name)) and _is_outlet(rest, None)


def _take_lists(lines: Sequence[Line], found: list[Verdict | None]) -> None:
    """The headlines under "Most read" and the like, until a line is no headline any more.

    Only at the end of the text, or where what follows is furniture again: a list in mid-text could be the report's.
    """
    for number, verdict in enumerate(found):
        if verdict is None or verdict.rule != _LIST_HEAD:
            continue
        stop = number + 1
        while (stop < len(lines) and stop - number <= _MOST_LISTED and found[stop] is None
               and _is_listed(lines[stop])):
            stop += 1
        if stop == len(lines) or found[stop] is not None:
            for listed in range(number + 1, stop):
                found[listed] = Verdict(ZoneKind.FURNITURE, "in a list of other reports", "see-also")


def _is_listed(line: Line) -> bool:
    return line.words <= _LONGEST_LISTED and not line.text.endswith((".", ",", ";", ":")) and not line.trails_off


def split_body(text: str, line: Line, *, number: int = 99) -> list[Zone]:
    """The zones of a body line: its label, dateline and the furniture run into its end come off as zones of their own.

    `number`: how many body lines stand before it; datelines are looked for in the first few only.
    """
    if (captions := caption_zones(text, line.start, line.end)) is not None:
        return captions
    zones: list[Zone] = []
    start, end = line.start, line.end
    if label := cues.LABEL_HEAD.match(text, start, end):
        zones.append(_furniture(start, label.end(), "bracketed label", "other"))
        start = _skip_blank(text, label.end(), end)
    if number < _DATELINE_REACH and (cut := _dateline_end(text, start, end)):
        zones.append(Zone(kind=ZoneKind.DATELINE, start=start, end=cut, rule="place before the first words"))
        start = _skip_blank(text, cut, end)
    end, tails = _cut_tails(text, start, end)
    is_caption = any(zone.rule == "credit of a picture" for zone in tails)
    if piece := trimmed(text, start, end):
        kind = ZoneKind.CAPTION if is_caption else ZoneKind.BODY
        zones.append(Zone(kind=kind, start=piece[0], end=piece[1],
                          rule="line closed by a picture credit" if is_caption else "line of the text"))
    return zones + tails


def _furniture(start: int, end: int, rule: str, detail: str) -> Zone:
    return Zone(kind=ZoneKind.FURNITURE, start=start, end=end, rule=rule, detail=detail)


def _skip_blank(text: str, start: int, end: int) -> int:
    while start < end and text[start].isspace():
        start += 1
    return start


def _dateline_end(text: str, start: int, end: int) -> int | None:
    head = text[start:min(end, start + 120)]
    match = cues.DATELINE.match(head)
    if match is None:
        return None
    place, mark = match["place"] or "", match["mark"]
    if place.casefold() in _NO_PLACES:
        return None
    sure = bool(match["agency"] or match["bare"]) or (place.isupper() and len(place) > 2 and mark not in ":/")
    hinted = mark in ("—", "–", "--") and (match["day"] or match["region"] or len(place.split()) <= 2)
    return start + match.end("mark") if sure or (hinted and mark not in ":/_") else None


def _cut_tails(text: str, start: int, end: int) -> tuple[int, list[Zone]]:
    """Where the report's own words end in this line, and the furniture after them."""
    tails: list[Zone] = []
    while True:
        # Tails are short, and the patterns cost time on a megabyte in one line.
        begin = max(start, end - _MOST_LINE)
        piece = text[begin:end]
        if (match := _teaser_tail(piece)) is not None and begin + match.start() > start:
            at, rule, detail = begin + match.start("tail"), "teaser run into a paragraph", _tail_detail(match["tail"])
        elif (match := cues.CREDIT_TAIL.search(piece)) and begin + match.start() > start:
            at = begin + match.start() + len(match.group()) - len(match.group().lstrip())
            rule, detail = _credit_rule(match.group()), "credit"
        else:
            return end, tails
        tails.insert(0, _furniture(at, end, rule, detail))
        stop = trimmed(text, start, at)
        if stop is None:
            return start, tails
        end = stop[1]


def _teaser_tail(piece: str) -> re.Match[str] | None:
    match = cues.TEASER_TAIL.search(piece)
    return match if match is not None and len(match["tail"].split()) <= _LONGEST_TAIL else None


def _credit_rule(words: str) -> str:
    is_picture = re.search(r"photo|image|picture|credit|illustration|graphic", words, re.IGNORECASE)
    return "credit of a picture" if is_picture else "credit at the end"


def _tail_detail(tail: str) -> str:
    first = tail.split()[0].casefold().rstrip(":")
    if first in ("read", "see", "also", "related", "watch", "more") and "updates" not in tail.casefold():
        return "notice" if tail.casefold().startswith("more to") else "see-also"
    return "notice" if first in ("this", "check") else "promo"
