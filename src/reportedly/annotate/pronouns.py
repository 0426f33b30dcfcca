"""Links pronouns to names by gender, number, kind, recency and salience; leaves them open where nothing fits."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from reportedly.annotate.conversation import link_conversation
from reportedly.annotate.describing_words import ORGANISATION_NOUNS, is_person_noun
from reportedly.annotate.mention_context import Occurrence, Scene, quoted_tokens, role_of
from reportedly.annotate.name_merging import Cluster
from reportedly.annotate.parse import Block
from reportedly.annotate.quoted_speakers import is_saying, speakers
from reportedly.records.annotation import EntityKind
from reportedly.text.normalise import fold
from reportedly.text.regions import region_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_PERSONAL = {"he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f"}
_LEARNING = frozenset("learn know discover find realize realise announce confirm deny".split())
_NEUTER = frozenset("it its itself".split())
_PLURAL = frozenset("they them their theirs themselves".split())
_LOOSE = frozenset("it they".split())
"""Pronouns that, but at the head of a sentence, seldom mean the subject of the sentence before."""
_RELATIVE = frozenset("who whom whose which".split())
_REACH = 3
"""Sentences back in which a pronoun's name is looked for."""
_OVER_QUOTES = 8
"""The same for `he said` after quoted words, whose sentences name others."""
_BY_DISTANCE = (100, 84, 55, 30)
_BY_ROLE = {"subject": 25, "object": 8, "possessor": 4, "other": 2, "modifier": -25}
"""Weights after Lappin and Leass 1994: subjects before objects before the rest, halved with every sentence."""


def link_pronouns(scene: Scene) -> Iterator[tuple[int, int, Cluster | None]]:
    """(start, end, cluster or None) of every third-person and relative pronoun, in reading order.

    So is `I` in the quoted words of a named speaker and in the answers of an interview.
    """
    quoted = {block.zone.start: quoted_tokens(block) for block in scene.parse.blocks}
    for block, token in scene.tokens("PRON", "DET"):
        word = token.lower_
        if scene.is_taken(block, token):
            continue
        marked = quoted[block.zone.start]
        if word in _RELATIVE:
            found = _antecedent(scene, block, token)
        elif word in _PERSONAL or word in _NEUTER or word in _PLURAL:
            found = _referent(scene, block, token, marked)
            if found is None:
                start = block.zone.start + token.idx
                yield start, start + len(token.text), None
        else:
            continue
        if found is not None:
            yield scene.link(found, block, token, token)
    yield from link_conversation(scene, quoted)


def _antecedent(scene: Scene, block: Block, token: Token) -> int | None:
    """The name that a relative clause hangs on."""
    verb = token.head
    while verb.dep_ != "relcl" and verb.head.i != verb.i:
        verb = verb.head
    if verb.dep_ != "relcl":
        return None
    head = block.zone.start + verb.head.idx
    return next((item.referent for item in scene.before(block.zone.start + token.idx, 0)
                 if item.start <= head < item.start + 60 and scene.is_taken(block, verb.head)
                 and _covers(scene, item, head)), None)


def _covers(scene: Scene, item: Occurrence, offset: int) -> bool:
    return any(name.start <= offset < name.end for name in scene.clusters[item.referent].names
               if name.start == item.start)


def _referent(scene: Scene, block: Block, token: Token, quoted: frozenset[int]) -> int | None:
    word = token.lower_
    if word in _PERSONAL:
        return _person(scene, block, token, quoted)
    if word in _NEUTER:
        return None if _is_empty_it(token) else _thing(scene, block, token, quoted)
    return _thing(scene, block, token, quoted)


_THINGS = frozenset({EntityKind.ORGANIZATION, EntityKind.PLACE})
_MANY = frozenset({EntityKind.GROUP, EntityKind.ORGANIZATION})


