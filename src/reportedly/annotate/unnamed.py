"""Sources without a name: how many, what they are, how they know, and why no name is given.

Unnamed is who is a person, or people, and whom the source's words do not name: `a Harbour Ministry official`, `people
familiar with the matter`, `critics`. Bodies (`the ministry`, `police`), documents and the one holder of an office
(`the prime minister`) are not: a reader can tell who speaks.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from reportedly.annotate.anonymity import promises_no_name, reason_in
from reportedly.annotate.describing_words import ORGANISATION_NOUNS, is_person_noun
from reportedly.annotate.parse import Block, Parse, text_of
from reportedly.annotate.source_access import access_of
from reportedly.annotate.source_counts import added, count_of, is_plural
from reportedly.annotate.speakers import RELATIVES, Speaker, antecedent, head_of
from reportedly.records.annotation import Attribution, UnnamedSource
from reportedly.records.span import SourceSpan

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_PEOPLE = frozenset("""people person man woman men women boy girl child kid source official critic figure insider voice
colleague member some others other many several few both one ones those all most none two three four five six seven
eight nine ten half elder folk skeptic sceptic proponent detractor aficionado fan sympathizer sympathiser returnee
islander townsman guard soldier sailor nurse neighbour neighbor clerk cook porter mechanic pilot crewman fisherman rebel
local cop chief boss teen guide scout another witness bystander delegate envoy minister lawmaker diplomat attorney
counsel teenager relative inmate patient spokesman spokesperson crew senior junior peer caller watcher
staffer""".split())
_COLLECTIVE = frozenset("""number group majority minority couple handful dozen dozens score scores hundred hundreds
thousand thousands pair series lot lots crowd some many several few most all both one two three four five six seven
eight nine ten half any each none plenty another majorities percent cent % third thirds quarter quarters""".split())
_SAYING_NOTHING = frozenset("""some others many several few most all both one ones another half majority majorities none
any each dozens scores hundreds thousands plenty number percent cent third thirds quarter quarters""".split())
"""Heads that tell how many and not what they are."""
_BODIES = ORGANISATION_NOUNS | frozenset("""police office administration palace kremlin cabinet house embassy consulate
parliament staff side camp country state city town village capital community public press media family opposition
coalition regime junta military navy coastguard force command front brigade server government carrier retailer provider
supplier manufacturer developer letter centre center tower sector order number tanker theatre theater chapter corridor
factor committee employer restaurant plant market world nation electorate monarchy crown church website show programme
program""".split())
_THINGS = frozenset("""count tally paper record report document study survey poll data datum figures filing memo letter
email indictment affidavit transcript law bill rule act constitution treaty book article story statistic estimate
forecast analysis ruling verdict statement account evidence test result research review text message post tweet video
film image photo sign banner headline website page campaign plan policy proposal list chart map footage recording log
finding testimony""".split())
_OFFICES = frozenset("""president premier chancellor minister mayor governor king queen pope prince princess chairman
chairwoman chairperson ambassador secretary commissioner speaker archbishop monarch sultan emir senator congressman
congresswoman representative nominee candidate front-runner frontrunner billionaire tycoon mogul pontiff leader
justice""".split())
"""With `the` and in the singular one person is meant whom a reader can find."""
_ENDINGS = ("er", "or", "ist", "ian", "man", "men", "person", "ant", "dent", "ient", "gent", "nent", "ee", "crat")
"""How nouns for people end that no list has."""
_QUANTIFIERS = frozenset("""how a an the this that these those some several few many most all both another other others
each every any no one its his her their our my your at least more than about around nearly almost up to fewer less over
roughly in out percent cent % third thirds two-thirds quarter quarters three-quarters majority between and or dozen
dozens half couple handful number of group pair multiple numerous various two-dozen further additional second just
only""".split())
_CLAUSES = frozenset({"relcl", "acl", "advcl", "appos", "punct", "parataxis"})
_GOING_ON = frozenset({"both", "all", "they", "he", "she", "the", "neither", "each", "none"})
_ANOTHER = frozenset({"a", "an", "another", "one", "second", "third", "other"})


class UnnamedSources:
    """Describes the unnamed sources of one article."""

    def __init__(self, parse: Parse) -> None:
        self._parse = parse

    def source_of(self, attribution: Attribution, speaker: Speaker) -> UnnamedSource | None:
        """What is told of the source of an attribution; None for a named one, a body, a document or a pronoun."""
        tokens = self._tokens(attribution.source)
        block = self._parse.block_at(attribution.source[0].start) if attribution.source else None
        if not tokens or block is None or speaker.kind in {"person", "none"}:
            return None
        outer = antecedent(_noun_of(tokens))
        role = role_head(outer)
        if not is_unnamed(role, outer):
            return None
        words = self._phrase(attribution, outer, tokens)
        first = outer.doc[min(outer.left_edge.i, role.left_edge.i, tokens[0].i)]
        least, most = added([count_of(noun, first if noun.i == role.i else noun.left_edge)
                             for noun in (role, *_conjoined(role, words))])
        access = access_of(role, words)
        return UnnamedSource(
            least=least, most=most, role=self._role(block, role, tokens, access),
            access=self._parse.span(block, access[0].doc[access[0].i:access[1].i + 1]) if access else None,
            reason=self._reason(attribution, block, outer))

    def _tokens(self, spans: Sequence[SourceSpan]) -> list[Token]:
        return [token for span in spans for token in self._parse.tokens_in(span) if not token.is_space]

    def _phrase(self, attribution: Attribution, head: Token, source: Sequence[Token]) -> list[Token]:
        """The source's words and what the parse hangs on it beyond them, without cue and content."""
        closed = {token.i for token in self._tokens((*attribution.cue, *attribution.content))}
        words = {token.i: token for token in (*source, *head.subtree) if token.i not in closed}
        return [words[at] for at in sorted(words)]

    def _role(self, block: Block, head: Token, source: Sequence[Token],
              access: tuple[Token, Token] | None) -> SourceSpan | None:
        """The noun with what belongs to it, without article, number and clauses; None for `some` and `others`."""
        if head.lower_ in _SAYING_NOTHING or head.pos_ in {"PRON", "NUM", "DET"}:
            return None
        given = {token.i for token in source}
        bounds = given if head.i in given else {token.i for token in head.subtree}
        first = head
        while first.i - 1 in bounds and first.i > head.left_edge.i and _describes(first.nbor(-1), head):
            first = first.nbor(-1)
        while first.i < head.i and (first.lower_ in _QUANTIFIERS or first.like_num or first.dep_ == "cc"
                                    or first.is_punct):
            first = first.nbor(1)
        last = head
        for child in head.rights:
            if child.left_edge.i != last.i + 1 or child.dep_ not in {"prep", "cc", "conj"} or _is_time(child):
                break
            last = _end_of(child, min([access[0].i if access else len(head.doc), max(bounds) + 1]))
        while last.i > head.i and (last.dep_ in {"cc", "prep", "det"} or last.is_punct):
            last = last.nbor(-1)
        return self._parse.span(block, head.doc[first.i:last.i + 1])

    def _reason(self, attribution: Attribution, block: Block, head: Token) -> SourceSpan | None:
        """The reason in the source's sentence, in the cue's, or in the one after, if that goes on about the source."""
        offset = block.zone.start
        closed = [(span.start - offset, span.end - offset) for span in (*attribution.cue, *attribution.content)]
        sentences = _sentences(attribution, block, head)
        for sentence in sentences:
            at = sentence.start_char
            inside = [(max(start - at, 0), end - at) for start, end in closed
                      if start < sentence.end_char and end > at]
            found = reason_in(text_of(block.doc)[at:sentence.end_char], inside)
            if found is not None:
                return self._parse.article.span(offset + at + found[0], offset + at + found[1])
        return None


