"""Who speaks: from the words of a source to a name, an entity or an unnamed source."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reportedly.annotate.parse import Parse
from reportedly.records.annotation import EntityKind, LocalEntity
from reportedly.records.article import UNKNOWN_OUTLET
from reportedly.records.ids import MemberId
from reportedly.records.span import SourceSpan
from reportedly.text.normalise import squeeze
from reportedly.text.organisation_names import organisation_tokens

if TYPE_CHECKING:
    from spacy.tokens import Token

LONGEST_NAME = 80
"""Code points of an unnamed source's words that are shown."""
RELATIVES = frozenset({"who", "which", "that", "whom"})
FIRST_PERSON = frozenset({"i", "me", "my", "myself", "we", "us", "our", "ourselves"})
"""In the outlet's own voice these are the author or the outlet, inside somebody's words they are that person."""
_NOT_PEOPLE = frozenset({"it", "that", "which", "this", "what", "there", "these", "those"})
"""Words that, without an antecedent, name nobody who could speak."""
_POINTING = RELATIVES | {"i", "we", "you", "he", "she", "it", "they", "him", "her", "them", "us", "me", "his", "its",
                         "their", "my", "our", "your", "this", "these", "those"}
"""Words that only point: without an antecedent nobody is named. `Some` and `others` are unnamed sources."""
_KINDS = {EntityKind.PERSON: "person", EntityKind.ORGANIZATION: "organization", EntityKind.PLACE: "organization",
          EntityKind.GROUP: "group", EntityKind.OTHER: "organization"}
"""A place that speaks is its government; a law or a report that speaks is whoever issued it."""
_PARSED_KINDS = {"PERSON": "person", "ORG": "organization", "GPE": "organization", "NORP": "group"}
_CLAUSES = frozenset({"relcl", "acl", "advcl"})
_ABSTRACT = frozenset("""objective objectives goal goals aim aims view views opinion belief concern concerns position
stance message plan plans strategy policy priority response answer account version testimony speech remarks words
comments tweet tweets letter email note post""".split())
"""What a person has or utters and that cannot speak itself: its owner does."""
_DOCUMENTS = frozenset("statement release announcement".split())
_OWNING = frozenset({"from", "by", "of"})
_OWN_BODY = frozenset({"his", "her", "its", "their"})
_RELAYING_ROLES = frozenset("""spokesman spokeswoman spokesperson lawyer attorney aide adviser advisor secretary
assistant official officer deputy director manager head chief president chairman chairwoman captain leader widow wife
husband brother sister son daughter mother father friend neighbour neighbor colleague resident engineer professor
researcher analyst expert economist doctor teacher coach member minister mayor senator prosecutor judge""".split())
"""Nouns for one person, after which a name set off by a comma is that person's."""
_NAME_PARTS = frozenset({"compound", "flat", "nmod"})
_TITLES = frozenset("""mr mrs ms miss dr sir dame lord lady president minister senator sen rep gov governor gen
general col prof professor judge justice chief king queen prince princess mayor secretary
speaker chairman chairwoman director capt captain lt lieutenant sgt sergeant maj major adm
admiral rev reverend pope bishop prime vice deputy attorney former chancellor premier
ambassador spokesman spokeswoman spokesperson congressman congresswoman representative""".split())

_OFFICES = _TITLES - frozenset("""mr mrs ms miss dr sir dame lord lady rev reverend vice deputy former prime attorney
chief""".split())
"""Titles that name an office one person holds."""
_LONGEST_PERSON = 4
"""Words of a person's name."""
_UNNAMING = frozenset({"GPE", "LOC", "ORG", "NORP", "DATE", "FAC"})


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
        entities = tuple(entities)
        self._parse = parse
        self._holders = _people_by_title(entities)
        self._by_role = _by_whole_role(entities)
        self._by_id = {entity.id: entity for entity in entities}
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
        head = _owner_of_abstract(antecedent(_not_an_object(head_of(tokens))))
        offset = self._offset(source[0])
        for candidate in (*_named_after_comma(head, tokens), head, *_names_beside(head, tokens)):
            entity = self.entity_at(offset + candidate.idx)
            if entity is not None:
                return Speaker(entity.name, _KINDS[entity.kind], entity.id)
        found = _by_parse(head, tokens if head in tokens else list(head.subtree))
        return self._holder(head, found) or self._with_owner(head, offset, found)

    def author(self) -> Speaker:
        """Who `I` and `we` are in the report's own voice: its one author, else its outlet; `NOBODY` for neither."""
        article = self._parse.article
        if len(article.byline) == 1:
            return Speaker(article.byline[0], "person", None)
        return NOBODY if article.outlet.label == UNKNOWN_OUTLET else Speaker(article.outlet.label, "organization", None)

    def _holder(self, head: Token, found: Speaker) -> Speaker | None:
        """`the mayor`, `Harbour agency`: the one of the report with that title or role; None for none or several."""
        if head.tag_ in {"NNS", "NNPS"} or any(child.lower_ in {"a", "an"} for child in head.children):
            return None
        bare = all(child.dep_ in {"det", "punct"} for child in head.children if child.i < head.i)
        plain = found.kind == "unnamed" and bare and not any(child.dep_ == "prep" for child in head.children)
        holders = self._holders.get(head.lower_, []) if plain else []
        if not holders and found.kind == "unnamed":
            holders = self._by_role.get(found.name.casefold().removeprefix("the "), [])
        return Speaker(holders[0].name, _KINDS[holders[0].kind], holders[0].id) if len(holders) == 1 else None

    def _with_owner(self, head: Token, offset: int, found: Speaker) -> Speaker:
        """`his office` with the name for the pronoun, `Jane Roe's office`, where the report tells whose it is."""
        owner = next((child for child in head.children if child.dep_ == "poss" and child.lower_ in _OWN_BODY), None)
        entity = self.entity_at(offset + owner.idx) if owner is not None else None
        if owner is None or entity is None or not found.name.startswith(owner.text + " "):
            return found
        return Speaker(shortened(f"{entity.name}'s {found.name[len(owner.text) + 1:]}"), found.kind, None)

    def entity(self, own: MemberId | None) -> LocalEntity | None:
        """The entity with this id."""
        return self._by_id.get(own) if own is not None else None

    def bodies_ending(self, words: frozenset[str]) -> list[LocalEntity]:
        """Organisations of which some name ends in one of these words and has others before it."""
        return [entity for entity in self._by_id.values() if entity.kind is EntityKind.ORGANIZATION
                and any(len(parts) > 1 and parts[-1] in words
                        for name in (entity.name, *entity.aliases) for parts in [organisation_tokens(name)])]

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


