"""Propositions: what is denied, and how far another voice says the same: the same act, of the same things."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reportedly.text.kin import kin_key, kin_keys
from reportedly.text.polarity import ANAPHORIC, REJECTING, negated_words
from reportedly.weigh.voices import PLAIN_ACTS, Choir, Voice

FEWEST_THINGS = 2
"""Things two voices share beside names when no act tells that they speak of one proposition."""
HALF, WHOLE = 0.5, 0.8
"""Shares of a proposition: the least that must be said, and that from which words that all reports use suffice."""
_PROOF = frozenset({"evidence", "indication", "proof", "sign", "trace"})
NO_ACT = kin_keys(PLAIN_ACTS | _PROOF | {"reason"})
KNOWING = kin_key("know")
"""`had no knowledge of the fund` denies the fund too, so others need not speak of knowing."""
_JUDGING = kin_keys(REJECTING | ANAPHORIC | _PROOF)

MOST_TELLING = 0.4
"""Share of the weight of the things denied that must be named: to `drag lawmakers out` is not to speak of lawmakers."""


@dataclass(frozen=True, slots=True)
class Proposition:
    """What a voice denies, as keys."""

    act: str | None
    """What is said to have been done; None when only things are named."""
    keys: frozenset[str]
    """The act and the things, without names of people and words that judge."""


def denied_proposition(voice: Voice, choir: Choir) -> Proposition:
    """All that the words of a denial say, without the words that deny."""
    keys = voice.keys - _JUDGING - choir.name_keys
    act = voice.act if voice.act not in _JUDGING else None
    return Proposition(act, keys | {act} if act else keys)


def negated_proposition(voice: Voice, choir: Choir) -> Proposition | None:
    """What stands under the negation of the words; None when nothing definite is negated."""
    scope = [kin_key(word) for word in negated_words(voice.text)]
    known = [key for key in scope if key in voice.keys or key == voice.act]
    keys = frozenset(known) - _JUDGING - choir.name_keys
    if not keys:
        return None
    act = next((key for key in known if key not in NO_ACT), None)
    return Proposition(act, keys)


def agreement(denied: Proposition, other: Voice, choir: Choir, fewest: int = 1, near: bool = False) -> float:
    """0 to 1: how far another voice says what is denied. 0 for another act or for fewer things than these; what all
    reports name counts only for one who spoke `near`, just before."""
    told = bool(denied.act) and denied.act in other.told
    if denied.act and not told and denied.act != KNOWING:
        return 0.0
    things = denied.keys - {denied.act or ""}
    shared = things & other.context_keys
    if len(shared) < max(fewest if told else FEWEST_THINGS, (len(things) + 1) // 2 if len(things) > 2 else 0):
        return 0.0
    if not near and choir.weight(shared) < MOST_TELLING * choir.weight(things):
        return 0.0
    same = shared | ({denied.act or ""} if told else set())
    whole, part = choir.weight(denied.keys), choir.weight(same)
    covered = part / whole if whole else 0.0
    if covered < HALF or (not near and same <= choir.everywhere and covered < WHOLE):
        return 0.0
    said = choir.weight(other.context_keys - choir.name_keys | same)
    return (2 * part / (whole + said) + covered) / 2


def candidates(denied: Proposition, choir: Choir) -> Iterator[Voice]:
    """Voices that can agree: those that tell the act, else those that name a thing not all reports name; each once."""
    keys = [denied.act] if denied.act else []
    if not denied.act or denied.act == KNOWING:
        keys += sorted(denied.keys - choir.everywhere)
    seen = set()
    for key in keys:
        for voice in choir.telling.get(key, ()):
            if voice.member not in seen:
                seen.add(voice.member)
                yield voice
