"""Denials: what one voice denies, rejects or finds no evidence for, against the voices that hold it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reportedly.records.annotation import CueClass
from reportedly.records.ids import MemberId, content_id
from reportedly.records.judgement import Provenance
from reportedly.records.weighed import Dispute
from reportedly.text.polarity import ANAPHORIC, REJECTING, words_of
from reportedly.text.weights import containment, similarity, total
from reportedly.weigh.voices import Choir, Voice, by_who, position

COMPONENT = "reportedly.denials.v1"
SAME_PROPOSITION = 0.42
"""Similarity from which two voices speak of one proposition; below it, on invented pairs, they share a topic only."""
SAME_WHEN_NEARBY = 0.25
"""In one report, a denial mostly answers what was told just before it."""
MOST_POSITIONS = 6
LONGEST_TEXT = 200
LEAST_WEIGHT = 1.2
"""Weight of the least proposition: two or three telling terms, so that "denied it" alone starts no dispute."""
LEAST_SHARED = 2
"""Terms that two voices share beside people's names when they speak of one proposition."""
HOLDING_NOTHING = frozenset({CueClass.DEMAND, CueClass.ASK, CueClass.FEEL})
ASSERTING = frozenset({CueClass.ASSERT, CueClass.KNOW, CueClass.ALLEGE})


def denials(choir: Choir) -> Iterator[Dispute]:
    """A dispute for each voice that denies what another holds, loudest asserters first."""
    for voice in choir.voices:
        how = manner(voice)
        if how is None:
            continue
        against = asserters(voice, how, choir)
        if against:
            yield _dispute(voice, against, how)


def manner(voice: Voice) -> str | None:
    """How a voice denies: by its cue, by a word that rejects, by a negation; None for one that does not."""
    if voice.denies:
        return "denied"
    if not voice.speaks:
        return None
    if words_of(voice.text) & REJECTING and not voice.negated:
        return "rejected"
    if voice.negated and voice.cue_class in ASSERTING:
        return "negated"
    return None


def asserters(voice: Voice, how: str, choir: Choir) -> list[Voice]:
    """Voices of others that hold what this one denies, most alike first, one for each speaker and report."""
    nearby = choir.before(voice)
    answered = [*inside(voice, choir), *pointed_at(voice, nearby)]
    scored = [(1.0 - place / 100, other) for place, other in enumerate(answered)]
    proposition = proposition_of(voice) - choir.name_words
    if total(proposition) >= LEAST_WEIGHT:
        close = {other.member for other in nearby}
        known = {other.member for _, other in scored}
        others = [other for other in choir.voices if other.member not in known and may_oppose(voice, other)]
        for other in others:
            alike = likeness(proposition, other, choir)
            if alike >= (SAME_WHEN_NEARBY if other.member in close else _threshold(how)):
                scored.append((alike, other))
    ordered = sorted(scored, key=lambda pair: (-pair[0] - 0.2 * pair[1].speaks, pair[1].member))
    return without_echoes([other for _, other in ordered])


def without_echoes(voices: Sequence[Voice]) -> list[Voice]:
    """The voices without the outlets' own sentences in which one of the others speaks."""
    spoken = [voice.sentence for voice in voices if voice.speaks]
    return [voice for voice in voices if voice.speaks or not any(voice.sentence.overlaps(other) for other in spoken)]


def inside(voice: Voice, choir: Choir) -> list[Voice]:
    """Voices that speak inside what this one denies: "she disputes a report in which a pilot said …"."""
    if not voice.denies:
        return []
    return [other for other in choir.by_article[voice.article_id] if other.speaks and other.who != voice.who
            and all(any(span.covers(piece) for span in voice.spans) for piece in other.spans)]


def may_oppose(voice: Voice, other: Voice) -> bool:
    """True for another speaker in another sentence who holds something and does not deny too."""
    if other.cue_class in HOLDING_NOTHING:
        return False
    return other.who != voice.who and manner(other) is None and not other.sentence.overlaps(voice.sentence)


def likeness(proposition: frozenset[str], other: Voice, choir: Choir) -> float:
    """Similarity to what another voice says, 0 when they share a single term."""
    terms = other.context - choir.name_words
    return similarity(proposition, terms) if len(proposition & terms) >= LEAST_SHARED else 0.0


def pointed_at(voice: Voice, nearby: Sequence[Voice]) -> list[Voice]:
    """What `the allegations` or `the claim` points back to: the nearest words of other speakers before it, those
    that are alleged or doubted themselves first."""
    if not points_back(voice):
        return []
    spoken = [other for other in nearby if other.speaks and may_oppose(voice, other)]
    return sorted(spoken, key=lambda other: other.cue_class not in SUSPECTING)[:3]


def _threshold(how: str) -> float:
    """A plain negation is weak evidence that two voices contradict each other."""
    return SAME_PROPOSITION + (0.13 if how == "negated" else 0.0)


_DEMONSTRATIVE = re.compile(r"[\"'“‘]?(?:that|this|it|them|these|those)(?:[’']s|\s+(?:is|was|are|were)|\s+\w+$)",
                            re.IGNORECASE)
SUSPECTING = frozenset({CueClass.ALLEGE, CueClass.DOUBT})


def proposition_of(voice: Voice) -> frozenset[str]:
    """Terms of what is denied, without the words that deny it."""
    return voice.terms - REJECTING - ANAPHORIC - {"evidence"}


def points_back(voice: Voice) -> bool:
    """True when the words point to what was said before: `the allegations`, `them`, "that is not …"."""
    if any(word.removesuffix("s") in ANAPHORIC for word in words_of(voice.text)):
        return True
    return bool(_DEMONSTRATIVE.match(voice.text))


def _dispute(voice: Voice, against: Sequence[Voice], how: str) -> Dispute:
    sides = by_who(against)[:MOST_POSITIONS - 1]
    positions = (position([voice]), *(position(side) for side in sides))
    origins = {origin for side in positions for origin in side.origins}
    named = voice.named + any(side[0].named and side[0].speaks for side in sides)
    weight = (1.0 + 0.5 * named + 0.3 * len(origins)) * {"denied": 1.0, "rejected": 0.9, "negated": 0.55}[how]
    return Dispute(id=MemberId(content_id("d", "denial", voice.member)), kind="denial",
                   text=contested_words(voice, against), positions=positions, weight=round(weight, 4),
                   provenance=Provenance(component=COMPONENT, rule=f"{how} by {voice.who}: {voice.cue or 'negation'}"))


def contested_words(voice: Voice, against: Sequence[Voice]) -> str:
    """Words of a report that tell what is denied: those of the denial when it says so itself and says most."""
    proposition = proposition_of(voice)
    says_so = total(proposition) >= LEAST_WEIGHT
    offered = [*against[:3], voice] if says_so else list(against[:3])
    if not says_so:
        return max(offered, key=lambda other: (len(other.text) <= LONGEST_TEXT, total(other.terms))).text
    return max(offered, key=lambda other: round(containment(other.terms, proposition), 1)
               - 0.3 * (len(other.text) > LONGEST_TEXT)).text
