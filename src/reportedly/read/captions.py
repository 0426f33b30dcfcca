"""Captions of pictures in a text: the line with its credit, as plain text leaves both behind.

A caption is the outlet's own account and stays readable; the credit and the words of the picture's frame around it
are furniture. A line is taken only where such a frame is seen: a bare caption without one looks like a sentence of
the report, and stays one.
"""

from __future__ import annotations

import re

from reportedly.read.lines import trimmed
from reportedly.records.article import Zone, ZoneKind

_PICTURE_DESK = (
    r"(?:Getty(?: Images)?|GETTY(?: IMAGES)?|AFP|AFP-Getty|EPA|REUTERS|Reuters|AP|AP:Associated Press|Associated Press|"
    r"PA(?: Wire| Images)?|Press Association|Rex(?: Features)?|REX|Alamy|Shutterstock|SWNS|Splash|WENN|iStock|"
    r"Barcroft|Caters|News Group Newspapers Ltd)")
_PHOTOGRAPHER = r"[A-Z][\w.'’-]*(?: (?:[A-Z][\w.'’-]*|de|van|von|da|al)){0,3}"
_MONTH = r"(?:Jan|Feb|March|April|May|June|July|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
_DAY = rf"(?:undated|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?:,? {_MONTH} \d{{1,2}}(?:, \d{{4}})?)?,?|" \
       rf"{_MONTH} \d{{1,2}}(?:, \d{{4}})?,?|{_MONTH} \d{{4}}|\d{{4}})"
_PICTURE = r"(?:photo(?:graph)?|image|picture|frame grab|video|still|combination)\b"

_FRAME_HEADS = tuple(re.compile(pattern) for pattern in (
    r"(?:(?:Image|Media|Video) (?:copyright|playback) .{1,70}? )?(?:Image|Media|Video) caption:?\s+(?=\S)",
    r"(?:(?:Facebook|Twitter|Pinterest|WhatsApp|Email|LinkedIn|Google\+)\s+){2,}(?=[A-Z0-9“\"‘'])",
    r"©\s?(?:\d{4}\s)?[A-Z][\w.]*(?:/\s?[A-Z][\w.]*)+(?:\s[A-Z][\w.]*)?\s+(?=(?:The|A|An|This|In)\b)",
    r"CLOSE\s+(?=[A-Z0-9“\"‘'][^\n]*[a-z])",
    r"(?:Enlarge|View|Open) (?:this )?image (?:toggle caption )?(?=[A-Z][^\n]{40})",
))
"""What a template puts before a caption."""
_DESK_HEAD = re.compile(
    rf"(?:{_PICTURE_DESK}(?:\s?[-–]\s?Contributor| or licensors)?|[A-Z ]{{3,40}}•{_PICTURE_DESK})"
    rf"(?:[/•]{_PICTURE_DESK})*\s+(?=[A-Z0-9“\"‘'][\w’']*\s)"
    r"(?!(?:News|Photo\w*|Exclusive|Explains|Fact|Poll|Editor|Reporter|Journalist|Correspondent|President)\b|"
    r"[A-Z]\w* (?:reported|reports|said|says)\b)")
"""The credit before a caption that has no end mark: a sentence of a report that begins so has one."""
_FILE_LABEL = re.compile(
    r"(?:FILE(?: PHOTO| IMAGE| PICTURE)?|(?i:file (?:photo|image|picture)|pictured))\s?(?:[-–—]|:)\s+"
    r"(?=[A-Z0-9“\"‘'])")
_AGENCY_PICTURE = re.compile(
    rf"(?:In this|This|In an?|An?) (?:(?:{_DAY}|provided|handout) )+(?:[\w-]+ ){{0,2}}?{_PICTURE}"
    rf"[^.]{{0,80}}\b(?:shows?|,|people|released|provided|made available|taken|by)", re.ASCII)
