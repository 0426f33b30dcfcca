"""Plain text -> zones: the text exactly as decoded, its lines typed."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reportedly.read import cues
from reportedly.read.block_quotes import with_block_quotes
from reportedly.read.furniture import Verdict, split_body, verdicts
from reportedly.read.lines import Line, lines_of
from reportedly.records.article import Zone, ZoneKind
from reportedly.text.normalise import fold

_LONGEST_TITLE = 28
_LONGEST_HEADING = 9
_LONGEST_SUBTITLE = 40
_OWN_NOTE = re.compile(r"(?:corrections?|clarifications?|editor['’]s note|retraction|update)\b[^.]{0,40}?:\s",
                       re.IGNORECASE)
"""How an outlet's account of its own error begins: part of the report, but no headline."""


def zones_of(text: str, *, title: str | None = None, outlet: str | None = None) -> tuple[Zone, ...]:
    """The typed zones of a plain text, in order. `title`: the headline, where the source gives it apart."""
    lines = _unwrapped(text, lines_of(text))
    found = verdicts(lines, outlet=outlet)
    _take_title(lines, found, title)
    _take_headings(lines, found)
    zones: list[Zone] = []
    body = 0
    for line, verdict in zip(lines, found, strict=True):
        if verdict is not None:
            zones.append(verdict.zone(line.start, line.end))
            continue
        zones += split_body(text, line, number=body)
        body += 1
    return with_block_quotes(text, zones)


def _unwrapped(text: str, lines: list[Line]) -> list[Line]:
    """Lines of hard-wrapped paragraphs joined into one each, so that no sentence is cut by a line's end."""
    joined: list[Line] = []
    group: list[Line] = []
    for line in [*lines, None]:
        if line is None or line.after_blank:
            joined += _joined_group(text, group)
            group = []
        if line is not None:
            group.append(line)
    return joined


def _joined_group(text: str, group: list[Line]) -> list[Line]:
    if len(group) < 2 or not _is_wrapped(group):
        return group
    first, last = group[0], group[-1]
    return [Line(first.start, last.end, text[first.start:last.end], first.after_blank)]


def _is_wrapped(group: Sequence[Line]) -> bool:
    """Lines of nearly one length, mostly without an end mark, some of them going on in lower case."""
    widths = [len(line.text) for line in group[:-1]]
    if min(widths) < 45 or max(widths) > 100 or max(widths) - min(widths) > 24:
        return False
    open_ends = sum(not line.ends for line in group[:-1])
    goes_on = any(line.text[:1].islower() for line in group[1:])
    return goes_on and open_ends * 2 >= len(widths)


def _take_title(lines: Sequence[Line], found: list[Verdict | None], title: str | None) -> None:
    """The first line that is not furniture, when it equals the given title or has the shape of a headline."""
    number = next((i for i, verdict in enumerate(found) if verdict is None), None)
    first = 0 if title and lines and fold(lines[0].text) == fold(title) else number
    if first is None or first > 5:
        return
    line = lines[first]
    if title is not None:
        if not _same_headline(line.text, title):
            return
        rule = "first line equals the given title"
    elif _is_headline(line) and len(lines) > first + 1:
        rule = "first line has the shape of a headline"
    else:
        return
    found[first] = Verdict(ZoneKind.TITLE, rule)
    _take_subtitle(lines, found, first + 1)


def _take_subtitle(lines: Sequence[Line], found: list[Verdict | None], number: int) -> None:
    if number + 1 >= len(lines) or found[number] is not None:
        return
    line = lines[number]
    if _is_headline(line, _LONGEST_SUBTITLE) and line.words >= 4 and (
            found[number + 1] is not None or (lines[number + 1].words > line.words and lines[number + 1].ends)):
        found[number] = Verdict(ZoneKind.SUBTITLE, "line under the title without an end mark")


def _same_headline(line: str, title: str) -> bool:
    mine, given = fold(line), fold(title)
    if mine == given:
        return True
    ours, theirs = set(mine.split()), set(given.split())
    shared = len(ours & theirs)
    return shared >= 3 and shared >= 0.8 * max(len(ours), len(theirs))


def _is_headline(line: Line, longest: int = _LONGEST_TITLE) -> bool:
    """Short, begins like a headline, closes without a full stop, a comma or a colon."""
    text = line.text
    if not 2 <= line.words <= longest or len(text) > 240:
        return False
    if text.endswith((".", ",", ";", ":", "…", "-", "–", "—")) or line.trails_off:
        return False
    if _OWN_NOTE.match(text) or (re.search(r"[.!?][\"”’']?\s+\S", text) and line.words > 14):
        return False
    return not (text[0].islower() or cues.DATELINE.match(text))


def _take_headings(lines: Sequence[Line], found: list[Verdict | None]) -> None:
    """Short lines without any end mark between paragraphs."""
    for number in range(1, len(lines) - 1):
        line, after = lines[number], lines[number + 1]
        if found[number] is not None or found[number + 1] is not None:
            continue
        before = lines[number - 1].ends or found[number - 1] is not None
        bare = line.text[-1:].isalnum() and line.text[:1].isupper()
        if bare and before and after.ends and line.words <= min(_LONGEST_HEADING, after.words // 2):
            found[number] = Verdict(ZoneKind.HEADING, "short line without an end mark above a paragraph")
