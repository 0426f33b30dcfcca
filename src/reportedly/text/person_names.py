"""Do two written names of people name one person? A comparison of the two strings alone."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import lru_cache

from reportedly.text.normalise import fold
from reportedly.text.similarity import letters, same_spelling

SUFFIXES = frozenset("jr sr ii iii iv".split())
_NICKNAMES = """alex alexander alexandra|andy andrew|ben benjamin|bill william will billy|bob robert rob bobby|charlie
charles chuck|chris christopher christine|dan daniel danny|dave david|dick richard rick rich|don donald|ed edward
ted eddie|fred frederick|greg gregory|jack john|jeff jeffrey|jim james jimmy jamie|joe joseph joey|jon jonathan
|josh joshua|kate katherine catherine kathryn|ken kenneth|larry lawrence|liz elizabeth beth|matt matthew
|mike michael mick|nick nicholas|pat patrick patricia|pete peter|phil philip phillip|ron ronald|sam samuel samantha
|steve steven stephen|sue susan|ted theodore|tim timothy|tom thomas tommy|tony anthony|vince vincent|zach zachary
|sasha alexander|misha mikhail|dima dmitri dmitry|volodya vladimir volodymyr"""
_SHORT_FORMS: defaultdict[str, set[int]] = defaultdict(set)
"""Of each given name the groups of `_NICKNAMES` that it stands in."""
for _number, _group in enumerate(_NICKNAMES.split("|")):
    for _name in _group.split():
        _SHORT_FORMS[_name].add(_number)


@lru_cache(maxsize=65536)
def name_tokens(name: str) -> tuple[str, ...]:
    """Folded words of a name, hyphens parted, without full stops and generational suffixes."""
    parts = (part.strip(".,'\"") for part in re.split(r"[\s\-‐‑]+", fold(name)))
    return tuple(part for part in parts if part and part not in SUFFIXES)


def compare_people(a: str, b: str) -> tuple[float, str] | None:
    """Score and reason; negative when the two must be different people; None when they share no word.

    1 same words; .95 other romanisation; .85-.93 a middle name, an initial or a slip more; .6 one word within a
    fuller name; -1 one family name with contradictory given names.
    """
    x, y = name_tokens(a), name_tokens(b)
    if not x or not y:
        return None
    if letters(a) == letters(b) or (len(x) == len(y) and sorted(x) == sorted(y)):
        return 1.0, "same name"
    if len(x) == 1 or len(y) == 1:
        return _compare_with_single(x, y)
    whole = _compare_wholes(x, y)
    if whole:
        return whole
    return _compare_parts(x, y)


def _compare_with_single(x: tuple[str, ...], y: tuple[str, ...]) -> tuple[float, str] | None:
    single, other = (x, y) if len(x) == 1 else (y, x)
    if len(other) == 1:
        alike = same_spelling(single[0], other[0])
        return (alike * 0.9, "other spelling of one name") if alike and len(single[0]) > 4 else None
    best = max(same_spelling(single[0], part) for part in (other[0], other[-1]))
    if not best and letters(single[0]) == "".join(other[1:]):
        best = 1.0
    return (0.6 * best, "one word of the fuller name") if best else None


def _compare_wholes(x: tuple[str, ...], y: tuple[str, ...]) -> tuple[float, str] | None:
    """Names as wholes, so that `Won Shik`, `Won-shik` and `Wonsik` are alike."""
    if same_token(x[0], y[0]) >= 0.85:
        rest = same_spelling("".join(x[1:]), "".join(y[1:]))
        if rest:
            return rest, "same name, other spelling"
    if same_token(x[-1], y[-1]) >= 0.85 and len(x) == len(y) == 2 and same_token(x[0], y[0]) >= 0.85:
        return 0.85, "same name, other spelling"
    return None


def _compare_parts(x: tuple[str, ...], y: tuple[str, ...]) -> tuple[float, str] | None:
    """Word by word, each used once; initials agree with words they begin."""
    shorter, longer = sorted((x, y), key=len)
    left = list(longer)
    least, matched = 1.0, 0
    for part in shorter:
        best = max(((same_token(part, other), -i) for i, other in enumerate(left)), default=(0.0, 0))
        if best[0]:
            left.pop(-best[1])
            least, matched = min(least, best[0]), matched + 1
    if matched == len(shorter):
        ends = same_token(x[0], y[0]) and same_token(x[-1], y[-1])
        return (0.93 if ends else 0.8) * least, "same name, one fuller" if left else "same name, other spelling"
    if not matched:
        return None
    return -1.0, f"different names: {' '.join(x)} and {' '.join(y)}"


@lru_cache(maxsize=65536)
def same_token(a: str, b: str) -> float:
    """`same_spelling`, or .95 for an initial, or .9 for a short form of a given name."""
    alike = same_spelling(a, b)
    if alike:
        return alike
    if (len(a) == 1 or len(b) == 1) and a[0] == b[0]:
        return 0.95
    return 0.9 if a in _SHORT_FORMS and b in _SHORT_FORMS and _SHORT_FORMS[a] & _SHORT_FORMS[b] else 0.0
