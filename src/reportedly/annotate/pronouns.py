"""Links pronouns to names by gender, number, kind, recency and salience; leaves them open where nothing fits."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from reportedly.annotate.mention_context import Occurrence, Scene, quoted_tokens, role_of
from reportedly.annotate.name_merging import Cluster
from reportedly.annotate.parse import Block
from reportedly.records.annotation import EntityKind

if TYPE_CHECKING:
    from spacy.tokens import Token

_PERSONAL = {"he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f"}
_SPEAKING = frozenset("i me my mine myself".split())
_SAYING = frozenset("say add tell recall insist write explain ask reply note warn admit joke argue continue".split())
_NEUTER = frozenset("it its itself".split())
_PLURAL = frozenset("they them their theirs themselves".split())
_RELATIVE = frozenset("who whom whose which".split())
_REACH = 3
"""Sentences back in which a pronoun's name is looked for."""
_BY_DISTANCE = (100, 84, 55, 30)
_BY_ROLE = {"subject": 25, "object": 8, "possessor": 4, "other": 2, "modifier": -25}
"""Weights after Lappin and Leass 1994: subjects before objects before the rest, halved with every sentence."""


def link_pronouns(scene: Scene) -> Iterator[tuple[int, int, Cluster | None]]:
    """(start, end, cluster or None) of every third-person and relative pronoun, in reading order.

    So is `I` in the quoted words of a named speaker.
    """
    quoted = {block.zone.start: quoted_tokens(block) for block in scene.parse.blocks}
    for block, token in list(scene.tokens()):
        word = token.lower_
        if token.pos_ not in ("PRON", "DET") or scene.is_taken(block, token):
            continue
        if word in _SPEAKING:
            found = _speaker(scene, block, quoted[block.zone.start]) if token.i in quoted[block.zone.start] else None
            if found is not None:
                yield scene.link(found, block, token, token)
        elif word in _RELATIVE:
            found = _antecedent(scene, block, token)
            if found is not None:
                yield scene.link(found, block, token, token)
        elif word in _PERSONAL or word in _NEUTER or word in _PLURAL:
            found = _referent(scene, block, token, token.i in quoted[block.zone.start])
            if found is None:
                start = block.zone.start + token.idx
                yield start, start + len(token.text), None
            else:
                yield scene.link(found, block, token, token)


def _speaker(scene: Scene, block: Block, quoted: frozenset[int]) -> int | None:
    """The one person whose saying, outside the quotation marks, is told in this paragraph."""
    speakers = set()
    for token in block.doc:
        if token.i not in quoted and token.lemma_ in _SAYING and token.pos_ == "VERB":
            speakers |= {scene.named_at(block, child) for child in token.children if child.dep_ == "nsubj"}
    if len(speakers) != 1:
        return None
    number = speakers.pop()
    return number if number is not None and scene.clusters[number].kind is EntityKind.PERSON else None


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


def _referent(scene: Scene, block: Block, token: Token, in_quotes: bool) -> int | None:
    word = token.lower_
    if word in _PERSONAL:
        return _person(scene, block, token, in_quotes)
    if word in _NEUTER:
        return None if _is_empty_it(token) else _thing(scene, block, token, _THINGS)
    return _thing(scene, block, token, _MANY)


_THINGS = frozenset({EntityKind.ORGANIZATION, EntityKind.PLACE})
_MANY = frozenset({EntityKind.GROUP, EntityKind.ORGANIZATION})


def _person(scene: Scene, block: Block, token: Token, in_quotes: bool) -> int | None:
    """The most salient person of fitting gender named in this or one of the last sentences."""
    gender, offset = _PERSONAL[token.lower_], block.zone.start + token.idx
    scores: Counter[int] = Counter()
    here = scene.sentence_at(offset)
    for item in scene.before(offset, _REACH):
        cluster = scene.clusters[item.referent]
        if cluster.kind is not EntityKind.PERSON or cluster.gender not in (None, gender) \
                or _clashes(block, token, item):
            continue
        score = _BY_DISTANCE[here - item.sentence] + _BY_ROLE[item.role] + (10 if cluster.gender == gender else 0)
        score += min(6, len(cluster.names)) + (8 if item.role == role_of(token) == "subject" else 0)
        score -= 40 if in_quotes and item.role == "subject" and here == item.sentence else 0
        scores[item.referent] = max(scores[item.referent], score)
    best = scores.most_common(2)
    if not best:
        return None
    if len(best) > 1 and best[0][1] - best[1][1] < 2:
        return None
    if scene.clusters[best[0][0]].gender is None:
        scene.clusters[best[0][0]].gender = gender
    return best[0][0]


def _clashes(block: Block, token: Token, item: Occurrence) -> bool:
    """An object is not the subject of its own verb: in `Roe praised him`, `him` is not Roe."""
    return token.dep_ in ("dobj", "dative") and not token.lower_.endswith("self") and item.role == "subject" \
        and item.verb == block.zone.start + token.head.idx


def _thing(scene: Scene, block: Block, token: Token, kinds: frozenset[EntityKind]) -> int | None:
    """The organisation, place or group that is the only subject of this clause's past, here or one sentence back."""
    if role_of(token) not in ("subject", "possessor"):
        return None
    offset = block.zone.start + token.idx
    here = scene.sentence_at(offset)
    near = [item for item in scene.before(offset, 1) if scene.clusters[item.referent].kind in kinds
            and item.role == "subject"]
    same = [item for item in near if item.sentence == here]
    chosen = same or near
    return chosen[0 if not same else -1].referent if len({item.referent for item in chosen}) == 1 else None


def _is_empty_it(token: Token) -> bool:
    """`It is clear that …`, `it rained`: refers to nothing."""
    if token.lower_ != "it":
        return False
    if token.dep_ == "expl":
        return True
    verb = token.head
    return verb.lemma_ in ("be", "seem", "appear", "take", "happen") and any(
        child.dep_ in ("ccomp", "xcomp", "advcl", "csubj", "relcl") or (child.dep_ == "acomp" and any(
            grand.dep_ in ("xcomp", "ccomp") for grand in child.children)) for child in verb.children)