"""`In this May 4, 2031 file photo, …`, as agencies begin their captions."""
_GALLERY = re.compile(r"\s+(?:(?:Hide|Show) [Cc]aption|Play slideshow.{0,40}?|Photo|Slide)\s+\d{1,3} (?:of|/) \d{1,3}$")
"""Where a picture stands in a gallery."""
_CREDIT_TAILS = tuple(re.compile(pattern) for pattern in (
    rf"\s?©\s?[A-Za-z]{{2}}[\w.'’ -]{{0,40}}(?:, {_PHOTOGRAPHER})*(?: ?/ ?{_PHOTOGRAPHER})?(?:\s?\([^()]{{2,40}}\))$",
    r"\s?\(?\s?\b(?:Photographs?|Photo|Picture|Image|Photographer|Photo credit|Image credit|Picture credit)\s?:\s"
    r"[A-Z][^:.!?]{2,80}\)?$",
    rf"\s?\((?:Photo by )?{_PHOTOGRAPHER}(?:,? {_PHOTOGRAPHER})*\s?/\s?(?=[^()]*\b(?:{_PICTURE_DESK}|Images|Photos?|"
    r"Pool|File|Handout|via|Invision|Bloomberg|Times|Post|News|Press|Daily|Herald|Tribune|Star|Globe|Journal|Guardian|"
    r"Telegraph|Gazette|Chronicle|Sun|Mail)\b)[A-Z][^()]{1,60}\)(?:\s\([A-Z][\w ]+\))?$",
    r"\s?\((?:Courtesy (?:of|photo)|Handout|Photo courtesy|Screenshot|Submitted)\b[^()]{0,80}\)$",
    rf"(?<=[\s.])REUTERS\s?/\s?{_PHOTOGRAPHER}(?:/(?:File|Files|Pool|Handout)(?: Photo)?)?$",
    rf"\s?Credit\s?[:.]?\s?{_PHOTOGRAPHER}/[A-Z][\w ]{{1,40}}$",
))
"""The credit that closes a caption."""
_LONGEST = 1_200
_MOST_TAIL = 200
_END = re.compile(r"[.!?…][”\"’')\]]*$")


def caption_zones(text: str, start: int, end: int) -> list[Zone] | None:
    """The caption in this line with the credit and frame around it as furniture; None for a line without a frame."""
    if end - start > _LONGEST:
        return None
    words = text[start:end]
    head = _head_length(words)
    tail = _tail_start(words, head)
    is_named = bool(_FILE_LABEL.match(words) or _AGENCY_PICTURE.match(words))
    if head == 0 and tail == len(words) and not is_named:
        return None
    zones = [_furniture(start, start + head)] if head else []
    if piece := trimmed(text, start + head, start + tail):
        zones.append(Zone(kind=ZoneKind.CAPTION, start=piece[0], end=piece[1], rule="line with the frame of a picture"))
    if rest := trimmed(text, start + tail, end):
        zones.append(_furniture(*rest))
    return [_bare(text, zone) for zone in zones]


def _head_length(words: str) -> int:
    """Characters of the frame or credit before the caption; 0 without one."""
    for pattern in _FRAME_HEADS:
        if match := pattern.match(words):
            return match.end()
    match = _DESK_HEAD.match(words)
    return match.end() if match is not None and not _END.search(words) else 0


def _tail_start(words: str, head: int) -> int:
    """Where the credit or the place in a gallery begins that closes the caption; the length of the line without one."""
    begin = max(head, len(words) - _MOST_TAIL)
    for pattern in (_GALLERY, *_CREDIT_TAILS):
        match = pattern.search(words, begin)
        if match is not None and match.start() > head:
            return match.start()
    return len(words)


def _furniture(start: int, end: int) -> Zone:
    return Zone(kind=ZoneKind.FURNITURE, start=start, end=end, rule="credit or frame of a picture", detail="credit")


def _bare(text: str, zone: Zone) -> Zone:
    """The zone without blanks at its ends."""
    start, end = trimmed(text, zone.start, zone.end) or (zone.start, zone.end)
    return Zone(kind=zone.kind, start=start, end=end, rule=zone.rule, detail=zone.detail)
