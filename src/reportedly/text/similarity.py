"""How alike two spellings are: edit distance, Jaro-Winkler, and a comparison that knows how names are romanised."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from reportedly.text.normalise import fold

_DIGRAPHS = (("tsch", "j"), ("tch", "j"), ("sch", "s"), ("ch", "j"), ("sh", "s"),
             ("zh", "j"), ("kh", "k"), ("gh", "k"),
             ("ph", "f"), ("ck", "k"), ("th", "t"), ("dj", "j"), ("q", "k"), ("x", "ks"), ("z", "s"),
             ("b", "p"), ("g", "k"), ("d", "t"), ("v", "w"), ("ff", "f"))
_VOWELS = re.compile(r"[aeiouy]+")
_DOUBLED = re.compile(r"(.)\1+")
_NOT_LETTERS = re.compile(r"[^a-z0-9]+")
_LONG_SPELLING = 7
"""Letters from which one slip of the pen no longer makes another name; shorter names differ by one letter too often."""


def edit_distance(a: str, b: str, limit: int) -> int:
    """Insertions, deletions, substitutions and swaps of neighbours (optimal string alignment), at most `limit` + 1."""
    if abs(len(a) - len(b)) > limit:
        return limit + 1
    before: list[int] = []
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        new = [i]
        for j, y in enumerate(b, 1):
            cost = min(row[j] + 1, new[j - 1] + 1, row[j - 1] + (x != y))
            if i > 1 and j > 1 and x == b[j - 2] and a[i - 2] == y:
                cost = min(cost, before[j - 2] + 1)
            new.append(cost)
        before, row = row, new
        if min(row) > limit:
            return limit + 1
    return min(row[-1], limit + 1)


def is_one_slip(a: str, b: str) -> bool:
    """True where one letter put in, left out, changed or swapped with its neighbour makes one of the other at most."""
    if abs(len(a) - len(b)) > 1:
        return False
    same = next((place for place, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    x, y = a[same:], b[same:]
    if len(x) == len(y):
        return x[1:] == y[1:] or (x[:2] == y[1::-1] and x[2:] == y[2:])
    return x == y[1:] if len(x) < len(y) else x[1:] == y


def jaro_winkler(a: str, b: str) -> float:
    """Jaro similarity with Winkler's bonus for a common beginning (Winkler 1990): 0 to 1."""
    if a == b:
        return 1.0
    window = max(len(a), len(b)) // 2 - 1
    taken = [False] * len(b)
    matched_a = []
    for i, x in enumerate(a):
        for j in range(max(0, i - window), min(len(b), i + window + 1)):
            if not taken[j] and b[j] == x:
                taken[j] = True
                matched_a.append(x)
                break
    matched_b = [y for y, used in zip(b, taken, strict=True) if used]
    common = len(matched_a)
    if not common:
        return 0.0
    swaps = sum(x != y for x, y in zip(matched_a, matched_b, strict=True)) / 2
    jaro = (common / len(a) + common / len(b) + (common - swaps) / common) / 3
    prefix = next((i for i, (x, y) in enumerate(zip(a[:4], b[:4], strict=False)) if x != y), min(4, len(a), len(b)))
    return jaro + 0.1 * prefix * (1 - jaro)


@lru_cache(maxsize=65536)
def letters(name: str) -> str:
    """The folded letters and digits of a name, without blanks and hyphens: `Jae-myung` is `jaemyung`."""
    return _NOT_LETTERS.sub("", fold(name))


@lru_cache(maxsize=65536)
def skeleton(name: str) -> str:
    """Consonants only, with interchangeable ones merged (g/k, b/p, ch/j, sh/s, d/t) and none doubled.

    Spellings of one name in different romanisations share it; so do some different names, hence it is a blocking key.
    """
    return _DOUBLED.sub(r"\1", _VOWELS.sub("", _consonants(letters(name)))) or letters(name)[:1]


@lru_cache(maxsize=65536)
def sound_code(name: str) -> str:
    """Like `skeleton`, with vowels kept as three classes: a, e (ae, e, ai, i), o (o, u, oo, eo, eu).

    `Duck-soo` and `Deok-su` share it, `Yong-hyun` and `Yong-bin` do not.
    """
    return _DOUBLED.sub(r"\1", _VOWELS.sub(_vowel_class, _consonants(letters(name))))


def _consonants(word: str) -> str:
    for spelling, sound in _DIGRAPHS:
        word = word.replace(spelling, sound)
    word = re.sub(r"c(?=[eiy])", "s", word).replace("c", "k")
    word = re.sub(r"(?<=[aeiouy])h(?=[^aeiouy]|$)", "", word)
    return re.sub(r"(?<=[^aeiouyh])h(?=[^aeiouy]|$)", "", word)


def _vowel_class(match: re.Match[str]) -> str:
    vowels = match.group().replace("y", "") or "i"
    if set(vowels) & set("ou"):
        return "o"
    if vowels[0] == "a" and "e" not in vowels and "i" not in vowels:
        return "a"
    return "i" if vowels[0] == "i" or vowels == "ee" else "e"


@lru_cache(maxsize=65536)
def same_spelling(a: str, b: str) -> float:
    """How sure it is that two name tokens are spellings of one: 1 equal, 0.95 alike in sound, 0.85 a slip, else 0."""
    x, y = letters(a), letters(b)
    if x == y:
        return 1.0 if x else 0.0
    if min(len(x), len(y)) < 2:
        return 0.0
    if sound_code(a) == sound_code(b) and len(x) > 2 < len(y):
        return 0.95
    shorter, longer = sorted((len(x), len(y)))
    if longer >= _LONG_SPELLING and shorter >= _LONG_SPELLING - 1 and is_one_slip(x, y):
        return 0.85
    if shorter >= 6 and skeleton(a) == skeleton(b) and edit_distance(x, y, 2) <= 2 and jaro_winkler(x, y) >= 0.84:
        return 0.85
    return 0.0


def acronym_of(words: Sequence[str]) -> frozenset[str]:
    """Acronyms a name can have: initials of all its words and of its capitalised ones, upper case."""
    plain = [word for part in words for word in re.split(r"[-\s]", part) if word and word[0].isalnum()]
    capitals = [word for word in plain if word[0].isupper()]
    return frozenset("".join(word[0] for word in chosen).upper() for chosen in (plain, capitals) if len(chosen) > 1)
