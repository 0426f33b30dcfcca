"""Sentences that tell no happening: captions, credits, corrections, calls to the reader, notes on sources."""

from __future__ import annotations

import re

_OPENING = re.compile(
    r"""\s*(?:(?:photos?|photograph|pictures?|pictured|videos?|images?|gallery|slideshow|watch|listen|read\ more
    |also\ read|see\ also|related|caption|file\ photo|credits?|sources?|graphics?|map|advertisement|corrections?
    |clarification
    |editor['’]?s['’]?\ note|note\ to\ readers|most\ read|more\ on\ this)\s*[:|–—]
    |(?:scroll\ down|sign\ up|subscribe|click|find\ out)\b)""",
    re.IGNORECASE | re.VERBOSE,
)
_AGENCY_OPENING = re.compile(r"\s*(?:GETTY|REX|EPA|AFP|REUTERS|(?i:getty images))\s+(?:IMAGES\s+)?(?=[A-Z\d])")
_CREDIT = re.compile(
    r"""©|\bgetty\ images\b|\((?:getty|ap|afp|reuters|epa|pa)(?:\ (?:photo|images))?\)[.\s]*$|\(pictured\b|,\ pictured,
    |\bpictured\s+(?:left|right|above|below|here|with|in|at|on)\b
    |\b(?:photo(?:graph)?|image|picture)\ (?:by|credit|courtesy)\b
    |\b(?:photo(?:graph)?|image|picture|video)\b[^.]{0,60}\b(?:shows|made\ available|provided|released)\ ?(?:by)?\b
    |\bview\ photos\b|\bread\ more\s*$|pic\.twitter\.com|\b(?:posted|post\ shared)\ by\b|[—-]\s*[^—]{1,40}\(@\w+\)
    |\|\s*source\s*:""",
    re.IGNORECASE | re.VERBOSE,
)
_ANONYMITY = re.compile(
    r"""\bcondition\ of\ anonymity\b|\b(?:asked|declined|refused|did\ not\ want|wished|requested)\ (?:not\ )?
    (?:to\ be|to\ remain)\ (?:named|identified|quoted|anonymous)\b
    |\bnot\ (?:authori[sz]ed|allowed|permitted)\ to\ (?:speak|talk|comment|discuss)\b""",
    re.IGNORECASE | re.VERBOSE,
)
_NOTE = re.compile(
    r"""\b(?:an\ )?earlier\ version\ of\ this\b|\bthis\ (?:story|article|post|report|page)\ (?:has\ been|was|is\ being)\
    (?:updated|corrected|amended|edited)|\b(?:delivered\ to|in)\ your\ inbox\b|\b(?:our|the)\ (?:free\ )?newsletter\b
    |\b(?:did\ not|didn['’]t)\ (?:immediately\ )?(?:respond|reply|return)\b[^.]{0,40}
    \b(?:requests?|calls?|messages?|emails?)\b""",
    re.IGNORECASE | re.VERBOSE,
)
_CONTACT = re.compile(r"\b(?:reached out to|contacted|approached)\b[^.]{0,60}\bfor (?:a )?comment\b", re.IGNORECASE)
LEAST_SHOUTED, SHOUTED_SHARE = 6, 0.4
"""Words in capitals, and their share, from which a line of the body is a label of a map or a heading; fewer may be
names of bodies."""


def tells_nothing(sentence: str, *, is_title: bool) -> bool:
    """True for a caption, a credit, a correction, a call to the reader or a note on why a source is unnamed."""
    if _OPENING.match(sentence) or _AGENCY_OPENING.match(sentence) or _CREDIT.search(sentence):
        return True
    if _ANONYMITY.search(sentence) or _NOTE.search(sentence):
        return True
    if "comment" in sentence and _CONTACT.search(sentence):
        return True
    return not is_title and _is_shouted(sentence)


def _is_shouted(sentence: str) -> bool:
    words: list[str] = re.findall(r"[^\W\d_]{2,}", sentence[:400])
    shouted = sum(word.isupper() for word in words)
    return shouted >= LEAST_SHOUTED and shouted >= SHOUTED_SHARE * len(words)
