"""Blame: opposed characterisations of one act by two parties, one that defends it and one that condemns it."""

from __future__ import annotations

from collections.abc import Iterator

from reportedly.records.ids import MemberId, content_id
from reportedly.records.judgement import Provenance
from reportedly.records.weighed import Dispute
from reportedly.text.polarity import (
    CONDEMNING,
    CONDEMNING_CUES,
    DEFENDING,
    DEFENDING_CUES,
    REJECTING,
    negated_words,
    words_of,
)
from reportedly.text.weights import rarest, total, weight
from reportedly.weigh.sides import is_somebody, same_side
from reportedly.weigh.voices import Choir, Voice, by_who, position

COMPONENT = "reportedly.verdicts.v4"
LEAST_SHARED = 1.0
"""Weight of the terms that both sides use for the act: one rare term and a common one."""
MOST_A_SIDE = 3
JUDGING = CONDEMNING | DEFENDING | REJECTING


def verdicts(choir: Choir) -> Iterator[Dispute]:
    """One dispute for each act that somebody named defends and somebody else with a name condemns: what nobody signs
    is mostly the opinion of a report."""
    judged = [(voice, verdict) for voice in choir.voices
              if voice.speaks and is_somebody(voice.who) and (verdict := verdict_of(voice))]
    praised = [voice for voice, verdict in judged if verdict > 0]
    blamed = [voice for voice, verdict in judged if verdict < 0]
    by_act: dict[tuple[str, ...], tuple[dict[str, Voice], dict[str, Voice]]] = {}
    blamed_by_term: dict[str, list[int]] = {}
    for place, accuser in enumerate(blamed):
        for term in accuser.terms - JUDGING - choir.name_words:
            blamed_by_term.setdefault(term, []).append(place)
    for defender in praised:
        for place in sorted({place for term in defender.terms for place in blamed_by_term.get(term, ())}):
            accuser = blamed[place]
            act = shared_act(defender, accuser, choir.name_words)
            if act is not None:
                left, right = by_act.setdefault(act, ({}, {}))
                left[defender.member] = defender
                right[accuser.member] = accuser
    for act, (left, right) in sorted(by_act.items()):
        if all(any(voice.named for voice in side.values()) for side in (left, right)):
            yield _dispute(act, list(left.values()), list(right.values()))


def verdict_of(voice: Voice) -> int:
    """1 for words that defend, -1 for words that condemn, 0 for neither or both."""
    negated = set(negated_words(voice.text))
    plain = words_of(voice.text) - negated
    cue = words_of(voice.cue)
    good = len(plain & DEFENDING) + len(negated & CONDEMNING) + 2 * any(_is_form(word, DEFENDING_CUES) for word in cue)
    bad = len(plain & CONDEMNING) + len(negated & DEFENDING) + 2 * any(_is_form(word, CONDEMNING_CUES) for word in cue)
    if voice.denies:
        good, bad = bad, good
    return (good > bad) - (bad > good)


def _is_form(word: str, lemmas: frozenset[str]) -> bool:
    """True when the word is a lemma or a regular form of one: `defended`, `slammed`, `justifies`."""
    stems = {word, word.removesuffix("s"), word.removesuffix("es"), word.removesuffix("d"), word.removesuffix("ed"),
             word.removesuffix("ing"), word.removesuffix("ing") + "e", word.removesuffix("ied") + "y",
             word.removesuffix("ies") + "y", word.removesuffix("med")}
    return not lemmas.isdisjoint(stems)


def shared_act(defender: Voice, accuser: Voice, names: frozenset[str]) -> tuple[str, ...] | None:
    """The rarest terms that both use beside their verdicts; None for the same speaker or other things."""
    if same_side(defender.who, accuser.who) or defender.sentence.overlaps(accuser.sentence):
        return None
    shared = (defender.terms & accuser.terms) - JUDGING - names
    telling = [term for term in rarest(shared, 2) if weight(term) > 0.3]
    return tuple(sorted(telling)) if total(telling) >= LEAST_SHARED else None


def _dispute(act: tuple[str, ...], defenders: list[Voice], accusers: list[Voice]) -> Dispute:
    left = by_who(_loudest(defenders))[:MOST_A_SIDE]
    right = by_who(_loudest(accusers))[:MOST_A_SIDE]
    positions = (*(position(side) for side in left), *(position(side) for side in right))
    origins = {origin for side in positions for origin in side.origins}
    named = any(side[0].named for side in left) + any(side[0].named for side in right)
    text = right[0][0].whole if len(right[0][0].whole) < 200 else right[0][0].text
    return Dispute(id=MemberId(content_id("d", "blame", *act)), kind="blame", text=text, positions=positions,
                   weight=round((0.6 + 0.4 * named + 0.25 * len(origins)), 4),
                   provenance=Provenance(component=COMPONENT, rule=f"opposed verdicts on {' '.join(act)}"))


def _loudest(voices: list[Voice]) -> list[Voice]:
    """Named voices first, then those whose words say most."""
    return sorted(voices, key=lambda voice: (not voice.named, -total(voice.terms), voice.member))
