"""Sides: whether two names stand for one side of a dispute, and which words of a side a reader understands."""

from __future__ import annotations

import re
from functools import cache

from reportedly.text.normalise import fold
from reportedly.text.polarity import ANAPHORIC

LONGEST_SHOWN = 300
FEWEST_WORDS = 4
_ARTICLE = re.compile(r"^(?:an?|the|its|his|her|their|one)\s+")
_MOUTHPIECE = re.compile(r"\b(?:spokes(?:man|woman|person|people)|statement|representative|press|office|service|"
                         r"from|for|by|of|in|at|an?|the|'s)\b|'s\b")
_WORD = re.compile(r"[a-z0-9][a-z0-9.-]*")
_POINTS_AWAY = re.compile(r"that(?:['’]s|\s+(?:is|was))\s|"
                          r"(?:that\s+)?(?:he|she|it|they|this|these|those|them|him|her|you|his|their|its|here|"
                          r"there)\b", re.IGNORECASE)
_NOBODY = frozenset("""nothing nobody none no-one everyone anyone everything it he she they who that this all both some
                    many most others people""".split())

_PRONOUNS = frozenset("it he she they who that this nothing nobody none".split())


@cache
def side_key(who: str) -> str:
    """The name folded, without its article: `An officer` is `officer`."""
    return _ARTICLE.sub("", fold(who))


def is_somebody(who: str) -> bool:
    """False for what cannot take a side: `nothing`, a pronoun, a whole clause."""
    words = who.split()
    return bool(words) and len(words) <= 9 and side_key(who) not in _NOBODY \
        and words[0].casefold() not in _PRONOUNS


@cache
def same_side(who: str, other: str) -> bool:
    """True for one voice under two names: itself, or a body and who speaks for it (`a Kestrel spokesman`)."""
    first, second = side_key(who), side_key(other)
    if first == second:
        return True
    bare = set(_WORD.findall(_MOUTHPIECE.sub(" ", first))), set(_WORD.findall(_MOUTHPIECE.sub(" ", second)))
    speaks_for = any("spokes" in name or "statement" in name for name in (first, second))
    if not all(bare):
        return speaks_for and "spokes" in first and "spokes" in second
    named = who[:1].isupper() and other[:1].isupper()
    return bare[0] == bare[1] or ((speaks_for or named) and (bare[0] <= bare[1] or bare[1] <= bare[0]))


def shown(text: str, sentence: str) -> str:
    """The words, or their sentence where they only point elsewhere: `the claim`, `that she …`, `you`."""
    return sentence if not stands_alone(text) and len(sentence) <= LONGEST_SHOWN else text


def stands_alone(text: str) -> bool:
    """True when a reader understands the words without what stands around them."""
    plain = fold(text).strip("\"'“”‘’ .,;:")
    words = _WORD.findall(plain)
    if len(words) < FEWEST_WORDS or _POINTS_AWAY.match(plain):
        return False
    return not (len(words) < 2 * FEWEST_WORDS and any(word.removesuffix("s") in ANAPHORIC for word in words))
