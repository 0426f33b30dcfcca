"""Negation, opposites and words that judge, in general English."""

from __future__ import annotations

import re
from collections.abc import Sequence

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
UNSETTLED = frozenset("""verify verified confirm confirmed comment commented clear known immediately yet decide decided
    determine determined identify identified specify specified say said elaborate release released respond responded
    return returned reached available want wanted need think believe matter just only necessarily mean means enough
    sure certain expect expected worry forget surprise surprised like understand rule ruled exclude excluded
    remember recall""".split())
"""What a negated word leaves open or does not tell about the world: `has not verified` denies nothing."""
_QUESTION = re.compile(r"\W*(?:(?:and|but|so|or)\s+)?(?:why|whether|how|if|what|who|whom|whose|when|where|which)\b"
                       r"|.*\?\W*$", re.IGNORECASE | re.DOTALL)
_ASKED = re.compile(r"\s+(?:\w+\s+)?(?:why|whether|how|if|what|who|when|where|which)\b", re.IGNORECASE)
_LEFT_OPEN = re.compile(r"\s*(?:know|sure|clear|certain|said|say|tell|idea)")
_SCOPE_END = re.compile(r"[,.;:!?\"“”()\u2013\u2014\u2026]|\b(?:but|because|although|though|while|unless|if|which|"
                        r"and|so|when)\b", re.IGNORECASE)
_DENIAL_TOLD = re.compile(r"\b(?:den(?:y|ies|ied|ying|ials?)|reject(?:s|ed|ing)?|disput(?:e|es|ed|ing)|"
                          r"refut(?:e|es|ed|ing)|dismiss(?:es|ed|ing)?|debunk(?:s|ed|ing)?|"
                          r"contradict(?:s|ed|ing)?)\b", re.IGNORECASE)
_NORMATIVE = re.compile(r"\b(?:should|must|would|could|may|might|ought|shall|will|can|wo|ca)\s*(?:not\b|n't\b)|"
                        r"\bno\s+matter\b", re.IGNORECASE)
"""What should not or will not be is no denial that it is."""
LONGEST_SCOPE = 10
REJECTING_NOUNS = frozenset("nonsense lie hoax myth propaganda rubbish slander smear delusion nonstarter "
                             "non-starter".split())
_AFTER_VERDICT = frozenset("and or but a as to by in at that because since when if".split())
_REJECTED = re.compile(rf"\b(?:(?P<noun>{'|'.join(sorted(REJECTING_NOUNS))})s?|"
                       rf"(?:{'|'.join(sorted(REJECTING - REJECTING_NOUNS))}))\b(?:\s+(?P<next>[a-z]+))?")
_PREFIXES = ("un", "il", "in", "im", "ir", "non", "dis")


def is_negated(words: str) -> bool:
    """True when the words hold a negation that bears on what they say."""
    return bool(_NEGATION.search(_NO_OF_OTHER_KIND.sub(" ", fold(words))))


def rejects(words: str) -> bool:
    """True when the words call something untrue: `is false`, `a groundless claim`, `a hoax`; not `the wrong door`."""
    return any(match["noun"] or not match["next"] or match["next"].removesuffix("s") in ANAPHORIC | _AFTER_VERDICT
               for match in _REJECTED.finditer(fold(words)))


def is_question(words: str) -> bool:
    """True for an asked or embedded question, which neither asserts nor denies: `why the gate had opened`."""
    return bool(_QUESTION.match(words))


def tells_denial(words: str) -> bool:
    """True when the words report that somebody denies or rejects something."""
    return bool(_DENIAL_TOLD.search(words))


def negated_words(words: str) -> tuple[str, ...]:
    """Folded words under each negation that is no idiom, in order, up to the end of its clause; empty when nothing
    is negated, or what is negated is left open: `does not know why`, `has not verified`, `should not`."""
    plain = _NORMATIVE.sub(" ", _NO_OF_OTHER_KIND.sub(" ", fold(words)))
    return tuple(word for match in _NEGATION.finditer(plain) for word in _scope(plain, match.end()))


def _scope(plain: str, start: int) -> Sequence[str]:
    end = _SCOPE_END.search(plain, start)
    scope = plain[start:end.start() if end else None]
    negated = re.findall(r"[a-z0-9][a-z0-9'-]*", scope)[:LONGEST_SCOPE]
    asked = _LEFT_OPEN.match(scope) and _ASKED.search(plain, start)
    return () if asked or UNSETTLED.intersection(negated[:2]) else negated


def positive_forms(term: str) -> list[str]:
    """What a term may be the negation of by its prefix: `illegal` -> `legal`, `unrelated` -> `related` and the verb
    `relate`. Not every result is a word."""
    bare = [term.removeprefix(prefix).lstrip("-") for prefix in _PREFIXES
            if term.startswith(prefix) and len(term) - len(prefix) > 3]
    return [*bare, *(form[:-cut] for form in bare if form.endswith("ed") for cut in (1, 2))]


def words_of(text: str) -> set[str]:
    """Folded words of a text."""
    return set(re.findall(r"[a-z][a-z'-]+", fold(text)))
