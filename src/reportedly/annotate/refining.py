"""What the trained model finds in a paragraph, set right where the parse knows better.

Kinds of mistakes seen on the project's own sets and the seed report: "quoted X as saying" taken for two attributions,
content cut off after its `that`, whoever is told something taken for its source, a refusal lost, a bare preposition
taken for a cue.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from reportedly.annotate.found import Found, Piece, piece, runs, touches
from reportedly.annotate.parse import text_of
from reportedly.annotate.quoted_speech import trimmed
from reportedly.annotate.quotes import DOUBLE, SINGLE
from reportedly.records.annotation import CueClass

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_QUOTING = frozenset({"quote", "cite"})
_TELLING = frozenset({"tell", "inform", "brief", "advise", "notify", "assure", "warn"})
"""Verbs whose passive subject hears and does not speak."""
_OPENERS = frozenset({"that", "whether", "if", "to", "how", "why", "what"})
_PREPOSITIONS = frozenset({"for", "in", "to", "from", "by", "with", "of", "on", "as"})


def refined(doc: Doc, found: Sequence[Found], rules: Sequence[Found]) -> list[Found]:
    """The model's findings in one paragraph, set right. rules: what the rules found in it."""
    agreed = [replace(item, sure=True) for item in found if item.sure or any(_agrees(item, rule) for rule in rules)]
    out = _with_refusals(agreed, rules)
    out = [_with_own_source(_without_hearer(doc, _completed(doc, item, out))) for item in out if not is_bare(doc, item)]
    return _with_quoted_speakers(doc, [item for item in out if not any(_is_part(item, other) for other in out)])


def _with_refusals(found: Sequence[Found], rules: Sequence[Found]) -> list[Found]:
    """Refusals and silences of the rules in place of what the model made of their words."""
    refusals = [item for item in rules if item.cue_class is CueClass.DECLINE and item.source and not any(
        other.cue_class is CueClass.DECLINE and _share_cue(other, item) for other in found)]
    kept = [item for item in found if not any(
        _share_cue(item, other) or any(touches(other.content, *cue) for cue in item.cue) for other in refusals)]
    return [*kept, *refusals]


def _agrees(item: Found, rule: Found) -> bool:
    """True where a rule has the cue for the same source and some of the same content."""
    same_source = any(touches(rule.source, *part) for part in item.source) or not (item.source or rule.source)
    return same_source and _share_cue(item, rule) and any(touches(rule.content, *part) for part in item.content)


def _share_cue(one: Found, other: Found) -> bool:
    return any(touches(other.cue, *cue) for cue in one.cue)


def is_bare(doc: Doc, item: Found) -> bool:
    """True where nobody is the source and nothing is told: `for` of "for comment", `announced` of "the deal was
    announced", "a wake-up call for the mayor", "… a pretext for accusing him of fraud"."""
    words = doc.char_span(*item.cue[0], alignment_mode="expand") if item.cue else None
    if words is not None and (words[0].lower_ == "of" or _is_only_named(words.root)):
        return True  # `of`: a noun cut off from the one it hangs on
    if item.source or not item.cue:
        return False
    if words is None or words.root.tag_ == "VBG" or words.text.casefold() in _PREPOSITIONS:
        return words is not None
    if any(text_of(doc)[start:start + 1] in DOUBLE + SINGLE for start, _ in item.content if start >= 0):
        return False
    content = [token for start, end in item.content
               for token in (doc.char_span(start, end, alignment_mode="expand") if start >= 0 else None) or ()]
    return words.root.is_alpha and not any(token.pos_ in {"VERB", "AUX"} for token in content)


def _is_only_named(cue: Token) -> bool:
    """True for saying that is itself the subject: `saying that the gate is shut is no help` says nothing."""
    return cue.tag_ == "VBG" and cue.dep_ in {"csubj", "csubjpass"} and cue.i < cue.head.i


