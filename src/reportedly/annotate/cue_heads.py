"""The word of a cue that carries its meaning, what kind of content it has, and whether it is negated."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from reportedly.annotate.cue_classes import ADJECTIVE, LONGEST_GAP, NOUNS, OTHER, VERB, Phrase, is_known, phrases_from

if TYPE_CHECKING:
    from spacy.tokens import Token

LIGHT = frozenset("""be have do go come keep get seem appear begin start continue proceed try attempt take make give
issue express voice offer raise cast hold release deliver put share file air renew reiterate repeat win draw level lodge
show receive send publish post launch feel remain stay become sound look help manage need will would like use find let
add dare pay reserve provide""".split())
"""Verbs that say nothing but that the act of the word below them was done: "issued a denial", "went on to say"."""
_BELOW = ("xcomp", "acomp", "attr", "oprd", "ccomp", "dobj", "pcomp", "pobj", "prep", "nsubj")
"""From a light word to the one that carries the meaning, the surest way first."""
_STEPS = 6
_POS = {"VERB": VERB, "AUX": VERB, "NOUN": NOUNS, "PROPN": NOUNS, "ADJ": ADJECTIVE, "ADV": OTHER}
_ORDER = (VERB, ADJECTIVE, NOUNS, OTHER)
_LINKING = frozenset({"be", "feel", "seem", "remain", "become", "look", "sound", "get", "stay"})
_AUXILIARY = frozenset({"aux", "auxpass"})
_NO_WORDS = frozenset({"case", "det", "punct"})
NEGATIONS = frozenset({"not", "n't", "n’t", "never", "no", "neither", "nor", "without", "nobody", "none"})
_NEGATING = frozenset({"fail", "neglect", "refrain", "forget", "omit"})
_SOURCES_OF_NONE = frozenset({"no", "neither", "none", "nobody"})
_ADDING = frozenset({"only", "just", "merely", "simply"})
_WH = frozenset("whether if who whom whose what when where why how which".split())
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_QUOTES = frozenset("“\"‘«'`")


def words_of(tokens: Sequence[Token]) -> list[Token]:
    """The tokens that are words: no marks, spaces, articles or possessive endings."""
    return [token for token in tokens if token.lower_ in NEGATIONS
            or not (token.is_punct or token.is_space or token.dep_ in _NO_WORDS)]


def forms(token: Token) -> frozenset[str]:
    """What the token is looked up as in a phrase."""
    lower = token.lower_.replace("’", "'")
    return frozenset({lower, token.lemma_.lower(), "not" if lower == "n't" else lower})


def phrase_in(tokens: Sequence[Token]) -> tuple[Phrase, list[Token]] | None:
    """The longest phrase of the table that the tokens hold in order, with its tokens; None where there is none."""
    best: tuple[Phrase, list[Token]] | None = None
    for at, token in enumerate(tokens):
        for phrase in (item for form in sorted(forms(token)) for item in phrases_from(form)):
            found = _matched(phrase.words, tokens, at)
            if found and (best is None or len(phrase.words) > len(best[0].words)):
                best = phrase, found
    return best


def _matched(words: Sequence[str], tokens: Sequence[Token], at: int) -> list[Token] | None:
    found = [tokens[at]]
    for word in words[1:]:
        following = tokens[at + 1:at + 2 + LONGEST_GAP]
        step = next((number for number, token in enumerate(following, 1) if word in forms(token)), None)
        if step is None:
            return None
        at += step
        found.append(tokens[at])
    return found


def meaning_of(tokens: Sequence[Token]) -> Token | None:
    """The word that carries what the cue does: `denied` of "has denied", `concern` of "voiced concern"."""
    words = words_of(tokens)
    inside = {token.i for token in words}
    roots = [token for token in words if token.head.i not in inside or token.head.i == token.i]
    root = next((token for token in roots if token.pos_ in _POS), roots[0] if roots else None)
    word = root
    for _ in range(_STEPS):
        below = _below(word, inside) if word is not None and _is_light(word) else None
        if below is None:
            break
        word = below
    if word is None or (word is root and not is_word_known(word)):
        return next((token for token in words if is_word_known(token) and not _is_light(token)), word)
    return word


def _below(word: Token, inside: set[int]) -> Token | None:
    children = [child for child in word.children if child.i in inside and child.dep_ in _BELOW]
    return min(children, key=lambda child: (_BELOW.index(child.dep_), child.i), default=None)


def _is_light(token: Token) -> bool:
    return token.lemma_.lower() in LIGHT or token.pos_ in {"ADP", "AUX", "PART", "SCONJ"}


def keys(token: Token) -> Iterator[tuple[str, str]]:
    """The word as it may stand in the tables, with its part of speech, the likeliest reading first."""
    lower, lemma = token.lower_, token.lemma_.lower()
    own = _POS.get(token.pos_, OTHER)
    if own == VERB and token.tag_ in {"VBN", "VBD"} and _is_linked(token):
        yield lower, ADJECTIVE  # "was convinced": a state, not what somebody did to him
    for pos in (own, *(pos for pos in _ORDER if pos != own)):
        yield lemma, pos
        if lower != lemma:
            yield lower, pos
    for base in _bases(lower):
        yield base, VERB


def _is_linked(token: Token) -> bool:
    """`is not convinced`, `remained convinced`: a form of `be` hangs on the word or stands just before it."""
    before = list(token.doc[max(0, token.i - LONGEST_GAP):token.i])
    return any(child.dep_ == "auxpass" for child in token.children) or any(
        word.lemma_ in _LINKING and word.sent.start == token.sent.start for word in before if word.pos_ in _POS)


def _bases(lower: str) -> Iterator[str]:
    """What the word may be a form of, where the tagger took `stated` for a name."""
    for ending in ("ed", "d", "ing", "s", "es"):
        if lower.endswith(ending) and len(lower) > len(ending) + 2:
            yield lower[:-len(ending)]
            if ending in {"ed", "ing"}:
                yield lower[:-len(ending)] + "e"


def is_word_known(token: Token) -> bool:
    """True when some reading of the word stands in a table."""
    return any(is_known(word, pos) for word, pos in keys(token))


def frames_of(cue: Sequence[Token], content: Sequence[Token]) -> tuple[str, ...]:
    """What the content is, by the frames that `cue_classes.tsv` explains; several fit, none without content."""
    words = [token for token in content if not token.is_punct and not token.is_space]
    if not words:
        return ()
    found = [f"p:{token.lower_}" for token in (*words_of(cue)[-1:], words[0]) if _is_preposition(token)]
    opening = {token.lower_ for token in (*cue[-1:], words[0])}  # the cue may have taken the conjunction
    if opening & _WH or _is_question(content):
        found.append("wh")
    if opening & {"whether", "if"}:
        found.append("whether")
    if "that" in opening and len(words) > 1:
        found.append("that")
    if infinitive := _infinitive(cue, words):
        return (*found, infinitive)
    inside = {word.i for word in words}
    root = next((token for token in words if token.head.i not in inside), words[0])
    is_clause = content[0].text in _QUOTES or any(
        token.tag_ in _FINITE for token in (root, *(child for child in root.children if child.dep_ in _AUXILIARY)))
    found.append("c" if is_clause else "o")
    return (*found, "past") if is_clause and _is_past(root) else tuple(found)


def _is_preposition(token: Token) -> bool:
    return token.tag_ != "TO" and (token.dep_ == "prep" or token.pos_ in {"ADP", "PART"})


def _is_question(content: Sequence[Token]) -> bool:
    marks = [token.text for token in content[-3:] if token.is_punct]
    return any(mark.startswith("?") for mark in marks)


def _infinitive(cue: Sequence[Token], words: Sequence[Token]) -> str | None:
    """`to` for "to leave", also where the cue took the `to`; `x` for "them to leave"."""
    head = next((token for token in words if token.tag_ == "VB"), None)
    if head is None:
        return None
    to = next((child for child in head.children if child.tag_ == "TO"), None)
    if to is None or any(token.tag_ in _FINITE for token in words if token.i < head.i):
        return None
    opens = to.i <= words[0].i or all(token.dep_ in {"neg", "advmod", "prep"} for token in words if token.i < to.i)
    return "to" if opens or any(token.i == to.i for token in cue) else "x"


def _is_past(root: Token) -> bool:
    auxiliaries = {child.tag_ for child in root.children if child.dep_ in _AUXILIARY}
    return "MD" not in auxiliaries and (root.tag_ == "VBD" or (root.tag_ == "VBN" and bool(auxiliaries)))


def is_negated(cue: Sequence[Token], head: Token, source: Sequence[Token], apart: Sequence[Token] = ()) -> bool:
    """True for "did not say", "never said", "failed to say", "no officials said"; `apart` are words of a phrase that
    has its negation in it."""
    if source and source[0].lower_ in _SOURCES_OF_NONE:
        return True
    skipped = {token.i for token in apart}
    above = [head, *(token for token in cue if token.i < head.i and token.pos_ in {"VERB", "AUX"})]
    outside = [child for token in above for child in token.children if child.dep_ == "neg"]
    for token in (*cue, *outside):
        if token.i in skipped or (token.i > head.i and token.head.i != head.i):
            continue
        if token.lower_ in NEGATIONS and not _adds(token):
            return True
        if token.lemma_.lower() in _NEGATING and token.pos_ == "VERB" and token.i < head.i:
            return True
    return _is_yet_to(cue, head)


def _adds(token: Token) -> bool:
    """`not only`, `not just`: no negation."""
    return token.i + 1 < len(token.doc) and token.doc[token.i + 1].lower_ in _ADDING


def _is_yet_to(cue: Sequence[Token], head: Token) -> bool:
    """`has yet to comment`, `stopped short of calling`."""
    lower = [token.lower_ for token in cue if token.i < head.i]
    pairs = set(pairwise(lower))
    return ("yet", "to") in pairs or ("short", "of") in pairs
