"""Which member's words stand for a cluster: the one that tells it best by itself."""

from __future__ import annotations

import re
from collections.abc import Collection

from reportedly.records.annotation import EventMention

SHORTEST, LONGEST = 60, 220
"""Characters of a clause that reads well as an entry: shorter lacks who or what, longer tells several things."""
LONGEST_SHOWN = 240
FEWEST_WORDS = 5
_FIRST_PERSON = re.compile(r"\b(?:I|my|we|our|us|you|your)\b")


def readability(mention: EventMention, full_names: Collection[str], central: float,
                dated_by_publication: bool) -> float:
    """How well a member's clause stands alone: central words, a full name, a date of its own, a telling length."""
    words = mention.clause.exact
    score = 2.0 * central
    score += 0.6 * any(name in words for name in full_names)
    score += 0.0 if dated_by_publication else 0.8
    score += 0.6 if SHORTEST <= len(words) <= LONGEST else -0.6 if len(words) > LONGEST_SHOWN else 0.0
    score -= 0.8 * words.rstrip().endswith("?")
    score -= 0.9 * (mention.is_title or is_title_case(words))
    score -= 0.5 * starts_with_pronoun(words)
    return score - 0.3 * (words[:1] in "\"“‘'")


def is_title_case(words: str) -> bool:
    """True when nearly every longer word is capitalised, as headlines of many outlets are."""
    longer = [word for word in words.split() if len(word) > 3 and word[0].isalpha()]
    return len(longer) >= 4 and sum(word[0].isupper() for word in longer) >= 0.8 * len(longer)


def is_fragment(words: str) -> bool:
    """True for a clause cut out of its sentence: it opens in lower case or with a pronoun, or is very short."""
    return words[:1].islower() or starts_with_pronoun(words) or len(words) < SHORTEST


def standing(words: str, *, is_title: bool) -> float:
    """Factor for how well the words shown stand alone as a line: 1, less for headlines, fragments and open pronouns."""
    factor = 0.5 if words.rstrip().endswith(("?", "…", "...")) else 1.0
    factor *= 0.7 if is_title or is_title_case(words) else 1.0
    factor *= 0.5 if words[:1].islower() else 1.0
    factor *= 0.6 if starts_with_pronoun(words) else 1.0
    factor *= 0.5 if words[:1] in "\"“‘'" or _FIRST_PERSON.search(words) else 1.0
    return factor * (0.5 if len(words.split()) < FEWEST_WORDS else 1.0)


def starts_with_pronoun(words: str) -> bool:
    """True when the clause opens with a word that needs the sentence before."""
    first, _, rest = words.partition(" ")
    if first.lower() in _LEADING:  # "In it, Roe claimed …"
        return re.sub(r"\W.*", "", rest.lower()) in _POINTING
    return first.lower() in PRONOUNS


_LEADING = frozenset({"in", "at", "on", "after", "from", "with", "for", "by", "under"})
_POINTING = frozenset({"it", "them", "him", "her"})
PRONOUNS = frozenset("he she it they this that these those his her its their we i you him them there".split())