def _not_an_object(head: Token) -> Token:
    """Of `to annul it and Speaker Roe called …` the name: the parser joined the object before `and` to the subject."""
    joined = [child for child in head.children if child.dep_ == "conj" and child.pos_ == "PROPN"]
    return joined[0] if head.lower_ == "it" and joined else head


def _people_by_title(entities: Iterable[LocalEntity]) -> dict[str, list[LocalEntity]]:
    """People by the title that stands before their name or by a role of one word."""
    found: dict[str, list[LocalEntity]] = {}
    for entity in entities:
        if entity.kind is not EntityKind.PERSON:
            continue
        first = {alias.split()[0].casefold().rstrip(".") for alias in entity.aliases if len(alias.split()) > 1}
        for title in sorted((first & _OFFICES) | {role.casefold() for role in entity.roles if " " not in role}):
            found.setdefault(title, []).append(entity)
    return found


def _by_whole_role(entities: Iterable[LocalEntity]) -> dict[str, list[LocalEntity]]:
    """People and bodies by each role of several words."""
    found: dict[str, list[LocalEntity]] = {}
    for entity in entities:
        for role in sorted({role.casefold() for role in entity.roles if " " in role}):
            found.setdefault(role, []).append(entity)
    return found


def _owner_of_abstract(head: Token) -> Token:
    """`Jane Roe's objective`, `the statement from the port`: who has it; else the token itself."""
    lemma = head.lemma_.lower()
    if lemma not in _ABSTRACT | _DOCUMENTS:
        return head
    for child in head.children:
        if child.dep_ == "poss":
            return child
        if child.dep_ == "prep" and child.lower_ in _OWNING and child.i > head.i:
            return next((word for word in child.children if word.dep_ == "pobj"), head)
    return head


def _named_after_comma(head: Token, tokens: Sequence[Token]) -> list[Token]:
    """`a spokeswoman for Ms Roe, Ann Lee,`: the last word of the name after the first comma, if it is all name."""
    comma = next((at for at, token in enumerate(tokens) if token.text == "," and token.i > head.i), None)
    if comma is None or head.lemma_.lower() not in _RELAYING_ROLES:
        return []
    rest = list(tokens[comma + 1:])
    name = rest[:next((at for at, token in enumerate(rest) if token.text == ","), len(rest))]
    is_name = 2 <= len(name) <= _LONGEST_PERSON and all(token.pos_ == "PROPN" and token.ent_type_ not in _UNNAMING
                                                       for token in name)
    return [name[-1]] if is_name else []


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
    for candidate in (*_named_after_comma(head, tokens), head, *_names_beside(head, tokens)):
        if candidate.pos_ == "PROPN" and not (candidate.i == head.i and head.lower_ in _TITLES):
            name = _name_without_titles(candidate)
            if name:
                return Speaker(name, _PARSED_KINDS.get(candidate.ent_type_, "organization"), None)
    if head.lower_ in _POINTING and all(token.i == head.i or token.is_punct for token in tokens):
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
    end = min((token.i for token in inside if token.i > head.i and (token.is_quote or token.text == ":")),
              default=len(head.doc))
    kept = [token for token in inside if token.i not in dropped and token.i < end] or inside
    return shortened("".join(token.text_with_ws for token in kept))


def names_no_speaker(speaker: Speaker) -> bool:
    """True for a word that points to nothing that could speak: `it`, `that`, `which`."""
    return speaker.kind == "unresolved" and speaker.name.casefold() in _NOT_PEOPLE


def shortened(words: str) -> str:
    """At most `LONGEST_NAME` code points, cut between words, without loose punctuation at the edges."""
    plain = squeeze(words).strip(" ,;:.-–—(")
    if len(plain) <= LONGEST_NAME:
        return plain
    return plain[:LONGEST_NAME].rsplit(" ", 1)[0].rstrip(" ,;:.-–—(")
