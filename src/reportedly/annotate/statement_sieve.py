"""Which attributions are statements of somebody: the rest are grammar, not speech."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from reportedly.annotate.acts import CONJUNCTIONS, is_act
from reportedly.annotate.pointing import points_back, says_nothing
from reportedly.annotate.relays import only_cites
from reportedly.annotate.speakers import Speaker, names_no_speaker
from reportedly.records.annotation import Attribution, CueClass
from reportedly.text.function_words import FUNCTION_WORDS

if TYPE_CHECKING:
    from spacy.tokens import Token

_VERBAL = frozenset({"VERB", "AUX"})
_NOBODY = frozenset({"nobody", "no one", "no-one", "none", "neither", "evidence", "the evidence"})
_NAMING = frozenset({"call", "name", "dub", "title", "entitle", "nickname"})
_OWN_PARTS = frozenset({"nsubj", "nsubjpass", "agent", "auxpass", "aux"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
_DECIDING = frozenset({"decide", "determine", "choose"})
_OPEN = frozenset("whether if how which what when where who whom why".split())
_WHAT_TO_DO = frozenset("""hurdle obstacle challenge difficulty problem task job trick key step goal aim purpose idea
point question issue""".split())
"""What consists in doing something."""
_HOLDING = frozenset({"contain", "feature", "comprise"})
"""What a page or a box does with words: nobody says them by it."""
_LABELS = frozenset({"correction", "clarification", "update", "note", "editor's note", "an earlier version",
                     "a previous version"})


def is_statement(attribution: Attribution, speaker: Speaker, cue: Token | None, content: Sequence[Token]) -> bool:
    """False where nobody speaks, nothing is said, or the outlet talks about itself."""
    if names_no_speaker(speaker) or _is_nobody(_source_words(attribution)) or _is_of_report_itself(attribution):
        return False
    if attribution.cue_class is CueClass.DECLINE:
        return True
    if cue is not None and (_is_spoken_of(cue) or _only_names(cue) or cue.lemma_ in _HOLDING):
        return False
    if cue is not None and _is_to_be_decided(cue, content):
        return False
    if (cue is not None and only_cites(cue, content)) or is_act(attribution, cue, content):
        return False
    if says_nothing(content) and not points_back(content, attribution.cue_class):
        return False
    return bool(attribution.source) or not (_is_wordless(attribution, content)
                                            or _is_empty_passive(attribution, cue, content))


def _is_nobody(words: str) -> bool:
    """`Nobody said …`, `No officials said …`, `evidence suggests`: what nobody says is no statement."""
    return words in _NOBODY or words.startswith(("no ", "none of ", "neither "))


def _is_of_report_itself(attribution: Attribution) -> bool:
    """`Correction: An earlier version of this report said …`."""
    words = _source_words(attribution)
    return any(words.startswith(label) for label in _LABELS)


def _is_spoken_of(cue: Token) -> bool:
    """`Saying that the dam is safe is foolish`: what could be said, not what somebody said.

    Behind another clause the parser hangs the second `is`, which then has no subject, on the saying. `The hurdle is
    showing how …` has the form of a progressive.
    """
    if cue.tag_ != "VBG":
        return False
    if any(child.dep_ == "nsubj" and child.lemma_ in _WHAT_TO_DO for child in cue.children):
        return True
    return cue.dep_ in {"csubj", "csubjpass"} or any(
        child.dep_ == "ccomp" and child.lemma_ == "be" and child.i > cue.i + 1 and not any(
            word.dep_ in _SUBJECTS for word in child.children) for child in cue.children)


def _is_to_be_decided(cue: Token, content: Sequence[Token]) -> bool:
    """`Lenders use it to decide whether to lend`: what is open says nobody."""
    return cue.lemma_ in _DECIDING and cue.tag_ == "VB" and bool(content) and content[0].lower_ in _OPEN


def _only_names(cue: Token) -> bool:
    """`a firm also called Gannet Lines`: a name, unless it is told who calls it so; `the so called experts`.

    The parser takes the participle for a verb of the sentence when an adverb stands before it, so the words beside it
    decide: a noun before, no subject of its own.
    """
    if cue.lower_ == "called" and cue.i and cue.nbor(-1).lower_ == "so":
        return True
    if cue.lemma_ not in _NAMING or cue.tag_ not in {"VBN", "VBD"} \
            or any(child.dep_ in _OWN_PARTS for child in cue.children):
        return False
    before = next((token for token in reversed(cue.doc[cue.sent.start:cue.i]) if token.pos_ != "ADV"), None)
    return before is not None and before.pos_ in {"NOUN", "PROPN"}


def _source_words(attribution: Attribution) -> str:
    return attribution.source[0].exact.casefold() if attribution.source else ""


def _is_wordless(attribution: Attribution, content: Sequence[Token]) -> bool:
    """What the model took for a cue says nothing: a mark, `its`. Before a clause with its conjunction it is beside the
    word that does: `It has also emerged that …`."""
    words = " ".join(span.exact for span in attribution.cue).casefold().split()
    return not (content and content[0].lower_ in CONJUNCTIONS) and all(
        word in FUNCTION_WORDS or not any(map(str.isalpha, word)) for word in words)


def _is_empty_passive(attribution: Attribution, cue: Token | None, content: Sequence[Token]) -> bool:
    """Without a source only a passive or a noun with a clause of its own is worth showing.

    `accusing the West of …` and `asked whether …` belong to a speaker the parse lost; what is told inside another's
    words (`two officials said that the city was told …`) is covered by those.
    """
    if attribution.parent is not None or attribution.cue_class is CueClass.ASK:
        return True
    if cue is not None and cue.tag_ == "VBG":
        return True
    return not any(token.pos_ in _VERBAL and token.dep_ != "auxpass" for token in content)
