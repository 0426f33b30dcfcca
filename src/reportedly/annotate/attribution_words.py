"""What the attribution model reads: an article's words with the features that lower-cased word pieces lose.

A word is a run of characters without white space or a single punctuation mark, as BERT's tokenizer splits text
(Devlin et al. 2019), so a span never begins or ends inside one. Training and annotation both go through here.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from reportedly.annotate.parse import Block, Parse, text_of
from reportedly.annotate.quotes import Quotation, quotations
from reportedly.records.article import ZoneKind

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_WORD = re.compile(r"[^\W_]+|[^\w\s]|_")
_ZONES = {ZoneKind.TITLE: 1, ZoneKind.SUBTITLE: 1, ZoneKind.HEADING: 1, ZoneKind.CAPTION: 2, ZoneKind.QUOTE_BLOCK: 3}
TAGS = tuple("""$ '' , -LRB- -RRB- . : ADD AFX CC CD DT EX FW HYPH IN JJ JJR JJS LS MD NFP NN NNP NNPS NNS PDT POS PRP
PRP$ RB RBR RBS RP SYM TO UH VB VBD VBG VBN VBP VBZ WDT WP WP$ WRB XX _SP ``""".split())
"""Penn Treebank tags of spaCy's English pipelines; a tag that is not here counts as unknown."""
DEPENDENCIES = tuple("""ROOT acl acomp advcl advmod agent amod appos attr aux auxpass case cc ccomp compound conj csubj
csubjpass dative dep det dobj expl intj mark meta neg nmod npadvmod nsubj nsubjpass nummod oprd parataxis pcomp pobj
poss preconj predet prep prt punct quantmod relcl xcomp""".split())
"""ClearNLP labels of spaCy's English pipelines."""
NAME_KINDS = ("PERSON", "ORG", "NORP", "GPE")
"""Names that may speak; every other kind counts as one."""
FEATURES = {"shape": 8, "gap": 4, "zone": 4, "quote": 6, "tag": len(TAGS) + 1, "dependency": len(DEPENDENCIES) + 1,
            "head": 14, "name": len(NAME_KINDS) + 2}
"""Features of a word, in the order of their columns, each with the number of its values."""
_TAG_NUMBERS = {tag: number for number, tag in enumerate(TAGS, 1)}
_DEPENDENCY_NUMBERS = {label: number for number, label in enumerate(DEPENDENCIES, 1)}
_NAME_NUMBERS = {"": 0} | {kind: number for number, kind in enumerate(NAME_KINDS, 2)}


@dataclass(frozen=True, slots=True)
class Words:
    """The words of an article's readable zones, in reading order."""

    texts: tuple[str, ...]
    starts: NDArray[np.int32]
    """First character of each word, code points of `Article.text`. Shape: (words,)."""
    ends: NDArray[np.int32]
    blocks: NDArray[np.int32]
    """Place of the word's block in `Parse.blocks`. Shape: (words,)."""
    sentences: NDArray[np.int32]
    """Number of the word's sentence, counted over the article. Shape: (words,)."""
    features: NDArray[np.uint8]
    """Shape: (words, features), columns as in `FEATURES`."""

    def __len__(self) -> int:
        return len(self.texts)


def words_of(parse: Parse, marks: Mapping[int, Sequence[Quotation]] | None = None) -> Words:
    """All words of the parsed zones. Empty arrays for an article without any.

    marks: the quotations of each block by place, where they are known already.
    """
    texts: list[str] = []
    numbers: list[tuple[int, int, int, int]] = []
    rows: list[tuple[int, ...]] = []
    sentence = 0
    for place, block in enumerate(parse.blocks):
        offset = block.zone.start
        found_marks = quotations(text_of(block.doc)) if marks is None else marks[place]
        found, sentences = _block_words(block)
        states = _quote_states(found, found_marks)
        for (start, end, _), inner, row in zip(found, sentences, _rows(block, found, states), strict=True):
            texts.append(text_of(block.doc)[start:end])
            numbers.append((offset + start, offset + end, place, sentence + inner))
            rows.append(row)
        sentence += (sentences[-1] + 1) if sentences else 0
    table = np.array(numbers, dtype=np.int32).reshape(-1, 4)
    features = np.array(rows, dtype=np.uint8).reshape(-1, len(FEATURES))
    return Words(tuple(texts), table[:, 0], table[:, 1], table[:, 2], table[:, 3], features)


Placed = tuple[int, int, "Token"]
"""Start and end in code points of the doc, and the token that holds the first character."""


def _block_words(block: Block) -> tuple[list[Placed], list[int]]:
    """The block's words with their tokens, and the number of each word's sentence."""
    doc = block.doc
    starts = [token.idx for token in doc]
    sentence_of = _sentence_numbers(doc)
    found, sentences = [], []
    for match in _WORD.finditer(text_of(doc)):
        at = bisect_right(starts, match.start()) - 1
        found.append((match.start(), match.end(), doc[at]))
        sentences.append(sentence_of[at])
    return found, sentences


def _sentence_numbers(doc: Doc) -> list[int]:
    number, numbers = -1, []
    for token in doc:
        number += bool(token.is_sent_start) or number < 0
        numbers.append(number)
    return numbers


def _quote_states(words: Sequence[Placed], marks: Sequence[Quotation]) -> list[int]:
    """0 outside, 1 opening mark, 2 inside, 3 closing mark, 4 inside single marks, 5 inside a mark never closed."""
    states, at = [], 0
    for start, end, _ in words:
        while at < len(marks) and marks[at].end <= start:
            at += 1
        states.append(_quote_state(start, end, marks[at]) if at < len(marks) and marks[at].start < end else 0)
    return states


def _quote_state(start: int, end: int, mark: Quotation) -> int:
    if end <= mark.inner_start:
        return 1
    if start >= mark.inner_end:
        return 3
    if not mark.closed:
        return 5
    return 4 if mark.single else 2


def _rows(block: Block, words: Sequence[Placed], states: Iterable[int]) -> Iterator[tuple[int, ...]]:
    zone = _ZONES.get(block.zone.kind, 0)
    text = text_of(block.doc)
    before = -1
    for (start, end, token), state in zip(words, states, strict=True):
        gap = 3 if before < 0 else _gap(text, before, start)
        yield (_shape(text[start:end]), gap, zone, state, _TAG_NUMBERS.get(token.tag_, 0),
               _DEPENDENCY_NUMBERS.get(token.dep_, 0), _head(token), _NAME_NUMBERS.get(token.ent_type_, 1))
        before = end


def _gap(text: str, before: int, start: int) -> int:
    """0 glued to the word before, 1 white space between, 2 a line's end between."""
    if before == start:
        return 0
    return 2 if "\n" in text[before:start] else 1


def _shape(word: str) -> int:
    """0 lower, 1 capitalised, 2 all capitals, 3 one capital, 4 with a digit, 5 mixed, 6 mark, 7 no case."""
    if not word[0].isalnum():
        return 6
    if any(map(str.isdigit, word)):
        return 4
    if word.islower():
        return 0
    if word.isupper():
        return 2 if len(word) > 1 else 3
    if word[0].isupper() and word[1:].islower():
        return 1
    return 5 if any(map(str.isupper, word)) else 7


def _head(token: Token) -> int:
    """Where the word hangs: 0 nowhere (root), 1-6 so far to the right, 7-12 to the left; by powers of two."""
    distance = token.head.i - token.i
    if not distance:
        return 0
    step = min(abs(distance).bit_length(), 6)
    return step if distance > 0 else 6 + step