def _person(scene: Scene, block: Block, token: Token, quoted: frozenset[int]) -> int | None:
    """The most salient person of fitting gender named in this or one of the last sentences.

    Whoever speaks the quoted words in which the pronoun stands says `I`, and is not meant; nor is the subject of
    `he said` anybody named in what is quoted there.
    """
    speaker = speakers(scene, block, quoted).get(token.i) if token.i in quoted else None
    inside = _offsets(block, quoted) if _is_quoting(token, quoted) else frozenset()
    others = {speaker, *_named_below(scene, block, token)} - {None}
    gender, offset = _PERSONAL[token.lower_], block.zone.start + token.idx
    scores: Counter[int] = Counter()
    here = scene.sentence_at(offset)
    for item in scene.before(offset, _OVER_QUOTES if inside else _REACH):
        cluster = scene.clusters[item.referent]
        if cluster.kind is not EntityKind.PERSON or cluster.gender not in (None, gender) \
                or item.referent in others or item.start in inside or _clashes(block, token, item):
            continue
        score = _salience(item, cluster, here - item.sentence) + (10 if cluster.gender == gender else 0) \
            + (8 if item.role == role_of(token) == "subject" else 0)
        scores[item.referent] = max(scores[item.referent], score)
    best = scores.most_common(2)
    if not best and gender == "f" and not is_saying(token.head):
        return _land(scene, block, token)
    if not best or (len(best) > 1 and best[0][1] - best[1][1] < 2):
        return None
    if inside and _is_another_nearer(scene, block, token, quoted, best[0][0]):
        return None
    if scene.clusters[best[0][0]].gender is None:
        scene.clusters[best[0][0]].gender = gender
    return best[0][0]


def _land(scene: Scene, block: Block, token: Token) -> int | None:
    """`Norway mourns her sons`: the one country named in the last sentences; none where a person's noun stands before.
    """
    countries = {item.referent for item in scene.before(block.zone.start + token.idx, _REACH)
                 if any(map(region_of, scene.clusters[item.referent].forms))}
    is_somebody = any(word.tag_ in ("NN", "NNP") and is_person_noun(fold(word.lemma_)) for word in block.doc[:token.i])
    return countries.pop() if len(countries) == 1 and not is_somebody else None


def _salience(item: Occurrence, cluster: Cluster, away: int) -> int:
    """How much a mention so many sentences back stands out."""
    near = _BY_DISTANCE[min(_REACH, away)] - 3 * max(0, away - _REACH)
    return near + _BY_ROLE[item.role] + min(6, len(cluster.names))


def _named_below(scene: Scene, block: Block, token: Token) -> Iterator[int | None]:
    """Of a subject those whom its own clause names after it: in `he called Roe's words a lie`, `he` is not Roe."""
    if token.dep_ != "nsubj":
        return
    joined = {word.i for child in token.head.children if child.dep_ == "conj" for word in child.subtree}
    for word in token.head.subtree:
        if word.i > token.i and word.i not in joined:
            yield scene.named_at(block, word)


def _is_quoting(token: Token, quoted: frozenset[int]) -> bool:
    """The subject of a verb of saying outside the marks."""
    return token.i not in quoted and token.dep_ == "nsubj" and is_saying(token.head)


def _is_another_nearer(scene: Scene, block: Block, token: Token, quoted: frozenset[int], referent: int) -> bool:
    """`An officer sounds the alarm. “Shots fired,” he says`: somebody without a name was the subject since."""
    for word in reversed(block.doc[:token.i]):
        if scene.named_at(block, word) == referent and word.i not in quoted:
            return False
        if word.i not in quoted and word.dep_ in ("nsubj", "nsubjpass") and word.tag_ == "NN" \
                and not scene.is_taken(block, word) and is_person_noun(fold(word.lemma_)):
            return True
    return False


def _offsets(block: Block, quoted: frozenset[int]) -> frozenset[int]:
    """Where the quoted words of a paragraph begin."""
    return frozenset(block.zone.start + block.doc[index].idx for index in quoted)


