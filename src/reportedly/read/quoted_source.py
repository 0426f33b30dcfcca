"""Who is quoted: the outlet or person that a lead-in names."""

from __future__ import annotations

import re

_WORD = r"(?:[A-Z][\w&’'-]*(?:\.[A-Z])*\.?|[A-Z]\.)"
_NAME = rf"(?P<name>{_WORD}(?:\s+(?:of|for|and|the|de|al|&)(?:\s+the)?(?=\s+[A-Z])|\s+{_WORD})*)"
_SAY = (
    r"(?:tells?|told|telling|reports?|reported|reporting|says?|said|saying|writes?|wrote|writing|claims?|claimed|"
    r"states?|stated|notes?|noted|explains?|explained|argues?|argued|warns?|warned|announced?|announces|puts? it|"
    r"describes?|described|published|confirms?|confirmed|reveals?|revealed|posted|tweeted|declares?|declared|"
    r"pledged|pledging)")
_TO_OUTLET = re.compile(rf"\b(?:told|telling|tells)\s+(?:the\s+)?{_NAME}")
_ACCORDING = re.compile(
    rf"\b(?:[Aa]ccording to|[Vv]ia|from|by|[Qq]uoting|[Cc]iting)\s+(?:an?\s+(?:article|report|story|piece)\s+(?:in|"
    rf"by|from)\s+)?(?:the\s+)?{_NAME}")
_SUBJECT = re.compile(
    rf"(?:^|[\s“\"(,])(?:[Tt]he\s+)?{_NAME}(?:\s+\w+ly)?(?:\s+(?:is|are|was|were|has|have|had|also|now|later|"
    rf"recently|just|then))*(?:\s+\w+ly)?\s+{_SAY}\b")
_OPENER = re.compile(
    r"^(?:But|And|So|In|As|When|While|Now|For|The|This|That|Here|Yet|On|At|After|Before|It|He|She|They|We|I|If|One|"
    r"Meanwhile|According|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b\s*")
_NOT_A_SOURCE = frozenset({"", "U.S.", "US", "UK", "EU", "I", "It", "He", "She", "They", "We", "This", "That", "There"})


def named_source(lead_in: str, block: str) -> str | None:
    """The outlet or person that the lead-in names as the one whose words follow; None where it names nobody.

    `block`: the quoted words. Words that speak of a person in the third person are not that person's, so a name that
    stands in them is not given; an outlet that was told something is, since outlets name themselves in their reports.
    """
    if match := _TO_OUTLET.search(lead_in):
        return _clean(match["name"])
    for pattern in (_ACCORDING, _SUBJECT):
        for match in pattern.finditer(lead_in):
            name = _clean(match["name"])
            if name is not None and not _is_told_of(name, block):
                return name
    return None


def _clean(name: str) -> str | None:
    words = " ".join(name.split())
    while (stripped := _OPENER.sub("", words)) != words:
        words = stripped
    words = re.sub(r"[’']s?$", "", words).strip(" ,")
    return None if words in _NOT_A_SOURCE else words


def _is_told_of(name: str, block: str) -> bool:
    return re.search(rf"\b{re.escape(name.split()[-1])}\b", block) is not None
