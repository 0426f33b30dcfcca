"""Negation, opposites and words that judge, in general English."""

from __future__ import annotations

import re

from reportedly.text.normalise import fold

_NEGATION = re.compile(r"\b(?:no|not|never|neither|nor|none|nobody|nothing|without|cannot|lacked|lacks)\b|n't\b",
                       re.IGNORECASE)
_NO_OF_OTHER_KIND = re.compile(r"\bno\s+(?:longer|more\s+than|fewer\s+than|less\s+than|doubt)\b|\bnot\s+only\b",
                               re.IGNORECASE)
REJECTING = frozenset("""groundless unfounded baseless false untrue fabricated fictitious fake incorrect inaccurate
    wrong absurd ridiculous nonsense nonsensical preposterous delusional delusion misleading unsubstantiated invented
    lie hoax myth propaganda rubbish slander smear defamatory implausible disputed disproven debunked nonstarter
    non-starter impossible unproven""".split())
"""Words that say a proposition is not so."""
CONDEMNING = frozenset("""illegal unlawful unconstitutional illegitimate invalid wrong unjustified unfit disgraceful
    outrageous betrayal reckless irresponsible disastrous shameful treason tyranny unacceptable null void barbaric
    cowardly negligent misjudge misjudged inexcusable appalling coup insurrection""".split())
"""Words that speak against an act."""
DEFENDING = frozenset("""legal lawful constitutional legitimate valid justified necessary inevitable unavoidable
    warranted appropriate heroic courageous patriotic""".split())
"""Words that speak for an act."""
CONDEMNING_CUES = frozenset("""condemn denounce criticise criticize slam blast decry deplore attack censure rebuke
    lambast lambaste protest oppose reject blame accuse regret""".split())
DEFENDING_CUES = frozenset("defend justify praise hail welcome applaud support back endorse laud commend".split())
ANAPHORIC = frozenset("""allegation claim accusation charge suggestion assertion report rumour rumor theory
    speculation insinuation remark comment statement criticism notion idea""".split())
"""Nouns that point back to what somebody said."""
_PREFIXES = ("un", "il", "in", "im", "ir", "non", "dis")


def is_negated(words: str) -> bool:
    """True when the words hold a negation that bears on what they say."""
    return bool(_NEGATION.search(_NO_OF_OTHER_KIND.sub(" ", fold(words))))


def positive_forms(term: str) -> list[str]:
    """What a term may be the negation of by its prefix: `illegal` -> `legal`, `unrelated` -> `related` and the verb
    `relate`. Not every result is a word."""
    bare = [term.removeprefix(prefix).lstrip("-") for prefix in _PREFIXES
            if term.startswith(prefix) and len(term) - len(prefix) > 3]
    return [*bare, *(form[:-cut] for form in bare if form.endswith("ed") for cut in (1, 2))]


def words_of(text: str) -> set[str]:
    """Folded words of a text."""
    return set(re.findall(r"[a-z][a-z'-]+", fold(text)))
