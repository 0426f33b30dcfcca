"""Which words before a colon or after a dash can be a speaker's, and which head a rubric."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from reportedly.annotate.describing_words import ORGANISATION_NOUNS, is_person_noun
from reportedly.annotate.media_names import is_media_name
from reportedly.text.normalise import fold

if TYPE_CHECKING:
    from spacy.tokens import Token

RUBRICS = frozenset("""live update updates video watch photo photos picture pictures gallery opinion analysis
editorial breaking exclusive review reviews podcast quiz fact check factbox explainer explained timeline background
correction corrections note notes read more clarification warning advert advertisement subscribe sponsored click
here share comments tags contact email related listen interview profile today guide recap preview obituary cartoon
crossword interactive map maps graphic chart verdict summary highlights topics column comment bonus tip tips
reminder disclaimer credit credits caption byline url link links follow latest developing alert trending ask
revealed bombshell wow boom busted leaked confirmed letters discussion transcript""".split())
"""Words of labels that say what a piece is, not who speaks in it."""
_PAPERS = re.compile(r"(?:courier|echo|examiner|[ie]nquirer|sun|star|standard|argus|globe|register|ledger|sentinel|"
                     r"bulletin|dispatch|advertiser|reporter|advocate|express|gazette|messenger|evening news)s?$")
"""Last words of names that newspapers have beside those of `media_names.py`."""
_BODIES = ORGANISATION_NOUNS | frozenset("""police government ministry court council inquiry enquiry observatory
administration palace kremlin pentagon cabinet embassy parliament senate congress opposition junta military navy
coastguard charity family relatives hospital prosecution defence union unions watchdog thinktank report study survey
poll auditor audit coroner tribunal jury inspectorate commission society forecasters met lawmakers firefighters
parents locals neighbours neighbors fans villagers sources source insiders critics rebels campaigners ministers forces
troops aides allies board bureau office crew staff management trust campaign team club supporters protesters jurors
wardens scientists leaders chiefs bosses executives experts analysts observers eyewitnesses""".split())
"""Bodies, groups and papers that headlines quote: `Ferry had no lifeboats: inquiry`."""
_MORE_PEOPLE = frozenset("""foreman forewoman dispatcher judge counsel witness caller questioner moderator narrator
host presenter crowd audience voice speaker interviewer clerk bailiff juror chair chairman chairwoman delegate envoy
minister general colonel captain sergeant inspector detective constable bishop archbishop pope king queen prince
princess mayor governor senator president premier chancellor secretary commissioner ambassador prosecutor attorney
counsellor councillor chief boss head leader mum mom dad father mother brother sister insider official respondent
reader viewer listener operator controller pilot copilot co-pilot tower""".split())
_TURN_HEADS = frozenset("""q a question answer reporter reporters unidentified male female man woman all both several
voices members member""".split())
"""Heads of the labels of transcripts that name nobody."""
_TAIL = re.compile(r"\s+(?:who|whose|which|that|of|for|in|on|at|to|from|with|after|during|over|about|as|under)\b.*|"
                   r"\s*[,(].*", re.IGNORECASE | re.DOTALL)
"""What follows the head noun of a speaker's phrase."""


def head_word(label: str) -> str:
    """Last word before what qualifies it: `surgeon` of `veteran surgeon who operated by torchlight`."""
    words = re.findall(r"[\w’'-]+", _TAIL.sub("", label.strip()))
    return words[-1] if words else ""


def _forms(word: str) -> set[str]:
    """The folded word, its singulars and its last part after a hyphen."""
    plain = fold(word)
    return {plain, re.sub(r"ies$", "y", plain), re.sub(r"s$", "", plain), re.sub(r"men$", "man", plain),
            plain.rpartition("-")[2]}


def is_speaker_noun(word: str) -> bool:
    """True for a noun, singular or plural, in any case, for people, bodies or papers that say something."""
    return any(form in _BODIES or form in _MORE_PEOPLE or is_person_noun(form) for form in _forms(word))


def is_body_noun(word: str) -> bool:
    """True for nouns of bodies, groups and papers: `police`, `ministry`, `poll`, `survivors`; not for one person."""
    forms = _forms(word)
    plural = fold(word).endswith("s") and any(form in _MORE_PEOPLE or is_person_noun(form) for form in forms)
    return plural or any(form in _BODIES for form in forms)


def is_turn_head(word: str) -> bool:
    """True for the head of a label as transcripts print it: a person's noun, `Q`, `QUESTION`, `REPORTER`."""
    plain = fold(word)
    return plain in _TURN_HEADS or plain in _MORE_PEOPLE or is_person_noun(plain)


def is_rubric(label: str) -> bool:
    """True where a word of the label says what kind of piece follows."""
    words = re.findall(r"[^\W\d_]+", label.casefold())
    return words == ["first", "person"] or any(word in RUBRICS for word in words)


def is_paper(name: str) -> bool:
    """True for names of newspapers, broadcasters and agencies: `The Brill Courier`, `Daily Heron`."""
    return is_media_name(name) or (len(name.split()) > 1 and _PAPERS.search(fold(name)) is not None)


def has_finite_verb(words: Iterable[Token]) -> bool:
    """True where the words are a clause and not a phrase; a relative clause does not make one."""
    for token in words:
        if token.lower_ in {"who", "whose", "which", "that"}:
            return False
        if token.tag_ in {"VBD", "VBZ", "VBP", "MD"}:
            return True
    return False
