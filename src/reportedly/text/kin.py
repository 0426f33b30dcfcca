"""Kin words: one key for a verb, its nominal and the words newsrooms use for it: `warned`, `warning` and `told`."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from reportedly.text.weights import weighed_terms, weight

FAMILIES = (
    "warn warning tell told inform notify alert brief briefing advise caution forewarn",
    "order command instruct instruction direct directive ordering",
    "sell sold sale dump offload",
    "kill kills death die dead died murder slay slew slain massacre",
    "injure injury wound hurt",
    "shoot shot shooting gunfire fire fired",
    "pay paid payment bribe bribery",
    "attack strike raid assault bombing bomb airstrike",
    "hack breach intrude intrusion intruder break-in hacker cyberattack compromise",
    "leak disclose disclosure reveal revelation",
    "resign resignation quit step-down",
    "steal stole stolen theft thief rob robbery",
    "know knew known knowledge aware awareness discover discovery find found learn learned",
    "cause blame fault responsible responsibility behind",
    "rig rigging fraud manipulate manipulation tamper falsify falsification forge forgery fake faked",
    "hide hid hidden conceal cover-up coverup",
    "meet met meeting talk talks",
    "choose chose choice pick select",
    "threaten threat menace",
    "lie lied lying mislead misled deceive deception",
    "fund finance bankroll funding",
    "arrest detain detention custody",
    "send sent deploy deployment dispatch",
    "collude collusion conspire conspiracy plot",
    "poison poisoning poisonous",
    "fly flew flight",
    "fight fought fighting battle",
    "win won victory",
    "lose lost loss",
    "agree agreement deal accord",
    "offer bid",
    "begin began begun start",
    "build built construction construct",
    "buy bought purchase acquire acquisition",
    "help aid assist assistance",
    "tax taxes",
    "abuse harass harassment molest",
)
"""Words of one happening or act; each line is one key. Irregular forms stand beside their lemma."""
_ENDINGS = ("ations", "ation", "ments", "ment", "ings", "ing", "ions", "ion", "ied", "ies", "ers", "ed", "er", "es",
            "s")
_STEM = 6


@cache
def kin_key(word: str) -> str:
    """The key of a folded word: the first of its family, else its stem. Words of other meaning may share a stem, so
    a key alone tells little."""
    families = _families()
    bare = _bare(word)
    for form in (word, bare, bare + "e"):
        if form in families:
            return families[form]
    return (bare if len(bare) <= _STEM else bare[:_STEM]).removesuffix("e")


def kin_keys(words: Iterable[str]) -> frozenset[str]:
    """The keys of several words."""
    return frozenset(map(kin_key, words))


def _bare(word: str) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 4 - (len(ending) < 3):
            stem = word[:-len(ending)] + ("y" if ending in ("ied", "ies") else "")
            return stem[:-1] if stem[-1] == stem[-2] and stem[-1] not in "ls" else stem
    return word


def by_kin(terms: Iterable[str]) -> tuple[str, ...]:
    """Terms by kin, sorted and unique: words by their keys, numbers and names with marks in them as they are."""
    return tuple(sorted({kin_key(term) if term.isalpha() else term for term in terms}))


@cache
def kin_weight(key: str) -> float:
    """How much it tells that two texts share a key, 0 to 1: the weight of the commonest word that has it."""
    return _key_weights().get(key) or weight(key)


@cache
def _key_weights() -> dict[str, float]:
    weights: dict[str, float] = {}
    for term in weighed_terms():
        if term.isalpha():
            key = kin_key(term)
            weights[key] = min(weight(term), weights.get(key, 1.0))
    return weights


@cache
def _families() -> dict[str, str]:
    return {word: line.split()[0] for line in reversed(FAMILIES) for word in line.split()}
