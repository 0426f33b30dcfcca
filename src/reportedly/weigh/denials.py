"""Denials: what one voice denies, rejects or finds no evidence for, against the voices that hold it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reportedly.records.annotation import CueClass
from reportedly.records.ids import MemberId, content_id
from reportedly.records.judgement import Provenance
from reportedly.records.weighed import Dispute
from reportedly.text.kin import kin_keys
from reportedly.text.polarity import (
    ANAPHORIC,
    REJECTING_NOUNS,
    is_question,
    negated_words,
    rejects,
    tells_denial,
    words_of,
)
from reportedly.weigh.bearing import that_bear
from reportedly.weigh.propositions import (
    FEWEST_THINGS,
    KNOWING,
    Proposition,
    agreement,
    candidates,
    denied_proposition,
    negated_proposition,
)
from reportedly.weigh.sides import is_somebody, same_side, shown, stands_alone
from reportedly.weigh.voices import Choir, Voice, by_who, position

COMPONENT = "reportedly.denials.v4"
SAME_PROPOSITION = 0.42
"""Agreement from which a voice holds what another denies; below it, on invented pairs, they share a topic only."""
SAME_ACT = 0.34
"""The same where both tell one act: the verb, its nominal or a kin word."""
SAME_WHEN_NEGATED = 0.6
"""A plain negation is weak evidence that two voices contradict each other."""
SAME_WHEN_NEARBY = 0.25
"""In one report, a denial mostly answers what was told just before it."""
NEXT_TO_BEST = 0.6
"""Holders who agree less than this share of what the best one does are left out."""
MOST_HOLDERS = 4
MOST_ANSWERED = 2
LONGEST_TEXT = 200
HALF_COVERED = 0.5
LEAST_WEIGHT, LEAST_WEIGHT_OF_ACT, LEAST_WEIGHT_OF_KNOWING = 0.9, 0.5, 0.3
"""Weight of the least proposition: a telling term and a common one, so that "denied it" alone starts no dispute;
less where an act is told, which has to be shared."""
HOLDING_NOTHING = frozenset({CueClass.DEMAND, CueClass.ASK, CueClass.FEEL, CueClass.PREDICT, CueClass.DOUBT})
ASSERTING = frozenset({CueClass.ASSERT, CueClass.KNOW, CueClass.ALLEGE})
SUSPECTING = frozenset({CueClass.ALLEGE, CueClass.DOUBT})
MANNER_WEIGHT = {"denied": 1.0, "rejected": 0.9, "negated": 0.55}
_OFFER = re.compile(
    r"\W*(?:(?:an?|the|any|his|her|its|their|to|state|all|such|senate|house)\s+)*(?:(?:\w+\s+)?\w+['’]s\s+)?"
    r"(?:[\w-]+\s+){0,2}?"
    r"(?:offers?|proposals?|deals?|invitations?|requests?|subpoenas?|veto(?:es)?|bills?|calls\s+for|demands?|options?|"
    r"measures?|efforts?|compromises?|pleas?|bids?|consider(?:ing)?|idea\s+of|plans?\s+to)\b", re.IGNORECASE)
_REFUSED = re.compile(
    r"\b(?:reject|dismiss|spurn|rebuff)\w*\s+(?:[\w.’'-]+\s+){0,3}?(?:idea|plan|proposal|offer|bid|deal|request|demand|veto|"
    r"bill|call|criticism)s?\b", re.IGNORECASE)
"""`has dismissed his idea`, `rejected the Senate's plan`, `rejected her criticism`: an act of refusing, wherever it
stands in the sentence."""
_REFUSING = re.compile(r"\b(?:reject|dismiss|spurn|rebuff)", re.IGNORECASE)
_DIFFERING = re.compile(r"\b(?:disagree|differ)", re.IGNORECASE)
"""Of another opinion, which may deny nothing: a weak sign."""
_SOFT = re.compile(r"\b(?:downplay|play(?:s|ed|ing)? down|minimi[sz])", re.IGNORECASE)
"""Cues that make little of a thing without saying that it is not so."""
_DENYING = re.compile(r"\bden(?:y|ies|ied|ying|ial)", re.IGNORECASE)
_DEMONSTRATIVE = re.compile(r"[\"'“‘]?(?:that|this|it|them|these|those)(?:[’']s|\s+(?:is|was|are|were)|\s+\w+$|$)",
                            re.IGNORECASE)
_JUDGES_IT = re.compile(r"[\"'“‘]?(?:that|this|it)(?:[’']s|\s+(?:is|was))\s+"
                        r"(?:(?:just|simply|all|pure|total|complete|a|an)\s+)*"
                        rf"(?:{'|'.join(sorted(REJECTING_NOUNS))})\b", re.IGNORECASE)


def denials(choir: Choir) -> Iterator[Dispute]:
    """A dispute for each voice that denies what another holds."""
    for voice in choir.voices:
        how = manner(voice)
        if how is None:
            continue
        against = holders(voice, how, choir)
        if _REFUSING.search(voice.cue):
            against = [other for other in against if not _OFFER.match(other.text)]  # what "it" was that was rejected
        if against:
            found = _dispute(voice, against, how, choir)
            yield from [found] if how == "denied" or answers(voice, how, against, choir) else that_bear([found], how)


def manner(voice: Voice) -> str | None:
    """How a voice denies: by its cue, by a word that rejects, by a negation; None for one that does not."""
    if not voice.speaks or is_question(voice.text) or not is_somebody(voice.who):
        return None
    if voice.denies:
        if is_refusal(voice) or _SOFT.search(voice.cue):
            return None
        if voice.negated and not rejects(voice.text):
            return None
        return "rejected" if _DIFFERING.search(voice.cue) else "denied"
    if rejects(voice.text) and not voice.negated:
        return "rejected"
    if voice.negated and voice.cue_class in ASSERTING:
        return "negated"
    return None


def is_refusal(voice: Voice) -> bool:
    """`rejected the offer`, `turned down an invitation`: somebody will not have it; that it was made is not denied."""
    if _DENYING.search(voice.cue):
        return False
    return bool(_OFFER.match(voice.text) or (_REFUSING.search(voice.cue) and _REFUSED.search(voice.sentence.exact)))


def holders(voice: Voice, how: str, choir: Choir) -> list[Voice]:
    """Voices of others that hold what this one denies, those it answers first, then the most alike."""
    nearby = choir.before(voice)
    answered = [*inside(voice, choir), *pointed_at(voice, how, nearby)]
    scored = [(2.0 - place / 100, other) for place, other in enumerate(answered)]
    denied = negated_proposition(voice, choir) if how == "negated" else denied_proposition(voice, choir)
    if denied is not None and choir.weight(denied.keys) >= _least_weight(denied, how):
        known = {other.member for other in answered}
        alike = [pair for pair in holding(voice, denied, how, choir) if pair[1].member not in known]
        least = NEXT_TO_BEST * max((agreed for agreed, _ in alike), default=0.0)
        scored += [pair for pair in alike if pair[0] >= least]
    ordered = sorted(scored, key=lambda pair: (-pair[0] - 0.2 * pair[1].speaks - 0.1 * pair[1].named, pair[1].member))
    return without_echoes([other for _, other in ordered])


def holding(voice: Voice, denied: Proposition, how: str, choir: Choir) -> Iterator[tuple[float, Voice]]:
    """Voices that assert the denied proposition, each with how far they agree with it."""
    nearby = choir.before(voice, 1) if how == "negated" else choir.before(voice)
    close = {other.member for other in nearby}
    for other in candidates(denied, choir):
        near = other.member in close and (how != "negated" or denied.act == KNOWING)
        agreed = agreement(denied, other, choir, FEWEST_THINGS if how == "negated" and not near else 1, near)
        if agreed >= (SAME_WHEN_NEARBY if near else _threshold(how, denied)) and may_oppose(voice, other) \
                and not is_taken_back(denied, other):
            yield agreed, other


def _least_weight(denied: Proposition, how: str) -> float:
    if denied.act == KNOWING:
        return LEAST_WEIGHT_OF_KNOWING
    return LEAST_WEIGHT_OF_ACT if denied.act and how != "negated" else LEAST_WEIGHT


def _threshold(how: str, denied: Proposition) -> float:
    if how == "negated":
        return SAME_WHEN_NEGATED
    return SAME_ACT if denied.act else SAME_PROPOSITION


def without_echoes(voices: Sequence[Voice]) -> list[Voice]:
    """The voices without the outlets' own sentences, and relayed accounts, in which one of the others speaks."""
    return [voice for voice in voices if not any(
        other is not voice and other.speaks and voice.sentence.overlaps(other.sentence)
        and (not voice.speaks or _length(other) < _length(voice)) for other in voices)]


