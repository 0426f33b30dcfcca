"""Verbs by the outcome they tell: which ones say that a predicted thing came about, and which that it did not.

General English, in families: two verbs of one family tell one outcome, two of contrary families exclude each other.
"""

from __future__ import annotations

from functools import cache

_FAMILIES = {
    "leave": "leave resign quit oust depose sack topple depart retire unseat remove",
    "stay": "survive stay remain cling",
    "reappear": "find see return recover reappear resurface rediscover retrieve rescue locate discover",
    "vanish": "disappear vanish",
    "open": "open reopen",
    "close": "close shut shutter",
    "cancel": "cancel scrap abandon axe scrub",
    "delay": "postpone delay defer adjourn suspend",
    "begin": "begin start commence launch",
    "lose": "lose forfeit",
    "keep": "keep retain win",
    "rise": "rise climb soar jump increase grow surge gain rally",
    "fall": "fall drop slide sink tumble plunge decline decrease slip slump shrink",
    "approve": "approve pass adopt ratify endorse accept",
    "reject": "reject defeat refuse oppose block veto",
    "impeach": "impeach",
    "acquit": "acquit clear exonerate",
    "convict": "convict sentence",
    "arrest": "arrest detain capture jail imprison",
    "release": "release free",
    "die": "die kill perish",
    "collapse": "collapse fail founder",
    "ban": "ban outlaw prohibit forbid",
    "allow": "allow permit legalise legalize",
    "sign": "sign conclude agree",
    "hold": "hold stage",
}
_CONTRARY = (
    ("leave", "stay"),
    ("reappear", "vanish"),
    ("open", "close"),
    ("cancel", "hold"),
    ("cancel", "begin"),
    ("delay", "begin"),
    ("lose", "keep"),
    ("rise", "fall"),
    ("approve", "reject"),
    ("acquit", "convict"),
    ("arrest", "release"),
    ("ban", "allow"),
    ("stay", "collapse"),
    ("stay", "die"),
)


@cache
def _families() -> dict[str, str]:
    return {lemma: family for family, lemmas in _FAMILIES.items() for lemma in lemmas.split()}


def same_outcome(predicted: str, told: str) -> bool:
    """True for one verb, or two verbs of one outcome: `resign` and `quit`, `seen again` and `found`."""
    family = _families().get(predicted)
    return predicted == told or (family is not None and family == _families().get(told))


def contrary_outcome(predicted: str, told: str) -> bool:
    """True for verbs of outcomes that exclude each other: `be gone` and `survive`."""
    pair = _families().get(predicted), _families().get(told)
    return pair in _CONTRARY or pair[::-1] in _CONTRARY
