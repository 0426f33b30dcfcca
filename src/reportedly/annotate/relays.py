"""Who passes words on, found in the parse around a cue: `told Fox News`, `in an interview with Y`, `quoted by Y`.

Platforms are relays as outlets are: the words went through them, and a reader may look there. Bodies that only hear
(`told the committee`) and reporters at large are none.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reportedly.annotate.describing_words import ORGANISATION_NOUNS, is_person_noun

if TYPE_CHECKING:
    from spacy.tokens import Token

_HEARERS = frozenset({"dobj", "dative"})
_PLACES = frozenset({"in", "on", "with", "to", "by", "for", "from", "through", "via", "during"})
"""Prepositions between what was said and where it was said."""
_HEARD = frozenset({"speech", "address", "appearance", "letter", "conversation"})
"""Given to those who hear them, and in or on what carries them."""
_CARRIERS = frozenset("""interview remark comment statement post message article op-ed column story report dispatch
broadcast programme program show podcast video speech email e-mail letter tweet thread account channel page feed release
address appearance conversation briefing transcript recording clip segment essay blog response reply answer call text
note""".split())
"""What carries words; whose it is, or where it stood, tells who passed them on."""
_CARRYING = frozenset("""carry publish release post air broadcast print run report distribute circulate quote cite relay
stream share obtain record transmit issue""".split())
_SPEAKING = frozenset({"speak", "talk", "write", "appear", "tell", "give", "post", "interview"})
_PRINTING = frozenset({"write", "publish", "print"})
_QUOTING = frozenset({"quote", "cite"})
_SEEING = frozenset({"see", "obtain", "review", "view", "examine"})
"""`papers seen by the Harbour Post`: who saw them passes them on."""
_CITING = frozenset({"citing", "quoting", "pointing"})
_CLAUSES = frozenset({"acl", "relcl", "advcl", "prep"})
_RELATIVES = frozenset({"who", "which", "that"})
_DEEPEST = 4
"""Steps from the cue to the outlet: said in — remarks — broadcast on — television."""
_MEDIA = frozenset("""television tv radio media agency newspaper newspapers paper broadcaster channel magazine website
outlet network station daily weekly tabloid press programme program podcast""".split())
"""Nouns that name a relay by what it is, when a word before them says which: `state television`."""
_BODIES = frozenset("""board committee council parliament congress senate house court commission ministry assembly
police inquiry panel union party company tribunal department university government cabinet bank jury hearing convention
conference force army coalition league association foundation forum club institute federation alliance society caucus
summit rally""".split())
"""Last words of the names of bodies that hear and do not publish."""
PLATFORMS = frozenset("""twitter telegram facebook instagram youtube weibo whatsapp tiktok linkedin threads bluesky
mastodon reddit substack snapchat discord vk vkontakte signal wechat parler gab rumble twitch""".split())
_SOCIAL = ("truth", "social")
_DOCUMENTS = frozenset("""document paper file filing record report memo email e-mail letter transcript affidavit
statement study survey poll data datum figure cable indictment complaint source official medium media agency witness
newspaper people person office spokesperson""".split())
"""What can be cited as the origin of words, besides people and names."""


@dataclass(frozen=True, slots=True)
class Relay:
    """A noun that may name a relay."""

    noun: Token
    is_sure: bool
    """The construction alone makes an outlet of any capitalised name: `in an interview with the Sunday Beacon`."""
    quotes: bool = False
    """It quotes or cites the speaker: a relay whatever it is."""


def relays_of(cue: Sequence[Token], content: Sequence[Token], source: Sequence[Token]) -> Iterator[Relay]:
    """Nouns around the cue that may name who passed the words on; content and source are never looked into."""
    closed = frozenset(token.i for token in (*content, *source))
    for word in cue:
        if word.lemma_.lower() == "tell":
            yield from (Relay(child, True) for child in word.children if child.dep_ in _HEARERS and child.i > word.i
                        and child.i not in closed)
        if word.pos_ in {"VERB", "AUX", "NOUN"}:
            yield from _around(word, closed)
    for word in content:  # "denied the charges in an email to …": the parser hangs the email on the charges
        for child in word.children:
            if child.i not in closed and child.dep_ == "prep" and any(noun.lemma_.lower() in _CARRIERS
                                                                      for noun in child.children):
                yield from _after(word, child, closed, 0)


def _around(word: Token, closed: frozenset[int], depth: int = 0) -> Iterator[Relay]:
    """Relays that hang on a word of saying or on what carries it."""
    for child in word.children if depth <= _DEEPEST else ():
        lemma = child.lemma_.lower()
        if child.i in closed or child.lower_ in _CITING:
            continue
        if child.dep_ in {"prep", "agent", "dative"} and child.lower_ in _PLACES:
            yield from _after(word, child, closed, depth)
        elif child.lower_ == "according":
            yield from (Relay(noun, False) for to in child.children for noun in to.children if noun.dep_ == "pobj")
        elif (child.dep_ in _CLAUSES and lemma in _CARRYING | _SPEAKING) \
                or (child.dep_ == "dobj" and lemma in _CARRIERS and word.lemma_.lower() in _SPEAKING):
            yield from _around(child, closed, depth + 1)


def _after(word: Token, preposition: Token, closed: frozenset[int], depth: int) -> Iterator[Relay]:
    lemma, place = word.lemma_.lower(), preposition.lower_
    if (place == "by" and lemma not in _CARRYING | _CARRIERS) or (place == "to" and lemma in _HEARD):
        return
    is_sure = (lemma in _CARRIERS and place in {"with", "to", "for", "in"}) or place == "by" \
        or (lemma in _PRINTING and place == "in") or (lemma in _SPEAKING and place == "to")
    for noun in preposition.children:
        if noun.dep_ not in {"pobj", "pcomp"} or noun.i in closed:
            continue
        yield Relay(noun, is_sure)
        if noun.lemma_.lower() in _CARRIERS:
            yield from (Relay(child, False) for child in noun.children
                        if child.dep_ in {"poss", "compound", "nmod", "amod"})
            yield from _around(noun, closed, depth + 1)


def quoting(cue: Sequence[Token], source: Sequence[Token]) -> Iterator[Relay]:
    """Who quotes: `X, quoted by Y, said`, `was quoted by Y as saying`, `Y quotes X as saying`, `Y cites X, who …`."""
    said = {token.i for token in source}
    verbs = [token for token in cue if token.lemma_.lower() in _QUOTING]
    verbs += [token.head.head for token in cue if token.dep_ == "pcomp" and token.head.lower_ == "as"]
    verbs += [token.head for token in source if token.dep_ == "dobj" and token.head.i not in said]
    for verb in verbs:
        if verb.lemma_.lower() in _QUOTING:
            yield from (Relay(child, True, True) for child in verb.children if child.dep_ == "nsubj"
                        and child.i not in said and child.lower_ not in _RELATIVES)
            yield from _agents(verb)
    for token in source:
        yield from (noun for child in token.children if child.dep_ in {"acl", "relcl"}
                    and child.lemma_.lower() in _QUOTING | _CARRYING | _SEEING for noun in _agents(child))


def _agents(verb: Token) -> Iterator[Relay]:
    """`by Y`, `in Y` after a participle."""
    for child in verb.children if verb.tag_ in {"VBN", "VBD"} else ():
        if child.dep_ in {"agent", "prep"} and child.lower_ in {"by", "in", "on"}:
            yield from (Relay(noun, True, child.lower_ == "by") for noun in child.children if noun.dep_ == "pobj")


def cited(cue: Sequence[Token], source: Sequence[Token], content: Sequence[Token]) -> Iterator[Token]:
    """Whom the speaker cites: `citing two officials`; reasons (`citing the sensitivity`) are nobody."""
    own = {token.i for token in (*cue, *source)}
    inside = {token.i for token in content}
    for token in cue[0].sent if cue else ():
        if token.lower_ not in _CITING or token.i in inside or not ({token.head.i, token.head.head.i} & own):
            continue
        objects = [noun for noun in token.children if noun.dep_ in {"dobj", "pobj"}]
        if token.lower_ == "pointing":
            objects = [noun for child in token.children if child.lower_ == "to" for noun in child.children]
        yield from filter(can_be_cited, objects)


def can_be_cited(noun: Token) -> bool:
    """True for people, names, groups and documents."""
    lemma = noun.lemma_.lower()
    return noun.pos_ == "PROPN" or noun.ent_type_ in {"PERSON", "ORG", "NORP", "GPE"} \
        or lemma in ORGANISATION_NOUNS | _DOCUMENTS or is_person_noun(lemma)


def only_cites(cue: Token, content: Sequence[Token]) -> bool:
    """`citing two officials`: the content is who is cited, not what anybody said."""
    words = [token for token in content if not token.is_punct]
    inside = {token.i for token in words}
    head = next((token for token in words if token.head.i not in inside), None)
    return cue.lower_ in _CITING and head is not None and head.pos_ in {"NOUN", "PROPN"} and can_be_cited(head)


def is_platform(token: Token) -> bool:
    """True for the name of a place where people post: Telegram, X, Truth Social."""
    if token.lower_ == _SOCIAL[1] and token.i > 0:
        return token.nbor(-1).lower_ == _SOCIAL[0]
    return token.lower_ in PLATFORMS - {"signal", "threads"} or (
        token.text.rstrip(".") in {"X", "Signal", "Threads"} and token.i > 0 and token.nbor(-1).lower_ in {"on", "via"})


def is_titled(token: Token) -> bool:
    """`the Sunday Beacon`: a name of two words or more after the article, which no person and few places have."""
    return token.pos_ == "PROPN" and any(child.lower_ == "the" for child in token.children) \
        and any(child.dep_ == "compound" and child.text[:1].isupper() for child in token.children)


def is_described_medium(token: Token) -> bool:
    """`state television`, `a local newspaper`: a relay without a name; `the paper` alone is none."""
    return token.lower_ in _MEDIA and any(
        child.dep_ in {"compound", "amod", "nmod"} and child.lower_ != "social" for child in token.children)


def only_hears(name: str) -> bool:
    """True for a body that is told things and does not publish them: a committee, a court."""
    words = name.casefold().split()
    return bool(words) and (words[-1] in _BODIES or (len(words) > 2 and "of" in words and words[0] in _BODIES))
