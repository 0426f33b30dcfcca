"""Content that only points: `Finch denies this`, `which he rejected`; and content that says nothing by itself."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from reportedly.annotate.speakers import RELATIVES, antecedent
from reportedly.records.annotation import CueClass

if TYPE_CHECKING:
    from spacy.tokens import Token

POINTING = frozenset({"this", "that", "it", "so", "these", "those", "which", "both", "neither", "either"})
"""Words that may stand for what was said just before."""
_PERSONAL = frozenset({"i", "me", "you", "he", "him", "she", "her", "they", "them", "we", "us", "who", "whom", "what",
                       "himself", "herself", "itself", "themselves", "one", "nothing", "something", "anything", "yes",
                       "no", "more", "much", "there", "how", "why", "when", "where"})
_CLAIM_NOUNS = frozenset("""claim claims allegation allegations accusation accusations charge charges report reports
rumour rumours rumor rumors suggestion suggestions assertion assertions account accounts story finding findings
criticism criticisms""".split())
"""`rejected the claim`: which claim, the sentence before tells."""
_TAKES_UP = frozenset({CueClass.ASSERT, CueClass.DENY, CueClass.DOUBT, CueClass.ALLEGE})
_TIMES = frozenset({"DATE", "TIME"})
_FILLERS = frozenset({"ADP", "DET", "PART", "PUNCT", "SPACE", "CCONJ", "SCONJ", "SYM", "INTJ"})
_DETERMINERS = frozenset({"the", "this", "that", "these", "those", "such", "both", "all"})


def says_nothing(tokens: Sequence[Token]) -> bool:
    """True for content of nothing but a time (`on Wednesday`), small words, or a pronoun for a person."""
    return not _is_bare_number(tokens) and all(
        token.ent_type_ in _TIMES or token.lower_ in _PERSONAL or token.lower_ in POINTING
        or token.pos_ in _FILLERS or token.is_punct for token in tokens)


def _is_bare_number(tokens: Sequence[Token]) -> bool:
    """`spoke of 14`: a figure, though the name finder may take it for a date."""
    words = [token for token in tokens if token.pos_ not in _FILLERS]
    return bool(words) and all(token.like_num for token in words)


def points_back(tokens: Sequence[Token], cue_class: CueClass) -> bool:
    """True for content that takes up the sentence before it: `this`, `it`, `the allegations`."""
    words = [token for token in tokens if not token.is_punct and not token.is_space]
    if cue_class not in _TAKES_UP or not words:
        return False
    if len(words) == 1:
        return words[0].lower_ in POINTING
    return cue_class in {CueClass.DENY, CueClass.DOUBT} and words[-1].lower_ in _CLAIM_NOUNS \
        and words[0].lower_ in _DETERMINERS and len(words) <= 3


def described(token: Token) -> list[Token]:
    """For a relative pronoun the words of the noun it stands for, its clause left out; empty for other words."""
    if token.lower_ not in RELATIVES:
        return []
    head = antecedent(token)
    if head.i == token.i or head.i > token.i or head.pos_ not in {"NOUN", "PROPN"}:
        return []
    return [word for word in head.doc[head.left_edge.i:head.i + 1] if not word.is_punct]
