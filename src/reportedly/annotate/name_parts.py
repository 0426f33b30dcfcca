"""Words as readers see them over spaCy's tokens: `Tae-ri` is one word, `Roe's` is the word `Roe`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reportedly.annotate.name_words import HYPHEN_TAILS
from reportedly.annotate.parse import text_of
from reportedly.text.normalise import fold

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_LONGEST_SYLLABLE = 7
"""Letters of the second half of a given name, at least one more than it has."""
_SHORTEST_BRAND = 4
"""Letters: `mRNA` and `kWh` are no names."""
_HYPHENS = frozenset("-‐‑–")


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a block, with what the parser thinks of it."""

    first: int
    """Index of its first token."""
    last: int
    """Index of its last token."""
    start: int
    """Offset in the block's doc."""
    end: int
    text: str
    low: str
    """Folded, without a final full stop."""
    pos: str
    label: str
    """spaCy's entity type, `` if none."""
    entity: int
    """Number of spaCy's entity in the doc, -1 if none."""
    opens: bool
    """First word of its sentence or after an opening quote."""
    glued: bool
    """Only one blank stands between it and the word before."""

    @property
    def capital(self) -> bool:
        """True when its first letter is a capital, and for brands that have theirs inside: `eBay`."""
        return self.text[:1].isupper() or _is_camel_case(self.text)


def _is_camel_case(text: str) -> bool:
    return len(text) >= _SHORTEST_BRAND and text.isalpha() and text[0].islower() \
        and sum(letter.isupper() for letter in text) == 1 and not text[-1].isupper()


def words_of(doc: Doc) -> list[Word]:
    """The words and marks of a doc in order; hyphenated words are one."""
    entity_of = {token.i: number for number, span in enumerate(doc.ents) for token in span}
    out: list[Word] = []
    whole = text_of(doc)
    opens, end = True, 0
    for tokens in _grouped(doc):
        first, last = tokens[0], tokens[-1]
        text = whole[first.idx:last.idx + len(last.text)]
        if first.is_space:
            opens = opens or "\n" in text
            continue
        gap = whole[end:first.idx]
        out.append(Word(first=first.i, last=last.i, start=first.idx, end=last.idx + len(last.text), text=text,
                        low=fold(text).removesuffix("."), pos=_pos(tokens),
                        label=next((t.ent_type_ for t in tokens if t.ent_type_), ""),
                        entity=max(entity_of.get(t.i, -1) for t in tokens),
                        opens=opens or bool(first.is_sent_start), glued=bool(out) and gap in (" ", "\u00a0")))
        opens = ((opens or bool(first.is_sent_start)) and not text[0].isalnum()) or text in "\"“‘:•—"
        end = out[-1].end
    return out


def _pos(tokens: list[Token]) -> str:
    return "PROPN" if any(token.pos_ == "PROPN" for token in tokens) else tokens[0].pos_


def _grouped(doc: Doc) -> Iterator[list[Token]]:
    """Tokens joined where letters meet around a hyphen without a blank."""
    group: list[Token] = []
    for token in doc:
        if group and (_is_spaced_hyphen(group[-1], token) if group[-1].whitespace_ else _joins(group[-1], token)):
            group.append(token)
            continue
        if group:
            yield group
        group = [token]
    if group:
        yield group


def _is_spaced_hyphen(before: Token, token: Token) -> bool:
    """`Kim Jong - un`, as some texts are set, inside one of the model's names: the hyphen or what follows it."""
    hyphen = token if token.text in _HYPHENS else before if before.text in _HYPHENS else None
    if hyphen is None or not 0 < hyphen.i < len(hyphen.doc) - 1 or hyphen.text == "–":
        return False
    words = hyphen.nbor(-1), hyphen.nbor()
    if not all(word.is_alpha for word in words) or words[1].ent_iob_ != "I" or not words[0].text.istitle():
        return False
    return words[1].text.istitle() or (words[0].ent_type_ == "PERSON" and len(words[1].text) < _LONGEST_SYLLABLE)


def _joins(before: Token, token: Token) -> bool:
    if token.text in _HYPHENS and token.text != "–":
        return before.text[-1:].isalpha() and not token.whitespace_ and token.i + 1 < len(token.doc) \
            and token.nbor(1).text[:1].isalpha()
    return before.text in _HYPHENS and before.text != "–" and token.text[:1].isalpha() and before.i > 0


def is_hyphen_given(text: str) -> bool:
    """True for `Tae-ri`, `Won-Sik`; false for `Ruritania-backed`."""
    head, hyphen, tail = text.partition("-")
    return (bool(hyphen) and head[:1].isupper() and head.isalpha() and tail.isalpha() and len(head) < 8
            and len(tail) < 8 and tail.lower() not in HYPHEN_TAILS)
