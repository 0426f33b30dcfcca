"""How many people a source without a name is: `two officials`, `several`, `at least a dozen`, `one of the guards`."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from reportedly.annotate.parse import text_of
from reportedly.text.numbers import MORE_THAN, VAGUE, Quantity, quantities

if TYPE_CHECKING:
    from spacy.tokens import Token

Count = tuple[int, int | None]
"""At least, and at most or None."""
_PAIRS = frozenset({"both", "couple", "pair"})
_FEW = frozenset({"few", "several", "handful"})
_ONE = frozenset({"one", "another", "a", "an", "each", "every", "either"})
_MANY = frozenset({"each", "every"})
_PLURAL = frozenset({"NNS", "NNPS"})
_PLURAL_WORDS = frozenset("""people some others many most few several both all those they half majority
majorities""".split())
_IN_NAMES = frozenset({"ORG", "GPE", "LAW", "EVENT", "FAC", "PRODUCT", "NORP"})
_PROPORTION = re.compile(
    r"\b(?:in|of)\s+(?:\d+|five|ten|twenty)\s|%|\bper\s?cent\b|\b(?:third|quarter|fifth)s?\s|\bhalf\s+(?:of|the|$)",
    re.IGNORECASE)
"""`four in 10 voters`, `two thirds of`: how many that is the words do not say."""
_WITH_NUMBER = frozenset({"nummod", "quantmod"})


def count_of(head: Token, first: Token) -> Count:
    """How many the noun `head` means with the words from `first` on before it; a plural alone is two or more."""
    doc = head.doc
    before = list(doc[first.i:head.i])
    lower = [token.lower_ for token in before]
    if first.i <= head.i and (counted := _numbered(head, first)) is not None:
        return counted
    words = {*lower, head.lower_}
    if words & _FEW:
        return 3, None
    if words & _PAIRS:
        return 2, 2
    if lower[:1] and lower[0] in _MANY:
        return 2, None
    if "of" in lower and lower[0] in _ONE and "one" in lower[:2]:
        return 1, 1
    plural = is_plural(head)
    return (2, None) if plural else (1, 1)


def is_plural(noun: Token) -> bool:
    """True for more than one: a plural noun, `people`, `some`, `others`."""
    return noun.tag_ in _PLURAL or noun.lower_ in _PLURAL_WORDS


def added(counts: Sequence[Count]) -> Count:
    """The count of `two officials and a diplomat`."""
    most = [high for _, high in counts if high is not None]
    return sum(low for low, _ in counts), sum(most) if len(most) == len(counts) else None


def _numbered(head: Token, first: Token) -> Count | None:
    """The number before the noun, unless it is part of a name: `a Group of Seven official`."""
    doc = head.doc
    start = first.idx
    text = text_of(doc)[start:head.idx]
    if text.casefold().startswith(("one of", "another of")):
        return 1, 1
    if _PROPORTION.search(text):
        return 2, None
    for quantity in quantities(text):
        at = doc.char_span(start + quantity.start, start + quantity.end, alignment_mode="expand")
        if at is not None and not any(token.ent_type_ in _IN_NAMES and token.dep_ not in _WITH_NUMBER for token in at):
            return _as_count(quantity, text[quantity.start:quantity.end].casefold())
    return None


def _as_count(quantity: Quantity, words: str) -> Count:
    low = math.ceil(quantity.low)
    if words in VAGUE and quantity.high != quantity.low:
        return low, None
    if words.startswith(MORE_THAN):
        return low + 1, None
    high = None if math.isinf(quantity.high) else math.floor(quantity.high)
    if words.startswith(("fewer than", "less than", "under", "below")) and high is not None:
        high -= 1
    return max(low, 1), high
