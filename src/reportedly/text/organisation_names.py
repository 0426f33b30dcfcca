"""Do two written names of organisations name one? A comparison of the two strings alone."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from reportedly.text.normalise import fold
from reportedly.text.similarity import acronym_of, letters, same_spelling

CORPORATE = frozenset("""inc incorporated corp corporation co company ltd limited llc llp plc sa ag gmbh nv ab
the""".split())
"""Words that say the legal form only."""

ORG_HEADS = frozenset("""
agency assembly association authority administration academy alliance army bank board broadcaster bureau cabinet
chamber centre center church club coalition college commission committee company confederation congress consortium
co corporation corp council court command department division directorate embassy exchange federation firm force
forces foundation front fund government group guard holdings hospital house inc incorporated institute institution
journal laboratory laboratories league legislature llc llp ltd limited magazine media ministry mission movement
museum navy network news newspaper observatory office organisation organization panel parliament partners
partnership party plc police press programme program regiment school secretariat senate service services society
solutions soviet squad station studios syndicate systems taskforce team television times post herald tribune
guardian trust tribunal union university watch watchdog brigade battalion division corps junta technologies
industries airlines airways motors pharmaceuticals hydraulics electronics logistics dynamics robotics plastics
aeronautics aerospace semiconductors microsystems chemicals therapeutics biosciences sciences foods brewery breweries
shipping steamship railway railways lines insurance securities capital ventures equity energy petroleum steelworks
shipyard shipyards infirmary hospice orchestra choir enterprises associates brothers sons networks software telecom
publishing productions entertainment records resources utilities healthcare conference confederacy caucus
bancorp sa ag gmbh nv ab oyj spa""".split())
"""Last words of names of organisations."""

FIRM_HEADS = CORPORATE - {"the"} | frozenset("""industries airlines airways motors pharmaceuticals hydraulics
electronics logistics dynamics robotics plastics aeronautics aerospace semiconductors microsystems chemicals
therapeutics biosciences foods brewery breweries shipping steamship railways lines insurance securities capital
ventures energy
petroleum steelworks shipyard shipyards enterprises associates brothers software telecom holdings technologies systems
solutions partners studios""".split())
"""Last words that people leave out when they speak of a firm: `Gannet` of `Gannet Shipping`."""
_SMALL = frozenset("of for and the on in & to".split())


@dataclass(frozen=True, slots=True)
class OrganisationName:
    """A written name, taken apart: a story compares each with thousands."""

    tokens: tuple[str, ...]
    letters: str
    acronym: str
    """Its letters where it may be an acronym, else empty."""
    acronyms: frozenset[str]
    """Acronyms it may have."""


@lru_cache(maxsize=65536)
def organisation_name(name: str) -> OrganisationName:
    """The name, taken apart."""
    parts = (re.sub(r"[.,'\"()]", "", word) for word in re.split(r"[\s\-]+", fold(name)))
    words = tuple(part for part in parts if part)
    tokens = tuple(word for word in words if word not in CORPORATE) or words
    is_short = len(tokens) == 1 and 2 <= len(tokens[0]) <= 7 and name.replace(".", "").isupper()
    initials = "".join(word[0] for word in tokens if word not in _SMALL).upper()
    acronyms = acronym_of(name.split()) | {initials} - {""} if len(tokens) > 1 else frozenset()
    return OrganisationName(tokens, letters("".join(tokens)), tokens[0].upper() if is_short else "", acronyms)


def organisation_tokens(name: str) -> tuple[str, ...]:
    """Folded words without article, full stops and corporate suffixes; all words when nothing else is left."""
    return organisation_name(name).tokens


def compare_organisations(a: str, b: str) -> tuple[float, str] | None:
    """Score and reason, or None when the two have nothing to do with each other.

    1 same words; .95 acronym; .85 other spelling; .6 the shorter is the end of the longer (`Assembly` of
    `National Assembly`) or a firm's name without its trade (`Gannet` of `Gannet Shipping`).
    """
    one, other = organisation_name(a), organisation_name(b)
    x, y = one.tokens, other.tokens
    if not x or not y:
        return None
    if x == y or one.letters == other.letters:
        return 1.0, "same name"
    if one.acronym in other.acronyms or other.acronym in one.acronyms:
        return 0.95, "acronym"
    if len(x) == len(y):
        return (0.85, "same name, other spelling") if _are_spellings(x, y) else None
    return _short_form(x, y) if len(x) < len(y) else _short_form(y, x)


def _are_spellings(x: tuple[str, ...], y: tuple[str, ...]) -> bool:
    return max(map(len, x)) > 3 and all(same_spelling(p, q) for p, q in zip(x, y, strict=True))


def _short_form(short: tuple[str, ...], full: tuple[str, ...]) -> tuple[float, str] | None:
    if full[-len(short):] == short and short[-1] in ORG_HEADS:
        return 0.6, "end of the fuller name"
    if full[:-1] == short and full[-1] in FIRM_HEADS and short[0] not in ORG_HEADS:
        return 0.6, "the firm's name without what it makes"
    return None