def _length(voice: Voice) -> int:
    return sum(map(len, voice.spans))


def inside(voice: Voice, choir: Choir) -> list[Voice]:
    """Voices that speak inside what this one denies: "she disputes a report in which a pilot said …"."""
    if not voice.denies:
        return []
    return [other for other in choir.by_article[voice.article_id] if other.speaks and is_somebody(other.who)
            and not same_side(voice.who, other.who) and not is_question(other.text)
            and all(any(span.covers(piece) for span in voice.spans) for piece in other.spans)]


def may_oppose(voice: Voice, other: Voice) -> bool:
    """True for another speaker in another sentence who holds something: asks, fears and denies nothing."""
    if other.cue_class in HOLDING_NOTHING or other.denies or not is_somebody(other.who):
        return False
    if other.sentence.overlaps(voice.sentence) or same_side(voice.who, other.who):
        return False
    if is_question(other.text) or rejects(other.text):
        return False
    return other.speaks or not tells_denial(other.text)


def is_taken_back(denied: Proposition, other: Voice) -> bool:
    """True when the other negates what it shares with the denial, or leaves it open."""
    if not other.negated:
        return False
    negated = kin_keys(negated_words(other.text))
    return not negated or not negated.isdisjoint(denied.keys)


def pointed_at(voice: Voice, how: str, nearby: Sequence[Voice]) -> list[Voice]:
    """What `the allegations` or `the claim` points back to: the nearest words of other speakers before it, those
    that are alleged or doubted themselves first."""
    if how == "negated" or not points_back(voice):
        return []
    spoken = [other for other in nearby if other.speaks and may_be_answered(voice, other)]
    ordered = sorted(spoken, key=lambda other: other.cue_class not in SUSPECTING)
    return [other for other in ordered if other.sentence.overlaps(ordered[0].sentence)][:MOST_ANSWERED]