def _noun_of(tokens: Sequence[Token]) -> Token:
    """The head of the source; the first noun where the parser took a participle for the sentence's verb."""
    head = head_of(tokens)
    if head.pos_ not in {"VERB", "AUX"}:
        return head
    return next((token for token in tokens if token.pos_ in {"NOUN", "PROPN", "PRON"}), head)


def role_head(head: Token) -> Token:
    """The noun that says what they are: `officials` of "a dozen officials", "one of the officials"."""
    if head.lower_ in _COLLECTIVE or head.lemma_.lower() in _COLLECTIVE:
        for child in head.children:
            if child.dep_ == "prep" and child.lower_ in {"of", "among", "in"} and child.i > head.i:
                noun = next((word for word in child.children if word.dep_ == "pobj"), None)
                if noun is not None and (child.lower_ == "of" or is_unnamed(noun, noun)):
                    return noun
    return head


def is_unnamed(role: Token, outer: Token) -> bool:
    """True for people whom the words do not name."""
    lemma = role.lemma_.lower()
    named = any(child.dep_ == "appos" and child.pos_ == "PROPN" and child.ent_type_ not in {"ORG", "GPE"}
                for child in (*role.children, *outer.children))
    if named or outer.lower_ in {"no", "none", "nobody"} or any(child.lower_ == "no" for child in outer.children):
        return False
    if role.pos_ == "PROPN" and not (is_person_noun(lemma) and role.lower_ != role.text.upper()):
        return False
    if role.pos_ == "PRON" or role.lower_ in RELATIVES:
        return role.lower_ in _PEOPLE
    is_one = not is_plural(role) and any(child.lower_ == "the" for child in role.children) and role.i == outer.i
    if lemma in _OFFICES and is_one:
        return False
    return lemma in _PEOPLE or is_person_noun(lemma) or (
        lemma not in _BODIES | _THINGS and (lemma.endswith(_ENDINGS) or (is_plural(role) and _is_human(role))))


