"""Contraries: one voice says that a thing is legal or related, another that it is illegal or unrelated."""

from __future__ import annotations

from collections.abc import Iterator

from reportedly.records.ids import MemberId, content_id
from reportedly.records.judgement import Provenance
from reportedly.records.weighed import Dispute
from reportedly.text.kin import kin_keys
from reportedly.text.polarity import positive_forms
from reportedly.weigh.propositions import Proposition, agreement
from reportedly.weigh.sides import is_somebody, same_side
from reportedly.weigh.voices import Choir, Voice, position

COMPONENT = "reportedly.contraries.v3"
SAME_THING = 0.45
"""Agreement of what both speak of beside the two words."""


def contraries(choir: Choir) -> Iterator[Dispute]:
    """A dispute for each two speakers who use a word and its negation by prefix of the same thing."""
    by_term: dict[str, list[Voice]] = {}
    for voice in choir.voices:
        if voice.speaks and not voice.negated and not voice.denies:
            for term in voice.terms:
                by_term.setdefault(term, []).append(voice)
    for negative in sorted(by_term):
        for positive in positive_forms(negative):
            for against in by_term[negative]:
                for holder in by_term.get(positive, []):
                    if are_contrary(holder, against, {negative, positive}, choir):
                        yield _dispute(holder, against, f"{positive} / {negative}")


def are_contrary(holder: Voice, against: Voice, words: set[str], choir: Choir) -> bool:
    """True when two people speak of one thing beside the two words."""
    if same_side(holder.who, against.who) or not is_somebody(holder.who) or not is_somebody(against.who):
        return False
    thing = Proposition(None, against.keys - kin_keys(words) - choir.name_keys)
    return agreement(thing, holder, choir) >= SAME_THING


def _dispute(holder: Voice, against: Voice, words: str) -> Dispute:
    weight = 1.2 + 0.3 * (holder.origin != against.origin)
    return Dispute(id=MemberId(content_id("d", "contrary", holder.member, against.member)), kind="denial",
                   text=against.text, positions=(position([holder]), position([against])), weight=weight,
                   provenance=Provenance(component=COMPONENT, rule=words))
