"""Who speaks: from the words of a source to a name, an entity or an unnamed source."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reportedly.annotate.parse import Parse
from reportedly.records.annotation import EntityKind, LocalEntity
from reportedly.records.ids import MemberId
from reportedly.records.span import SourceSpan
from reportedly.text.normalise import squeeze

if TYPE_CHECKING:
    from spacy.tokens import Token

LONGEST_NAME = 80
"""Code points of an unnamed source's words that are shown."""
RELATIVES = frozenset({"who", "which", "that", "whom"})
_POINTING = RELATIVES | {"i", "we", "you", "he", "she", "it", "they", "him", "her", "them", "us", "me", "his", "its",
                         "their", "my", "our", "your", "this", "these", "those"}
"""Words that only point: without an antecedent nobody is named. `Some` and `others` are unnamed sources."""
_KINDS = {EntityKind.PERSON: "person", EntityKind.ORGANIZATION: "organization", EntityKind.PLACE: "organization",
          EntityKind.GROUP: "group", EntityKind.OTHER: "organization"}
"""A place that speaks is its government; a law or a report that speaks is whoever issued it."""
_PARSED_KINDS = {"PERSON": "person", "ORG": "organization", "GPE": "organization", "NORP": "group"}
_CLAUSES = frozenset({"relcl", "acl", "advcl"})
_NAME_PARTS = frozenset({"compound", "flat", "nmod"})
_TITLES = frozenset("""mr mrs ms miss dr sir dame lord lady president minister senator sen rep gov governor gen
general col prof professor judge justice chief king queen prince princess mayor secretary
speaker chairman chairwoman director capt captain lt lieutenant sgt sergeant maj major adm
admiral rev reverend pope bishop prime vice deputy attorney former chancellor premier
ambassador spokesman spokeswoman spokesperson congressman congresswoman representative""".split())


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks. `kind` is one of the values of `Statement.speaker_kind`."""

    name: str
    kind: str
    entity: MemberId | None


NOBODY = Speaker("unattributed", "none", None)


class SpeakerFinder:
    """Finds the speakers of one article from its local entities and its parse."""

    def __init__(self, entities: Iterable[LocalEntity], parse: Parse) -> None:
        self._parse = parse
        self._entity_at: dict[int, LocalEntity] = {}
        mentions = [(span, entity) for entity in entities for span in entity.mentions]
        for span, entity in sorted(mentions, key=lambda item: (len(item[0]), item[0].start)):
            for offset in range(span.start, span.end):
                self._entity_at.setdefault(offset, entity)

    def speaker_of(self, source: Sequence[SourceSpan]) -> Speaker:
        """The speaker that a source names; `NOBODY` for an empty source."""
        if not source:
            return NOBODY
        tokens = [token for span in source for token in self._parse.tokens_in(span) if not token.is_space]
        if not tokens:
            return Speaker(shortened(" ".join(span.exact for span in source)), "unnamed", None)
        head = antecedent(head_of(tokens))
        offset = self._offset(source[0])
        for candidate in (head, *_names_beside(head, tokens)):
            entity = self.entity_at(offset + candidate.idx)
            if entity is not None:
                return Speaker(entity.name, _KINDS[entity.kind], entity.id)
        return _by_parse(head, tokens if head in tokens else list(head.subtree))

    def entity_at(self, offset: int) -> LocalEntity | None:
        """The entity of the shortest mention that holds this offset; None where none does."""
        return self._entity_at.get(offset)

    def _offset(self, span: SourceSpan) -> int:
        block = self._parse.block_at(span.start)
        return block.zone.start if block is not None else 0


def head_of(tokens: Sequence[Token]) -> Token:
    """The token that the others hang on."""
    inside = {token.i for token in tokens}
    return next((token for token in tokens if token.head.i not in inside or token.head.i == token.i), tokens[0])


def antecedent(head: Token) -> Token:
    """For `who` and its kin the noun that the relative clause describes; else the token itself."""
    if head.lower_ not in RELATIVES:
        return head
    word = head
    while word.head.i != word.i:
        if word.dep_ in {"relcl", "acl"}:
            return word.head
        word = word.head
    return head


def _names_beside(head: Token, tokens: Sequence[Token]) -> list[Token]:
    """Names that stand with the noun: `a spokeswoman, Jane Roe`, `chairman and chief executive Jane Roe`."""
    names = [child for child in head.children if child.dep_ == "appos" and child.pos_ == "PROPN"]
    comma = next((at for at, token in enumerate(tokens) if token.text == ","), len(tokens))
    last = tokens[comma - 1] if comma else head
    if last.i != head.i and last.ent_type_ in {"PERSON", "ORG"} and not _is_dependent(last, head):
        names.append(last)
    return names


def _is_dependent(name: Token, head: Token) -> bool:
    """True where a preposition or a possessive parts the name from the head: `the mayor of Brill`."""
    word = name
    while word.i != head.i and word.head.i != word.i:
        if word.dep_ in {"pobj", "poss", "relcl", "acl"}:
            return True
        word = word.head
    return False


def _by_parse(head: Token, tokens: Sequence[Token]) -> Speaker:
    """Without an entity: the parser's name, a pronoun without a name, or the words of an unnamed source."""
    for candidate in (head, *_names_beside(head, tokens)):
        if candidate.pos_ == "PROPN":
            name = _name_without_titles(candidate)
            if name:
                return Speaker(name, _PARSED_KINDS.get(candidate.ent_type_, "organization"), None)
    if head.lower_ in _POINTING and len(tokens) == 1:
        return Speaker(head.text, "unresolved", None)
    return Speaker(_words_without_clauses(head, tokens), "unnamed", None)


def _name_without_titles(head: Token) -> str:
    parts = [token for token in head.subtree if token.i <= head.i and (
        token.i == head.i or (token.dep_ in _NAME_PARTS and token.head.i == head.i))]
    if head.ent_type_ == "PERSON":
        while len(parts) > 1 and (parts[0].lower_.strip(".") in _TITLES or not parts[0].text[:1].isupper()):
            parts.pop(0)
    return shortened(head.doc[parts[0].i:parts[-1].i + 1].text)


def _words_without_clauses(head: Token, tokens: Sequence[Token]) -> str:
    left = {token.i for token in head.left_edge.doc[head.left_edge.i:head.right_edge.i + 1]}
    inside = [token for token in tokens if token.i in left] or list(tokens)
    dropped = {word.i for token in inside for child in token.children if child.dep_ in _CLAUSES and child.i > head.i
               for word in child.subtree}
    kept = [token for token in inside if token.i not in dropped] or inside
    return shortened("".join(token.text_with_ws for token in kept))


def shortened(words: str) -> str:
    """At most `LONGEST_NAME` code points, cut between words, without loose punctuation at the edges."""
    plain = squeeze(words).strip(" ,;:.-–—(")
    if len(plain) <= LONGEST_NAME:
        return plain
    return plain[:LONGEST_NAME].rsplit(" ", 1)[0].rstrip(" ,;:.-–—(")