def _clashes(block: Block, token: Token, item: Occurrence) -> bool:
    """An object is not the subject of its own verb: in `Roe praised him`, `him` is not Roe."""
    return token.dep_ in ("dobj", "dative") and not token.lower_.endswith("self") and item.role == "subject" \
        and item.verb == block.zone.start + token.head.idx


def _thing(scene: Scene, block: Block, token: Token, quoted: frozenset[int]) -> int | None:
    """The organisation, place or group that is the only subject of this clause's past, here or one sentence back.

    A noun of the pronoun's number between the two is as likely meant, so then it stays open; so does a pronoun in
    quoted words after a sentence that is not quoted.
    """
    if role_of(token) not in ("subject", "possessor"):
        return None
    plural, offset = token.lower_ in _PLURAL, block.zone.start + token.idx
    kinds = _MANY if plural else _THINGS
    here = scene.sentence_at(offset)
    near = [item for item in scene.before(offset, 1) if item.role == "subject"
            and _is_of(scene.clusters[item.referent], kinds)]
    same = [item for item in near if item.sentence == here]
    is_loose = token.lower_ in _LOOSE and not token.is_sent_start and not _is_agent(token)
    chosen = same or ([] if is_loose else near)
    if len({item.referent for item in chosen}) != 1:
        return None
    name = chosen[0 if not same else -1]
    return None if _is_parted(scene, block, token, quoted, name) else name.referent


def _is_agent(token: Token) -> bool:
    """Of a verb of saying or learning, which only people and bodies do: `it said`, `they learned`."""
    return token.dep_ == "nsubj" and (is_saying(token.head) or token.head.lemma_ in _LEARNING)


def _is_of(cluster: Cluster, kinds: frozenset[EntityKind]) -> bool:
    """Of one of the kinds; a country's name counts as a place whatever else it was taken for."""
    return cluster.kind in kinds or (EntityKind.PLACE in kinds and any(map(region_of, cluster.forms)))


def _is_parted(scene: Scene, block: Block, token: Token, quoted: frozenset[int], name: Occurrence) -> bool:
    """Quotation marks, or a common noun of the same number, stand between the name and the pronoun."""
    between = [word for word in block.doc[:token.i] if block.zone.start + word.idx > name.start]
    is_apart = name.start < block.zone.start or name.sentence < scene.sentence_at(block.zone.start + token.idx)
    if token.i in quoted and is_apart and not all(word.i in quoted for word in between):
        return True
    return any(_competes(word, token) and not scene.is_taken(block, word) for word in between)


def _competes(word: Token, pronoun: Token) -> bool:
    """`users … they`; `the ferry was old when it sank`; but not `a breach of its rules`, `the firm said it …`."""
    if word.pos_ != "NOUN":
        return False
    if pronoun.lower_ in _PLURAL:
        return word.tag_ == "NNS" and (role_of(word) == "subject" or is_person_noun(fold(word.lemma_)))
    return word.tag_ == "NN" and role_of(word) == "subject" and word.sent.start == pronoun.sent.start \
        and fold(word.lemma_) not in ORGANISATION_NOUNS and not word.is_ancestor(pronoun)


_EMPTY_NOUNS = frozenset("time belief hope fact view case shame pity wonder".split())
"""`It is time to leave`, `it is our belief that …`."""


def _is_empty_it(token: Token) -> bool:
    """`It is clear that …`, `it rained`: refers to nothing."""
    if token.lower_ != "it":
        return False
    if token.dep_ == "expl":
        return True
    verb = token.head
    return verb.lemma_ in ("be", "seem", "appear", "take", "happen") and any(map(_fills_it, verb.children))


def _fills_it(child: Token) -> bool:
    """The part of the clause that says what an empty `it` announces."""
    if child.dep_ == "attr":
        return child.lower_ in _EMPTY_NOUNS
    return child.dep_ in ("ccomp", "xcomp", "advcl", "csubj", "relcl") or (
        child.dep_ == "acomp" and any(grand.dep_ in ("xcomp", "ccomp") for grand in child.children))