def _is_human(noun: Token) -> bool:
    """A plural of which a clause with `who` tells, or of a people: `Koreans`, `those who …`."""
    return noun.ent_type_ == "NORP" or any(word.lower_ == "who" for word in noun.subtree)


def _conjoined(head: Token, words: Sequence[Token]) -> Iterator[Token]:
    inside = {token.i for token in words}
    yield from (word for word in head.conjuncts if word.i > head.i and word.i in inside and is_unnamed(word, word)
                and word.head.i in inside)


def _describes(token: Token, head: Token) -> bool:
    """True for words of the noun phrase before its head."""
    return head.i in {token.i, token.head.i, token.head.head.i, token.head.head.head.i} \
        and not (token.is_punct and token.text not in {"-", "‑", ","})


def _is_time(child: Token) -> bool:
    return child.dep_ == "prep" and any(noun.ent_type_ in {"DATE", "TIME"} for noun in child.children)


def _end_of(child: Token, before: int) -> Token:
    """Last word of what hangs on the noun, up to a clause, a mark or how the source knows."""
    last = child
    for word in child.doc[child.left_edge.i:child.right_edge.i + 1]:
        if word.i >= before or word.dep_ in _CLAUSES or word.tag_ in {"WP", "WDT"}:
            break
        last = word
    return last


def _sentences(attribution: Attribution, block: Block, head: Token) -> Iterator[Span]:
    """The sentences that may tell the reason, the source's own first."""
    own = head.sent
    yield own
    last = own
    for span in (*attribution.cue, *attribution.content):
        start = span.start - block.zone.start
        if 0 <= start < len(text_of(block.doc)):
            around = block.doc.char_span(start, start + 1, alignment_mode="expand")
            if around is not None and around.sent.start > last.start:
                last = around.sent
    if last.start != own.start:
        yield last
    if last.end < len(block.doc):
        following = block.doc[last.end].sent
        if promises_no_name(following.text) and _goes_on(following):
            yield following


def _goes_on(sentence: Span) -> bool:
    """True when the sentence tells on of somebody already there: `Both asked …`, not `Another guard asked …`."""
    subject = next((token for token in sentence if token.dep_ in {"nsubj", "nsubjpass"}), None)
    if subject is None:  # a parse that lost it
        return sentence[0].lower_ in _GOING_ON
    if subject.pos_ == "PROPN":
        return False
    return not any(child.lower_ in _ANOTHER for child in subject.children) and subject.lower_ not in _ANOTHER
