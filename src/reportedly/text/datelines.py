"""Where the words of a report begin, behind its time stamp, its place and its agency, and where its readers' begin.

Saved and converted reports often run headline, stamp and dateline into their first sentences: "Ferry sinks off Wexmouth
WEXMOUTH | Mon May 5, 2031 4:07 pm EDT WEXMOUTH (Reuters) - A ferry …". What stands before the dash is no part of what
the report tells, and the day in the stamp is the day of publication once more, not a day that the report names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

REACH = 600
"""Characters in which a dateline is looked for: a headline, some highlights, a credit."""
FEWEST_WORDS_LEFT = 4
"""Where less is left the stamp was the report, and nothing is cut."""
_AGENCY = (
    r"(?:Thomson )?Reuters(?: Life!)?|(?:The )?Associated Press|AP|AFP|CNN(?: Student News)?|UPI|DPA|dpa|Xinhua|Yonhap"
    r"|I?TAR-TASS|TASS|Interfax|RIA Novosti|Kyodo|PTI|ANI|IANS|EFE|ANSA|Anadolu|AA|PA|AAP|CP|Bloomberg|KCNA|SANA|MENA"
    r"|BBC|NPR|Ukrinform"
)
_DASH = r"\s*(?:-{1,3}|–|—|―)\s*"
_TELLS = r"(?=[\"'“‘$£€]?[A-Z0-9])"
"""What follows begins a sentence: "the company (AP) - which …" is none."""
_CREDIT = re.compile(rf"\((?:{_AGENCY})\){_DASH}{_TELLS}")
_WEEKDAY = r"(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?,? )?"
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
_DATE = rf"{_WEEKDAY}(?:\d{{1,2}} {_MONTH} \d{{4}}|{_MONTH} \d{{1,2}},? \d{{4}})"
_CLOCK = r"\d{1,2}[:.]\d\d(?: ?[AaPp]\.?[Mm]\b\.?)?(?: (?:GMT|UTC|BST|CES?T|E[SD]?T|C[SD]T|M[SD]T|P[SD]T))?"
_STAMP = re.compile(
    rf"(?:\b{_DATE}[,;]? (?:(?:Last )?[Uu]pdated at )?{_CLOCK}(?: Help)?|\| {_CLOCK} UK time, {_DATE}) {_TELLS}"
)
_OPENS = (
    r"(?:The|An?|In|It|He|She|They|There|This|These|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|More|At|On|As|After"
    r"|For|With|When|While|If|Some|Many|Several|Dozens|Hundreds|Thousands)"
)
_SEAM = re.compile(rf"(?<=[a-z0-9%’'\"”)A-Z]) (?={_OPENS} [a-z])")
_GOES_ON = re.compile(
    r"(?:\b(?:of|in|to|by|at|for|with|from|and|or|on|the|an?|as|told|than|that|is|are|was|were|said|says|called|titled"
    r"|named|but|vs?|mr|mrs|dr|\w+['’]s)|[,:;])$",
    re.IGNORECASE,
)
"""Before such words a capital is part of a name or a title, and no sentence begins."""
HEADLINE_REACH = 400
SHORTEST_OPENING = 8
"""Words that a sentence behind a headline has at least."""
_COMMENT = re.compile(
    rf"(?:\b{_DATE} at {_CLOCK}|\b[Aa]t {_CLOCK},? (?:on )?\d{{1,2}}(?:st|nd|rd|th)? {_MONTH},? \d{{4}})"
    r"(?: \||,? [^.\n]{1,60}? (?:wrote|writes|said|says):)$"
)
"""The stamp over a reader's comment: "May 5, 2031 at 5:26 pm |", "At 2:32 pm on 5 May 2031, roe wrote:"."""
_COMMENT_END = re.compile(r"[apAP]\.?[mM]\.? \||\b(?:wrote|writes|said|says):")
LONGEST_STAMP = 140
_CAPITALS = r"[A-Z][A-Z.'’/-]*[A-Z.]"
_PLACE = re.compile(rf"(?:{_CAPITALS}(?: {_CAPITALS})*(?:, [A-Z][\w.]+)*\s*(?:--|–|—)\s*)+{_TELLS}")


def words_start(text: str) -> int:
    """Offset in a report's text at which its own words begin; 0 where no stamp and no dateline stands near the top."""
    head = text[:REACH]
    start = 0
    for pattern in (_STAMP, _CREDIT):
        if found := pattern.search(head, start):
            start = found.end()
    if found := _PLACE.match(text, start):
        start = found.end()
    return start if len(text[start:].split(maxsplit=FEWEST_WORDS_LEFT)) >= FEWEST_WORDS_LEFT else 0


def headline_end(sentence: str) -> int:
    """Offset in a report's first sentence at which a headline or caption run into it ends: "Ferry sinks off Wexmouth
    The harbour master said …"; 0 where none is seen. Only openings that cannot go on a headline are taken."""
    end = 0
    for seam in _SEAM.finditer(sentence[:HEADLINE_REACH]):
        before = sentence[: seam.start()]
        is_quoted = before.count('"') % 2 or before.count("“") > before.count("”")
        if not is_quoted and not _GOES_ON.search(before[-20:]):
            end = seam.end()
    return end if len(sentence[end:].split(maxsplit=SHORTEST_OPENING)) >= SHORTEST_OPENING else 0


def words_end(text: str) -> int:
    """Offset in a page's text at which readers' comments begin, told from two stamps at least; its length where none
    do. A name written before its stamp stays with the report."""
    begins = islice(_comments(text), 2)
    first = next(begins, len(text))
    return first if next(begins, None) is not None else len(text)


def _comments(text: str) -> Iterator[int]:
    """Where each comment begins. Their ends are looked for first, being rarer than dates."""
    for mark in _COMMENT_END.finditer(text):
        before = max(0, mark.start() - LONGEST_STAMP)
        if found := _COMMENT.search(text[before : mark.end()]):
            yield before + found.start()