def may_be_answered(voice: Voice, other: Voice) -> bool:
    """Like `may_oppose`, for what was told just before: doubts and negations can be an accusation too."""
    return other.cue_class not in HOLDING_NOTHING - SUSPECTING and not other.denies and is_somebody(other.who) \
        and not same_side(voice.who, other.who) and not is_question(other.text) \
        and (stands_alone(other.text) or stands_alone(other.whole)) and not rejects(other.text)


def answers(voice: Voice, how: str, against: Sequence[Voice], choir: Choir) -> bool:
    """`That is nonsense` after somebody's words: the pronoun says that the two bear on each other, and a model that
    is not told what it stands for cannot."""
    return how == "rejected" and bool(_JUDGES_IT.match(voice.text)) \
        and against[0] in pointed_at(voice, how, choir.before(voice))


def points_back(voice: Voice) -> bool:
    """True when the words point to what was said before: `the allegations`, `them`, "that is not …"."""
    words = words_of(voice.text)
    if any(word.removesuffix("s") in ANAPHORIC for word in words) and not stands_alone(voice.text):
        return True
    return bool(_DEMONSTRATIVE.match(voice.text))


def _dispute(voice: Voice, against: Sequence[Voice], how: str, choir: Choir) -> Dispute:
    sides = by_who(against)[:MOST_HOLDERS]
    positions = (position([voice]), *(position(side[:1]) for side in sides))
    origins = {origin for side in positions for origin in side.origins}
    named = voice.named + any(side[0].named and side[0].speaks for side in sides)
    weight = (1.0 + 0.5 * named + 0.3 * len(origins)) * MANNER_WEIGHT[how]
    return Dispute(id=MemberId(content_id("d", "denial", voice.member)), kind="denial",
                   text=contested_words(voice, [side[0] for side in sides], choir), positions=positions,
                   weight=round(weight, 4),
                   provenance=Provenance(component=COMPONENT, rule=f"{how} by {voice.who}: {voice.cue or 'negation'}"))


def contested_words(voice: Voice, against: Sequence[Voice], choir: Choir) -> str:
    """Words of a report that tell what is denied: those that assert it, else those of the denial."""
    denied = denied_proposition(voice, choir)
    whole = choir.weight(denied.keys)

    def telling(other: Voice) -> tuple[bool, bool, bool, bool, float]:
        words = shown(other.text, other.whole)
        covered = choir.weight(other.told & denied.keys) / whole if whole else 1.0
        return (stands_alone(words), len(words) <= LONGEST_TEXT, covered >= HALF_COVERED, other is not voice, covered)

    answered = [against[0]] if _JUDGES_IT.match(voice.text) else [*against[:3], voice]
    chosen = max(answered, key=telling)
    return shown(chosen.text, chosen.whole)
