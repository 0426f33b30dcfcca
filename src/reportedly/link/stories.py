"""Which reports tell one story: weighted words compared by cosine, joined by average linkage.

Weights come from a static table, never from the reports at hand, so the score of two reports depends on them alone.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from math import log, sqrt

from reportedly.link.solve import clusters
from reportedly.records.linked import Pair
from reportedly.text.normalise import fold
from reportedly.text.weights import weight

SAME_STORY = 0.2
"""Least mean cosine; chosen on the development half of the story-clustering bench."""
_WORD = re.compile(r"[a-z][a-z'’-]+|\d{2,}")
_TITLE_SHARE = 3
"""How many times a word of the title counts."""
FUNCTION_WORDS = frozenset("""
a about above after again against all also although am an and any are as at be because been before being below
between both but by can cannot could did do does doing down during each even ever every few for from further get got
had has have having he her here hers herself him himself his how if in into is it its itself just like made make
many may me might more most much must my myself no nor not now of off on once one only or other our ours out over
own said same say saying says she should since so some still such than that the their theirs them themselves then
there these they this those though through to told too two under until up upon us very was way we well went were
what when where whether which while who whom whose why will with within without would yet you your yours mr mrs ms
new""".split())
"""Words that no text is about; the table of weights holds content words only."""
_ENDINGS = (("ies", "y"), ("ing", ""), ("ed", ""), ("es", ""), ("s", ""))


def stories(texts: Mapping[str, tuple[str, str]], threshold: float = SAME_STORY) -> tuple[tuple[str, ...], ...]:
    """Groups of ids whose (title, text) tell one story, each sorted; a report alone is a group of one."""
    vectors = {key: vector(title, text) for key, (title, text) in sorted(texts.items())}
    keys = sorted(vectors)
    pairs = [Pair(kind="story", a=a, b=b, score=cosine(vectors[a], vectors[b]), reason="weighted words shared")
             for number, a in enumerate(keys) for b in keys[number + 1:]]
    return clusters(keys, pairs, threshold, cohesion=1.0)


def vector(title: str, text: str) -> dict[str, float]:
    """Weights of the report's terms, of unit length; empty for a text without words."""
    counts = Counter(terms_of(text))
    for term in terms_of(title):
        counts[term] += _TITLE_SHARE
    raw = {term: (1 + log(count)) * weight(term) for term, count in counts.items()}
    length = sqrt(sum(value * value for value in raw.values()))
    return {term: value / length for term, value in sorted(raw.items())} if length else {}


def terms_of(words: str) -> list[str]:
    """Terms of a stretch of text in order, function words left out."""
    found = (word.removesuffix("'s").strip("'-") for word in _WORD.findall(fold(words)))
    return [term_of(word) for word in found if word not in FUNCTION_WORDS and len(word) > 1]


def term_of(word: str) -> str:
    """The word without its commonest endings, where what is left is the more usual word."""
    stems = [word.removesuffix(ending) + put for ending, put in _ENDINGS
             if word.endswith(ending) and len(word) - len(ending) > 2]
    return min([word, *stems], key=weight)


def cosine(a: Mapping[str, float], b: Mapping[str, float]) -> float:
    """Cosine of two vectors of unit length, rounded so that the order of addition cannot show."""
    shorter, longer = sorted((a, b), key=len)
    return round(sum(value * longer.get(term, 0.0) for term, value in shorter.items()), 6)
