"""What kind of thing a name names, by its own words: titles, heads, known forms, acronyms; the model's labels last."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from reportedly.annotate.name_parts import Word, is_hyphen_given
from reportedly.annotate.name_words import (
    AGENCIES,
    AGENCY_NAMES,
    COMMON_SURNAMES_FIRST,
    EVENT_HEADS,
    EVENT_TAILS,
    GIVEN_FEMALE,
    GIVEN_MALE,
    HEADLINE_LABELS,
    OF_HEADS,
    PLACE_HEADS,
    PLATFORMS,
    SELF_STANDING,
    THING_ACRONYMS,
)
from reportedly.annotate.parse import Block
from reportedly.records.annotation import EntityKind
from reportedly.text.country_names import COUNTRY_ALIASES
from reportedly.text.organisation_names import ORG_HEADS

LABEL_KINDS = {"PERSON": EntityKind.PERSON, "ORG": EntityKind.ORGANIZATION, "GPE": EntityKind.PLACE,
               "LOC": EntityKind.PLACE, "FAC": EntityKind.PLACE, "NORP": EntityKind.GROUP, "EVENT": EntityKind.OTHER,
               "PRODUCT": EntityKind.OTHER, "WORK_OF_ART": EntityKind.OTHER, "LAW": EntityKind.OTHER,
               "LANGUAGE": EntityKind.OTHER}
_ACRONYM = re.compile(r"^(?:[A-Z][A-Z0-9&]{1,6}|(?:[A-Z]\.){2,6})$")
_VERSIONED = re.compile(r"^(?!MI[56]$)[A-Z]{2,4}\d{1,3}$")
"""`IE6`; bodies have one letter before the number, `G20`."""
_CONTESTS = frozenset("olympics paralympics paralympic games".split())
_PAPERS = frozenset("guardian times post independent telegraph mirror observer economist herald tribune".split())
"""What with its article, `The Guardian`, names a newspaper."""
QUARTERS = frozenset("north south east west".split())
OwnKind = tuple[EntityKind, bool, bool]
"""Kind, whether it rests on more than the model's label, and whether nothing but capitals speaks for a name."""


def kind_of(core: Sequence[Word], title: Iterable[str], block: Block) -> OwnKind:
    """The kind of a name of these words after this title."""
    if any(True for _ in title):
        return EntityKind.PERSON, True, False
    known = _of_one_word(core[0], block) if len(core) == 1 else None
    return known or _of_words(core) or _of_labels(core)


def _of_one_word(word: Word, block: Block) -> OwnKind | None:
    """What a single word is known for: `Reuters`, `DNA`, `The Guardian`, `the West`, `Olympics`."""
    low, text = word.low, word.text
    if low in AGENCY_NAMES | PLATFORMS or (low in AGENCIES and text.isupper()):
        return EntityKind.ORGANIZATION, True, False
    if low in THING_ACRONYMS and sum(letter.isupper() for letter in text) > 1:
        return EntityKind.OTHER, True, False
    if low in _PAPERS and word.first > 0 and block.doc[word.first - 1].text == "The":
        return EntityKind.ORGANIZATION, True, False
    if low in QUARTERS:
        is_quarter = _is_quarter(word, block)
        return (EntityKind.PLACE if is_quarter else EntityKind.ORGANIZATION), is_quarter, not is_quarter
    if _is_label(word):
        return EntityKind.ORGANIZATION, False, True
    return (EntityKind.OTHER, True, False) if low in _CONTESTS else None


def _of_words(core: Sequence[Word]) -> OwnKind | None:
    """What the words tell by themselves: events and versions, cries in capitals, countries, heads, given names."""
    lows, text = [word.low for word in core], core[0].text
    if (lows[0] in EVENT_HEADS or lows[-1].isdigit()) and len(core) > 1:
        return EntityKind.OTHER, True, False
    if len(text) > 3 and all(word.text.isupper() for word in core) and not _ACRONYM.match(text):
        return EntityKind.OTHER, False, True
    if " ".join(lows) in COUNTRY_ALIASES:
        return (EntityKind.ORGANIZATION if lows[0] in ("un", "u.n", "eu", "e.u") else EntityKind.PLACE), True, False
    if len(core) > 1 and (kind := _kind_by_head(lows)):
        return kind, True, False
    return (EntityKind.PERSON, True, False) if _is_person_form(core) else None


def _of_labels(core: Sequence[Word]) -> OwnKind:
    """What the model calls most of the words; an acronym is no person, and with a version's number a thing."""
    labels = [word.label for word in core if word.label in LABEL_KINDS]
    text = core[0].text if len(core) == 1 else ""
    if _VERSIONED.match(text):
        return EntityKind.OTHER, bool(labels), False
    kind = LABEL_KINDS[max(sorted(set(labels)), key=labels.count)] if labels else None
    if _ACRONYM.match(text) and kind in (EntityKind.PERSON, None):
        kind = EntityKind.ORGANIZATION
    return (EntityKind.OTHER, False, True) if kind is None else (kind, False, False)


def _is_quarter(word: Word, block: Block) -> bool:
    """`the West`, `the South`, where no noun follows that it would qualify."""
    doc, after = block.doc, word.last + 1
    qualifies = after < len(doc) and (doc[after].pos_ in ("NOUN", "PROPN", "ADJ") or doc[after].text == "-")
    return word.first > 0 and doc[word.first - 1].lower_ == "the" and not qualifies


def _is_label(word: Word) -> bool:
    """A word that alone stands for a kind of thing: kept only as the short form of a fuller name."""
    return word.low in HEADLINE_LABELS or (word.low in ORG_HEADS and word.low not in SELF_STANDING)


def _kind_by_head(lows: Sequence[str]) -> EntityKind | None:
    """What the last word, or the word before ` of `, says."""
    for connector in ("of", "for"):
        if connector in lows[1:-1] and lows[lows.index(connector) - 1] in OF_HEADS:
            head = lows[lows.index(connector) - 1]
            return EntityKind.PLACE if head in PLACE_HEADS and head not in ORG_HEADS else EntityKind.ORGANIZATION
    if lows[-1] in EVENT_TAILS:
        return EntityKind.OTHER
    if lows[-1] in ORG_HEADS:
        return EntityKind.ORGANIZATION
    if lows[-1] in PLACE_HEADS:
        return EntityKind.PLACE
    return None


def _is_person_form(core: Sequence[Word]) -> bool:
    """A known given name first, or a family name followed by a hyphenated given name."""
    if not 2 <= len(core) <= 5:
        return False
    given = core[0].low in GIVEN_MALE or core[0].low in GIVEN_FEMALE
    if given and core[-1].pos == "PROPN" and core[0].label not in ("ORG", "GPE", "FAC"):
        return True
    if len(core) == 2 and is_hyphen_given(core[1].text) and "-" not in core[0].text and len(core[0].text) < 8:
        return True
    return len(core) == 3 and core[0].low in COMMON_SURNAMES_FIRST and all(len(word.text) < 8 for word in core)
