"""Whether `he` or `she` may mean somebody, as far as titles and given names tell."""

from __future__ import annotations

from collections.abc import Iterable

from reportedly.annotate.name_words import GIVEN_FEMALE, GIVEN_MALE, TITLE_GENDER
from reportedly.text.normalise import fold

_GIVEN = GIVEN_MALE | GIVEN_FEMALE
_FAMILY_FIRST = frozenset({"kim", "lee"})
"""Given names that are family names too, and then stand first: `Kim Yong-bin`, `Lee Jae Myung`."""


def title_gender(words: str) -> str | None:
    """`m` or `f` by the first word of a title or role that tells; None where none does."""
    return next((TITLE_GENDER[word] for word in fold(words).replace(".", "").split() if word in TITLE_GENDER), None)


def given_gender(names: Iterable[str]) -> str | None:
    """`m` or `f` by the given name that the first of these full names begins with that tells; None where none does."""
    for name in names:
        first, *rest = fold(name).split() or [""]
        if rest and (first in GIVEN_MALE) != (first in GIVEN_FEMALE) and not _is_family_first(first, rest):
            return "m" if first in GIVEN_MALE else "f"
    return None


def _is_family_first(first: str, rest: list[str]) -> bool:
    return first in _FAMILY_FIRST and (len(rest) > 1 or "-" in rest[0]) and _GIVEN.isdisjoint(rest)