def _with_own_source(item: Found) -> Found:
    """The source without the pieces that are content as well, as long as one is left."""
    own = tuple(part for part in item.source if not touches(item.content, *part))
    return replace(item, source=own) if own else item


def _completed(doc: Doc, item: Found, found: Sequence[Found]) -> Found:
    """Content that is nothing but its `that` goes on to the end of the sentence, or to another's attribution."""
    if len(item.content) != 1 or text_of(doc)[slice(*item.content[0])].casefold() not in _OPENERS:
        return item
    start, end = item.content[0]
    words = doc.char_span(start, end, alignment_mode="expand")
    if words is None:
        return item
    stop = words.sent.end_char
    later = [other.start for other in found if other.start > end and other.source and other.source != item.source]
    stop = min([stop, *later])
    return item.with_content(trimmed([(start, stop)], text_of(doc)) or item.content)


def _is_part(item: Found, other: Found) -> bool:
    """True for words that the same source has as part of more content: `said [in a statement] that …`."""
    if item is other or not item.source or item.source != other.source:
        return False
    return all(any(start < first and last <= end for start, end in other.content) for first, last in item.content) \
        and not any(touches(other.content, *cue) for cue in item.cue)


def _without_hearer(doc: Doc, item: Found) -> Found:
    """`we were told that …`: we only heard it."""
    if not item.source or not 0 <= item.head < len(doc):
        return item
    verb = doc[item.head]
    if verb.lemma_.lower() not in _TELLING:
        return item
    hearers = [child for child in verb.children if child.dep_ == "nsubjpass"]
    hears = any(touches(item.source, child.idx, child.idx + 1) for child in hearers)
    return replace(item, source=()) if hears else item


def _with_quoted_speakers(doc: Doc, found: list[Found]) -> list[Found]:
    """`X quoted Y as saying that …` is Y's: its cue is `quoted … as saying`."""
    out = found
    for quoting, saying in _quotings(doc):
        speaker = next((child for child in quoting.children
                        if child.dep_ in {"dobj", "nsubjpass"} and child.i < saying.i), None)
        words = [piece(doc, token.i, token.i) for token in (quoting, saying)]
        mine = [item for item in out if item.cue and any(touches(item.cue, *word) for word in words)]
        content = _after(doc, saying, mine)
        if speaker is None or not mine or not content:
            continue
        merged = replace(mine[0], source=runs(doc, speaker.subtree) or mine[0].source,
                         cue=_quoting_cue(doc, quoting, saying, speaker), content=content,
                         rule="quoted as saying", head=saying.i)
        out = [*(item for item in out if item not in mine), merged]
    return out


def _quotings(doc: Doc) -> Iterator[tuple[Token, Token]]:
    """Each `quote` or `cite` with the participle after its `as`."""
    for token in doc:
        if token.lower_ == "as" and token.i + 1 < len(doc) and doc[token.i + 1].tag_ == "VBG":
            above = [token, *token.ancestors]
            quoting = next((word for word in above if word.lemma_.lower() in _QUOTING and word.i < token.i), None)
            if quoting is not None:
                yield quoting, doc[token.i + 1]


def _after(doc: Doc, saying: Token, items: Sequence[Found]) -> tuple[Piece, ...]:
    """What the items have as content behind the participle."""
    start = saying.idx + len(saying.text)
    ends = [end for item in items for _, end in item.content if end > start]
    return trimmed([(start, max(ends))], text_of(doc)) if ends else ()


def _quoting_cue(doc: Doc, quoting: Token, saying: Token, speaker: Token) -> tuple[Piece, ...]:
    """`was quoted … as saying` in one piece, `quoted`, `as saying` where the speaker stands between."""
    first = min([quoting.i, *(child.i for child in quoting.children
                              if child.dep_ in {"aux", "auxpass", "neg"} and child.i < quoting.i)])
    if speaker.i < quoting.i:
        return (piece(doc, first, saying.i),)
    return piece(doc, first, quoting.i), piece(doc, saying.i - 1, saying.i)
